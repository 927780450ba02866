import { step } from '../../../engine';
import { control } from '../../../sandbox/control-client';
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
      'Carrier is "acme", which is none of this node\'s',
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
    expect(ran.result.error).toMatchObject({ message: expect.stringContaining('"acme"') });
    expect(Object.values(await requests())).toEqual([0, 0, 0, 0, 0]);
  });
});

test('Get Updates goes on with the keys of the carrier’s own step, and gives the same', async () => {
  const item = { ...(await made('etower')), type: 'reference', number: 'REF-1' };
  await control(sandbox, 'advance', { carrier: 'etower', number: 'REF-1', status: 'DLD' });
  const own = step('etower', 'Own', 'tracking', 'getUpdates', { number: 'REF-1' });
  const [first] = jsonOf(await run([item], own), 'Own');
  expect(jsonOf(await run([item], parcel('tracking', 'getUpdates')), 'Parcel')).toEqual([first]);
  const known = { ...item, key: first?.['key'] };
  const all = { knownKey: '={{ $json.key }}', output: 'all' };
  const [second] = jsonOf(await run([known], parcel('tracking', 'getUpdates', all)), 'Parcel');
  expect(second).toMatchObject({ carrier: 'etower', number: 'REF-1', changed: false });
});
