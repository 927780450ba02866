import { BinaryDataService } from 'n8n-core';
import { PDFDocument } from 'pdf-lib';
import shopOrders from '../../examples/orders.json';
import workflow from '../../examples/ship-orders-etower.workflow.json';
import { objectOf, textOf } from '../../carriers/json-value';
import { listSearch, runWorkflow, stopEngine, testCredential, type WorkflowRun } from '../../scripts/engine';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { loopback } from '../contract/loopback';
import {
  callsOf,
  control,
  create,
  etower,
  etowerCredentials,
  order,
  orders,
  outputs,
  pairs,
  stored,
} from './etower-shop';
import { chain, type Step } from './workflow';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});

beforeEach(() => control(sandbox, 'reset'));

afterAll(async () => {
  await sandbox.close();
  await stopEngine();
});

const address = (): string => `${sandbox.url}/etower`;
const toErrorOutput = { onError: 'continueErrorOutput' };
const reference = { number: '={{ $json.reference }}' };
const tracking = { number: '={{ $json.trackingNumber }}' };

function run(items: readonly object[], ...steps: Step[]): Promise<WorkflowRun> {
  return runWorkflow({ workflow: chain(...steps), credentials: etowerCredentials(address()), items });
}

test('a parcel from order to label, forecast and tracking', async () => {
  const ran = await run(
    [order('SHOP-1')],
    create(),
    etower('Label', 'label', 'get', { ...tracking, labelType: '2', binaryPropertyName: 'label' }),
    etower('Data', 'label', 'getData', { number: "={{ $('Create').item.json.trackingNumber }}" }),
    etower('Order', 'order', 'get', { number: "={{ $('Create').item.json.trackingNumber }}" }),
    etower('Manifest', 'manifest', 'send', { number: "={{ $('Create').item.json.trackingNumber }}" }),
    etower('Track', 'tracking', 'get', { number: "={{ $('Create').item.json.trackingNumber }}" }),
  );
  expect(ran.result.error).toBeUndefined();
  const created = outputs(ran, 'Create')[0]?.json ?? {};
  expect(created).toEqual({
    carrier: 'etower',
    reference: 'SHOP-1',
    orderNumber: 'SHOP-1',
    trackingNumber: expect.stringMatching(/^ET\d{9}CN$/),
  });
  const label = outputs(ran, 'Label')[0];
  const trackingNumber = textOf(created['trackingNumber']) ?? '';
  expect(label?.binary).toEqual({
    label: { fileName: `${trackingNumber}.pdf`, mimeType: 'application/pdf', fileSize: expect.any(Number) },
  });
  const pdf = await PDFDocument.load(await (ran.binaries[0]?.read() ?? Promise.reject(new Error('no label'))));
  expect(Math.round(pdf.getPage(0).getWidth())).toBe(595);
  expect(outputs(ran, 'Data')[0]?.json).toMatchObject({
    reference: 'SHOP-1',
    recipient: { name: 'Jane Sample', street: '3 Example Drive', country: 'AU' },
    label: { barCode: trackingNumber },
  });
  expect(outputs(ran, 'Order')[0]?.json).toMatchObject({
    carrier: 'etower',
    reference: 'SHOP-1',
    trackingNumber,
    country: 'AU',
    weightKg: 0.264,
    service: { code: 'UBI.AU2AU.AUPOST.1' },
    recipient: { name: 'Jane Sample', street: '3 Example Drive', city: 'Berwick', country: 'AU' },
    customsItems: [{ sku: 'SKU-1', quantity: 1, unitValue: 3.87, currency: 'USD' }, { sku: 'SKU-2' }],
  });
  expect(outputs(ran, 'Track')[0]?.json).toMatchObject({
    carrier: 'etower',
    trackingNumber,
    status: 'pending',
    statusRaw: 'INF',
    events: [{ time: '2026-01-05T16:01:00+08:00', status: 'pending', code: 'INF' }],
  });
  expect(await stored(sandbox)).toMatchObject([{ reference: 'SHOP-1', status: 'forecast' }]);
});

