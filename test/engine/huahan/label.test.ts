import { PDFDocument } from '@cantoo/pdf-lib';
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

  test('labels of FBA boxes: 20 a call, one unknown box fails alone, files or links', async () => {
    const [order] = await place(node, orders(1, 'FBA', { order_pieces: 24 }));
    const boxes = Array.from(
      { length: 24 },
      (_, box) => `${order?.['orderNumber']}U${String(box + 1).padStart(3, '0')}`,
    );
    const items = [...boxes.slice(0, 3), 'NOBODY', ...boxes.slice(3)].map((number) => ({ number }));
    const get = (parameters = {}) =>
      step(node, 'FBA', 'label', 'getFba', { number: '={{ $json.number }}', ...parameters }, onRegularOutput);
    const ran = await run(items, get());
    const out = outputsOf(ran, 'FBA');
    expect(pairs(out)).toEqual(items.map((_, item) => ({ item })));
    expect(out.flatMap(({ binary }, index) => (binary ? [] : [index]))).toEqual([3]);
    expect(out[3]?.error?.message).toBe('订单号NOBODY不存在,或者不属于该用户');
    const [number] = boxes;
    const names = { fileName: `${number}.pdf`, fileType: 'pdf' };
    const box = { carrier: 'huahan', number, childNumber: number, fbaNumber: 'fbabox1u1', trackingNumber: number };
    expect(out[0]?.json).toEqual({ ...box, url: expect.stringContaining('/PDF/'), ...names });
    const linked = await run([{ number: out[24]?.json['fbaNumber'] }], get({ download: false }));
    expect(outputsOf(linked, 'FBA')).toMatchObject([{ json: { childNumber: boxes[23], url: expect.any(String) } }]);
  });

  test.each([
    [{ kind: 'label-several' }, 2],
    [{ kind: 'label-no-scheme' }, 1],
    [{ kind: 'label-missing' }, /without a link/],
    [{ kind: 'label-not-ready', as: 'refusal' }, /生成中/],
  ])('the label of an FBA box under %j', async (fault, expected) => {
    const [order] = await place(node, orders(1));
    await control(sandbox, 'faults', { carrier: 'huahan', service: 'getFbaLabel', ...fault });
    const fba = step(node, 'FBA', 'label', 'getFba', { number: `${order?.['orderNumber']}U001` }, onRegularOutput);
    const [out] = outputsOf(await run([{}], fba), 'FBA');
    if (typeof expected === 'number') expect(Object.keys(out?.binary ?? {})).toHaveLength(expected);
    else expect(out?.error?.message).toMatch(expected);
  });
});
