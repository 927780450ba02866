import { PDFDocument } from '@cantoo/pdf-lib';
import { servicesOf } from '../../../sandbox/control-client';
import { etowerOrder } from '../../../sandbox/sample-orders';
import { fileOf, outputsOf, pairs, toErrorOutput } from '../outputs';
import { useSandbox } from '../sandbox';
import { create, etower, orders, reference, tracking } from './orders';

const { sandbox, run } = useSandbox();

describe('labels', () => {
  const formats = [
    [{ labelFormat: 'PDF' }, { data: ['pdf', 'application/pdf'] }],
    [{ labelFormat: 'ZPL', dpi: '203' }, { data: ['zpl', 'x-application/zpl'] }],
    [{ labelFormat: 'JPG' }, { data: ['jpg', 'image/jpeg'] }],
    [
      { labelFormat: 'JPG', packinglist: true },
      { data: ['jpg', 'image/jpeg'], data_2: ['jpg', 'image/jpeg'] },
    ],
  ] as const;

  test.each(formats)('%j', async (parameters, expected) => {
    const ran = await run(
      [etowerOrder('A')],
      create(),
      etower('Label', 'label', 'get', { ...tracking, ...parameters }),
    );
    const found = Object.entries(outputsOf(ran, 'Label')[0]?.binary ?? {}).map(([name, { fileName, mimeType }]) => [
      name,
      [fileName?.split('.').at(-1), mimeType],
    ]);
    expect(Object.fromEntries(found)).toEqual(expected);
    const file = await fileOf(ran, -1);
    expect(file.length).toBeGreaterThan(100);
    if (parameters.labelFormat === 'ZPL') expect(file.toString()).toContain('^PW799');
  });

  test('merged gives one file for the run, and the errors of the others', async () => {
    const numbers = [{ reference: 'REF-0' }, { reference: 'UNKNOWN' }, { reference: 'REF-1' }, { reference: 'REF-2' }];
    await run(orders(3), create());
    const ran = await run(numbers, etower('Label', 'label', 'get', { ...reference, merged: true }, toErrorOutput));
    const files = outputsOf(ran, 'Label');
    expect(files).toHaveLength(1);
    expect(files[0]).toMatchObject({
      json: {
        carrier: 'etower',
        labels: 3,
        orders: [{ orderNumber: 'REF-0' }, { orderNumber: 'REF-1' }, { orderNumber: 'REF-2' }],
      },
      pairedItem: { item: 0 },
      binary: { data: { fileName: 'labels-3.pdf', mimeType: 'application/pdf' } },
    });
    const pdf = await PDFDocument.load(await fileOf(ran));
    expect(pdf.getPageCount()).toBe(3);
    expect(outputsOf(ran, 'Label', 1)).toMatchObject([
      { json: { error: 'Order does not exist' }, pairedItem: { item: 1 } },
    ]);
    expect(await servicesOf(sandbox, 'etower')).toMatchObject({ labels: 1 });
  });

  test('120 merged labels still need one call; others are grouped by equal settings', async () => {
    await run(orders(120), create());
    const numbers = Array.from({ length: 120 }, (_, index) => ({
      reference: `REF-${index}`,
      size: index % 2 === 0 ? '1' : '4',
    }));
    const merged = await run(numbers, etower('Label', 'label', 'get', { ...reference, merged: true }));
    expect(outputsOf(merged, 'Label')).toHaveLength(1);
    expect(await servicesOf(sandbox, 'etower')).toEqual({ orders: 1, labels: 1 });
    const single = await run(
      numbers,
      etower('Label', 'label', 'get', { ...reference, labelFormat: 'ZPL', labelType: '={{ $json.size }}' }),
    );
    expect(pairs(outputsOf(single, 'Label'))).toEqual(numbers.map((_, item) => ({ item })));
    // 60 of each size, 50 per call.
    expect(await servicesOf(sandbox, 'etower')).toEqual({ orders: 1, labels: 5 });
  });
});
