import { decode } from 'jpeg-js';
import { PDFDocument } from 'pdf-lib';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { codesOf, made, newOrder, post, signed } from './etower-wire';
import { asObject, control, exampleJson, objects, shapeOf, type Answer } from './wire';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});

afterAll(() => sandbox.close());

beforeEach(() => control(sandbox, 'reset', {}));

const catalog = '/services/shipper/service-catalog';
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toUTCString();

describe('signature', () => {
  test('a signed request is answered as documented', async () => {
    const { status, body } = await signed(sandbox, 'GET', catalog);
    expect(status).toBe(200);
    expect(shapeOf(objects(body.data)[0]?.destinations)).toEqual([{ country: 'string', facilities: [] }]);
    const [example] = objects(exampleJson('etower', 'service-catalog.response.json').data);
    expect(Object.keys(objects(body.data)[0] ?? {})).toEqual(expect.arrayContaining(Object.keys(example ?? {})));
  });

  test.each([
    ['14 minutes old', { date: minutesAgo(14) }, 200],
    ['16 minutes old', { date: minutesAgo(16) }, 401],
    ['16 minutes ahead', { date: minutesAgo(-16) }, 401],
    ['no date', { date: 'yesterday' }, 401],
    ['a date without GMT', { date: minutesAgo(0).replace('GMT', '+0000') }, 401],
    ['another token', { token: 'another' }, 401],
    ['another key', { key: 'another' }, 401],
    ['the path signed alone', { url: '/etower/services/shipper/service-catalog' }, 401],
    ['https signed, http sent', { url: 'https://127.0.0.1/etower/services/shipper/service-catalog' }, 401],
  ])('%s', async (_case, signing, status) => {
    expect((await signed(sandbox, 'GET', catalog, undefined, signing)).status).toBe(status);
  });

  test('the address counts as it is encoded', async () => {
    await made(sandbox, newOrder('A/B C'));
    const path = '/services/shipper/order/A%2FB%20C';
    const decoded = `${sandbox.addresses.etower ?? ''}/services/shipper/order/A/B C`;
    expect((await signed(sandbox, 'DELETE', path, undefined, { url: decoded })).status).toBe(401);
    expect((await signed(sandbox, 'DELETE', path)).body).toMatchObject({ status: 'Success' });
  });

  test('the clock can be set an hour ahead', async () => {
    await control(sandbox, 'faults', { carrier: 'etower', kind: 'clock-ahead' });
    const refused = await signed(sandbox, 'GET', catalog);
    expect(refused.status).toBe(401);
    expect((await signed(sandbox, 'GET', catalog)).status).toBe(401);
    expect((await signed(sandbox, 'GET', catalog, undefined, { date: refused.date })).status).toBe(200);
  });
});

describe('orders', () => {
  test('the answer has the documented shape', async () => {
    const [entry] = await made(sandbox, newOrder('TESTING1231211'));
    expect(shapeOf(entry)).toEqual(shapeOf(objects(exampleJson('etower', 'create-orders.response.json').data)[0]));
  });

  test.each<[number, Answer]>([
    [100006, { facility: 'NOWHERE' }],
    [100013, { serviceCode: 'NO.SUCH' }],
    [100015, { trackingNo: 'OWN-1' }],
    [110001, { referenceNo: '' }],
    [110005, { recipientName: 'x'.repeat(51) }],
    [110014, { recipientName: '张三' }],
    [120001, { addressLine1: '' }],
    [120011, { postcode: '' }],
    [120023, { country: 'US' }],
    [120024, { serviceOption: 'NO SUCH' }],
    [120025, { postcode: 'ABC' }],
    [130002, { description: 'x'.repeat(61) }],
    [130004, { weight: 31, weightUnit: 'KG' }],
    [130010, { invoiceValue: 0.001, orderItems: [item({ unitValue: 0.001 })] }],
    [190001, { orderItems: [], invoiceValue: 0.05 }],
    [190002, { orderItems: [item({ itemCount: 0 }), item({ unitValue: 6.23 })] }],
    [190019, { invoiceValue: 6.34 }],
    [190033, { orderItems: [item({ unitValue: 6.23, weight: 0.3 })] }],
  ])('%d', async (code, changes) => {
    expect(codesOf(await post(sandbox, 'orders', [newOrder('A', changes)]))).toEqual([[code]]);
  });

  test('one bad order fails alone; a reference is taken once', async () => {
    const reply = await post(sandbox, 'orders', [newOrder('A'), newOrder('A'), newOrder('B', { city: '' })]);
    expect(reply.status).toBe('Partial Success');
    expect(codesOf(reply)).toEqual([[], [110003], [120005]]);
  });

  test('300 at a time', async () => {
    const orders = Array.from({ length: 301 }, (_, index) => newOrder(`R-${index}`));
    expect(codesOf(await post(sandbox, 'orders', orders))).toEqual([[950003]]);
    expect((await post(sandbox, 'orders', orders.slice(1))).status).toBe('Success');
    expect(codesOf(await post(sandbox, 'orders', []))).toEqual([[950002]]);
  });

  test('pieces share recipient and address', async () => {
    const pieces = [{ referenceNo: 'M-2' }, { referenceNo: 'M-3', recipientName: 'Jane Sample' }];
    const [entry] = await made(sandbox, newOrder('M', { pieces }));
    expect(objects(entry?.piecesResult)).toMatchObject([{ referenceNo: 'M-2' }, { referenceNo: 'M-3' }]);
    const other = newOrder('N', { pieces: [{ referenceNo: 'N-2', recipientName: 'John Other' }] });
    expect(codesOf(await post(sandbox, 'orders', [other]))).toEqual([[400001]]);
  });
});

