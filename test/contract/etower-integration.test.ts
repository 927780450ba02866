import { createHmac } from 'node:crypto';
import {
  authorizationOf,
  callEndpoint,
  checkOrder,
  checkPickup,
  checkUpdate,
  closeShipments,
  createOrders,
  createOrdersWithLabels,
  deleteOrder,
  EtowerClient,
  getLabelData,
  getOrders,
  getTrackingNumbers,
  holdOrders,
  listServices,
  pickupTimeOf,
  printLabels,
  printMerged,
  requestPickup,
  sendManifest,
  serviceOf,
  signIntegrationRequest,
  trackParcels,
  updateOrder,
} from '../../carriers/etower';
import { CarrierError } from '../../carriers/http';
import { listOf, objectOf, textOf, type JsonObject } from '../../carriers/json-value';
import { worldCountries } from '../../nodes/shared/countries';
import { documentedJson, reference } from '../documented';
import { loopback, type Answer, type Loopback, type Received } from './loopback';

const TOKEN = 'exampleToken0001';
const KEY = 'exampleSecretKey0001';

let server: Loopback | undefined;

afterEach(async () => {
  await server?.close();
  server = undefined;
});

/** A client whose carrier answers with these bodies, one after the other. */
async function client(...answers: (object | Answer)[]): Promise<EtowerClient> {
  const own = await loopback((_, index) => {
    const answer = answers[Math.min(index, answers.length - 1)] ?? {};
    return isAnswer(answer) ? answer : { body: JSON.stringify(answer) };
  });
  server = own;
  return new EtowerClient({ region: 'custom', baseUrl: own.url, token: TOKEN, key: KEY });
}

function isAnswer(value: object): value is Answer {
  return 'body' in value;
}

function example(name: string): JsonObject {
  return objectOf(documentedJson('etower', `${name}.response.json`));
}

function request(name: string): unknown {
  return documentedJson('etower', `${name}.request.json`);
}

const firstOf = (value: unknown): JsonObject => listOf(value)[0] ?? {};
const success = (fields: object = {}) => ({ status: 'Success', errors: null, ...fields });
const failure = (code: number | string, message: string, fields: object = {}) => ({
  status: 'Failure',
  errors: [{ code, message }],
  ...fields,
});
const reply = (status: string, ...data: object[]) => ({ status, errors: null, data });
const newOrder = (reference: string) => ({ order: { referenceNo: reference }, returnExisting: false });
const severalPieces = (reference: string) => ({
  order: { referenceNo: reference, pieces: [{ referenceNo: `${reference}-2` }] },
  returnExisting: true,
});

/** What came of each item, in a form that reads well. */
function outcomes(answers: readonly ({ raw: JsonObject } | CarrierError)[]): (string | undefined)[] {
  return answers.map((answer) =>
    answer instanceof CarrierError ? `${answer.kind}: ${answer.message}` : textOf(answer.raw['trackingNo']),
  );
}

describe('signature', () => {
  const vectors = listOf(objectOf(documentedJson('etower', 'signature-vectors.json'))['vectors']).map((vector) =>
    Object.fromEntries(Object.entries(vector).map(([name, value]) => [name, String(value)])),
  );

  it.each(vectors)(
    'vector $method $url',
    ({ method = '', url = '', date = '', token = '', key = '', authorization }) => {
      expect(authorizationOf({ method, url, date, token, key })).toBe(authorization);
    },
  );

  it('there are two vectors', () => {
    expect(vectors).toHaveLength(2);
  });

  it.each(['SAMPLE-20200806140623', 'A/B 1%', "ü&'(*)!~.|", '订单?x#y'])(
    'signs the bytes that are sent: %s',
    async (id) => {
      await deleteOrder(await client(reply('Success', success({ orderId: id }))), id);
      const [received] = server?.received ?? [];
      expect(decodeURIComponent(received?.path.replace('/services/shipper/order/', '') ?? '')).toBe(id);
      expectSigned(received);
    },
  );

  it('trims token and key, and sends every documented header', async () => {
    const own = await client(example('service-catalog'));
    const { url } = server ?? { url: '' };
    await listServices(
      new EtowerClient({
        region: 'custom',
        baseUrl: ` ${url}/services/shipper/orders `,
        token: ` ${TOKEN}\n`,
        key: `${KEY} `,
      }),
    );
    expect(own.baseUrl).toBe(url);
    expect(server?.received[0]).toMatchObject({
      method: 'GET',
      path: '/services/shipper/service-catalog',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        'x-walltech-date': expect.stringMatching(/GMT$/),
      },
    });
    expectSigned(server?.received[0]);
  });

  it('a request of somebody else is signed with its query, for the own host alone', () => {
    const credentials = { region: 'us', token: TOKEN, key: KEY };
    const signed = signIntegrationRequest(
      'post',
      'https://us.etowertech.com/services/shipper/orders?a=1&b= 2#x',
      credentials,
    );
    expect(signed.url).toBe('https://us.etowertech.com/services/shipper/orders?a=1&b=%202');
    expect(signed.headers['Authorization']).toBe(
      authorizationOf({
        method: 'POST',
        url: signed.url,
        date: signed.headers['X-WallTech-Date'] ?? '',
        token: TOKEN,
        key: KEY,
      }),
    );
    for (const url of ['https://cn.etowertech.com/x', 'http://us.etowertech.com/x', 'us.etowertech.com']) {
      expect(() => signIntegrationRequest('GET', url, credentials)).toThrow('only sent to https://us.etowertech.com');
    }
  });

  it.each([
    ['cn', 'https://cn.etowertech.com'],
    ['us', 'https://us.etowertech.com'],
    ['au', 'https://au.etowertech.com'],
    ['qa', 'http://qa.etowertech.com'],
  ])('region %s is %s', (region, baseUrl) => {
    expect(new EtowerClient({ region, token: TOKEN, key: KEY }).baseUrl).toBe(baseUrl);
  });
});

