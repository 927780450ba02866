/** Tracking events that are written by a control address, as each carrier shows them. */
import { changeEvents } from '../../sandbox/control-client';
import { apisOf, type ApiName } from './apis';
import { asObject, control, objects, sandboxOfThisFile, type Answer } from './wire';

const sandbox = sandboxOfThisFile();

interface Row {
  carrier: ApiName;
  /** The list of events in an answer, by its name. */
  list: string;
  /** One event as the carrier shows it, and what its time and text are called there. */
  shown: Answer;
  names: { time: string; text: string };
}

const written = { time: '2026-03-01T08:00:00+08:00', code: 'NT', text: 'Flight departed', location: 'SHENZHEN' };

const rows: readonly Row[] = [
  ...(['eccang', 'huahan'] as const).map((carrier) => ({
    carrier,
    list: 'Detail',
    shown: {
      Occur_date: '2026-03-01 08:00:00',
      Status: 'NT',
      Comment: 'Flight departed',
      track_area: 'SHENZHEN',
    },
    names: { time: 'Occur_date', text: 'Comment' },
  })),
  {
    carrier: 'etower',
    list: 'events',
    shown: {
      eventTime: '2026-03-01T08:00:00',
      timeZone: 'GMT+08:00',
      eventCode: 'NT',
      activity: 'Flight departed',
      location: 'SHENZHEN',
    },
    names: { time: 'eventTime', text: 'activity' },
  },
  {
    carrier: 'mgoship',
    list: 'route',
    shown: { addtime: String(Date.UTC(2026, 2, 1) / 1000), remark: 'Flight departed' },
    names: { time: 'addtime', text: 'remark' },
  },
];

describe.each(rows)('$carrier', ({ carrier, list, shown, names }) => {
  const parcel = { carrier, number: 'EVENT-1' };
  const bare = carrier === 'mgoship' ? { time: written.time, text: written.text } : written;

  /** The parcel's events as the carrier answers. */
  async function tracked(): Promise<Answer[]> {
    const answer = await apisOf(sandbox)[carrier].track?.(parcel.number);
    const found = listNamed(list, JSON.parse(apisOf(sandbox)[carrier].json((await answer?.text()) ?? '')));
    if (!found) throw new Error(`The answer has no ${list}`);
    return found;
  }

  async function changed(change: Answer): Promise<Answer[]> {
    const { status, body } = await control(sandbox, 'events', { ...parcel, ...change });
    expect(status).toBe(200);
    return objects(objects(body.parcels)[0]?.events);
  }

  it('an event is added, edited and removed; neither a look nor advance adds another', async () => {
    await apisOf(sandbox)[carrier].create(parcel.number);
    const before = await changed(bare);
    const own = before.find(({ text }) => text === written.text)?.event;
    const first = await tracked();
    expect(first).toContainEqual(expect.objectContaining(shown));
    expect(first).toHaveLength(before.length);
    expect(await tracked()).toEqual(first);

    await changed({ event: own, text: 'Flight delayed' });
    const edited = await tracked();
    expect(edited).toHaveLength(first.length);
    expect(edited).toContainEqual({
      ...first.find((each) => each[names.text] === written.text),
      [names.text]: 'Flight delayed',
    });

    await changed({ event: own, remove: true });
    expect(await tracked()).toEqual(first.filter((each) => each[names.text] !== written.text));
  });

  it('an event that comes to those of the script leaves them as they are', async () => {
    await apisOf(sandbox)[carrier].create(parcel.number);
    const scripted = await tracked();
    await changed({ ...bare, time: '2100-03-01T08:00:00+08:00' });
    expect(await tracked()).toEqual(expect.arrayContaining(scripted));
  });

  it('events stand by their times, whatever the order in which they came', async () => {
    await apisOf(sandbox)[carrier].create(parcel.number);
    const after = { ...bare, time: '2100-03-01T08:00:00+08:00', text: 'Later' };
    await changeEvents(sandbox, { ...parcel, ...after }, { ...parcel, ...bare });
    const [last, ...others] = (await changed({ ...bare, text: 'At the same time' })).reverse();
    expect(last).toMatchObject({ text: 'Later' });
    const same = others.filter(({ time }) => Date.parse(String(time)) === Date.parse(written.time));
    expect(same.map(({ text }) => text)).toEqual(['At the same time', written.text]);
    expect(await tracked()).toHaveLength(others.length + 1);
  });
});

it.each<[string, Answer, string]>([
  ['an event that is not there', { event: 7, text: 'x' }, 'event: 7 is not one of 1'],
  ['removing without saying which', { remove: true }, 'event'],
  ['a new event without a time', { text: 'x' }, 'time'],
  ['a code where events have none', { time: written.time, code: 'NT' }, 'a time and a text alone'],
])('%s is a 400 that says why', async (_, change, why) => {
  await apisOf(sandbox).mgoship.create('EVENT-1');
  const { status, body } = await control(sandbox, 'events', { carrier: 'mgoship', number: 'EVENT-1', ...change });
  expect(status).toBe(400);
  expect(body.error).toContain(why);
});

/** The first list of this name at any depth. */
function listNamed(name: string, value: unknown): Answer[] | undefined {
  if (Array.isArray(value)) return value.map((each) => listNamed(name, each)).find((found) => found !== undefined);
  const object = asObject(value);
  if (Array.isArray(object[name])) return objects(object[name]);
  return Object.values(object)
    .map((each) => listNamed(name, each))
    .find((found) => found !== undefined);
}