describe('states', () => {
  test('created, labelled, forecast; nothing can be changed or deleted after the forecast', async () => {
    const [{ trackingNo: number } = {}] = await made(sandbox, newOrder('A'));
    expect(codesOf(await post(sandbox, 'manifests', [number]))).toEqual([[100016]]);
    await post(sandbox, 'labels', { orderIds: [number] });
    expect(await post(sandbox, 'manifests', [number, 'UNKNOWN'])).toMatchObject({
      status: 'Partial Success',
      data: [{ status: 'Success', orderId: number }, { errors: [{ code: 100009 }] }],
    });
    const deleted = await signed(sandbox, 'DELETE', '/services/shipper/order/A');
    expect(deleted.body).toMatchObject({ status: 'Failure', data: { errors: [{ code: 100010 }] } });
    expect(codesOf(await post(sandbox, 'update-order', [{ orderId: 'A', weight: 1 }]))).toEqual([[100011]]);
    expect(await stateOf('A')).toMatchObject({ status: 'forecast' });
  });

  test('deletion: data is an object, all pieces go', async () => {
    await made(sandbox, newOrder('M', { pieces: [{ referenceNo: 'M-2' }] }));
    const { body } = await signed(sandbox, 'DELETE', '/services/shipper/order/M');
    expect(shapeOf(body)).toEqual(shapeOf(exampleJson('etower', 'delete-order.response.json')));
    expect(await stateOf('M-2')).toBeUndefined();
  });

  test('hold until the first scan, release never', async () => {
    await made(sandbox, newOrder('A'), newOrder('B'));
    await control(sandbox, 'advance', { carrier: 'etower', number: 'B' });
    expect(codesOf(await post(sandbox, 'hold', { orderIds: ['A', 'B'], holdType: 1 }))).toEqual([[], [100011]]);
    expect((await post(sandbox, 'hold', { orderIds: ['A'], holdType: 2 })).status).toBe('Failure');
    expect(await stateOf('A')).toMatchObject({ held: true });
  });

  test('close takes 2,000 and spells its fields its own way', async () => {
    await made(sandbox, newOrder('A'));
    await post(sandbox, 'labels', { orderIds: ['A'], labelFormat: 'ZPL' });
    const reply = await post(sandbox, 'closeShipments', { shipmentIds: ['A'] });
    expect(objects(reply.data)[0]).toMatchObject({ relabelstatus: 0, lastMailcarrier: null });
    const many = Array.from({ length: 2001 }, (_, index) => String(index));
    expect(codesOf(await post(sandbox, 'closeShipments', { shipmentIds: many }))).toEqual([[950003]]);
  });
});