describe('order create', () => {
  test('every order of a mixed list ends as one output or one error, paired with it, from one call', async () => {
    const items = [
      order('A'),
      order('B', { invoiceValue: 7 }),
      order('A'),
      order('C', { serviceCode: 'NO.SUCH' }),
      order('D', { postcode: 'ABC' }),
      order('E'),
    ];
    const ran = await run(items, create({}, toErrorOutput));
    expect(pairs(outputs(ran, 'Create'))).toEqual([{ item: 0 }, { item: 5 }]);
    const errors = outputs(ran, 'Create', 1);
    expect(pairs(errors)).toEqual([{ item: 1 }, { item: 2 }, { item: 3 }, { item: 4 }]);
    expect(errors.map(({ json }) => json['error'])).toEqual([
      'invoiceValue differs by more than 0.1 from the sum of its items (quantity x unit value), which is 6.23',
      'Reference number is duplicate',
      'Illegal service code',
      'Postcode must be numeric',
    ]);
    expect(errors[3]?.json['message']).toBe("The recipient's postcode must be numeric. Carrier's code: 120025.");
    expect(errors.map(({ json }) => json['referenceNo'])).toEqual(['B', 'A', 'C', 'D']);
    expect(await callsOf(sandbox)).toEqual({ orders: 1 });
  });

  test('one bad order among 300 fails alone', async () => {
    const items = orders(300).map((each, index) => (index === 150 ? { ...each, postcode: 'BAD' } : each));
    const ran = await run(items, create({}, toErrorOutput));
    expect(outputs(ran, 'Create')).toHaveLength(299);
    expect(pairs(outputs(ran, 'Create', 1))).toEqual([{ item: 150 }]);
    expect(await callsOf(sandbox)).toEqual({ orders: 1 });
    expect(await stored(sandbox)).toHaveLength(299);
  });

  test('a bad order stops the node before anything is sent', async () => {
    const ran = await run([order('A'), order('B', { recipientName: '' })], create());
    expect(ran.result.error?.message).toBe('recipientName is required');
    expect(await callsOf(sandbox)).toEqual({});
  });

  test('the form makes the same order as the JSON, and names fields as it shows them', async () => {
    const form = {
      inputMode: 'form',
      referenceNo: '={{ $json.id }}',
      serviceCode: { __rl: true, mode: 'list', value: 'UBI.AU2AU.AUPOST.1' },
      serviceOption: { __rl: true, mode: 'code', value: 'Expedited' },
      facility: { __rl: true, mode: 'list', value: '' },
      country: { __rl: true, mode: 'code', value: 'AU' },
      description: 'Dress',
      weight: '={{ 0.1 + 0.2 }}',
      weightUnit: 'KG',
      invoiceValue: '7.74',
      invoiceCurrency: 'USD',
      recipient: {
        recipientName: '={{ $json.name }}',
        addressLine1: '3 Example Drive',
        city: 'Berwick',
        state: '',
        postcode: '3806',
        phone: '0491570156',
      },
      shipper: { shipperName: 'Sample Shipper' },
      itemsFrom: 'fields',
      items: { entry: [{ itemNo: '1', sku: 'S', originCountry: 'CN', itemCount: 2, unitValue: '3.87', weight: 0 }] },
      size: { length: 10, dimensionUnit: 'CM', volume: 0 },
      additionalFields: { authorityToLeave: true, incoterm: 'DDP', pieces: '[]' },
      extendData: { entry: [{ name: 'vendorid', value: '111' }] },
      simplify: false,
    };
    const items = [
      { id: 'FORM-1', name: 'Jane Sample' },
      { id: 'FORM-2', name: '12345' },
    ];
    const ran = await run(items, etower('Create', 'order', 'create', form, toErrorOutput));
    expect(outputs(ran, 'Create')[0]?.json).toMatchObject({ status: 'Success', referenceNo: 'FORM-1' });
    expect(outputs(ran, 'Create', 1)[0]?.json['error']).toBe('Recipient: Name (recipientName) must not be digits only');
    const got = await run(
      [{ trackingNumber: (await stored(sandbox))[0]?.['trackingNumber'] }],
      etower('Get', 'order', 'get', { ...tracking, simplify: false }),
    );
    expect(objectOf(outputs(got, 'Get')[0]?.json['order'])).toMatchObject({
      referenceNo: 'FORM-1',
      serviceOption: 'Expedited',
      weight: 0.3,
      weightUnit: 'kg',
      length: 10,
      volume: null,
      authorityToLeave: 'true',
      incoterm: 'DDP',
      // A Double of B.4.1, though the form has a text field for it.
      orderItems: [{ itemNo: '1', sku: 'S', originCountry: 'CN', itemCount: 2, unitValue: 3.87 }],
    });
  });

  test.each(['disconnect-after', 'truncated', 'half-body'])(
    'an answer that is lost (%s) is found again by the references',
    async (kind) => {
      await control(sandbox, 'faults', { carrier: 'etower', service: 'orders', kind });
      const ran = await run([order('A'), order('B', { postcode: 'BAD' })], create({}, toErrorOutput));
      expect(outputs(ran, 'Create').map(({ json }) => json)).toMatchObject([{ reference: 'A', recovered: true }]);
      expect(outputs(ran, 'Create', 1)[0]?.json['error']).toContain('eTower does not know reference B at this moment.');
      expect(await callsOf(sandbox)).toEqual({ orders: 1, trackingNumbers: 1 });
    },
  );

  test('a workflow that runs again can return the orders that exist', async () => {
    await run(orders(3), create());
    const again = create({ options: { ifReferenceExists: 'return' } });
    const ran = await run(orders(4), again);
    expect(outputs(ran, 'Create').map(({ json }) => json['recovered'])).toEqual([true, true, true, undefined]);
    expect(outputs(ran, 'Create')[1]?.json['trackingNumber']).toBe((await stored(sandbox))[1]?.['trackingNumber']);
  });

  test('an order of several pieces gives the numbers of all', async () => {
    const item = order('M', { pieces: [{ referenceNo: 'M-2' }, { referenceNo: 'M-3' }] });
    const ran = await run(
      [item],
      create(),
      etower('Labels', 'label', 'get', { numberType: 'masterIds', ...reference, labelFormat: 'JPG' }),
    );
    expect(outputs(ran, 'Create')[0]?.json['pieces']).toMatchObject([{ reference: 'M-2' }, { reference: 'M-3' }]);
    expect(Object.keys(outputs(ran, 'Labels')[0]?.binary ?? {})).toEqual(['data', 'data_2', 'data_3']);
  });

  test('each master’s labels come by a call of their own, so that they cannot be mixed up', async () => {
    const items = ['M1', 'M2'].map((master) => order(master, { pieces: [{ referenceNo: `${master}-2` }] }));
    const label = { numberType: 'masterIds', ...reference, labelFormat: 'ZPL' };
    const ran = await run(items, create(), etower('Labels', 'label', 'get', label));
    const files = outputs(ran, 'Labels').map(({ binary }) => Object.keys(binary ?? {}));
    expect(files).toEqual([
      ['data', 'data_2'],
      ['data', 'data_2'],
    ]);
    expect(await callsOf(sandbox)).toEqual({ orders: 1, labels: 2 });
  });
});

