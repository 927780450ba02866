import type { EtowerClient } from '../../../carriers/etower';
import {
  checkOrder,
  checkUpdate,
  closeShipments,
  createOrders,
  createOrdersWithLabels,
  deleteOrder,
  getOrders,
  getTrackingNumbers,
  holdOrders,
  printLabels,
  sendManifest,
  updateOrder,
} from '../../../carriers/etower';
import { CarrierError } from '../../../carriers/http';
import { listOf, objectOf } from '#carriers/shared/json-value';
import { countries } from '../../../sandbox/countries';
import { requests } from '../carrier';
import { client, example, expectSent, firstOf, newOrder, outcomes, pdf, reply, request, success } from './wire';

describe('documented requests go out byte for byte', () => {
  it('create-orders', async () => {
    const orders = listOf(request('create-orders'));
    const own = await client(example('create-orders'));
    await createOrders(
      own,
      orders.map((order) => ({ order: checkOrder(order), returnExisting: false })),
    );
    expectSent('/services/shipper/orders', orders);
  });

  it('create-order-labels', async () => {
    const body = objectOf(request('create-order-labels'));
    const own = await client(reply('Success', success({ orderId: 'TESTING1231211', labelContent: pdf('1') })));
    const orders = listOf(body['orders']).map((order) => ({ order: checkOrder(order), returnExisting: false }));
    await createOrdersWithLabels(own, orders, { labelFormat: 'PDF', labelType: 1 });
    expectSent('/services/shipper/orderLabels', body);
  });

  it('hold-orders', async () => {
    await holdOrders(await client(example('hold-orders')), ['Test001'], 1);
    expectSent('/services/shipper/hold', request('hold-orders'));
  });

  it('query-orders', async () => {
    await getOrders(await client(example('query-orders')), ['JDQ002445701000931502']);
    expectSent('/services/shipper/queryorders', request('query-orders'));
  });

  it('tracking-numbers', async () => {
    await getTrackingNumbers(await client(example('tracking-numbers')), ['TESTING1231211']);
    expectSent('/services/shipper/trackingNumbers', request('tracking-numbers'));
  });

  it('update-order', async () => {
    const [update] = listOf(request('update-order'));
    await updateOrder(await client({ status: 'Success', errors: null, data: null }), checkUpdate(update ?? {}));
    expectSent('/services/shipper/update-order', request('update-order'));
  });

  it('delete-order', async () => {
    const own = await client(example('delete-order'));
    const { raw } = await deleteOrder(own, 'SAMPLE-20200806140623');
    const { method, path } = objectOf(request('delete-order'));
    expect(requests()[0]).toMatchObject({ method, path, body: '' });
    expect(raw).toEqual(example('delete-order')['data']);
  });
});

