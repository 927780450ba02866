import { PDFDocument } from '@cantoo/pdf-lib';
import { textOf } from '#carriers/shared/json-value';
import { runWorkflow } from '../../../engine';
import shopOrders from '../../../examples/orders.json';
import workflow from '../../../examples/ship-orders-etower.workflow.json';
import { credentialsFor, ordersAt } from '../../../sandbox/control-client';
import { etowerOrder } from '../../../sandbox/sample-orders';
import { fileOf, jsonOf, outputsOf } from '../outputs';
import { useSandbox } from '../sandbox';
import { create, etower, tracking } from './orders';

const { sandbox, run } = useSandbox();

test('a parcel from order to label, forecast and tracking', async () => {
  const ran = await run(
    [etowerOrder('SHOP-1')],
    create(),
    etower('Label', 'label', 'get', { ...tracking, labelType: '2', binaryPropertyName: 'label' }),
    etower('Data', 'label', 'getData', { number: "={{ $('Create').item.json.trackingNumber }}" }),
    etower('Order', 'order', 'get', { number: "={{ $('Create').item.json.trackingNumber }}" }),
    etower('Manifest', 'manifest', 'send', { number: "={{ $('Create').item.json.trackingNumber }}" }),
    etower('Track', 'tracking', 'get', { number: "={{ $('Create').item.json.trackingNumber }}" }),
  );
  expect(ran.result.error).toBeUndefined();
  const created = jsonOf(ran, 'Create')[0] ?? {};
  expect(created).toEqual({
    carrier: 'etower',
    reference: 'SHOP-1',
    orderNumber: 'SHOP-1',
    trackingNumber: expect.stringMatching(/^ET\d{9}CN$/),
  });
  const label = outputsOf(ran, 'Label')[0];
  const trackingNumber = textOf(created['trackingNumber']) ?? '';
  expect(label?.binary).toEqual({
    label: { fileName: `${trackingNumber}.pdf`, mimeType: 'application/pdf', fileSize: expect.any(Number) },
  });
  const pdf = await PDFDocument.load(await fileOf(ran));
  expect(Math.round(pdf.getPage(0).getWidth())).toBe(595);
  expect(jsonOf(ran, 'Data')[0]).toMatchObject({
    reference: 'SHOP-1',
    recipient: { name: 'Jane Sample', street: '3 Example Drive', country: 'AU' },
    label: { barCode: trackingNumber },
  });
  expect(jsonOf(ran, 'Order')[0]).toMatchObject({
    carrier: 'etower',
    reference: 'SHOP-1',
    trackingNumber,
    country: 'AU',
    weightKg: 0.264,
    service: { code: 'UBI.AU2AU.AUPOST.1' },
    recipient: { name: 'Jane Sample', street: '3 Example Drive', city: 'Berwick', country: 'AU' },
    customsItems: [{ sku: 'SKU-1', quantity: 1, unitValue: 3.87, currency: 'USD' }, { sku: 'SKU-2' }],
  });
  expect(jsonOf(ran, 'Track')[0]).toMatchObject({
    carrier: 'etower',
    trackingNumber,
    status: 'pending',
    statusRaw: 'INF',
    events: [{ time: expect.stringMatching(/\+08:00$/), status: 'pending', code: 'INF' }],
  });
  expect(await ordersAt(sandbox, 'etower')).toMatchObject([{ reference: 'SHOP-1', status: 'forecast' }]);
});

test('the example workflow ships what the carrier takes and keeps what it refuses', async () => {
  const ran = await runWorkflow({ workflow, credentials: credentialsFor(sandbox), items: shopOrders });
  expect(ran.result.error).toBeUndefined();
  const references = outputsOf(ran, 'Create Order').map(({ json }) => json['reference']);
  const created = ['1001', '1002', '1003', '1007', '1008', '1009'].map((number) => `SHOP-${number}`);
  expect(references).toEqual(created);
  expect(outputsOf(ran, 'Get Label').map(({ binary }) => binary?.['label']?.fileName)).toEqual(
    created.map((name) => `${name}.pdf`),
  );
  expect(outputsOf(ran, 'Get Tracking').map(({ json }) => json['status'])).toEqual(created.map(() => 'pending'));
  expect(outputsOf(ran, 'Refused Orders').map(({ json }) => json['error'])).toEqual([
    'Country does not fit the service',
    expect.stringContaining('Recipient: Name (recipientName) must be in English or French letters'),
    'Recipient: Name (recipientName) must be in English or French letters',
    expect.stringContaining('must be in English or French letters'),
    'Reference number is duplicate',
    'Recipient: Street (addressLine1) is required',
    'Country does not fit the service',
  ]);
});
