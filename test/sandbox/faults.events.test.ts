import { apisOf, type Api, type ApiName } from './apis';
import { asObject, control, objects, sandboxOfThisFile, type Answer } from './wire';

const sandbox = sandboxOfThisFile();

let apis: Record<ApiName, Api>;
beforeAll(() => {
  apis = apisOf(sandbox);
});

const trackers = ['eccang', 'huahan', 'etower', 'mgoship'] as const;
type Tracker = (typeof trackers)[number];

/** Where the events of one parcel are, and the member with their time. */
const places: Record<Tracker, { entry: (answer: Answer) => Answer; events: string; time: string }> = {
  eccang: { entry: ({ Data }) => objects(Data)[0] ?? {}, events: 'Detail', time: 'Occur_date' },
  huahan: { entry: ({ Data }) => objects(Data)[0] ?? {}, events: 'Detail', time: 'Occur_date' },
  etower: { entry: ({ data }) => objects(data)[0] ?? {}, events: 'events', time: 'eventTime' },
  mgoship: { entry: ({ data }) => asObject(data), events: 'route', time: 'addtime' },
};

/** The parcel as its tracking shows it, with and without a fault: another one of the same steps. */
async function tracked(api: Tracker, reference: string, fault?: Answer): Promise<{ entry: Answer; events: Answer[] }> {
  await apis[api].create(reference);
  if (fault) {
    const { status, body } = await control(sandbox, 'faults', { carrier: api, ...fault });
    expect({ status, body }).toEqual({ status: 200, body: { added: 1 } });
  }
  const response = await apis[api].track?.(reference);
  const entry = places[api].entry(asObject(JSON.parse(apis[api].json((await response?.text()) ?? ''))));
  return { entry, events: objects(entry[places[api].events]) };
}

const textsOf = (events: readonly Answer[]) =>
  events.map(({ Comment, activity, remark }) => Comment ?? activity ?? remark);

describe.each(trackers)('%s', (api) => {
  it('the date of one event, or of all', async () => {
    const { time } = places[api];
    const one = await tracked(api, 'DATE-1', { kind: 'dates' });
    expect(one.events.filter((event) => event[time] === '0000-00-00 00:00:00')).toHaveLength(1);
    const others = one.events.filter((event) => event[time] !== '0000-00-00 00:00:00');
    expect(others.length).toBeGreaterThan(0);
    const oldest = await tracked(api, 'DATE-2', { kind: 'dates', value: '', which: 'oldest' });
    expect(oldest.events.filter((event) => event[time] === '')).toHaveLength(1);
    const all = await tracked(api, 'DATE-3', { kind: 'dates', value: '2024-02-30 10:00:00', which: 'all' });
    expect(new Set(all.events.map((event) => event[time]))).toEqual(new Set(['2024-02-30 10:00:00']));
  });

  it('the events backwards, and mixed up', async () => {
    const usual = textsOf((await tracked(api, 'ORDER-1')).events);
    const reversed = textsOf((await tracked(api, 'ORDER-2', { kind: 'events-reversed' })).events);
    expect(reversed).toEqual([...usual].reverse());
    const shuffled = textsOf((await tracked(api, 'ORDER-3', { kind: 'events-shuffled' })).events);
    expect(shuffled).not.toEqual(usual);
    expect([...shuffled].sort()).toEqual([...usual].sort());
  });
});

it.each(['eccang', 'huahan'] as const)('%s: a summary that says another thing than the newest event', async (api) => {
  const { entry, events } = await tracked(api, 'SUM-1', { kind: 'summary-status' });
  expect(entry['Status']).toBe('CC');
  expect(events.map(({ Status }) => Status)).not.toContain('CC');
  expect((await tracked(api, 'SUM-2', { kind: 'summary-status', value: 'UE' })).entry['Status']).toBe('UE');
});

it.each(['eccang', 'huahan'] as const)('%s: times with zones and without, of the same instants', async (api) => {
  const usual = (await tracked(api, 'ZONE-1')).events.map(({ Occur_date }) => instant(`${String(Occur_date)}+08:00`));
  const mixed = (await tracked(api, 'ZONE-2', { kind: 'mixed-zones', zones: ['+01:00', ''] })).events.map(
    ({ Occur_date }) => String(Occur_date),
  );
  expect(mixed.slice(0, 2)).toEqual([
    expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:]{8}\+01:00$/),
    expect.stringMatching(/^\d{4}-\d\d-\d\d [\d:]{8}$/),
  ]);
  // Each order is made a minute after the last one.
  expect(mixed.map((time) => instant(/\+/.test(time) ? time : `${time}+08:00`))).toEqual(
    usual.map((time) => time + 60_000),
  );
});

it('etower: zones in all spellings, of the same instants', async () => {
  const zones = ['GMT+1', 'GMT+1:00', 'GMT+08:00', ''];
  const usual = (await tracked('etower', 'ZONE-1')).events;
  const mixed = (await tracked('etower', 'ZONE-2', { kind: 'mixed-zones', zones })).events;
  expect(mixed.map(({ timeZone }) => timeZone ?? '')).toEqual(zones);
  const offsets = ['+01:00', '+01:00', '+08:00', '+08:00'];
  expect(mixed.map(({ eventTime }, index) => instant(`${String(eventTime)}${offsets[index] ?? ''}`))).toEqual(
    usual.map(({ eventTime, timeZone }) => instant(`${String(eventTime)}${String(timeZone).slice(3)}`) + 60_000),
  );
});

function instant(time: string): number {
  return Date.parse(time.replace(' ', 'T'));
}
