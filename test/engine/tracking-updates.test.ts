/** Tracking: Get Updates in the real engine, against the sandbox: four nodes, their keys, calls and errors. */
import { listOf, textOf } from '#carriers/shared/json-value';
import { updatesOf } from '#carriers/shared/updates';
import { step, type Step, type WorkflowRun } from '../../engine';
import { control, servicesOf } from '../../sandbox/control-client';
import { someSubjects, subjects, type Subject } from './disturbed';
import { jsonOf, onRegularOutput, outputsOf, pairs, toErrorOutput } from './outputs';
import { useSandbox } from './sandbox';

const { sandbox, run } = useSandbox();

const NEVER = { stuckAfterDays: 0, retireAfterDays: 0 };

/** How many numbers share a call, and what is called. */
const CARRIERS: Record<string, { node: string; perCall: number; service: string }> = {
  eccang: { node: 'eccangTms', perCall: 20, service: 'getCargoTrack' },
  huahan: { node: 'huahan', perCall: 50, service: 'getCargoTrack' },
  etower: { node: 'etower', perCall: 30, service: 'trackingEvents' },
  mgoship: { node: 'mgoship', perCall: 1, service: 'get_tms_order_detail' },
};

const tracked = subjects.filter(({ last }) => last !== undefined);
const subjectOf = (name: string): Subject => {
  const subject = tracked.find(({ carrier }) => carrier === name);
  if (!subject) throw new Error(`${name} has no tracking`);
  return subject;
};

function updates(carrier: string, parameters: object = {}, settings: object = {}): Step {
  const given = { number: '={{ $json.number }}', knownKey: '={{ $json.key }}', options: NEVER, ...parameters };
  return step(CARRIERS[carrier]?.node ?? '', 'Updates', 'tracking', 'getUpdates', { ...given }, { ...settings });
}

/** Makes an order that is at some status, at which looking at it does not move it on; gives the item that tracks it. */
async function made({ carrier, create, order, number, last }: Subject, reference: string, status = last) {
  const [created] = jsonOf(await run([order(reference)], create), 'Create');
  await control(sandbox, 'advance', { carrier, number: reference, status });
  return { number: number === 'reference' ? reference : (textOf(created?.[number]) ?? '') };
}

const newsOf = (ran: WorkflowRun): Record<string, unknown>[] => jsonOf(ran, 'Updates');
const keyIn = (json: Record<string, unknown> | undefined): string => textOf(json?.['key']) ?? '';

/** The key of a parcel that was delivered. */
const finishedKey = (carrier: string, number: string): string =>
  updatesOf({ status: 'delivered' }, undefined, { carrier, number }, NEVER, 0).key;

describe.each(tracked)('$carrier', (subject) => {
  const { carrier } = subject;

  test('gives all of a new parcel, and then nothing until something happens', async () => {
    const item = await made(subject, 'REF-1');
    const [first] = newsOf(await run([item], updates(carrier)));
    expect(first).toMatchObject({
      ...{ carrier, number: item.number, key: expect.stringMatching(/^v1:[\w-]{76}$/), changed: true },
      changes: expect.arrayContaining(['new', 'events', 'status']),
      ...{ daysInTransit: expect.any(Number), daysSinceLastEvent: expect.any(Number), stuck: false, retired: false },
    });
    expect(first?.['newEvents']).toEqual(first?.['events']);
    if (first?.['finished'] === true) return;
    const known = { ...item, key: ` ${keyIn(first)}\n` };
    const quiet = await run([known], updates(carrier));
    expect({ status: quiet.result.status, given: newsOf(quiet) }).toEqual({ status: 'success', given: [] });
    const [all] = newsOf(await run([known], updates(carrier, { output: 'all' })));
    expect(all).toMatchObject({ key: keyIn(first), changed: false, changes: [], newEvents: [] });
  });
});

