/** Items of several carriers in one step, in the real engine against the sandbox: each goes its own way, and all come back in order. */
import { chain, runWorkflow, step, type Step, type WorkflowRun } from '../../../engine';
import { control, credentialsFor, servicesOf, statsOf } from '../../../sandbox/control-client';
import { subjects } from '../disturbed';
import { jsonOf, onRegularOutput, outputsOf, pairs, toErrorOutput } from '../outputs';
import { runWith, until, useSandbox } from '../sandbox';

const { sandbox, run } = useSandbox();

const ITEM = { carrier: '={{ $json.carrier }}', numberType: '={{ $json.type }}', number: '={{ $json.number }}' };

function parcel(resource: string, operation: string, parameters: object = {}, settings: object = {}): Step {
  return step('parcel', 'Parcel', resource, operation, { ...ITEM, ...parameters }, { ...settings });
}

/** The number by which each carrier gives an order out, of the neutral names. */
const NUMBERS = {
  eccang: 'orderNumber',
  etower: 'trackingNumber',
  hge: 'reference',
  huahan: 'reference',
  mgoship: 'orderNumber',
} as const;

type Carrier = keyof typeof NUMBERS;
const ALL: readonly Carrier[] = ['eccang', 'etower', 'hge', 'huahan', 'mgoship'];

interface Asked {
  carrier: string;
  type: string;
  number: string;
}

/** Makes an order at a carrier, by the carrier's own step; gives the item that asks for it. */
async function made(carrier: Carrier, reference = 'REF-1'): Promise<Asked> {
  const subject = subjects.find((each) => each.carrier === carrier);
  if (!subject) throw new Error(`No order for ${carrier}`);
  const [created] = jsonOf(await run([subject.order(reference)], subject.create), 'Create');
  const type = NUMBERS[carrier];
  return { carrier, type, number: type === 'reference' ? reference : String(created?.[type]) };
}

const requestsAt = async (carrier: string): Promise<number> => Number((await statsOf(sandbox, carrier))['requests']);
async function requests(): Promise<Record<string, number>> {
  return Object.fromEntries(await Promise.all(ALL.map(async (each) => [each, await requestsAt(each)] as const)));
}

const messagesOf = (ran: WorkflowRun, output = 0): string[] =>
  outputsOf(ran, 'Parcel', output).map(({ error, json }) => error?.message ?? String(json['error'] ?? 'done'));

test('60 items of five carriers, shuffled, come back in their order, in the calls of five single steps', async () => {
  const orders: Asked[] = [];
  for (const carrier of ALL) orders.push(await made(carrier));
  const items = Array.from({ length: 60 }, (_, at) => orders[(at * at + at) % 5 === 0 ? at % 5 : (at * 3) % 5]).flatMap(
    (each, at) => (each ? [{ ...each, carrier: at % 2 === 0 ? ` ${each.carrier.toUpperCase()} ` : each.carrier }] : []),
  );
  const count = (carrier: string): number => items.filter((each) => each.carrier.trim().toLowerCase() === carrier).length;
  const before = await requests();
  const ran = await run(items, parcel('order', 'get'));
  expect(ran.result.error).toBeUndefined();
  const out = outputsOf(ran, 'Parcel');
  expect(pairs(out)).toEqual(items.map((_, item) => ({ item })));
  expect(out.map(({ json: { carrier, number } }) => ({ carrier, number }))).toEqual(
    items.map(({ carrier, number }) => ({ carrier: carrier.trim().toLowerCase(), number })),
  );
  const after = await requests();
  const calls = Object.fromEntries(ALL.map((each) => [each, (after[each] ?? 0) - (before[each] ?? 0)]));
  expect(calls).toEqual({ ...Object.fromEntries(ALL.map((each) => [each, count(each)])), etower: 1 });
  for (const carrier of ALL) expect(Number((await statsOf(sandbox, carrier))['maxInFlight'])).toBeLessThan(6);
  expect(ran.hints['Parcel']).toEqual([expect.stringMatching(/^HGE: the manual does not say which number/)]);
});