describe('create with label', () => {
  const withLabel = (parameters = {}, settings = {}): Step =>
    etower('Create', 'order', 'createWithLabel', { inputMode: 'json', body: '={{ $json }}', ...parameters }, settings);

  test('gives order and file of each item', async () => {
    const ran = await run([order('A'), order('B', { postcode: 'BAD' })], withLabel({}, toErrorOutput));
    expect(outputs(ran, 'Create')).toEqual([
      {
        json: expect.objectContaining({ reference: 'A', fileName: 'A.pdf', fileType: 'pdf' }),
        pairedItem: { item: 0 },
        binary: { data: { fileName: 'A.pdf', mimeType: 'application/pdf', fileSize: expect.any(Number) } },
      },
    ]);
    expect(pairs(outputs(ran, 'Create', 1))).toEqual([{ item: 1 }]);
  });

  describe('when n8n cannot store a file', () => {
    const retried = { ...toErrorOutput, retryOnFail: true, maxTries: 2, waitBetweenTries: 1 };
    beforeEach(() => {
      jest.spyOn(BinaryDataService.prototype, 'store').mockRejectedValueOnce(new Error('The disk is full'));
    });
    afterEach(() => jest.restoreAllMocks());

    test('the other orders of the call keep their results, and the error tells that its order exists', async () => {
      const ran = await run(orders(3), withLabel({}, toErrorOutput));
      expect(pairs(outputs(ran, 'Create'))).toEqual([{ item: 1 }, { item: 2 }]);
      const [failed, ...others] = outputs(ran, 'Create', 1);
      expect(others).toEqual([]);
      expect(failed).toMatchObject({
        pairedItem: { item: 0 },
        json: { error: 'The carrier answered, but the output could not be stored in n8n: The disk is full' },
        error: { description: expect.stringMatching(/^Reference .*tracking number ET.*do not create an order again/) },
      });
      expect(await stored(sandbox)).toHaveLength(3);
    });

    test('retry on fail stores it, and creates no order again', async () => {
      const ran = await run([order('A')], withLabel({}, retried));
      expect(outputs(ran, 'Create')).toMatchObject([{ binary: { data: { fileName: 'A.pdf' } } }]);
      expect(await stored(sandbox)).toHaveLength(1);
    });
  });

  test('gives the files of further pieces as well, and none of them as text', async () => {
    const part = (referenceNo: string) => ({
      status: 'Success',
      errors: null,
      referenceNo,
      labelContent: Buffer.from(`%PDF-1.4 ${referenceNo}`).toString('base64'),
    });
    const entry = { ...part('A'), piecesResult: [part('A-2')] };
    const server = await loopback(() => ({ body: JSON.stringify({ status: 'Success', errors: null, data: [entry] }) }));
    const ran = await runWorkflow({
      workflow: chain(withLabel({ simplify: false })),
      credentials: etowerCredentials(server.url),
      items: [order('A', { pieces: [order('A-2')] })],
    });
    await server.close();
    const [created] = outputs(ran, 'Create');
    expect(created?.json).toEqual({
      status: 'Success',
      errors: null,
      referenceNo: 'A',
      piecesResult: [{ status: 'Success', errors: null, referenceNo: 'A-2' }],
    });
    expect(created?.binary).toMatchObject({ data: { fileName: 'A.pdf' }, data_2: { fileName: 'A_2.pdf' } });
  });

  test('the label of a piece does not take the place of one that is missing', async () => {
    const piece = { status: 'Success', referenceNo: 'A-2', labelContent: Buffer.from('%PDF-1.4').toString('base64') };
    const entry = { status: 'Success', orderId: 'A', trackingNo: 'T-A', labelContent: null, piecesResult: [piece] };
    const refused = { status: 'Failure', orderId: 'A', errors: [{ code: 100005, message: 'no label' }] };
    const server = await loopback((_, index) => ({
      body: JSON.stringify({ status: 'Success', errors: null, data: [index === 0 ? entry : refused] }),
    }));
    const ran = await runWorkflow({
      workflow: chain(withLabel()),
      credentials: etowerCredentials(server.url),
      items: [order('A', { pieces: [order('A-2')] })],
    });
    await server.close();
    const [created] = outputs(ran, 'Create');
    expect(created?.json).toEqual({
      carrier: 'etower',
      reference: 'A',
      orderNumber: 'A',
      trackingNumber: 'T-A',
      pieces: [{ carrier: 'etower', reference: 'A-2' }],
    });
    expect(created?.binary).toMatchObject({ data_2: { fileName: 'A_2.pdf' } });
    expect(Object.keys(created?.binary ?? {})).toEqual(['data_2']);
    expect(ran.hints['Create']).toEqual([expect.stringContaining('created without a label')]);
  });

  test('a lost answer costs neither the order nor the label', async () => {
    await control(sandbox, 'faults', { carrier: 'etower', service: 'orderLabels', kind: 'disconnect-after' });
    const ran = await run([order('A')], withLabel({ labelFormat: 'ZPL', simplify: false }));
    expect(outputs(ran, 'Create')[0]).toMatchObject({
      json: { recovered: true },
      binary: { data: { fileName: 'A.zpl', mimeType: 'x-application/zpl' } },
    });
    expect(await callsOf(sandbox)).toEqual({ orderLabels: 1, trackingNumbers: 1, labels: 1 });
  });

  test('an order without its label is no failure, but is told', async () => {
    await control(sandbox, 'faults', [
      { carrier: 'etower', service: 'orderLabels', kind: 'disconnect-after' },
      { carrier: 'etower', service: 'labels', kind: 'html', times: 9 },
    ]);
    const ran = await run([order('A')], withLabel());
    expect(outputs(ran, 'Create')[0]?.binary).toBeUndefined();
    expect(ran.hints['Create']).toEqual([expect.stringContaining('created without a label')]);
  });
});

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
    const ran = await run([order('A')], create(), etower('Label', 'label', 'get', { ...tracking, ...parameters }));
    const found = Object.entries(outputs(ran, 'Label')[0]?.binary ?? {}).map(([name, { fileName, mimeType }]) => [
      name,
      [fileName?.split('.').at(-1), mimeType],
    ]);
    expect(Object.fromEntries(found)).toEqual(expected);
    const file = await (ran.binaries.at(-1)?.read() ?? Promise.reject(new Error('no label')));
    expect(file.length).toBeGreaterThan(100);
    if (parameters.labelFormat === 'ZPL') expect(file.toString()).toContain('^PW799');
  });

  test('merged gives one file for the run, and the errors of the others', async () => {
    const numbers = [{ reference: 'REF-0' }, { reference: 'UNKNOWN' }, { reference: 'REF-1' }, { reference: 'REF-2' }];
    await run(orders(3), create());
    const ran = await run(numbers, etower('Label', 'label', 'get', { ...reference, merged: true }, toErrorOutput));
    const files = outputs(ran, 'Label');
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
    const pdf = await PDFDocument.load(await (ran.binaries[0]?.read() ?? Promise.reject(new Error('no label'))));
    expect(pdf.getPageCount()).toBe(3);
    expect(outputs(ran, 'Label', 1)).toMatchObject([
      { json: { error: 'Order does not exist' }, pairedItem: { item: 1 } },
    ]);
    expect(await callsOf(sandbox)).toMatchObject({ labels: 1 });
  });

  test('120 merged labels still need one call; others are grouped by equal settings', async () => {
    await run(orders(120), create());
    const numbers = Array.from({ length: 120 }, (_, index) => ({
      reference: `REF-${index}`,
      size: index % 2 === 0 ? '1' : '4',
    }));
    const merged = await run(numbers, etower('Label', 'label', 'get', { ...reference, merged: true }));
    expect(outputs(merged, 'Label')).toHaveLength(1);
    expect(await callsOf(sandbox)).toEqual({ orders: 1, labels: 1 });
    const single = await run(
      numbers,
      etower('Label', 'label', 'get', { ...reference, labelFormat: 'ZPL', labelType: '={{ $json.size }}' }),
    );
    expect(pairs(outputs(single, 'Label'))).toEqual(numbers.map((_, item) => ({ item })));
    // 60 of each size, 50 per call.
    expect(await callsOf(sandbox)).toEqual({ orders: 1, labels: 5 });
  });
});

