import { PDFDocument } from 'pdf-lib';
import { step } from '../../../engine';
import { control, servicesOf } from '../../../sandbox/control-client';
import { orders, useEccang } from '../eccang/orders';
import { fileOf, onRegularOutput, outputsOf, pairs } from '../outputs';

const { sandbox, run, place } = useEccang();

describe('Huahan alone', () => {
  const node = 'huahan';

  test('merged labels: 20 orders and one product a call, every item told its file', async () => {
    const created = await place(node, orders(25));
    const other = await place(node, orders(2, 'OTHER', { shipping_method: 'PK0032' }));
    const items = [
      ...created.map((each) => ({ ...each, product: 'PK0001' })),
      ...other.map((each) => ({ ...each, product: 'PK0032' })),
    ];
    const merged = step(node, 'Merge', 'label', 'getMerged', {
      number: '={{ $json.orderNumber }}',
      shippingMethod: '={{ $json.product }}',
      labelType: '3',
      binaryPropertyName: 'labels',
    });
    const ran = await run(items, merged);
    const out = outputsOf(ran, 'Merge');
    expect(pairs(out)).toEqual(items.map((_, item) => ({ item })));
    expect(out.flatMap(({ binary }, index) => (binary ? [index] : []))).toEqual([0, 20, 25]);
    expect((await servicesOf(sandbox, 'huahan'))['batchGetLabelUrl']).toBe(3);
    const first = await PDFDocument.load(await fileOf(ran));
    expect(first.getPageCount()).toBe(20);
    const mixed = await run(
      items.slice(24),
      step(node, 'Merge', 'label', 'getMerged', { number: '={{ $json.orderNumber }}' }, onRegularOutput),
    );
    const alone = outputsOf(mixed, 'Merge').map(({ json, binary }) => [json['labelsInFile'], binary !== undefined]);
    expect(alone).toEqual(Array(3).fill([1, true]));
  });

  test('merged labels: a number that the carrier does not know fails alone', async () => {
    const created = await place(node, orders(5));
    const items = [...created.slice(0, 3), { orderNumber: 'NOBODY' }, ...created.slice(3)];
    const parameters = { number: '={{ $json.orderNumber }}' };
    const ran = await run(items, step(node, 'Merge', 'label', 'getMerged', parameters, onRegularOutput));
    const out = outputsOf(ran, 'Merge');
    expect(pairs(out)).toEqual(items.map((_, item) => ({ item })));
    expect(out.flatMap(({ error }, item) => (error ? [item] : []))).toEqual([3]);
    expect(out[3]?.error?.message).toContain('NOBODY');
  });

  test('proofs of dispatch, three a call', async () => {
    const created = await place(node, orders(7));
    for (const { orderNumber } of created)
      await control(sandbox, 'advance', { carrier: 'huahan', number: orderNumber, status: 'C' });
    const items = [...created.slice(0, 4), { orderNumber: 'NOBODY' }, ...created.slice(4)];
    const ran = await run(
      items,
      step(node, 'Proof', 'label', 'getProofOfDispatch', { number: '={{ $json.orderNumber }}' }, onRegularOutput),
    );
    const out = outputsOf(ran, 'Proof');
    expect(pairs(out)).toEqual(items.map((_, item) => ({ item })));
    expect(out.filter(({ binary }) => binary !== undefined)).toHaveLength(7);
    expect(out[4]?.error?.message).toBe('Huahan Logistics returned nothing for NOBODY');
    expect((await servicesOf(sandbox, 'huahan'))['batchGetDeliveryProof']).toBe(3);
  });
});