describe('an item that cannot go', () => {
  const items = [
    { carrier: 'acme', type: 'orderNumber', number: 'N-1' },
    { carrier: '', type: 'orderNumber', number: 'N-1' },
    { carrier: 'hge', type: 'trackingNumber', number: 'N-1' },
    { carrier: 'mgoship', type: 'any', number: 'N-1' },
    { carrier: 'etower', type: 'orderNumber', number: 'N-1' },
    { carrier: 'eccang', type: 'none', number: 'N-1' },
    { carrier: 'huahan', type: 'trackingNumber', number: '' },
  ];

  test('says what to do, leaves by the error output beside what it was, and the others go on', async () => {
    const there = await made('etower');
    const before = await requests();
    const mixed = [...items, { ...there, type: 'reference', number: 'REF-1' }];
    const ran = await run(mixed, parcel('tracking', 'get', {}, toErrorOutput));
    expect(jsonOf(ran, 'Parcel')).toMatchObject([{ carrier: 'etower', number: 'REF-1' }]);
    expect(outputsOf(ran, 'Parcel', 1).map(({ json, pairedItem }) => ({ json, pairedItem }))).toMatchObject(
      items.map((item, at) => ({ json: item, pairedItem: { item: at } })),
    );
    expect(messagesOf(ran, 1)).toEqual([
      'Carrier is "acme", which is none of this node\'s',
      'Carrier is empty',
      'Tracking: Get is not documented for HGE: use HGE: Endpoint: Call',
      'Tracking: Get at Mgoship has to be told which number it is',
      'Tracking: Get at eTower does not take the order number',
      'Number Type is none of this node’s',
      'Number is empty',
    ]);
    expect(outputsOf(ran, 'Parcel', 1).map(({ json }) => json['message'])).toEqual([
      'Nothing was sent for this item. Carrier must be one of eccang, etower, hge, huahan, mgoship.',
      expect.stringContaining('Enter a value for Carrier'),
      'HGE names a call for it (查询轨迹), but neither its path nor its fields.',
      expect.stringMatching(/must be one of Order Number \(orderNumber\), Reference \(reference\), Tracking Number/),
      expect.stringMatching(/must be one of Any of Them \(any\), Reference \(reference\), Tracking Number/),
      expect.stringContaining('must be one of'),
      expect.stringContaining('Enter a value for Number'),
    ]);
    expect(await requests()).toEqual({ ...before, etower: (before['etower'] ?? 0) + 1 });
  });

  test('stops the step before anything is sent to anyone', async () => {
    const good = ALL.slice(0, 2).map((carrier) => ({ carrier, type: 'trackingNumber', number: 'N-1' }));
    const ran = await run([...good, { carrier: 'acme' }], parcel('tracking', 'get'));
    expect(ran.result.error).toMatchObject({ message: expect.stringContaining('"acme"') });
    expect(Object.values(await requests())).toEqual([0, 0, 0, 0, 0]);
  });
});

describe('a credential', () => {
  const { eccangTmsApi, etowerApi, ...others } = credentialsFor({ url: 'http://127.0.0.1:1' });

  test('that is missing or broken fails the items of its carrier alone, before anything is sent for them', async () => {
    const there = await made('etower');
    const items = [
      { carrier: 'hge', type: 'any', number: 'N-1' },
      there,
      { carrier: 'huahan', type: 'reference', number: 'N-1' },
    ];
    const { etowerApi: etower = {}, huahanApi: huahan = {} } = credentialsFor(sandbox);
    const credentials = { etowerApi: etower, huahanApi: { ...huahan, baseUrl: 'no address' } };
    const ran = await runWith(credentials, items, parcel('order', 'get', {}, onRegularOutput));
    expect(messagesOf(ran)).toEqual([
      'No credential of HGE is chosen in this node',
      'done',
      expect.stringMatching(/^Huahan Logistics: .*URL/),
    ]);
    expect(outputsOf(ran, 'Parcel')[0]?.error?.description).toContain('hgeApi');
    expect([await requestsAt('hge'), await requestsAt('huahan')]).toEqual([0, 0]);
  });

  test('is asked for of the carrier that is chosen, and of no other', async () => {
    const there = await made('eccang');
    const { eccangTmsApi: fields = {} } = credentialsFor(sandbox);
    const chosen = parcel('order', 'get', { carrier: 'eccang' });
    const ran = await runWith({ eccangTmsApi: fields }, [there], chosen);
    expect(jsonOf(ran, 'Parcel')).toMatchObject([{ carrier: 'eccang', number: there.number }]);
    expect(Object.keys(others)).toContain('hgeApi');
    expect([eccangTmsApi, etowerApi]).not.toContain(undefined);
  });
});

describe('a carrier that fails', () => {
  test('fails its own items, and is asked nothing more once it refuses the account', async () => {
    const mine = { ...(await made('mgoship')), type: 'orderNumber' };
    const others = [await made('eccang'), await made('etower')];
    await control(sandbox, 'faults', { carrier: 'mgoship', kind: 'account-refusal' });
    const before = await requests();
    const items = [mine, ...others, mine, mine];
    const ran = await run(items, parcel('order', 'get', { options: { concurrency: 1 } }, onRegularOutput));
    const [first, eccang, etower, ...unsent] = messagesOf(ran);
    expect([eccang, etower]).toEqual(['done', 'done']);
    expect(first).not.toBe('done');
    expect(unsent).toEqual([expect.stringMatching(/^Not sent, because/), expect.stringMatching(/^Not sent, because/)]);
    expect(await requestsAt('mgoship')).toBe((before['mgoship'] ?? 0) + 1);
  });

  test('stops the step for all, where it stops at errors, and tells how many items were done', async () => {
    const items = [await made('etower'), { carrier: 'eccang', type: 'orderNumber', number: 'NOBODY' }];
    const ran = await run(items, parcel('order', 'get'));
    expect(ran.result.status).toBe('error');
    expect(ran.result.error?.message).toContain('NOBODY');
  });
});