describe('bulk', () => {
  test('3,000 orders are 10 calls; 3,000 trackings are 100', async () => {
    const ran = await run(orders(3000), create(), etower('Track', 'tracking', 'get', tracking));
    expect(ran.result.error).toBeUndefined();
    const created = outputs(ran, 'Create');
    expect(created.map(({ json }) => json['reference'])).toEqual(orders(3000).map(({ referenceNo }) => referenceNo));
    expect(pairs(created)).toEqual(created.map((_, item) => ({ item })));
    const tracked = outputs(ran, 'Track');
    expect(tracked.map(({ json }) => json['trackingNumber'])).toEqual(
      created.map(({ json }) => json['trackingNumber']),
    );
    expect(pairs(tracked)).toEqual(tracked.map((_, item) => ({ item })));
    expect(await callsOf(sandbox)).toEqual({ orders: 10, trackingEvents: 100 });
  }, 120_000);

  test.each([
    ['order', 'get', 'queryorders', tracking, {}],
    ['label', 'getData', 'labelSpecs', reference, {}],
    ['order', 'hold', 'hold', reference, { holdType: '1' }],
    ['order', 'getTrackingNumber', 'trackingNumbers', reference, {}],
  ])('%s %s: 301 items are two calls', async (resource, operation, service, number, parameters) => {
    const ran = await run(orders(301), create(), etower('Next', resource, operation, { ...number, ...parameters }));
    expect(pairs(outputs(ran, 'Next'))).toEqual(Array.from({ length: 301 }, (_, item) => ({ item })));
    expect(await callsOf(sandbox)).toEqual({ orders: 2, [service]: 2 });
  });

  test('closing takes 2,000 in a call', async () => {
    await run(orders(2001), create());
    for (let index = 0; index < 2001; index += 1000) {
      const numbers = Array.from({ length: Math.min(1000, 2001 - index) }, (_, each) => ({
        reference: `REF-${index + each}`,
      }));
      await run(numbers, etower('Label', 'label', 'get', { ...reference, labelFormat: 'ZPL' }));
    }
    const numbers = Array.from({ length: 2001 }, (_, index) => ({ reference: `REF-${index}` }));
    const ran = await run(numbers, etower('Close', 'manifest', 'close', { ...reference, manifestNo: 'M-1' }));
    expect(ran.result.error).toBeUndefined();
    expect(outputs(ran, 'Close')).toHaveLength(2001);
    expect(await callsOf(sandbox)).toMatchObject({ closeShipments: 2 });
  }, 60_000);
});

