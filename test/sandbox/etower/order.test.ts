import { type Answer, asObject, control, exampleJson, objects, sandboxOfThisFile, shapeOf } from '../wire';
import { codesOf, made, newOrder, post, signed, stateOf } from './wire';

const sandbox = sandboxOfThisFile();

describe('orders', () => {
  it('the answer has the documented shape', async () => {
    const [entry] = await made(sandbox, newOrder('TESTING1231211'));
    expect(shapeOf(entry)).toEqual(shapeOf(objects(exampleJson('etower', 'create-orders.response.json').data)[0]));
  });

  it.each<[number, Answer]>([
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

  it('one bad order fails alone; a reference is taken once', async () => {
    const reply = await post(sandbox, 'orders', [newOrder('A'), newOrder('A'), newOrder('B', { city: '' })]);
    expect(reply.status).toBe('Partial Success');
    expect(codesOf(reply)).toEqual([[], [110003], [120005]]);
  });

  it('300 at a time', async () => {
    const orders = Array.from({ length: 301 }, (_, index) => newOrder(`R-${index}`));
    expect(codesOf(await post(sandbox, 'orders', orders))).toEqual([[950003]]);
    expect((await post(sandbox, 'orders', orders.slice(1))).status).toBe('Success');
    expect(codesOf(await post(sandbox, 'orders', []))).toEqual([[950002]]);
  });

  it('pieces share recipient and address', async () => {
    const pieces = [{ referenceNo: 'M-2' }, { referenceNo: 'M-3', recipientName: 'Jane Sample' }];
    const [entry] = await made(sandbox, newOrder('M', { pieces }));
    expect(objects(entry?.piecesResult)).toMatchObject([{ referenceNo: 'M-2' }, { referenceNo: 'M-3' }]);
    const other = newOrder('N', { pieces: [{ referenceNo: 'N-2', recipientName: 'John Other' }] });
    expect(codesOf(await post(sandbox, 'orders', [other]))).toEqual([[400001]]);
  });
});

describe('states', () => {
  it('created, labelled, forecast; nothing can be changed or deleted after the forecast', async () => {
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
    expect(await stateOf(sandbox, 'A')).toMatchObject({ status: 'forecast' });
  });

  it('deletion: data is an object, all pieces go', async () => {
    await made(sandbox, newOrder('M', { pieces: [{ referenceNo: 'M-2' }] }));
    const { body } = await signed(sandbox, 'DELETE', '/services/shipper/order/M');
    expect(shapeOf(body)).toEqual(shapeOf(exampleJson('etower', 'delete-order.response.json')));
    expect(await stateOf(sandbox, 'M-2')).toBeUndefined();
  });

  it('hold until the first scan, release never', async () => {
    await made(sandbox, newOrder('A'), newOrder('B'));
    await control(sandbox, 'advance', { carrier: 'etower', number: 'B' });
    expect(codesOf(await post(sandbox, 'hold', { orderIds: ['A', 'B'], holdType: 1 }))).toEqual([[], [100011]]);
    expect((await post(sandbox, 'hold', { orderIds: ['A'], holdType: 2 })).status).toBe('Failure');
    expect(await stateOf(sandbox, 'A')).toMatchObject({ held: true });
  });
});

describe('labels', () => {
  beforeEach(async () => {
    await made(sandbox, newOrder('A'), newOrder('B'));
  });

  it('orders and labels in one call', async () => {
    const reply = await post(sandbox, 'orderLabels', {
      labelFormat: 'PDF',
      labelType: 1,
      orders: [newOrder('C'), newOrder('A')],
    });
    expect(codesOf(reply)).toEqual([[], [110003]]);
    expect(
      Buffer.from(String(objects(reply.data)[0]?.labelContent), 'base64')
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    expect(await stateOf(sandbox, 'C')).toMatchObject({ status: 'labelled' });
  });
});

describe('queries', () => {
  it('orders by tracking number only, with the names of the example', async () => {
    const [{ trackingNo } = {}] = await made(sandbox, newOrder('A'));
    expect(codesOf(await post(sandbox, 'queryorders', ['A']))).toEqual([[100009]]);
    const [entry] = objects((await post(sandbox, 'queryorders', [trackingNo])).data);
    const [example] = objects(exampleJson('etower', 'query-orders.response.json').data);
    expect(Object.keys(asObject(entry)).sort()).toEqual(Object.keys(asObject(example)).sort());
    expect(Object.keys(asObject(entry?.order)).sort()).toEqual(
      expect.arrayContaining(Object.keys(asObject(example?.order)).sort()),
    );
  });

  it('a tracking number that is given when it is asked for', async () => {
    const europe = { serviceCode: 'UBI.CN2EU.LATER', serviceOption: 'Boxable', facility: 'SZX', country: 'DE' };
    const [created] = await made(sandbox, newOrder('A', europe));
    expect(created?.trackingNo).toBeNull();
    const [entry] = objects((await post(sandbox, 'trackingNumbers', ['A'])).data);
    expect(entry?.trackingNo).toMatch(/^ET\d{9}CN$/);
  });
});

function item(changes: Answer): Answer {
  return { itemNo: '1', sku: 'S', description: 'Dress', originCountry: 'CN', itemCount: 1, unitValue: 1, ...changes };
}