describe('what writes', () => {
  const retried = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };

  test('is not repeated by Retry On Fail for the carrier that did it', async () => {
    const items = [{ carrier: 'eccang', type: 'orderNumber', number: 'NOBODY' }, await made('mgoship')];
    const ran = await run(items, parcel('order', 'cancel', {}, { ...onRegularOutput, ...retried }));
    expect(messagesOf(ran)).toEqual([expect.stringMatching(/./), 'done']);
    expect(jsonOf(ran, 'Parcel')[1]).toEqual({
      ...{ carrier: 'mgoship', number: items[1]?.number, deleted: true, cancelled: true },
      message: expect.any(String),
    });
    expect(await servicesOf(sandbox, 'eccang')).toMatchObject({ cancelOrder: 3 });
    expect(await servicesOf(sandbox, 'mgoship')).toMatchObject({ delete_tms_order: 1 });
  });

  test('is only shown for the items whose Dry Run is on', async () => {
    const items = [await made('eccang'), await made('mgoship')].map((item, at) => ({ ...item, dry: at === 0 }));
    const before = await requestsAt('eccang');
    const ran = await run(items, parcel('order', 'cancel', { options: { dryRun: '={{ $json.dry }}' } }));
    expect(jsonOf(ran, 'Parcel')).toMatchObject([{ dryRun: true, wouldSend: {} }, { cancelled: true }]);
    expect(await requestsAt('eccang')).toBe(before);
  });

  test('that is cancelled in the middle ends each item as what became of it', async () => {
    const items: Asked[] = [];
    for (const carrier of ['eccang', 'mgoship'] as const)
      for (const reference of ['REF-1', 'REF-2']) items.push(await made(carrier, reference));
    await control(sandbox, 'faults', [
      { carrier: 'eccang', kind: 'hold', service: 'cancelOrder' },
      { carrier: 'mgoship', kind: 'hold', service: 'delete_tms_order' },
    ]);
    const cancel = new AbortController();
    const asked = parcel('order', 'cancel', { options: { concurrency: 1 } }, toErrorOutput);
    const credentials = credentialsFor(sandbox);
    const ran = runWorkflow({ workflow: chain(asked), credentials, items, signal: cancel.signal });
    const begun = async (): Promise<boolean> =>
      Number((await servicesOf(sandbox, 'eccang'))['cancelOrder'] ?? 0) === 1 &&
      Number((await servicesOf(sandbox, 'mgoship'))['delete_tms_order'] ?? 0) === 1;
    await until(begun);
    cancel.abort();
    await control(sandbox, 'release');
    const outcome = await ran;
    expect(pairs(outputsOf(outcome, 'Parcel'))).toEqual([{ item: 0 }, { item: 2 }]);
    expect(pairs(outputsOf(outcome, 'Parcel', 1))).toEqual([{ item: 1 }, { item: 3 }]);
    expect(await begun()).toBe(true);
  });
});

describe('the output', () => {
  test('has the neutral names alone, of what was asked for', async () => {
    const ran = await run([await made('mgoship')], parcel('charges', 'get'));
    const [json = {}] = jsonOf(ran, 'Parcel');
    const names = ['carrier', 'number', 'reference', 'orderNumber', 'trackingNumber', 'billedWeightKg', 'charges', 'payment'];
    expect(Object.keys(json).filter((name) => !names.includes(name))).toEqual([]);
    expect(json).toMatchObject({ carrier: 'mgoship', orderNumber: expect.any(String) });
  });

  test('has the files of every carrier under one name', async () => {
    const items = [await made('eccang'), await made('huahan'), await made('etower')].map((item) => ({
      ...item,
      size: item.carrier === 'huahan' ? '100x150' : 'carrierDefault',
    }));
    const asked = { labelSize: '={{ $json.size }}', binaryPropertyName: 'label' };
    const ran = await run(items, parcel('label', 'get', asked));
    expect(outputsOf(ran, 'Parcel').map(({ json, binary }) => [json['carrier'], Object.keys(binary ?? {})])).toEqual([
      ['eccang', ['label']],
      ['huahan', ['label']],
      ['etower', ['label']],
    ]);
    const wrong = await run(items, parcel('label', 'get', { labelSize: '4x6in' }, onRegularOutput));
    expect(messagesOf(wrong)[0]).toBe('Label: Get at Eccang TMS has no such Label Size');
  });

  test('of Get Updates goes on with the keys of the carrier\'s own step', async () => {
    const item = { ...(await made('etower')), type: 'reference', number: 'REF-1' };
    await control(sandbox, 'advance', { carrier: 'etower', number: 'REF-1', status: 'DLD' });
    const own = step('etower', 'Own', 'tracking', 'getUpdates', { number: 'REF-1' });
    const [first] = jsonOf(await run([item], own), 'Own');
    const all = { knownKey: '={{ $json.key }}', output: 'all' };
    const known = { ...item, key: first?.['key'] };
    const [second] = jsonOf(await run([known], parcel('tracking', 'getUpdates', all)), 'Parcel');
    expect(second).toMatchObject({ carrier: 'etower', number: 'REF-1', changed: false });
    const [third] = jsonOf(await run([item], parcel('tracking', 'getUpdates')), 'Parcel');
    expect(third).toEqual(first);
  });
});