describe('changes', () => {
  test('an order is changed, held and deleted; what was forecast stays', async () => {
    const ran = await run(
      [order('A'), order('B')],
      create(),
      etower('Update', 'order', 'update', {
        inputMode: 'form',
        orderId: '={{ $json.reference }}',
        weight: 300,
        weightUnit: 'G',
        address: { city: 'Melbourne' },
        changes: { phone: '0491570157' },
      }),
      etower('Hold', 'order', 'hold', { number: "={{ $('Create').item.json.reference }}", holdType: '1' }),
    );
    expect(ran.result.error).toBeUndefined();
    expect(outputs(ran, 'Update')[0]?.json).toMatchObject({ carrier: 'etower', orderNumber: 'A', updated: true });
    expect(await stored(sandbox)).toMatchObject([
      { reference: 'A', weight: 0.3, held: true },
      { reference: 'B', weight: 0.3, held: true },
    ]);
    await control(sandbox, 'advance', { carrier: 'etower', number: 'A', status: 'forecast' });
    const deleted = await run(
      [{ reference: 'A' }, { reference: 'B' }, { reference: 'C' }],
      etower('Delete', 'order', 'delete', reference, toErrorOutput),
    );
    expect(outputs(deleted, 'Delete')).toMatchObject([
      { json: { orderNumber: 'B', deleted: true }, pairedItem: { item: 1 } },
    ]);
    expect(outputs(deleted, 'Delete', 1)).toMatchObject([
      {
        json: {
          error: 'Order cannot be deleted',
          message: expect.stringContaining('forecast or closed can no longer be deleted'),
        },
      },
      { json: { error: 'Order does not exist' } },
    ]);
    expect(await stored(sandbox)).toMatchObject([{ reference: 'A' }]);
  });

  test('a reference with every kind of character is deleted: the URL is signed as it is sent', async () => {
    const odd = "A/B 10%?x=1#ü&'(*)!";
    const ran = await run([order(odd)], create(), etower('Delete', 'order', 'delete', reference));
    expect(ran.result.error).toBeUndefined();
    expect(await stored(sandbox)).toEqual([]);
  });

  test('a number that would change the path is refused before anything is sent', async () => {
    const ran = await run([{ reference: '..' }], etower('Delete', 'order', 'delete', reference));
    expect(ran.result.error?.message).toContain('no number of an order');
    expect(await callsOf(sandbox)).toEqual({});
  });

  test('an order without a label cannot be forecast', async () => {
    const ran = await run([order('A')], create(), etower('Send', 'manifest', 'send', reference));
    expect(ran.result.error).toEqual({
      message: 'Order is not labelled',
      description: "Get the label first: an order without a label cannot be forecast. Carrier's code: 100016.",
    });
  });

  test('release is refused in the words of the carrier', async () => {
    const ran = await run([order('A')], create(), etower('Hold', 'order', 'hold', { ...reference, holdType: '2' }));
    expect(ran.result.error?.message).toBe('Release is not enabled');
  });
});

