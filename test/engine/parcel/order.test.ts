/** Orders of several carriers in one step: each goes its own way, and all come back in their order. */
import { chain, runWorkflow } from '../../../engine';
import { control, credentialsFor, servicesOf, statsOf } from '../../../sandbox/control-client';
import { jsonOf, onRegularOutput, outputsOf, pairs, toErrorOutput } from '../outputs';
import { runWith, until } from '../sandbox';
import { CARRIERS, endsOf, parcel, useCarriers, type Asked } from './asked';
import { useWire } from './wire';

const { sandbox, run, made, requests } = useCarriers();
const sentFor = useWire(sandbox);

test.each(['order.get', 'order.cancel'] as const)(
  '%s asks each carrier for the same as its own step, in the same calls',
  async (operation) => {
    const { own, together } = await sentFor(operation);
    expect(own.length).toBeGreaterThan(5);
    expect(together).toEqual(own);
  },
);

test('60 items of five carriers, shuffled, come back in their order, in the calls of five single steps', async () => {
  const orders: Asked[] = [];
  for (const carrier of CARRIERS) orders.push(await made(carrier));
  // Twelve of each, in an order that repeats only after 15.
  const places = [2, 0, 4, 1, 3, 3, 1, 0, 2, 4, 0, 4, 3, 2, 1];
  const items = Array.from({ length: 60 }, (_, at) => orders[places[at % places.length] ?? 0]).flatMap((each, at) =>
    each ? [{ ...each, carrier: at % 2 === 0 ? ` ${each.carrier.toUpperCase()} ` : each.carrier }] : [],
  );
  const before = await requests();
  const ran = await run(items, parcel('order', 'get'));
  expect(ran.result.error).toBeUndefined();
  const out = outputsOf(ran, 'Parcel');
  expect(pairs(out)).toEqual(items.map((_, item) => ({ item })));
  expect(out.map(({ json: { carrier, number } }) => ({ carrier, number }))).toEqual(
    items.map(({ carrier, number }) => ({ carrier: carrier.trim().toLowerCase(), number })),
  );
  const after = await requests();
  const calls = Object.fromEntries(CARRIERS.map((each) => [each, (after[each] ?? 0) - (before[each] ?? 0)]));
  expect(calls).toEqual({ eccang: 12, etower: 1, hge: 12, huahan: 12, mgoship: 12 });
  for (const carrier of CARRIERS) expect(Number((await statsOf(sandbox, carrier))['maxInFlight'])).toBeLessThan(6);
  expect(ran.hints['Parcel']).toEqual([expect.stringMatching(/^HGE: the manual does not say which number/)]);
});

describe('a credential', () => {
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
    expect(endsOf(ran)).toEqual([
      'No credential of HGE is chosen in this node',
      'done',
      expect.stringMatching(/^Huahan Logistics: .*URL/),
    ]);
    expect(outputsOf(ran, 'Parcel')[0]?.error?.description).toContain('hgeApi');
    expect(await requests()).toMatchObject({ hge: 0, huahan: 0 });
  });

  test('is asked for of the carrier that is chosen, and of no other', async () => {
    const there = await made('eccang');
    const { eccangTmsApi: fields = {} } = credentialsFor(sandbox);
    const chosen = parcel('order', 'get', { carrier: 'eccang' });
    const ran = await runWith({ eccangTmsApi: fields }, [there], chosen);
    expect(jsonOf(ran, 'Parcel')).toMatchObject([{ carrier: 'eccang', number: there.number }]);
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
    const [first, eccang, etower, ...unsent] = endsOf(ran);
    expect([eccang, etower]).toEqual(['done', 'done']);
    expect(first).not.toBe('done');
    expect(unsent).toEqual([expect.stringMatching(/^Not sent, because/), expect.stringMatching(/^Not sent, because/)]);
    expect((await requests())['mgoship']).toBe((before['mgoship'] ?? 0) + 1);
  });

  test('stops the step for all, where it stops at errors, and tells how many items were done', async () => {
    const items = [await made('etower'), { carrier: 'eccang', type: 'orderNumber', number: 'NOBODY' }];
    const ran = await run(items, parcel('order', 'get'));
    expect(ran.result.status).toBe('error');
    expect(ran.result.error?.message).toBe('订单不存在');
  });
});

test('advice that names a step of the own node of the carrier says so', async () => {
  const item = { ...(await made('mgoship')), type: 'orderNumber' };
  await control(sandbox, 'faults', { carrier: 'mgoship', kind: 'disconnect-after', service: 'delete_tms_order' });
  const { error } = (await run([item], parcel('order', 'cancel'))).result;
  expect(error?.description).toContain('Check with Mgoship: Parcel Order: Get whether the order is still there');
});

describe('what writes', () => {
  const retried = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };

  test('is not repeated by Retry On Fail for the carrier that did it', async () => {
    const items = [{ carrier: 'eccang', type: 'orderNumber', number: 'NOBODY' }, await made('mgoship')];
    await control(sandbox, 'faults', { carrier: 'eccang', kind: 'hold', service: 'cancelOrder' });
    const ran = run(items, parcel('order', 'cancel', {}, retried));
    await until(async () => Number((await servicesOf(sandbox, 'mgoship'))['delete_tms_order'] ?? 0) === 1);
    await control(sandbox, 'release');
    expect((await ran).result.error).toMatchObject({
      message: '订单不存在',
      description: expect.stringContaining('1 of 2 items were carried out before the node stopped'),
    });
    expect(await servicesOf(sandbox, 'eccang')).toMatchObject({ cancelOrder: 3 });
    expect(await servicesOf(sandbox, 'mgoship')).toMatchObject({ delete_tms_order: 1 });
  });

  test('is only shown for the items whose Dry Run is on', async () => {
    const items = [await made('eccang'), await made('mgoship')].map((item, at) => ({ ...item, dry: at === 0 }));
    const { eccang: before } = await requests();
    const ran = await run(items, parcel('order', 'cancel', { options: { dryRun: '={{ $json.dry }}' } }));
    const [shown, cancelled] = jsonOf(ran, 'Parcel');
    expect(shown).toMatchObject({ dryRun: true, wouldSend: { method: 'POST' } });
    expect(cancelled).toEqual({
      ...{ carrier: 'mgoship', number: items[1]?.number, deleted: true, cancelled: true },
      message: expect.any(String),
    });
    expect((await requests())['eccang']).toBe(before);
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