describe('clock', () => {
  const hourAhead = () => new Date(Date.now() + 3_600_000).toUTCString();
  const unauthorized = (date: string): Answer => ({ status: 401, headers: { Date: date }, body: '' });

  it("signs once more with the server's clock when it differs by more than 15 minutes", async () => {
    const own = await client(unauthorized(hourAhead()), example('close-shipments'));
    await closeShipments(own, ['test001'], { numberType: 'shipmentIds' });
    const dates = (server?.received ?? []).map(dateOf);
    expect(dates).toHaveLength(2);
    expect(Math.round(((dates[1] ?? 0) - (dates[0] ?? 0)) / 60_000)).toBe(60);
    expectSigned(server?.received[1]);
    expect(own.clockNote).toMatch(/^The clock of this server is 60 minutes behind eTower's/);
    await closeShipments(own, ['test001'], { numberType: 'shipmentIds' });
    expect(server?.received).toHaveLength(3);
  });

  it('signs once more for every call that was under way with the wrong clock', async () => {
    const own = await loopback(({ headers }) => {
      const isLate = Date.parse(String(headers['x-walltech-date'])) < Date.now() + 1_800_000;
      return isLate ? unauthorized(hourAhead()) : { body: JSON.stringify(example('service-catalog')) };
    });
    server = own;
    const behind = new EtowerClient({ region: 'custom', baseUrl: own.url, token: TOKEN, key: KEY });
    const lists = await Promise.all([listServices(behind), listServices(behind), listServices(behind)]);
    expect(lists.map((list) => list.length)).toEqual([1, 1, 1]);
  });

  it.each([
    ['a clock that is right', () => new Date().toUTCString(), 1],
    ['a clock 10 minutes off', () => new Date(Date.now() - 600_000).toUTCString(), 1],
    ['a clock an hour off', hourAhead, 2],
  ])('a 401 with %s ends as wrong credentials', async (_case, date, calls) => {
    const own = await client(unauthorized(date()));
    await expect(listServices(own)).rejects.toMatchObject({
      kind: 'credentials',
      httpStatus: 401,
      hint: expect.stringContaining('Check Token, Key and Region'),
    });
    expect(server?.received).toHaveLength(calls);
  });
});

describe('documented requests go out byte for byte', () => {
  const number = 'ABC123456789001001002';

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

  it('print-labels', async () => {
    const own = await client(reply('Success', success({ orderId: number, labelContent: pdf('1') })));
    const settings = { labelType: 1, packinglist: false, merged: false, labelFormat: 'JPG', dpi: '203' };
    await printLabels(own, [number], settings);
    expectSent('/services/shipper/labels', request('print-labels'));
  });

  it('forecast-manifests', async () => {
    await sendManifest(await client(example('forecast-manifests')), ['JDQ002445001000931503']);
    expectSent('/services/shipper/manifests', request('forecast-manifests'));
  });

  it('close-shipments', async () => {
    const own = await client(reply('Success', success({ orderId: 'test001' }), success({ orderId: 'test002' })));
    await closeShipments(own, ['test001', 'test002'], { numberType: 'shipmentIds', manifestNo: 'test001' });
    expectSent('/services/shipper/closeShipments', request('close-shipments'));
  });

  it('hold-orders', async () => {
    await holdOrders(await client(example('hold-orders')), ['Test001'], 1);
    expectSent('/services/shipper/hold', request('hold-orders'));
  });

  it('query-orders', async () => {
    await getOrders(await client(example('query-orders')), ['JDQ002445701000931502']);
    expectSent('/services/shipper/queryorders', request('query-orders'));
  });

  it('tracking-events', async () => {
    await trackParcels(await client(example('tracking-events')), ['33CUD657712501000931506']);
    expectSent('/services/shipper/trackingEvents', request('tracking-events'));
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

  it('pickup-requests', async () => {
    const [pickup] = listOf(request('pickup-requests'));
    const result = await requestPickup(await client(example('pickup-requests')), checkPickup(pickup ?? {}));
    expectSent('/services/shipper/pickup-requests', request('pickup-requests'));
    expect(result).toEqual(firstOf(example('pickup-requests')['data']));
  });

  it('delete-order', async () => {
    const own = await client(example('delete-order'));
    const { raw } = await deleteOrder(own, 'SAMPLE-20200806140623');
    const { method, path } = objectOf(request('delete-order'));
    expect(server?.received[0]).toMatchObject({ method, path, body: '' });
    expect(raw).toEqual(example('delete-order')['data']);
  });

  it('service-catalog', async () => {
    const services = await listServices(await client(example('service-catalog')));
    const { method, path } = objectOf(request('service-catalog'));
    expect(server?.received[0]).toMatchObject({ method, path });
    expect(services).toEqual(example('service-catalog')['data']);
    expect(serviceOf(services[0] ?? {})).toEqual({
      code: 'UBI.AU2AU.AUPOST.1',
      name: 'Sample service',
      localName: '示例服务',
      provider: 'Sample provider',
      providerCode: 'SAMPLE',
      origins: ['CN'],
      destinations: ['AU'],
      facilities: [{ code: 'CAN', country: 'CN' }],
      options: ['E-Parcel', 'Expedited'],
    });
  });

  it('label data asks with a bare list', async () => {
    await getLabelData(await client(reply('Success', success({ orderId: 'A', barCode: '1', weight: 2, sku: null }))), [
      'A',
    ]);
    expectSent('/services/shipper/labelSpecs', ['A']);
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
    expect(answer).toMatchObject({
      raw: firstOf(example('query-orders')['data']),
      parcel: {
        carrier: 'etower',
        reference: 'SAMPLE-20200806140620',
        orderNumber: 'JDQ002445701000931502',
        // The number that was asked for.
        trackingNumber: 'JDQ002445701000931502',
        country: 'AU',
        weightKg: 0.02,
        dimensionsCm: { length: 50, width: 40, height: 30 },
        recipient: {
          name: 'Sample Recipient',
          street: '71, Example Highway',
          city: 'OXLEY PARK',
          province: 'NSW',
          postcode: '2760',
          country: 'AU',
        },
        sender: { name: 'Logistics', city: 'UBI', country: 'AU' },
        customsItems: [{ sku: 'S8559024940' }],
      },
    });
  });

  it('query-orders: the price of an item as the carrier wrote it, and no total', async () => {
    const item = { sku: 'S', itemCount: 2, unitValue: '3.870' };
    const entry = success({ order: { invoiceCurrency: 'USD', orderItems: [item, { sku: 'T', itemCount: 1 }] } });
    const [answer] = await getOrders(await client(reply('Success', entry)), ['T-1']);
    expect(answer instanceof CarrierError ? answer : answer?.parcel.customsItems).toEqual([
      { sku: 'S', quantity: 2, unitValue: '3.870', currency: 'USD' },
      { sku: 'T', quantity: 1 },
    ]);
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
    const countries = worldCountries().map(({ name, value }) => ({ code: value, name: name.replace(/ \(..\)$/, '') }));
    expect(countries.length).toBeGreaterThan(240);
    const entries = countries.map(({ code, name }) => success({ orderId: code, order: { country: name } }));
    const answers = await getOrders(
      await client(reply('Success', ...entries)),
      countries.map(({ code }) => code),
    );
    const found = answers.map((answer) => (answer instanceof CarrierError ? answer.kind : answer.parcel.country));
    expect(found).toEqual(countries.map(({ code }) => code));
  });

  it('tracking-events', async () => {
    const [answer] = await trackParcels(await client(example('tracking-events')), ['33CUD657712501000931506']);
    expect(answer).toEqual({
      raw: firstOf(example('tracking-events')['data']),
      parcel: {
        carrier: 'etower',
        orderNumber: '33CUD657712501000931506',
        trackingNumber: '33CUD657712501000931506',
        status: 'pending',
        statusRaw: 'INF',
        country: 'AU',
        events: [
          {
            time: '2019-09-20T14:13:43+08:00',
            timeRaw: '2019-09-20T14:13:43',
            status: 'pending',
            code: 'INF',
            description: 'SHIPPING INFORMATION RECEIVED',
          },
        ],
      },
    });
  });

  it('tracking-numbers, forecast-manifests, close-shipments and hold-orders', async () => {
    expect(outcomes(await getTrackingNumbers(await client(example('tracking-numbers')), ['TESTING1231211']))).toEqual([
      'ABC123456789001001002',
    ]);
    await server?.close();
    expect(
      outcomes(await sendManifest(await client(example('forecast-manifests')), ['JDQ002445001000931503'])),
    ).toEqual(['JDQ002445001000931503']);
    await server?.close();
    expect(
      outcomes(
        await closeShipments(await client(example('close-shipments')), ['test001'], { numberType: 'shipmentIds' }),
      ),
    ).toEqual(['test001']);
    await server?.close();
    // One number, two entries: the vendor's sample.
    const [held] = await holdOrders(await client(example('hold-orders')), ['Test001'], 1);
    expect(held).toMatchObject({ parcel: { orderNumber: 'Test001' } });
  });

  it('print-labels: matched by position, because the entry names another number', async () => {
    const data = listOf(example('print-labels')['data']).map((entry) => ({ ...entry, labelContent: pdf('1') }));
    const [answer] = await printLabels(
      await client({ ...example('print-labels'), data }),
      ['ABC123456789001001002'],
      {},
    );
    expect(answer).toMatchObject({
      parcel: { trackingNumber: 'JDQ002445001000931503' },
      files: [{ extension: 'pdf', mimeType: 'application/pdf' }],
    });
    expect(answer).not.toHaveProperty('raw.labelContent');
  });

  it('the newer closing reply, whose names are spelled differently', async () => {
    const entry = success({ orderId: 'A', relabelstatus: 1, lastMailcarrier: 'AUPOST', warnings: 'check it' });
    const [answer] = await closeShipments(await client(reply('Success', entry)), ['A'], { numberType: 'shipmentIds' });
    expect(answer).toMatchObject({ parcel: { relabelStatus: '1', lastMileCarrier: 'AUPOST', warnings: ['check it'] } });
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

describe('each entry decides for its own item', () => {
  it.each([
    ['Success', 'Failure'],
    ['success', 'FAILURE'],
    ['Succeeded', 'Failed'],
    [' succeeded ', ' failed '],
  ])('in every spelling, whatever the envelope says: %s, %s', async (good, bad) => {
    for (const outer of [
      'Success',
      'Failure',
      'Partial Success',
      'PARTIAL_SUCCESS',
      'Succeeded',
      'Failed',
      'Something',
    ]) {
      const own = await client(
        reply(
          outer,
          { status: good, errors: null, orderId: 'A', trackingNo: 'T-A' },
          { status: bad, errors: [{ code: '110003', message: 'Duplicate' }], orderId: 'B' },
        ),
      );
      expect(outcomes(await createOrders(own, [newOrder('A'), newOrder('B')]))).toEqual([
        'T-A',
        'duplicate: Duplicate',
      ]);
      await server?.close();
    }
  });

  it('a bare list of the older paths, its errors on the entry', async () => {
    const entries = [
      { status: 'Succeeded', orderId: 'A', trackingNo: 'T-A' },
      { status: 'Failed', orderId: 'B', code: 100009, message: 'no such order' },
      { orderId: 'C', errorCode: '100016', message: 'not labelled' },
    ];
    const own = await client({ body: JSON.stringify(entries) });
    expect(outcomes(await sendManifest(own, ['A', 'B', 'C']))).toEqual([
      'T-A',
      'not-found: no such order',
      'rejected: not labelled',
    ]);
  });

  it('entries are matched by number first, whatever their order', async () => {
    const own = await client(
      reply(
        'Success',
        success({ referenceNo: 'C', trackingNo: 'T-C' }),
        success({ trackingNo: 't-b' }),
        success({ orderId: 'A', trackingNo: 'T-A' }),
      ),
    );
    expect(outcomes(await getTrackingNumbers(own, ['A', 'T-B', 'C']))).toEqual(['T-A', 't-b', 'T-C']);
  });

  it('entries without numbers are matched by position when there is one for each', async () => {
    const own = await client(
      reply('Partial Success', success({ trackingNo: 'T-A' }), failure(100000, 'busy'), success({ trackingNo: 'T-C' })),
    );
    expect(outcomes(await getTrackingNumbers(own, ['A', 'B', 'C']))).toEqual(['T-A', 'unavailable: busy', 'T-C']);
  });

  it('a refusal without numbers, in another order, is for the one number that is left', async () => {
    const own = await client(
      reply(
        'Partial Success',
        failure(100000, 'busy'),
        success({ orderId: 'C', trackingNo: 'T-C' }),
        success({ orderId: 'A', trackingNo: 'T-A' }),
      ),
    );
    expect(outcomes(await getTrackingNumbers(own, ['A', 'B', 'C']))).toEqual(['T-A', 'unavailable: busy', 'T-C']);
  });

  it('numbers that differ in case alone are different ones where both are asked for', async () => {
    const own = await client(
      reply(
        'Partial Success',
        success({ orderId: 'ABC', trackingNo: 'T-2' }),
        failure(100009, 'gone', { orderId: 'abc' }),
      ),
    );
    expect(outcomes(await getTrackingNumbers(own, ['abc', 'ABC']))).toEqual(['not-found: gone', 'T-2']);
  });

  it('events name the parcel of an entry whose own number is another one', async () => {
    const entry = (orderId: string, trackingNo: string) => success({ orderId, events: [{ trackingNo }] });
    const own = await client(reply('Success', entry('O-2', 'T-B'), entry('O-1', 'T-A')));
    const answers = await trackParcels(own, ['T-A', 'T-B', 'T-C']);
    expect(answers).toMatchObject([{ raw: { orderId: 'O-1' } }, { raw: { orderId: 'O-2' } }, { kind: 'not-found' }]);
  });

  it('all entries of one master are its own, whatever their numbers', async () => {
    const piece = (orderId: string) => success({ orderId, labelContent: pdf(orderId) });
    const own = await client(reply('Success', piece('P-1'), piece('P-2')));
    const [answer] = await printLabels(own, ['M'], { numberType: 'masterIds' });
    expect(answer).toMatchObject({ files: [{ extension: 'pdf' }, { extension: 'pdf' }] });
  });

  it('a missing entry is nobody else’s: not found for a read, unknown for a write', async () => {
    const answer = reply(
      'Success',
      success({ orderId: 'A', trackingNo: 'T-A' }),
      success({ orderId: 'C', trackingNo: 'T-C' }),
    );
    expect(outcomes(await getTrackingNumbers(await client(answer), ['A', 'B', 'C']))).toEqual([
      'T-A',
      'not-found: eTower returned nothing for B',
      'T-C',
    ]);
    await server?.close();
    expect(outcomes(await sendManifest(await client(answer), ['A', 'B', 'C']))).toEqual([
      'T-A',
      'outcome-unknown: eTower returned nothing for B',
      'T-C',
    ]);
  });

  it('errors of the request are the reason of a number without an entry', async () => {
    const answer = {
      ...reply('Partial Success', success({ orderId: 'A', trackingNo: 'T-A' })),
      errors: [{ code: 100009, message: 'B does not exist' }],
    };
    expect(outcomes(await getTrackingNumbers(await client(answer), ['A', 'B']))).toEqual([
      'T-A',
      'not-found: B does not exist',
    ]);
    await server?.close();
    const [, written] = await sendManifest(await client(answer), ['A', 'B']);
    expect(written).toMatchObject({ kind: 'outcome-unknown', carrierText: 'B does not exist' });
  });

  it('the same reference twice: the first is made, the second refused', async () => {
    const own = await client(
      reply(
        'Partial Success',
        success({ referenceNo: 'A', trackingNo: 'T-A' }),
        failure(110003, 'Duplicate', { referenceNo: 'A' }),
      ),
    );
    expect(outcomes(await createOrders(own, [newOrder('A'), newOrder('A')]))).toEqual(['T-A', 'duplicate: Duplicate']);
  });

  it('the same number twice is asked once and answered twice', async () => {
    const own = await client(reply('Success', success({ orderId: 'A', trackingNo: 'T-A' })));
    expect(outcomes(await getTrackingNumbers(own, ['A', 'A']))).toEqual(['T-A', 'T-A']);
    expectSent('/services/shipper/trackingNumbers', ['A']);
  });

  it('one failing entry of several for an order fails it', async () => {
    const own = await client(
      reply(
        'Success',
        success({ masterRefno: 'M', orderId: 'M-1' }),
        failure(100009, 'gone', { masterRefno: 'M', orderId: 'M-2' }),
      ),
    );
    expect(outcomes(await closeShipments(own, ['M'], { numberType: 'masterIds' }))).toEqual(['not-found: gone']);
  });

  const masters = { numberType: 'masterIds' } as const;

  it('pieces without their master’s number belong to the master before them', async () => {
    const piece = (orderId: string) => success({ orderId, labelContent: pdf(orderId) });
    const own = await client(reply('Success', ...['M1', 'M1-2', 'M2', 'M2-2'].map(piece)));
    const answers = await printLabels(own, ['M1', 'M2'], masters);
    expect(answers.map((answer) => (answer instanceof CarrierError ? answer.kind : answer.files.map(textIn)))).toEqual([
      ['%PDF-1.4 M1', '%PDF-1.4 M1-2'],
      ['%PDF-1.4 M2', '%PDF-1.4 M2-2'],
    ]);
  });

  it('a master without entries does not get the pieces of another one, even where their count fits', async () => {
    const piece = (orderId: string) => success({ orderId, trackingNo: `T-${orderId}`, labelContent: pdf(orderId) });
    const answer = reply('Success', piece('M1'), piece('M1-2'));
    for (const print of [
      printLabels,
      async (...of: Parameters<typeof printMerged>) => (await printMerged(...of)).answers,
    ]) {
      const answers = await print(await client(answer), ['M1', 'M2'], masters);
      expect(answers).toMatchObject([{ parcel: { orderNumber: 'M1' } }, { kind: 'not-found' }]);
      await server?.close();
    }
    expect(outcomes(await closeShipments(await client(answer), ['M1', 'M2'], masters))).toEqual([
      'T-M1',
      'outcome-unknown: eTower returned nothing for M2',
    ]);
  });

  it('masters of which none is named are matched by position when there is one entry for each', async () => {
    const closed = (number: string) => success({ orderId: number, trackingNo: number });
    const close = async (...data: object[]) =>
      outcomes(await closeShipments(await client(reply('Success', ...data)), ['M1', 'M2'], masters));
    expect(await close(closed('JDQ1'), closed('JDQ2'))).toEqual(['JDQ1', 'JDQ2']);
    await server?.close();
    expect(await close(closed('JDQ1'), failure(100016, 'not labelled', { orderId: 'JDQ2' }))).toEqual([
      'JDQ1',
      'rejected: not labelled',
    ]);
    await server?.close();
    const unknown = ['M1', 'M2'].map((master) => `outcome-unknown: eTower returned nothing for ${master}`);
    expect(await close(closed('JDQ1'), closed('JDQ2'), closed('JDQ3'))).toEqual(unknown);
  });

  it('a piece that could not be closed fails its master', async () => {
    const closed = (orderId: string) => success({ orderId, trackingNo: `T-${orderId}` });
    const refused = failure(100016, 'not labelled', { orderId: 'M2-2' });
    const own = await client(
      reply('Partial Success', closed('M1'), closed('M1-2'), closed('M2'), refused, closed('M3')),
    );
    expect(outcomes(await closeShipments(own, ['M1', 'M2', 'M3'], masters))).toEqual([
      'T-M1',
      'rejected: not labelled',
      'T-M3',
    ]);
  });

  it.each([
    [100016, 'no'],
    [110003, 'Duplicate'],
  ])('a piece that was refused (%d) in an entry of its own makes its order a part', async (code, message) => {
    const created = (referenceNo: string) => success({ referenceNo, trackingNo: `T-${referenceNo}` });
    const own = await client(
      reply('Partial Success', created('M'), failure(code, message, { referenceNo: 'M-2' }), created('B')),
    );
    expect(outcomes(await createOrders(own, [severalPieces('M'), newOrder('B')]))).toEqual([
      `rejected: Only a part succeeded: ${message}`,
      'T-B',
    ]);
    expect(server?.received).toHaveLength(1);
  });

  it('pieces with entries of their own are pieces of their order, and of no other', async () => {
    const created = (referenceNo: string) => success({ referenceNo, trackingNo: `T-${referenceNo}` });
    const found = reply('Success', success({ orderId: 'B', trackingNo: 'T-B' }));
    const own = await client(reply('Success', created('M'), created('M-2')), found);
    expect(await createOrders(own, [severalPieces('M'), newOrder('B')])).toMatchObject([
      { parcel: { reference: 'M', pieces: [{ reference: 'M-2', trackingNumber: 'T-M-2' }] } },
      { parcel: { reference: 'B', trackingNumber: 'T-B', recovered: true } },
    ]);
  });

  it('an order that bears its own number only is no piece of the order before it, where there is one entry for each', async () => {
    const entry = (number: string) => ({
      ...success(),
      orderId: number,
      trackingNo: number,
      labelContent: pdf(number),
    });
    const pieceOfA = entry('A-2');
    for (const data of [
      [entry('A'), entry('JDQ1')],
      [entry('A'), pieceOfA, entry('JDQ1')],
      [entry('JDQ0'), pieceOfA, entry('B')],
    ]) {
      const own = await client(reply('Success', ...data));
      const answers = await createOrdersWithLabels(own, [severalPieces('A'), newOrder('B')], { labelFormat: 'PDF' });
      const labels = data.filter((each) => each !== pieceOfA).map(({ orderId }) => [`%PDF-1.4 ${orderId}`]);
      expect(answers.map((answer) => (answer instanceof CarrierError ? answer : answer.files.map(textIn)))).toEqual(
        labels,
      );
      expect(answers).toMatchObject([{ pieceFiles: data.includes(pieceOfA) ? [{}] : [] }, { pieceFiles: [] }]);
      expect(server?.received).toHaveLength(1);
      await server?.close();
    }
  });

  it('an order has no more pieces than it was sent with', async () => {
    const created = (number: string) => success({ orderId: number, trackingNo: `T-${number}` });
    const found = reply('Success', created('B'), created('C'));
    const own = await client(reply('Success', created('A'), created('A-2'), created('JDQ1')), found);
    expect(await createOrders(own, [severalPieces('A'), newOrder('B'), newOrder('C')])).toMatchObject([
      { parcel: { reference: 'A', pieces: [{ orderNumber: 'A-2' }] } },
      { parcel: { reference: 'B', trackingNumber: 'T-B', recovered: true } },
      { parcel: { reference: 'C', trackingNumber: 'T-C', recovered: true } },
    ]);
  });

  it('pieces that bear their own numbers only follow their order where there are more entries than orders', async () => {
    const created = (number: string) => success({ orderId: number, trackingNo: `T-${number}` });
    const own = await client(reply('Success', created('A'), created('JDQ2'), created('B')));
    expect(await createOrders(own, [severalPieces('A'), newOrder('B')])).toMatchObject([
      { parcel: { trackingNumber: 'T-A', pieces: [{ trackingNumber: 'T-JDQ2' }] } },
      { parcel: { trackingNumber: 'T-B' } },
    ]);
  });

  it('orders sent twice in one call each have the pieces that follow them', async () => {
    const data = ['A', 'A-2'].map((referenceNo) => success({ referenceNo, trackingNo: `T-${referenceNo}` }));
    const again = ['A', 'A-2'].map((referenceNo) => failure(110003, 'Duplicate', { referenceNo }));
    const own = await client(reply('Partial Success', ...data, ...again));
    const twice = { ...severalPieces('A'), returnExisting: false };
    expect(await createOrders(own, [twice, twice])).toMatchObject([
      { parcel: { trackingNumber: 'T-A', pieces: [{ trackingNumber: 'T-A-2' }] } },
      { kind: 'duplicate' },
    ]);
  });

  it('an order of which a piece was refused is no success', async () => {
    const entry = success({
      referenceNo: 'A',
      piecesResult: [failure(400001, 'Names differ', { referenceNo: 'A-2' })],
    });
    const [answer] = await createOrders(await client(reply('Success', entry)), [newOrder('A')]);
    expect(answer).toMatchObject({ kind: 'rejected', message: 'Only a part succeeded: Names differ', code: '400001' });
  });

  it.each(['Partial Success', 'PartialSuccess', 'partial_success'])('%s of an entry is a part', async (status) => {
    const own = await client(reply('Success', { status, orderId: 'A', errors: [{ code: 400001, message: 'differ' }] }));
    expect(outcomes(await getTrackingNumbers(own, ['A']))).toEqual(['rejected: Only a part succeeded: differ']);
  });

  it('an order of which a part was made shows the numbers that it was given', async () => {
    const pieces = [success({ referenceNo: 'B2', trackingNo: 'TB2' }), { status: 'Failure', referenceNo: 'B3' }];
    const part = { status: 'Partial Success', errors: null, orderId: 'B', trackingNo: 'TB', piecesResult: pieces };
    const [silent] = await createOrders(await client(reply('Partial Success', part)), [newOrder('B')]);
    const numbers = 'exist at the carrier: B → TB, B2 → TB2. Look at it there';
    expect(silent).toMatchObject({
      kind: 'rejected',
      message: 'Only a part succeeded; eTower named no reason',
      hint: expect.stringContaining(numbers),
    });
    await server?.close();
    const failed = failure(120005, 'no city', { referenceNo: 'B3', trackingNo: null });
    const entry = { ...part, status: 'Success', piecesResult: [pieces[0], failed] };
    const [told] = await createOrders(await client(reply('Success', entry)), [newOrder('B')]);
    expect(told).toMatchObject({ message: 'Only a part succeeded: no city', hint: expect.stringContaining(numbers) });
    expect(told).toMatchObject({ hint: expect.stringContaining("The recipient's city is missing.") });
  });

  const refusedOrder = failure(120001, 'addr', { referenceNo: 'A', trackingNo: null });
  const madePiece = success({ referenceNo: 'A-2', trackingNo: 'T-A-2' });

  it.each([
    ['an entry of its own', [refusedOrder, madePiece, failure(100000, 'busy', { referenceNo: 'A-3' })]],
    ['the entry of its order', [{ ...refusedOrder, piecesResult: [madePiece, failure(100000, 'busy')] }]],
  ])('a piece that was made although its order was refused is shown, in %s', async (_case, data) => {
    const pieces = ['A-2', 'A-3'].map((referenceNo) => ({ referenceNo }));
    const order = { order: { referenceNo: 'A', pieces }, returnExisting: true };
    const [answer] = await createOrders(await client(reply('Partial Success', ...data)), [order]);
    expect(answer).toMatchObject({
      kind: 'rejected',
      message: 'Only a part succeeded: addr',
      hint: expect.stringContaining('exist at the carrier: A-2 → T-A-2. Look at it there'),
      code: '120001',
    });
    expect(answer).toMatchObject({ hint: expect.stringContaining('address') });
  });

  it('an order that was refused with all its pieces is no part', async () => {
    const refusedPiece = { status: 'Failure', referenceNo: 'A-2', trackingNo: null };
    const own = await client(reply('Failure', { ...refusedOrder, piecesResult: [refusedPiece] }));
    expect(outcomes(await createOrders(own, [severalPieces('A')]))).toEqual(['rejected: addr']);
  });

  it('entries that failed without a reason have that of the request', async () => {
    const entries = ['A', 'B'].map((orderId) => ({ status: 'Failure', errors: null, orderId }));
    const own = await client({ ...reply('Failure', ...entries), errors: [{ code: 100011, message: 'no permission' }] });
    const answers = await createOrders(own, [newOrder('A'), newOrder('B')]);
    expect(answers).toMatchObject([
      { message: 'no permission', code: '100011' },
      { message: 'no permission', code: '100011' },
    ]);
  });

  it('an entry that says nothing where only some succeeded is no refusal: the order is looked up', async () => {
    const partial = reply(
      'Partial Success',
      { errors: null, referenceNo: 'A', trackingNo: 'T-A' },
      failure(100000, 'busy'),
    );
    const own = await client(partial, reply('Success', success({ orderId: 'A', trackingNo: 'T-A' })));
    expect(await createOrders(own, [newOrder('A'), newOrder('B')])).toMatchObject([
      { parcel: { reference: 'A', trackingNumber: 'T-A', recovered: true } },
      { kind: 'unavailable', message: 'busy' },
    ]);
    await server?.close();
    const [read] = await getTrackingNumbers(await client(partial), ['A', 'B']);
    expect(read).toMatchObject({ kind: 'invalid-reply' });
  });

  it('a status that nobody knows is no success', async () => {
    const own = await client(reply('Success', { status: 'Queued', orderId: 'A' }));
    expect(outcomes(await getTrackingNumbers(own, ['A']))).toEqual([
      'invalid-reply: eTower: The reply has the unknown status "Queued".',
    ]);
  });
});

describe('errors', () => {
  it("the carrier's text comes first, our hint after, all codes of the entry", async () => {
    const entry = {
      status: 'Failure',
      orderId: 'A',
      errors: [
        { code: 120005, message: '城市不能为空' },
        { code: '130003', message: '重量不能为空' },
      ],
    };
    const [answer] = await createOrders(await client(reply('Failure', entry)), [newOrder('A')]);
    expect(answer).toMatchObject({
      kind: 'rejected',
      message: '城市不能为空; 重量不能为空',
      code: '120005, 130003',
      hint: "The recipient's city is missing. The parcel's weight is missing.",
    });
  });

  it.each([
    [100000, 'unavailable'],
    [100002, 'credentials'],
    [100009, 'not-found'],
    [100010, 'rejected'],
    [110003, 'duplicate'],
    [999999, 'rejected'],
  ])('code %d is %s', async (code, kind) => {
    const own = await client({ status: 'Failure', errors: [{ code, message: 'text of the carrier' }], data: null });
    const [answer] = await getTrackingNumbers(own, ['A']);
    expect(answer).toMatchObject({ kind, message: 'text of the carrier', code: String(code) });
  });

  it('every code of the reference has a hint', async () => {
    const codes = codesOf(reference('etower'));
    expect(codes.length).toBeGreaterThan(120);
    const own = await client(
      reply('Failure', ...codes.map((code) => failure(code, 'text', { orderId: String(code) }))),
    );
    const answers = await getTrackingNumbers(own, codes.map(String));
    const silent = answers.flatMap((answer, index) =>
      answer instanceof CarrierError && answer.hint === undefined ? codes[index] : [],
    );
    expect(silent).toEqual([]);
  });

  it('a 4xx explains itself in the words of the envelope', async () => {
    const own = await client({ status: 400, body: JSON.stringify(failure(100001, 'wrong data format')) });
    await expect(listServices(own)).rejects.toMatchObject({
      kind: 'rejected',
      message: 'wrong data format',
      code: '100001',
      httpStatus: 400,
    });
  });

  it('a 404 with errors of eTower is no wrong address, one without is', async () => {
    const gone = await client({ status: 404, body: JSON.stringify(failure(100009, 'no such order')) });
    await expect(deleteOrder(gone, 'A')).rejects.toMatchObject({ kind: 'not-found', message: 'no such order' });
    await server?.close();
    const elsewhere = await client({ status: 404, body: '{"code":404,"message":"Not Found"}' });
    await expect(deleteOrder(elsewhere, 'A')).rejects.toMatchObject({ kind: 'invalid-reply' });
  });

  it('a 4xx that has a result for each order gives each its own', async () => {
    const mixed = reply(
      'Failure',
      success({ referenceNo: 'A', trackingNo: 'T-A' }),
      failure(120005, 'no city', { referenceNo: 'B' }),
    );
    const own = await client({ status: 400, body: JSON.stringify(mixed) });
    expect(outcomes(await createOrders(own, [newOrder('A'), newOrder('B')]))).toEqual(['T-A', 'rejected: no city']);
  });

  it.each([{}, { hello: 'world' }, { data: null }])('%j is no list of services', async (body) => {
    await expect(listServices(await client(body))).rejects.toMatchObject({ kind: 'invalid-reply' });
  });

  it('an endpoint call hands on entries that say nothing of success', async () => {
    for (const body of [
      reply('Success', { code: 'STANDARD', message: 'Standard service' }),
      reply('Success', { status: 'Closed', orderId: 'A' }),
    ]) {
      expect(await callEndpoint(await client(body), { path: '/services/shipper/else', body: {} })).toEqual(body);
      await server?.close();
    }
    const refused = { ...reply('Failure', { code: 'X' }), errors: [{ code: 100009, message: 'gone' }] };
    await expect(callEndpoint(await client(refused), { path: '/services/shipper/else' })).rejects.toThrow('gone');
  });

  it('a refusal that repeats the token hides it', async () => {
    const own = await client(reply('Failure', failure(100002, `unknown token ${TOKEN}`, { orderId: 'A' })));
    expect(outcomes(await getTrackingNumbers(own, ['A']))).toEqual(['credentials: unknown token [hidden]']);
  });

  it('an endpoint call keeps a mixed reply and refuses a failed one', async () => {
    const mixed = reply('Partial Success', success({ orderId: 'A' }), failure(100009, 'gone', { orderId: 'B' }));
    const path = '/services/shipper/hold';
    expect(await callEndpoint(await client(mixed), { path, body: {} })).toEqual(mixed);
    await server?.close();
    await expect(callEndpoint(await client(reply('Success', failure(100009, 'gone'))), { path })).rejects.toThrow(
      'gone',
    );
  });
});

describe('writes', () => {
  const cut: Answer = { body: '{"status":"Succ' };

  it.each([
    ['sendManifest', (own: EtowerClient) => sendManifest(own, ['A'])],
    ['closeShipments', (own: EtowerClient) => closeShipments(own, ['A'], { numberType: 'shipmentIds' })],
    ['deleteOrder', (own: EtowerClient) => deleteOrder(own, 'A')],
    ['requestPickup', (own: EtowerClient) => requestPickup(own, {})],
  ])('%s is sent once, and says what to check when the answer is lost', async (_name, call) => {
    await expect(call(await client(cut))).rejects.toMatchObject({
      kind: 'outcome-unknown',
      hint: expect.stringMatching(/\w/),
    });
    expect(server?.received).toHaveLength(1);
  });

  it('a lost manifest does not send the user to an operation that deletes what was not closed', async () => {
    for (const call of [
      (own: EtowerClient) => sendManifest(own, ['A']),
      (own: EtowerClient) => closeShipments(own, ['A'], { numberType: 'shipmentIds' }),
    ]) {
      const lost = call(await client(cut));
      await expect(lost).rejects.toMatchObject({ hint: expect.stringContaining('ask your logistics provider') });
      await expect(lost).rejects.toMatchObject({ hint: expect.not.stringContaining('Delete') });
      await server?.close();
    }
  });

  it('an order that is neither answered nor found is told in whole sentences', async () => {
    const own = await client(reply('Success', success({ referenceNo: 'A' })), { status: 400, body: '{}' });
    const [, lost] = await createOrders(own, [newOrder('A'), newOrder('C')]);
    expect(lost).toMatchObject({
      message: 'eTower returned nothing for C. Looking up reference C failed as well.',
    });
  });

  it.each([
    ['careful', ['careful']],
    [
      ['one', { message: 'two' }],
      ['one', 'two'],
    ],
    [null, undefined],
    [[], undefined],
  ])('warnings %j of the whole request are notes of its orders', async (warnings, notes) => {
    const own = await client({ ...reply('Success', success({ referenceNo: 'A', warnings: 'own' })), warnings });
    const [answer] = await createOrders(own, [newOrder('A')]);
    expect(answer instanceof CarrierError ? answer : answer?.parcel).toEqual({
      carrier: 'etower',
      reference: 'A',
      warnings: ['own'],
      notes,
    });
  });

  it('orders whose answer is lost are looked up, all of a call at once', async () => {
    const found = reply(
      'Partial Success',
      success({ orderId: 'A', trackingNo: 'T-A' }),
      failure(100009, 'unknown', { orderId: 'B' }),
    );
    const own = await client(cut, found);
    const answers = await createOrders(own, [newOrder('A'), newOrder('B')]);
    expect(answers).toMatchObject([
      { parcel: { reference: 'A', trackingNumber: 'T-A', recovered: true } },
      { kind: 'outcome-unknown' },
    ]);
    expect(server?.received.map(({ path }) => path)).toEqual([
      '/services/shipper/orders',
      '/services/shipper/trackingNumbers',
    ]);
  });
});

describe('labels', () => {
  it('several files, in labelContents', async () => {
    const entry = success({ orderId: 'A', labelContent: null, labelContents: [jpg, jpg] });
    const [answer] = await printLabels(await client(reply('Success', entry)), ['A'], {
      labelFormat: 'JPG',
      packinglist: true,
    });
    expect(answer).toMatchObject({ files: [{ extension: 'jpg' }, { extension: 'jpg' }] });
  });

  it.each([
    ['no label', { labelContent: null }, 'returned no label for A'],
    ['no Base64', { labelContent: '<html>' }, 'gave a label that is no Base64'],
    [
      'a web page',
      { labelContent: Buffer.from('<html></html>').toString('base64') },
      'gave a web page instead of a label',
    ],
  ])('%s fails that item alone', async (_case, content, message) => {
    const own = await client(
      reply('Success', success({ orderId: 'A', ...content }), success({ orderId: 'B', labelContent: pdf('B') })),
    );
    const [bad, good] = await printLabels(own, ['A', 'B'], {});
    expect(bad).toMatchObject({ kind: 'invalid-reply', message: expect.stringContaining(message) });
    expect(good).toMatchObject({ files: [{ extension: 'pdf' }] });
  });

  it('a merged file counts once, whichever entries carry it', async () => {
    for (const contents of [
      [pdf('all'), null],
      [pdf('all'), pdf('all')],
    ]) {
      const entries = contents.map((labelContent, index) => success({ orderId: `N${index}`, labelContent }));
      const { answers, files } = await printMerged(await client(reply('Success', ...entries)), ['N0', 'N1'], {
        labelFormat: 'PDF',
      });
      expect({ answers: answers.length, files: files.length }).toEqual({ answers: 2, files: 1 });
      expect(objectOf(JSON.parse(server?.received[0]?.body ?? ''))).toMatchObject({
        orderIds: ['N0', 'N1'],
        merged: true,
      });
      await server?.close();
    }
  });

  it('a new order keeps its reference where the reply with its label does not repeat it', async () => {
    const created = success({ orderId: 'O-1', trackingNo: 'T-1', labelContent: null });
    const printed = success({ orderId: 'A', trackingNo: 'T-1', labelContent: pdf('A') });
    const own = await client(reply('Success', created), reply('Success', printed));
    const [answer] = await createOrdersWithLabels(own, [newOrder('A')], { labelFormat: 'PDF' });
    expect(answer).toMatchObject({
      raw: created,
      parcel: { reference: 'A', orderNumber: 'O-1', trackingNumber: 'T-1' },
      files: [{ extension: 'pdf' }],
    });
    expect(objectOf(JSON.parse(server?.received[1]?.body ?? ''))).toMatchObject({ orderIds: ['A'] });
  });

  it.each([
    ['its own', pdf('A'), success({ orderId: 'A', labelContent: pdf('A') }), ['%PDF-1.4 A'], 1],
    ['one asked for', null, success({ orderId: 'A', labelContent: pdf('A') }), ['%PDF-1.4 A'], 2],
    ['none', null, failure(100000, 'busy', { orderId: 'A' }), [], 2],
  ])(
    'the labels of pieces stand apart from that of their order: %s',
    async (_case, labelContent, later, own, calls) => {
      const piece = success({ referenceNo: 'A-2', labelContent: null, labelContents: [pdf('A-2'), pdf('A-2b')] });
      const created = reply('Success', success({ orderId: 'A', labelContent, piecesResult: [piece] }));
      const etower = await client(created, reply('Success', later));
      const [answer] = await createOrdersWithLabels(etower, [severalPieces('A')], { labelFormat: 'PDF' });
      const texts = answer instanceof CarrierError ? [] : [answer?.files.map(textIn), answer?.pieceFiles.map(textIn)];
      expect(texts).toEqual([own, ['%PDF-1.4 A-2', '%PDF-1.4 A-2b']]);
      expect(server?.received).toHaveLength(calls);
    },
  );

  it('one entry for the whole of a merged request stands for all its numbers', async () => {
    for (const fields of [{ orderId: null }, { orderId: 'N0' }, { orderId: 'N0,N1,N2' }]) {
      const own = await client(reply('Success', success({ ...fields, labelContent: pdf('all') })));
      const { answers, files } = await printMerged(own, ['N0', 'N1', 'N2'], { labelFormat: 'PDF' });
      expect(answers).toMatchObject(['N0', 'N1', 'N2'].map((orderId, at) => ({ raw: at === 0 ? {} : { orderId } })));
      expect(files).toHaveLength(1);
      await server?.close();
    }
  });

  it('a merged file beside the entries of its orders is found', async () => {
    const entries = [success({ orderId: 'N0' }), failure(100009, 'gone', { orderId: 'N1' })];
    const own = await client(reply('Partial Success', ...entries, success({ labelContent: pdf('all') })));
    const { answers, files } = await printMerged(own, ['N0', 'N1'], { labelFormat: 'PDF' });
    expect(answers).toMatchObject([{ raw: { orderId: 'N0' } }, { kind: 'not-found', message: 'gone' }]);
    expect(files).toHaveLength(1);
  });

  it.each([
    ['ZPL', `~DGR:LOGO.GRF,1024,16,${'0F'.repeat(1024)}\n^XA^FDx^FS^XZ`, 'zpl'],
    ['PDF', 'a remark of the printer server\n%PDF-1.4', 'pdf'],
    ['PDF', '^XA^FDx^FS^XZ', 'zpl'],
  ])('a file asked for as %s whose type its first bytes hide or show', async (labelFormat, content, extension) => {
    const labelContent = Buffer.from(content).toString('base64');
    const own = await client(reply('Success', success({ orderId: 'A', labelContent })));
    const [answer] = await printLabels(own, ['A'], { labelFormat });
    expect(answer).toMatchObject({ files: [{ extension }] });
  });

  it('ZPL with settings of the printer before it is ZPL', async () => {
    const zpl = Buffer.from('CT~~CD,~CC^~CT~\n^XA^FDx^FS^XZ').toString('base64');
    const [answer] = await printLabels(
      await client(reply('Success', success({ orderId: 'A', labelContent: zpl }))),
      ['A'],
      { labelFormat: 'ZPL' },
    );
    expect(answer).toMatchObject({ files: [{ extension: 'zpl', mimeType: 'x-application/zpl' }] });
  });
});

describe('tracking times', () => {
  it.each([
    ['2019-09-20T14:13:43', 'GMT+08:00', '2019-09-20T14:13:43+08:00'],
    ['2019-09-20T14:13:43', 'GMT-4', '2019-09-20T14:13:43-04:00'],
    ['2019-09-20T14:13:43', 'GMT', '2019-09-20T14:13:43+00:00'],
    [1568960023000, '+0800', '2019-09-20T14:13:43+08:00'],
    ['2019-09-20T14:13:43', '', null],
    ['20/09/2019', 'GMT+08:00', null],
    ['2019-09-20 14:13:43.000', 'GMT+08:00', '2019-09-20T14:13:43+08:00'],
    ['2019-09-20T14:13:43+08:00', '', '2019-09-20T14:13:43+08:00'],
    ['2024-01-02T03:04:05.000+0800', null, '2024-01-02T03:04:05+08:00'],
    ['2024-01-02T03:04:05-0430', 'GMT+08:00', '2024-01-02T03:04:05-04:30'],
    ['2019-09-20T06:13:43Z', 'GMT+08:00', '2019-09-20T06:13:43+00:00'],
  ])('%s %s is %s', async (eventTime, timeZone, time) => {
    const entry = success({ orderId: 'A', events: [{ eventTime, timeZone, eventCode: 'XYZ' }] });
    const [answer] = await trackParcels(await client(reply('Success', entry)), ['A']);
    expect(answer).toMatchObject({
      parcel: {
        status: 'unknown',
        statusRaw: 'XYZ',
        events: [{ time, timeRaw: String(eventTime), status: 'unknown' }],
      },
    });
  });
});

it('an event without a time does not make an older one the newest', async () => {
  const event = (eventCode: string, eventTime: string | null) => ({ eventCode, eventTime, timeZone: 'GMT+08:00' });
  const events = [event('INF', '2026-01-05T10:00:00'), event('SCN', null), event('DLD', '2026-01-07T10:00:00')];
  const [answer] = await trackParcels(await client(reply('Success', success({ orderId: 'A', events }))), ['A']);
  expect(answer).toMatchObject({
    parcel: { status: 'delivered', events: [{ code: 'DLD' }, { code: 'INF' }, { code: 'SCN', time: null }] },
  });
});

describe('checks before sending', () => {
  const order = firstOf(request('create-orders'));

  it.each([
    ['referenceNo', undefined, 'referenceNo is required'],
    ['referenceNo', 'x'.repeat(81), 'referenceNo is longer than 80 characters'],
    ['serviceCode', '', 'serviceCode is required'],
    ['description', 'x'.repeat(61), 'description is longer than 60 characters'],
    ['weight', 0, 'weight must be a number greater than 0'],
    ['weight', 0.0000001, 'weight must be at least 0.000001'],
    ['invoiceValue', 0.001, 'invoiceValue must be at least 0.01'],
    ['invoiceCurrency', null, 'invoiceCurrency is required'],
    ['recipientName', '12345', 'recipientName must not be digits only'],
    ['recipientName', '张三', 'recipientName must be in English or French letters'],
    ['addressLine1', '', 'addressLine1 is required'],
    ['city', '', 'city is required'],
    ['country', 'AUS', 'country must be a country code of two letters'],
    ['volume', 0.001, 'volume must be at least 0.01'],
    ['orderItems', [], 'orderItems needs at least one item'],
    ['invoiceValue', 6.34, 'invoiceValue differs by more than 0.1 from the sum of its items'],
    ['weight', 0.264, ''],
  ])('%s %j', (field, value, message) => {
    const check = () => checkOrder({ ...order, [field]: value });
    if (message === '') expect(check).not.toThrow();
    else expect(check).toThrow(message);
  });

  it.each([6.33, 6.13, '6.23'])('a declared value of %s is within 0.1', (invoiceValue) => {
    expect(checkOrder({ ...order, invoiceValue })).toMatchObject({ invoiceValue });
  });

  it("the items' weights, in kilograms, are compared with the parcel's", () => {
    const orderItems = listOf(order['orderItems']).map((item) => ({ ...item, weight: 0.15 }));
    expect(() => checkOrder({ ...order, orderItems })).toThrow(
      'weight is less than the weight of its items together, which is 0.3 kg',
    );
    expect(() => checkOrder({ ...order, orderItems, weight: 300 })).not.toThrow();
  });

  it('names the item that is wrong, and the piece', () => {
    const [first, second] = listOf(order['orderItems']);
    expect(() => checkOrder({ ...order, orderItems: [first, { ...second, sku: '' }] })).toThrow(
      'orderItems[1].sku is required',
    );
    expect(() => checkOrder({ ...order, pieces: [{ ...order, invoiceValue: 9 }] })).toThrow(
      'pieces[0].invoiceValue differs',
    );
  });

  it.each([
    ['2020-08-16T13:47:12+0800', '2020-08-16T13:47:12+0800'],
    ['2020-08-16T13:47:12.000+08:00', '2020-08-16T13:47:12+0800'],
    ['2020-08-16T05:47:12Z', '2020-08-16T05:47:12+0000'],
    ['2020-08-16', '2020-08-16'],
  ])('pickup time %s becomes %s', (given, expected) => {
    expect(pickupTimeOf(given)).toBe(expected);
  });
});

/** A file that begins as a PDF does. */
function pdf(text: string): string {
  return Buffer.from(`%PDF-1.4 ${text}`).toString('base64');
}

function textIn({ content }: { content: Buffer }): string {
  return content.toString();
}

const jpg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0]).toString('base64');

function expectSent(path: string, body: unknown): void {
  expect(server?.received[0]?.path).toBe(path);
  expect(server?.received[0]?.method).toBe('POST');
  expect(server?.received[0]?.body).toBe(JSON.stringify(body));
}

/** The reference's own rule, over the bytes that arrived. */
function expectSigned(received: Received | undefined): void {
  const { method = '', path = '', headers = {} } = received ?? {};
  const text = `${method}\n${String(headers['x-walltech-date'])}\nhttp://${headers.host ?? ''}${path}`;
  expect(headers.authorization).toBe(`WallTech ${TOKEN}:${createHmac('sha1', KEY).update(text).digest('base64')}`);
}

function dateOf({ headers }: Received): number {
  return Date.parse(String(headers['x-walltech-date']));
}

/** Every code of the table in B.7, ranges written out. */
function codesOf(reference: string): number[] {
  const table = reference.slice(reference.indexOf('## B.7'), reference.indexOf('# Enumerations'));
  const cells = table.split('\n').flatMap((line) => /^\| (\d[\d ,/to]*) \|/.exec(line)?.[1] ?? []);
  return cells.flatMap((cell) => {
    const [, from, to] = /^(\d+) to (\d+)$/.exec(cell) ?? [];
    if (from === undefined) return (cell.match(/\d+/g) ?? []).map(Number);
    return Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) => Number(from) + index);
  });
}