test('a pickup is requested in the form that the carrier takes', async () => {
  const pickup = { contact: 'Sample Shipper', pickupTime: '={{ $json.time }}', parcelCount: 2, weight: 2.2 };
  const items = [{ time: '2026-01-06T09:00:00.000+08:00' }, { time: '2026-01-06' }];
  const ran = await run(items, etower('Pickup', 'pickup', 'request', pickup, toErrorOutput));
  expect(outputs(ran, 'Pickup').map(({ json }) => json)).toEqual([
    { carrier: 'etower', requested: true, pickupTime: '2026-01-06T09:00:00+0800' },
  ]);
  expect(outputs(ran, 'Pickup', 1)[0]?.json['error']).toContain('must be a date and time with its zone');
});

test('a pickup time may be a date of an expression', async () => {
  const pickupTime = '={{ $json.time ? new Date($json.time) : {} }}';
  const pickup = { contact: 'Sample Shipper', pickupTime };
  const items = [{ time: '2026-01-06T09:00:00+08:00' }, {}];
  const ran = await run(items, etower('Pickup', 'pickup', 'request', pickup, toErrorOutput));
  expect(outputs(ran, 'Pickup').map(({ json }) => json['pickupTime'])).toEqual(['2026-01-06T01:00:00+0000']);
  expect(outputs(ran, 'Pickup', 1)[0]?.json['error']).toBe('Pickup Time is not text');
});

describe('forms send the documented types', () => {
  /** What goes out, and the run. */
  async function wire(item: object, operation: string, parameters: object, resource = 'order') {
    const server = await loopback(() => ({ body: '{"status":"Success","errors":null,"data":[]}' }));
    const ran = await runWorkflow({
      workflow: chain(etower('Send', resource, operation, { inputMode: 'form', ...parameters }, toErrorOutput)),
      credentials: etowerCredentials(server.url),
      items: [item],
    });
    await server.close();
    const [body] = server.received.map((received): unknown => JSON.parse(received.body));
    return { ran, sent: objectOf(Array.isArray(body) ? body[0] : undefined) };
  }

  const form = {
    referenceNo: '={{ $json.id }}',
    serviceCode: { __rl: true, mode: 'code', value: 'X' },
    country: { __rl: true, mode: 'code', value: 'AU' },
    description: 'Dress',
    weight: '={{ $json.weight }}',
    invoiceValue: '={{ $json.total }}',
    invoiceCurrency: 'USD',
    recipient: {
      recipientName: 'Jane Sample',
      addressLine1: '3 Example Drive',
      city: 'Berwick',
      postcode: '={{ $json.zip }}',
      phone: '={{ $json.phone }}',
    },
    itemsFrom: 'fields',
    items: { entry: [{ itemNo: '={{ $json.line }}', sku: 'S', itemCount: '2', unitValue: '3.870', weight: '0.05' }] },
    size: { length: '.5' },
    additionalFields: { authorityToLeave: true },
  };
  const item = { id: 10023, weight: '0.3', total: '7.74', zip: 3806, phone: 61400000000, line: 1 };

  test('of an order (B.4.1)', async () => {
    const { sent } = await wire(item, 'create', form);
    expect(sent).toMatchObject({
      referenceNo: '10023',
      weight: 0.3,
      invoiceValue: 7.74,
      postcode: '3806',
      phone: '61400000000',
      length: 0.5,
      authorityToLeave: true,
      orderItems: [{ itemNo: '1', sku: 'S', originCountry: 'CN', itemCount: 2, unitValue: 3.87, weight: 0.05 }],
    });
  });

  test('without losing a digit', async () => {
    const long = await wire({ ...item, zip: '03806', phone: '61400000000123456789' }, 'create', form);
    expect(long.sent).toMatchObject({ postcode: '03806', phone: '61400000000123456789' });
    const rounded = await wire({ ...item, id: 12345678901234567000 }, 'create', form);
    expect(outputs(rounded.ran, 'Send', 1)[0]?.json['error']).toContain('has too many digits for a number');
    const noNumber = await wire({ ...item, weight: '0,3' }, 'create', form);
    expect(outputs(noNumber.ran, 'Send', 1)[0]?.json['error']).toContain('must be a number');
  });

  test('of a change (B.4.11)', async () => {
    const { sent } = await wire(item, 'update', {
      orderId: '={{ $json.id }}',
      weight: '={{ $json.weight }}',
      address: { postcode: '={{ $json.zip }}' },
      items: { entry: [{ sku: '={{ $json.line }}', unitValue: '6.2' }] },
      changes: { invoiceValue: '6.2', phone: '={{ $json.phone }}', height: '={{ "3" }}' },
    });
    expect(sent).toMatchObject({
      orderId: '10023',
      weight: 0.3,
      address: { postcode: '3806' },
      items: [{ sku: '1', unitValue: 6.2 }],
      invoiceValue: 6.2,
      phone: '61400000000',
      height: 3,
    });
  });

  test('and of a change only what the user set', async () => {
    const { sent } = await wire(item, 'update', {
      orderId: 'A',
      weight: 0.3,
      items: { entry: [{ sku: 'S', hsCode: '123456' }] },
    });
    expect(sent).toEqual({ orderId: 'A', weight: 0.3, weightUnit: 'KG', items: [{ sku: 'S', hsCode: '123456' }] });
  });

  test.each([{}, { weight: 0 }, { weight: '0' }, { weight: '' }])(
    'and no change without a weight, which would replace it: %j',
    async (weight) => {
      const { ran, sent } = await wire(item, 'update', { orderId: 'A', ...weight, changes: { phone: '1' } });
      expect(outputs(ran, 'Send', 1)[0]?.json['error']).toBe('Weight is required');
      expect(sent).toEqual({});
    },
  );

  test('and names what is wrong with a change as the form shows it', async () => {
    const { ran, sent } = await wire(item, 'update', {
      orderId: 'A'.repeat(81),
      weight: 0.3,
      items: { entry: [{ sku: 'S', unitValue: 'free' }] },
      changes: { invoiceValue: '6,2' },
    });
    expect(outputs(ran, 'Send', 1)[0]?.json['error']).toBe(
      'Order ID (orderId) is longer than 80 characters; Other Changes: Declared Value (invoiceValue) must be a number; Item 1: Unit Value (items[0].unitValue) must be a number',
    );
    expect(sent).toEqual({});
  });

  test('and nothing for a field that holds blanks alone, or no piece', async () => {
    const { sent } = await wire({ ...item, zip: '  ' }, 'create', { ...form, additionalFields: { pieces: '[]' } });
    expect(sent).toMatchObject({ referenceNo: '10023' });
    expect(Object.keys(sent)).not.toEqual(expect.arrayContaining(['postcode']));
    expect(Object.keys(sent)).not.toEqual(expect.arrayContaining(['pieces']));
  });

  test('and refuses pieces that are no list', async () => {
    const { ran } = await wire(item, 'create', { ...form, additionalFields: { pieces: '{"referenceNo":"B"}' } });
    expect(outputs(ran, 'Send', 1)[0]?.json['error']).toBe('Additional Fields: Pieces (pieces) must be a list [ ]');
  });

  test('but JSON as it is', async () => {
    const body = { orderId: 'A', weight: 0, items: [{ sku: 1, itemCount: 0 }] };
    const { sent } = await wire(item, 'update', { inputMode: 'json', body: JSON.stringify(body) });
    expect(sent).toEqual(body);
  });

  test('of a pickup, as in the sample of B.4.13', async () => {
    const pickup = {
      contact: '={{ $json.line }}',
      pickupTime: '2026-01-06T09:00:00+0800',
      phone: '={{ $json.phone }}',
    };
    const { sent } = await wire(item, 'request', { ...pickup, parcelCount: '3', weight: '2.2' }, 'pickup');
    expect(sent).toMatchObject({ contact: '1', phone: '61400000000', parcelCount: 3, weight: 2.2 });
  });
});