describe.each(someSubjects.filter(({ carrier }) => carrier in CARRIERS))('$carrier', (subject) => {
  const { carrier } = subject;
  const { perCall = 0, service = '' } = CARRIERS[carrier] ?? {};

  test('of 1,000 parcels, 800 of them finished by their keys, 200 are asked about', async () => {
    const { number } = await made(subject, 'REF-1');
    const items = Array.from({ length: 1000 }, (_, index) =>
      index % 5 === 0 ? { number } : { number: `N-${index}`, key: finishedKey(carrier, `N-${index}`) },
    );
    const before = Number((await servicesOf(sandbox, carrier))[service] ?? 0);
    const ran = await run(items, updates(carrier, { output: carrier === 'mgoship' ? 'changed' : 'all' }));
    expect(ran.result.error).toBeUndefined();
    expect(Number((await servicesOf(sandbox, carrier))[service]) - before).toBe(Math.ceil(200 / perCall));
    const out = outputsOf(ran, 'Updates');
    const asked = out.filter(({ json }) => json['changed'] === true);
    expect(pairs(asked)).toEqual(Array.from({ length: 200 }, (_, index) => ({ item: 5 * index })));
    if (carrier === 'mgoship') {
      expect(out).toEqual(asked);
      return;
    }
    expect(pairs(out)).toEqual(items.map((_, item) => ({ item })));
    expect(out[1]?.json).toEqual({
      ...{ carrier, ...items[1], status: 'delivered', changed: false, changes: [], newEvents: [] },
      ...{ stuck: false, finished: true, retired: false },
    });
    expect(ran.hints['Updates']).toEqual([`200 items were sent in ${Math.ceil(200 / perCall)} calls.`]);
  });
});

test('gives each event once, and the end once, while a parcel moves', async () => {
  const subject = subjectOf('etower');
  const item = await made(subject, 'REF-1', 'RCV');
  const seen: unknown[] = [];
  let key = '';
  for (const status of ['RCV', 'SCN', 'DLD', 'DLD']) {
    await control(sandbox, 'advance', { carrier: 'etower', number: 'REF-1', status });
    const [news] = newsOf(await run([{ ...item, key }], updates('etower')));
    seen.push(listOf(news?.['newEvents']).map(({ code }) => code));
    seen.push(news?.['changes']);
    key = news ? keyIn(news) : key;
  }
  expect(seen.slice(2)).toEqual([
    ...[['SCN'], ['events', 'status']],
    ...[expect.arrayContaining(['DLD']), ['events', 'status', 'finished']],
    ...[[], undefined],
  ]);
});

test('asks no more about a parcel that is retired', async () => {
  // Its events are of January 2026.
  const item = await made(subjectOf('etower'), 'REF-1', 'RCV');
  const [news] = newsOf(await run([item], updates('etower', { options: {} })));
  expect(news?.['changes']).toEqual(['new', 'events', 'status', 'stuck', 'retired']);
  expect(news).toMatchObject({ stuck: true, retired: true, finished: false });
  const before = await servicesOf(sandbox, 'etower');
  const rest = await run([{ ...item, key: keyIn(news) }], updates('etower', { output: 'all', options: {} }));
  expect(newsOf(rest)).toMatchObject([{ changed: false, stuck: true, retired: true, status: news?.['status'] }]);
  expect(await servicesOf(sandbox, 'etower')).toEqual(before);
});

test('items with the same number have each their own key', async () => {
  const item = await made(subjectOf('mgoship'), 'REF-1');
  const [first] = newsOf(await run([item], updates('mgoship')));
  const ran = await run([{ ...item, key: keyIn(first) }, item, { ...item, key: null }], updates('mgoship'));
  expect(outputsOf(ran, 'Updates').map(({ json, pairedItem }) => [pairedItem, json['changes']])).toEqual([
    [{ item: 1 }, first?.['changes']],
    [{ item: 2 }, first?.['changes']],
  ]);
});

test("gives the carrier's own data with the same fields beside it, where Simplify is off", async () => {
  const item = await made(subjectOf('etower'), 'REF-1');
  const [news] = newsOf(await run([item], updates('etower', { simplify: false })));
  expect(news).toMatchObject({ events: [{ eventCode: expect.any(String) }, {}, {}, {}, {}, {}], changed: true });
  expect(listOf(news?.['newEvents'])[0]).toMatchObject({ code: 'DLD', status: 'delivered' });
});

