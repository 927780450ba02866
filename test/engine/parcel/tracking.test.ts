import { givenList, textOf } from '#carriers/shared/json-value';
import { step } from '../../../engine';
import { control, ordersAt } from '../../../sandbox/control-client';
import { jsonOf, outputsOf, toErrorOutput } from '../outputs';
import { endsOf, parcel, useCarriers } from './asked';
import { useWire } from './wire';

const { sandbox, run, made, requests } = useCarriers();
const sentFor = useWire(sandbox);

test.each(['tracking.get', 'tracking.getUpdates'] as const)(
  '%s asks each carrier for the same as its own step, in the same calls',
  async (operation) => {
    const { own, together } = await sentFor(operation);
    expect(own.length).toBeGreaterThan(3);
    expect(together).toEqual(own);
  },
);

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
    const there = { ...(await made('etower')), type: 'reference', number: 'REF-1' };
    const before = await requests();
    const ran = await run([...items, there], parcel('tracking', 'get', {}, toErrorOutput));
    expect(jsonOf(ran, 'Parcel')).toMatchObject([{ carrier: 'etower', number: 'REF-1' }]);
    const errors = outputsOf(ran, 'Parcel', 1);
    expect(errors).toMatchObject(items.map((json, item) => ({ json, pairedItem: { item } })));
    expect(endsOf(ran, 1)).toEqual([
      "Carrier is none of this node's",
      'Carrier is empty',
      'Tracking: Get is not documented for HGE: use HGE: Endpoint: Call',
      'Tracking: Get at Mgoship has to be told which number it is',
      'Tracking: Get at eTower does not take the order number',
      "Number Type is none of this node's",
      'Number is empty',
    ]);
    expect(errors.map(({ json }) => json['message'])).toEqual([
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
    const good = ['eccang', 'mgoship'].map((carrier) => ({ carrier, type: 'trackingNumber', number: 'N-1' }));
    const ran = await run([...good, { carrier: 'acme' }], parcel('tracking', 'get'));
    expect(ran.result.error).toMatchObject({ message: expect.stringContaining('Carrier is none') });
    expect(Object.values(await requests())).toEqual([0, 0, 0, 0, 0]);
  });
});

describe('Get Updates', () => {
  const all = { knownKey: '={{ $json.key }}', output: 'all', options: { stuckAfterDays: 3650, retireAfterDays: 3650 } };

  test.each([
    ['eccang', 'eccangTms', 'trackingNumber', {}],
    ['huahan', 'huahan', 'trackingNumber', {}],
    ['etower', 'etower', 'trackingNumber', {}],
    ['mgoship', 'mgoship', 'trackingNumber', { numberType: 'trackno' }],
  ] as const)('at %s goes on with the keys of the own step, and that with its', async (carrier, node, type, chosen) => {
    await made(carrier);
    const [order] = await ordersAt(sandbox, carrier);
    const number = textOf(order?.['trackingNumber']) ?? '';
    const own = step(node, 'Parcel', 'tracking', 'getUpdates', { number, ...chosen, ...all });
    const together = parcel('tracking', 'getUpdates', all);
    let key: unknown;
    const known: number[] = [];
    const news: number[] = [];
    for (const asked of [own, together, own, together]) {
      const [json = {}] = jsonOf(await run([{ carrier, type, number, key }], asked), 'Parcel');
      ({ key } = json);
      known.push(givenList(json['events']).length);
      news.push(givenList(json['newEvents']).length);
      await control(sandbox, 'advance', { carrier, number });
    }
    // The first event of eTower's stand-in changes once, and is new again then.
    const [, second = 0, third = 0, last = 0] = known;
    expect(last).toBeGreaterThan(1);
    expect(news.slice(2)).toEqual([third - second, last - third]);
  });
});