test('a tracking number that follows later is asked for', async () => {
  const later = order('LATER', {
    serviceCode: 'UBI.CN2EU.LATER',
    serviceOption: 'Boxable',
    facility: 'SZX',
    country: 'DE',
    postcode: '10115',
  });
  const ran = await run([later], create(), etower('Number', 'order', 'getTrackingNumber', reference));
  expect(outputs(ran, 'Create')[0]?.json).toMatchObject({ trackingNumberPending: true });
  expect(outputs(ran, 'Number')[0]?.json).toMatchObject({
    trackingNumber: expect.stringMatching(/^ET/),
    lastMileCarrier: 'UBI Smart Parcel',
  });
});

test('events come newest first, whatever their order at the carrier, each in its zone', async () => {
  await run([order('A')], create());
  await control(sandbox, 'advance', { carrier: 'etower', number: 'A', status: 'DLD' });
  const ran = await run([{ reference: 'A' }], etower('Track', 'tracking', 'get', reference));
  const { events, status } = outputs(ran, 'Track')[0]?.json ?? {};
  expect(status).toBe('delivered');
  expect(
    (Array.isArray(events) ? events : []).map((event) => [
      objectOf(event)['code'],
      objectOf(event)['status'],
      objectOf(event)['time'],
    ]),
  ).toEqual([
    ['DLD', 'delivered', '2026-01-10T05:01:00+10:00'],
    ['DLV', 'delivery_failed', '2026-01-09T05:01:00+10:00'],
    ['CCD', 'in_transit', '2026-01-08T07:01:00+10:00'],
    ['SCN', 'in_transit', '2026-01-06T01:01:00+08:00'],
    ['RCV', 'picked_up', '2026-01-05T22:01:00+08:00'],
    ['INF', 'pending', '2026-01-05T16:01:00+08:00'],
  ]);
});

test('a clock that is an hour off costs one more call and is told', async () => {
  await control(sandbox, 'faults', { carrier: 'etower', kind: 'clock-ahead' });
  const ran = await run([order('A')], create());
  expect(outputs(ran, 'Create')[0]?.json).toMatchObject({ reference: 'A' });
  expect(await callsOf(sandbox)).toEqual({ orders: 2 });
  expect(ran.hints['Create']).toEqual([expect.stringContaining('The clock of this server is 60 minutes behind')]);
});