describe('documented replies', () => {
  it('create-orders', async () => {
    const [answer] = await createOrders(await client(example('create-orders')), [newOrder('TESTING1231211')]);
    expect(answer).toEqual({
      raw: firstOf(example('create-orders')['data']),
      parcel: {
        carrier: 'etower',
        reference: 'TESTING1231211',
        orderNumber: 'TESTING1231211',
        trackingNumber: 'ABC123456789001001002',
      },
    });
  });

  it('query-orders', async () => {
    const [answer] = await getOrders(await client(example('query-orders')), ['JDQ002445701000931502']);
    expect(answer).toEqual({
      raw: firstOf(example('query-orders')['data']),
      parcel: {
        carrier: 'etower',
        reference: 'SAMPLE-20200806140620',
        orderNumber: 'JDQ002445701000931502',
        // The number that was asked for.
        trackingNumber: 'JDQ002445701000931502',
        serviceOption: 'E-Parcel',
        country: 'AU',
        weightKg: 0.02,
        dimensionsCm: { length: 50, width: 40, height: 30 },
        volumeM3: 0.06,
        incoterm: 'DDU',
        declaredValue: { amount: 1.51, currency: 'AUD' },
        authorityToLeave: true,
        recipient: {
          name: 'Sample Recipient',
          company: 'Sample Recipient',
          street: '71, Example Highway',
          city: 'OXLEY PARK',
          province: 'NSW',
          postcode: '2760',
          country: 'AU',
          phone: 'Sample Recipient',
          email: 'Sample Recipient',
        },
        sender: {
          name: 'Logistics',
          street: 'Logistics ',
          city: 'UBI',
          province: 'TX',
          postcode: '2323',
          country: 'AU',
        },
        returnTo: {
          name: 'Logistics',
          street: 'P O Box 0000',
          city: 'CHULLORA',
          province: 'NSW',
          postcode: '1405',
          country: 'AU',
        },
        customsItems: [{ sku: 'S8559024940', details: { itemNo: '283856695918' } }],
        details: {
          ...{ batteryType: '0', batteryPacking: '0', dangerousGoods: false, platform: 'Unknown' },
          ...{ description: 'smarwristband', nativeDescription: '智能手环' },
        },
      },
    });
  });

  it('query-orders: what an entry that succeeded says of errors and warnings is told', async () => {
    const problem = { code: 130008, message: 'old address' };
    const entry = (errors: unknown) => ({ ...success({ orderId: 'A', warnings: [problem] }), errors });
    const own = await client({ ...reply('Success', entry([problem])), warnings: 'slow' }, reply('Success', entry([])));
    const [told] = await getOrders(own, ['A']);
    expect(told).toMatchObject({
      parcel: { warnings: ['old address'], notes: ['slow'], details: { errors: [problem], warnings: [problem] } },
    });
    const [clean] = await getOrders(own, ['A']);
    expect(clean).toHaveProperty('parcel.details', { warnings: [problem] });
  });

  it('query-orders: what was weighed, and what has another unit or is no number', async () => {
    const order = (fields: object) => success({ orderId: 'A', order: { weightUnit: 'g', ...fields } });
    const told = async (fields: object) => {
      const [answer] = await getOrders(await client(reply('Success', order(fields))), ['A']);
      return answer instanceof CarrierError ? answer : answer?.parcel;
    };
    expect(await told({ weight: 264, actualWeight: '270' })).toMatchObject({ weightKg: 0.264, measuredWeightKg: 0.27 });
    expect(await told({ weight: 1, actualWeight: 2, weightUnit: 'oz', length: 3, width: 'wide' })).toEqual({
      carrier: 'etower',
      orderNumber: 'A',
      trackingNumber: 'A',
      details: { weight: 1, actualWeight: 2, weightUnit: 'oz', length: 3, width: 'wide' },
    });
    expect(await told({ orderItems: [{ originCountry: 'CHN' }] })).toMatchObject({
      customsItems: [{ details: { originCountry: 'CHN' } }],
    });
    // Neither of one piece nor of the line, says the manual: both names hold what the carrier wrote.
    expect(
      await told({ orderItems: [{ sku: 'S', weight: 0.3, originCountry: 'China', material: 'cotton' }] }),
    ).toMatchObject({
      customsItems: [{ sku: 'S', weight: 0.3, weightKg: 0.3, originCountry: 'CN', material: 'cotton' }],
    });
  });

  it.each([
    [{ trackingNo: 'T-1', order: { referenceNo: 'A' } }, 'T', 'T-1'],
    [{ trackingNo: null, order: { referenceNo: 'A', trackingNo: 'T-2' } }, 'T', 'T-2'],
    [{ order: { referenceNo: 'A' } }, 'T', 'T'],
    [{ order: { referenceNo: 'A' } }, 'A', undefined],
  ])('query-orders: the tracking number in %j, asked as %s, is %s', async (fields, asked, trackingNumber) => {
    const [answer] = await getOrders(await client(reply('Success', success(fields))), [asked]);
    expect(answer).toMatchObject({ raw: fields });
    expect(answer instanceof CarrierError ? answer : answer?.parcel.trackingNumber).toBe(trackingNumber);
  });

  it('query-orders with each country by its name', async () => {
    const known = [...countries.values()].map(({ code, english }) => ({ code, name: english }));
    const all = [...known, ...WITHOUT_PARCELS];
    expect(all.length).toBeGreaterThan(240);
    const entries = all.map(({ code, name }) => success({ orderId: code, order: { country: name } }));
    const answers = await getOrders(
      await client(reply('Success', ...entries)),
      all.map(({ code }) => code),
    );
    const found = answers.map((answer) => (answer instanceof CarrierError ? answer.kind : answer.parcel.country));
    expect(found).toEqual(all.map(({ code }) => code));
  });

  it('tracking-numbers, forecast-manifests, close-shipments and hold-orders', async () => {
    expect(outcomes(await getTrackingNumbers(await client(example('tracking-numbers')), ['TESTING1231211']))).toEqual([
      'ABC123456789001001002',
    ]);
    expect(
      outcomes(await sendManifest(await client(example('forecast-manifests')), ['JDQ002445001000931503'])),
    ).toEqual(['JDQ002445001000931503']);
    expect(
      outcomes(
        await closeShipments(await client(example('close-shipments')), ['test001'], { numberType: 'shipmentIds' }),
      ),
    ).toEqual(['test001']);
    // One number, two entries: the vendor's sample.
    const [held] = await holdOrders(await client(example('hold-orders')), ['Test001'], 1);
    expect(held).toMatchObject({ parcel: { orderNumber: 'Test001' } });
  });
});

describe('a tracking number that is null', () => {
  const entry = success({ orderId: 'A', trackingNo: null, labelContent: pdf('A') });

  it.each([
    ['create', async (own: EtowerClient) => (await createOrders(own, [newOrder('A')]))[0]],
    ['create with label', async (own: EtowerClient) => (await createOrdersWithLabels(own, [newOrder('A')], {}))[0]],
    ['get tracking number', async (own: EtowerClient) => (await getTrackingNumbers(own, ['A']))[0]],
  ])('%s: comes later', async (_name, call) => {
    expect(await call(await client(reply('Success', entry)))).toHaveProperty('parcel.trackingNumberPending', true);
  });

  it.each([
    ['label', async (own: EtowerClient) => (await printLabels(own, ['A'], {}))[0]],
    ['manifest', async (own: EtowerClient) => (await sendManifest(own, ['A']))[0]],
    ['close', async (own: EtowerClient) => (await closeShipments(own, ['A'], { numberType: 'shipmentIds' }))[0]],
    ['hold', async (own: EtowerClient) => (await holdOrders(own, ['A'], 1))[0]],
    ['update', (own: EtowerClient) => updateOrder(own, { orderId: 'A', weight: 1 })],
    ['delete', (own: EtowerClient) => deleteOrder(own, 'A')],
  ])('%s: nothing is pending', async (_name, call) => {
    const answer = await call(await client(reply('Success', entry)));
    expect(answer).toHaveProperty('parcel.orderNumber', 'A');
    expect(answer).not.toHaveProperty('parcel.trackingNumberPending');
  });
});

/** Names that the stand-in, which sends no parcels there, does not list. */
const WITHOUT_PARCELS = [
  { code: 'AQ', name: 'Antarctica' },
  { code: 'BV', name: 'Bouvet Island' },
  { code: 'GS', name: 'South Georgia & South Sandwich Islands' },
  { code: 'HM', name: 'Heard & McDonald Islands' },
  { code: 'TF', name: 'French Southern Territories' },
  { code: 'XK', name: 'Kosovo' },
];