describe('items that go wrong', () => {
  const bad = async (): Promise<{ number: string; key?: string }[]> => {
    const item = await made(subjectOf('etower'), 'REF-1');
    const key = keyIn(newsOf(await run([item], updates('etower')))[0]);
    return [
      { ...item, key: 'N-1' },
      { ...item, key: key.replace('v1', 'v2') },
      { ...item, key: key.slice(0, 50) },
      { ...item, key: key.toUpperCase().replace('V', 'v') },
      { ...item, key: finishedKey('huahan', item.number) },
      { ...item, key: finishedKey('etower', 'REF-2') },
      { number: 'REF-9' },
      item,
    ];
  };

  test('are errors in words, each of its own item, and the others go on', async () => {
    const ran = await run(await bad(), updates('etower', {}, onRegularOutput));
    const out = outputsOf(ran, 'Updates');
    expect(pairs(out)).toEqual(out.map((_, item) => ({ item })));
    expect(out.map(({ error }) => error?.message)).toEqual([
      'Known Key is no key of Get Updates: it does not begin with v1:',
      'Known Key is of version v2, and this version of the node reads v1 only',
      'Known Key has 50 characters instead of 79: it was cut where it is kept',
      'Known Key is not as it was given out: at least one character is another',
      'Known Key is of a parcel of another carrier',
      'Known Key is of another number',
      'Order does not exist',
      undefined,
    ]);
    expect(out[2]?.error?.description).toContain('at least 80 characters wide');
  });

  test('leave by the error output beside their items', async () => {
    const items = await bad();
    const ran = await run(items, updates('etower', {}, toErrorOutput));
    expect(jsonOf(ran, 'Updates')).toMatchObject([{ number: 'REF-1', changed: true }]);
    expect(outputsOf(ran, 'Updates', 1).map(({ json }) => [json['number'], json['key']])).toEqual(
      items.slice(0, 7).map(({ number, key }) => [number, key]),
    );
  });

  test('stop the node before anything is asked', async () => {
    const [first, ...others] = await bad();
    const before = await servicesOf(sandbox, 'etower');
    const ran = await run([...others.slice(-1), first ?? {}], updates('etower'));
    expect(ran.result.error?.message).toContain('Known Key is no key of Get Updates');
    expect(await servicesOf(sandbox, 'etower')).toEqual(before);
  });

  test.each([
    [{ output: 'none' }, 'Output is neither changed nor all'],
    [{ options: { stuckAfterDays: -1 } }, 'Stuck After (Days) is less than 0'],
    [{ options: { retireAfterDays: 'x' } }, 'Retire After (Days) is not a number'],
  ])('%j', async (parameters, message) => {
    const ran = await run([{ number: 'REF-1' }], updates('etower', parameters));
    expect(ran.result.error?.message).toContain(message);
  });

  test('are asked about again by a retry, and those without news are not', async () => {
    const subject = subjectOf('mgoship');
    const items = [await made(subject, 'REF-1'), await made(subject, 'REF-2'), await made(subject, 'REF-3')];
    const keys = newsOf(await run(items, updates('mgoship'))).map(keyIn);
    const broken = { kind: 'http', status: 503, retryAfter: 0, after: 2, times: 3 };
    await control(sandbox, 'faults', { carrier: 'mgoship', service: 'get_tms_order_detail', ...broken });
    const before = Number((await servicesOf(sandbox, 'mgoship'))['get_tms_order_detail']);
    const ran = await run(
      items.map((item, index) => (index === 1 ? item : { ...item, key: keys[index] })),
      updates(
        'mgoship',
        { options: { ...NEVER, concurrency: 1 } },
        { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 },
      ),
    );
    expect(ran.result.error).toBeUndefined();
    expect(outputsOf(ran, 'Updates').map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }]);
    // One each, three that fail, and the third item's once more.
    expect(Number((await servicesOf(sandbox, 'mgoship'))['get_tms_order_detail']) - before).toBe(6);
  });
});