describe('lists and any endpoint', () => {
  test('services', async () => {
    const ran = await run(
      [{}],
      etower('Services', 'service', 'getMany', { limit: 1 }),
      etower('Raw', 'service', 'getMany', { simplify: false, returnAll: true }),
    );
    expect(outputs(ran, 'Services').map(({ json }) => json)).toMatchObject([
      {
        code: 'UBI.AU2AU.AUPOST.1',
        destinations: ['AU', 'NZ'],
        facilities: [{ code: 'CAN', country: 'CN' }, { code: 'SZX' }],
        options: ['E-Parcel', 'Expedited'],
      },
    ]);
    expect(outputs(ran, 'Raw')).toHaveLength(3);
    for (const limit of [0, -1]) {
      const least = await run([{}], etower('Services', 'service', 'getMany', { limit }));
      expect(outputs(least, 'Services')).toHaveLength(1);
    }
    expect(outputs(ran, 'Raw')[0]?.json).toHaveProperty('customerSupportEMail', '');
  });

  test('an endpoint is called with the signature; a refusal is an error', async () => {
    const call = (path: string, body: string) => etower('Call', 'endpoint', 'call', { method: 'POST', path, body });
    await run([order('A')], create());
    const good = await run([{}], call('/services/shipper/trackingNumbers', '["A"]'));
    expect(outputs(good, 'Call')[0]?.json).toMatchObject({ status: 'Success', data: [{ orderId: 'A' }] });
    const bad = await run([{}], call('/services/shipper/trackingNumbers', '["B"]'));
    expect(bad.result.error?.message).toBe('Order does not exist');
    const away = await run([{}], call('//elsewhere.example.com/', '{}'));
    expect(away.result.error?.message).toBe('Path is no path of the API');
  });

  test('dropdowns come from one catalogue, which is fetched once', async () => {
    const credentials = etowerCredentials(address(), { key: 'sandbox-etower-key-00000000000000003 ' });
    const search = async (method: string, filter = '', parameters = {}) =>
      (await listSearch({ node: 'etower', method, filter, credentials, parameters })).results.map(({ value }) => value);
    expect(await search('searchServices', 'united')).toEqual(['DIRECT.LINK.US.L3']);
    expect(await search('searchServices', '')).toHaveLength(3);
    const parameters = {
      resource: 'order',
      operation: 'create',
      serviceCode: { __rl: true, mode: 'list', value: 'DIRECT.LINK.US.L3' },
    };
    expect(await search('searchServiceOptions', '', parameters)).toEqual(['STANDARD']);
    expect(await search('searchFacilities', 'hk', parameters)).toEqual(['HKG']);
    expect(await search('searchServiceOptions', 'box')).toEqual(['Boxable', 'Non-Boxable']);
    expect(await search('searchCountries', 'australia')).toEqual(['AU']);
    expect(await callsOf(sandbox)).toEqual({ 'service-catalog': 1 });
  });

  test('a dropdown shows why it is empty', async () => {
    const credentials = etowerCredentials(address(), { token: 'wrong-token' });
    await expect(listSearch({ node: 'etower', method: 'searchServices', credentials })).rejects.toThrow(
      'eTower did not accept the credentials (HTTP 401).',
    );
  });
});

test.each([
  ['right', {}, 'OK', 'eTower accepted the credentials'],
  ['wrong token', { token: 'another-token' }, 'Error', 'did not accept the credentials'],
  ['wrong key', { key: 'another-key' }, 'Error', 'did not accept the credentials'],
  ['no address', { baseUrl: 'etower' }, 'Error', 'is not a web address'],
  ['unknown region', { region: 'mars' }, 'Error', 'Region'],
])('the test of the integration credential: %s', async (_case, changes, status, message) => {
  const { etowerApi } = etowerCredentials(address(), changes);
  const result = await testCredential('etowerApi', etowerApi ?? {});
  expect(result).toEqual({ status, message: expect.stringContaining(message) });
});

test('the example workflow ships what the carrier takes and keeps what it refuses', async () => {
  const ran = await runWorkflow({ workflow, credentials: etowerCredentials(address()), items: shopOrders });
  expect(ran.result.error).toBeUndefined();
  const references = outputs(ran, 'Create Order').map(({ json }) => json['reference']);
  const created = ['1001', '1002', '1003', '1007', '1008', '1009'].map((number) => `SHOP-${number}`);
  expect(references).toEqual(created);
  expect(outputs(ran, 'Get Label').map(({ binary }) => binary?.['label']?.fileName)).toEqual(
    created.map((name) => `${name}.pdf`),
  );
  expect(outputs(ran, 'Get Tracking').map(({ json }) => json['status'])).toEqual(created.map(() => 'pending'));
  expect(outputs(ran, 'Refused Orders').map(({ json }) => json['error'])).toEqual([
    'Country does not fit the service',
    expect.stringContaining('Recipient: Name (recipientName) must be in English or French letters'),
    'Recipient: Name (recipientName) must be in English or French letters',
    expect.stringContaining('must be in English or French letters'),
    'Reference number is duplicate',
    'Recipient: Street (addressLine1) is required',
    'Country does not fit the service',
  ]);
});