describe('labels', () => {
  beforeEach(async () => {
    await made(sandbox, newOrder('A'), newOrder('B'));
  });

  const print = async (body: Answer) =>
    objects((await post(sandbox, 'labels', { orderIds: ['A', 'B'], ...body })).data);
  const bytes = (content: unknown) => Buffer.from(String(content), 'base64');

  test('PDF in three sizes', async () => {
    for (const [labelType, width, height] of [
      [0, 283, 425],
      [2, 595, 842],
      [4, 283, 283],
    ] as const) {
      const [entry] = await print({ labelType });
      const page = (await PDFDocument.load(bytes(entry?.labelContent))).getPage(0);
      expect([Math.round(page.getWidth()), Math.round(page.getHeight())]).toEqual([width, height]);
    }
    expect(codesOf(await post(sandbox, 'labels', { orderIds: ['A'], labelType: 3 }))).toEqual([[100001]]);
  });

  test('merged: one PDF on the first entry, and PDF only', async () => {
    const [first, second] = await print({ merged: true });
    expect((await PDFDocument.load(bytes(first?.labelContent))).getPageCount()).toBe(2);
    expect(second?.labelContent).toBeNull();
    expect(codesOf(await post(sandbox, 'labels', { orderIds: ['A'], merged: true, labelFormat: 'ZPL' }))).toEqual([
      [100001],
    ]);
  });

  test('JPG, with a picking list several; ZPL in the resolution asked for', async () => {
    const [jpg] = await print({ labelFormat: 'JPG' });
    const picture = decode(bytes(jpg?.labelContent));
    expect(picture.width).toBeGreaterThan(200);
    expect(picture.comments?.[0]).toBe('SANDBOX - NOT FOR SHIPPING');
    const [several] = await print({ labelFormat: 'JPG', packinglist: true });
    expect({ one: several?.labelContent, all: Array.isArray(several?.labelContents) }).toEqual({
      one: null,
      all: true,
    });
    const [zpl] = await print({ labelFormat: 'ZPL', dpi: '203' });
    expect(bytes(zpl?.labelContent).toString()).toMatch(/^\^XA.*\^PW799.*\^XZ\n$/);
  });

  test('orders and labels in one call', async () => {
    const reply = await post(sandbox, 'orderLabels', {
      labelFormat: 'PDF',
      labelType: 1,
      orders: [newOrder('C'), newOrder('A')],
    });
    expect(codesOf(reply)).toEqual([[], [110003]]);
    expect(bytes(objects(reply.data)[0]?.labelContent).subarray(0, 5).toString()).toBe('%PDF-');
    expect(await stateOf('C')).toMatchObject({ status: 'labelled' });
  });
});

describe('queries', () => {
  test('orders by tracking number only, with the names of the example', async () => {
    const [{ trackingNo } = {}] = await made(sandbox, newOrder('A'));
    expect(codesOf(await post(sandbox, 'queryorders', ['A']))).toEqual([[100009]]);
    const [entry] = objects((await post(sandbox, 'queryorders', [trackingNo])).data);
    const [example] = objects(exampleJson('etower', 'query-orders.response.json').data);
    expect(Object.keys(asObject(entry)).sort()).toEqual(Object.keys(asObject(example)).sort());
    expect(Object.keys(asObject(entry?.order)).sort()).toEqual(
      expect.arrayContaining(Object.keys(asObject(example?.order)).sort()),
    );
  });

  test('tracking: 30 at a time, the documented event, in no strict order', async () => {
    const [{ trackingNo } = {}] = await made(sandbox, newOrder('A'));
    const [entry] = objects((await post(sandbox, 'trackingEvents', [trackingNo])).data);
    const [example] = objects(exampleJson('etower', 'tracking-events.response.json').data);
    expect(shapeOf(objects(entry?.events)[0])).toEqual(shapeOf(objects(example?.events)[0]));
    await control(sandbox, 'advance', { carrier: 'etower', number: 'A', status: 'DLD' });
    const later = objects(objects((await post(sandbox, 'trackingEvents', ['A'])).data)[0]?.events);
    const times = later.map(({ eventTime }) => String(eventTime));
    expect(times).toHaveLength(6);
    expect([times, [...times].reverse()]).not.toContainEqual([...times].sort());
    const many = Array.from({ length: 31 }, (_, index) => String(index));
    expect(codesOf(await post(sandbox, 'trackingEvents', many))).toEqual([[950003]]);
  });

  test('a tracking number that is given when it is asked for', async () => {
    const europe = { serviceCode: 'UBI.CN2EU.LATER', serviceOption: 'Boxable', facility: 'SZX', country: 'DE' };
    const [created] = await made(sandbox, newOrder('A', europe));
    expect(created?.trackingNo).toBeNull();
    const [entry] = objects((await post(sandbox, 'trackingNumbers', ['A'])).data);
    expect(entry?.trackingNo).toMatch(/^ET\d{9}CN$/);
  });

  test('label data and a pickup', async () => {
    await made(sandbox, newOrder('A'));
    expect(objects((await post(sandbox, 'labelSpecs', ['A'])).data)[0]).toMatchObject({
      referenceNo: 'A',
      recipientName: 'Jane Sample',
    });
    const pickup = { contact: 'test', pickupTime: '2020-08-16T13:47:12+0800' };
    expect(await post(sandbox, 'pickup-requests', [pickup])).toEqual(
      exampleJson('etower', 'pickup-requests.response.json'),
    );
    expect(
      codesOf(await post(sandbox, 'pickup-requests', [{ ...pickup, pickupTime: '2020-08-16T13:47:12+08:00' }])),
    ).toEqual([[100001]]);
  });
});

function item(changes: Answer): Answer {
  return { itemNo: '1', sku: 'S', description: 'Dress', originCountry: 'CN', itemCount: 1, unitValue: 1, ...changes };
}

async function stateOf(reference: string): Promise<Answer | undefined> {
  const { body } = await control(sandbox, 'state');
  return objects(asObject(body.etower).orders).find((order) => order.reference === reference);
}
