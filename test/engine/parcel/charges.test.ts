import { jsonOf } from '../outputs';
import { parcel, useCarriers } from './asked';
import { useWire } from './wire';

const { sandbox, run, made } = useCarriers();
const sentFor = useWire(sandbox);

test('are asked for as each carrier’s own step asks, in the same calls', async () => {
  const { own, together } = await sentFor('charges.get');
  expect(own).toHaveLength(7);
  expect(together).toEqual(own);
});

test('come in the neutral names, without the rest of the order that the carrier gives beside them', async () => {
  const [json = {}] = jsonOf(await run([await made('mgoship')], parcel('charges', 'get')), 'Parcel');
  const names = ['carrier', 'number', 'reference', 'orderNumber', 'trackingNumber'];
  const ofCharges = ['billedWeightKg', 'charges', 'payment'];
  expect(Object.keys(json).filter((name) => ![...names, ...ofCharges].includes(name))).toEqual([]);
  expect(json).toMatchObject({ carrier: 'mgoship', orderNumber: expect.any(String) });
});
