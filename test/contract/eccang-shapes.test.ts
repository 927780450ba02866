import {
  awaitTrackingNumbers,
  checkOrder,
  checkQuoteRequest,
  checkRequiredFields,
  createOrder,
  createOrders,
  ECCANG,
  EccangClient,
  getLabelLink,
  getOrder,
  getReceivingExpense,
  getRequiredFields,
  getTrackingNumbers,
  linkOf,
  listProducts,
  signEnvelope,
  testCredentials,
  trackParcels,
  validateOrder,
  validationRequestOf,
} from '../../carriers/eccang';
import { getBilledWeights, getOrderFee, getProofsOfDispatch, HUAHAN } from '../../carriers/huahan';
import { listOf, textOf } from '../../carriers/json-value';
import { eccangOrder as order } from '../../sandbox/sample-orders';
import { documented, documentedJson } from '../documented';
import { carrier, enveloped, object } from './eccang-carrier';
import { loopback } from './loopback';

describe('the container of an answer has many names (eccang.md 1.4 no. 6)', () => {
  const containers = ['data', 'Data', 'Result', 'result'];

  it.each(containers)('in %s', async (name) => {
    const success = (content: unknown) => enveloped({ ask: 'Success', message: 'Success', [name]: content });
    const asked = async (content: unknown) => (await carrier(ECCANG, success(content))).client;
    expect(await getOrder(await asked({ shipper_hawbcode: 'W' }), 'W')).toMatchObject({ parcel: { orderNumber: 'W' } });
    expect(await getOrder(await asked([{ shipper_hawbcode: 'W' }]), 'W')).toMatchObject({
      parcel: { orderNumber: 'W' },
    });
    expect(await createOrder(await asked({ order_code: 'W' }), { reference_no: 'R' })).toMatchObject({
      parcel: { orderNumber: 'W' },
    });
    expect(await getTrackingNumbers(await asked([{ OrderNumber: 'R', WayBillNumber: 'W' }]), ['R'])).toMatchObject([
      { parcel: { orderNumber: 'W' } },
    ]);
    expect(await trackParcels(await asked({ Code: 'T', Status: 'CC' }), ['T'])).toMatchObject([
      { parcel: { status: 'delivered' } },
    ]);
    expect(await listProducts(await asked([{ code: 'P' }]))).toEqual([{ code: 'P' }]);
    expect(await getRequiredFields(await asked({ requiredFields: ['a'] }), 'P', '')).toEqual(['a']);
    const { client } = await carrier(ECCANG, success({ url: 'http://x/1.pdf' }));
    expect(linkOf(client, await getLabelLink(client, { number: 'R' }))).toBe('http://x/1.pdf');
    const batch = await carrier(ECCANG, success([{ ask: 'Success', reference_no: 'R', order_code: 'W' }]));
    expect(await createOrders(batch.client, [{ reference_no: 'R' }])).toMatchObject([{ parcel: { orderNumber: 'W' } }]);
    expect(batch.calls()).toBe(1);
  });

  it('fields directly at the top level', async () => {
    const { client } = await carrier(
      ECCANG,
      enveloped({ ask: 'Success', reference_no: 'W', shipper_hawbcode: 'W', status: 'O' }),
    );
    expect(await getOrder(client, 'W')).toMatchObject({ parcel: { orderNumber: 'W', status: 'delivered' } });
  });

  it('an echo alone is no order', async () => {
    const { client } = await carrier(ECCANG, enveloped({ ask: 'Success', reference_no: 'W', data: [] }));
    await expect(getOrder(client, 'W')).rejects.toMatchObject({ kind: 'not-found' });
  });
});

describe('looking up an order whose answer was lost', () => {
  const lost = { status: 503, body: 'Service Unavailable' };

  it('an echo of the reference without a number is no order', async () => {
    const { client } = await carrier(
      ECCANG,
      lost,
      enveloped({ ask: 'Success', data: [{ OrderNumber: 'R', TrackingNumber: '', WayBillNumber: '' }] }),
    );
    await expect(createOrder(client, { reference_no: 'R' })).rejects.toMatchObject({
      kind: 'outcome-unknown',
      hint: expect.stringContaining('Order: Get Tracking Number'),
    });
  });

  it("another order's answer is not this order", async () => {
    const { client } = await carrier(
      HUAHAN,
      lost,
      enveloped({ ask: 'Success', data: { reference_no: 'OTHER', shipper_hawbcode: 'W' } }),
    );
    await expect(createOrder(client, { reference_no: 'R' })).rejects.toMatchObject({
      kind: 'outcome-unknown',
      hint: expect.stringContaining('Order: Get'),
    });
  });
});

describe('what a refusal says', () => {
  const refusal = async (reply: object) =>
    (await carrier(ECCANG, enveloped({ ask: 'Failure', ...reply }))).client.call('x', {}, { intent: 'read' });

  it.each([
    [{ message: '', Error: { cnMessage: '', enMessage: 'no track' } }, 'no track'],
    [{ message: '', Error: { errMessage: '', cnMessage: '中文' } }, '中文'],
    [{ message: '', Error: '系统异常' }, '系统异常'],
  ])('%j', async (reply, message) => {
    await expect(refusal(reply)).rejects.toMatchObject({ message });
  });

  it.each([
    [{ errCode: '5000, ORDER_REFER_ISEXISTS', errMessage: 'exists' }, 'duplicate', '5000, ORDER_REFER_ISEXISTS'],
    [[{ errCode: '50048' }, { errCode: 'ORDER_REFER_ISEXISTS' }], 'duplicate', '50048, ORDER_REFER_ISEXISTS'],
    [[{ errCode: '5000' }, { errCode: '50010' }, { errCode: '5000' }], 'not-found', '5000, 50010'],
    [{ errCode: '5000,50001' }, 'credentials', '5000, 50001'],
    [[{ errCode: '' }, { errCode: '50048' }], 'rejected', '50048'],
  ])('the code that says most counts, and none is lost: %j', async (errors, kind, code) => {
    await expect(refusal({ message: 'x', Error: errors })).rejects.toMatchObject({ kind, code });
  });

  it('a duplicate among other codes is looked up', async () => {
    const { client } = await carrier(
      ECCANG,
      enveloped({ ask: 'Failure', message: 'x', Error: [{ errCode: '50048' }, { errCode: 'ORDER_REFER_ISEXISTS' }] }),
      enveloped({ ask: 'Success', data: [{ OrderNumber: 'R', WayBillNumber: 'W' }] }),
    );
    expect(await createOrder(client, { reference_no: 'R' }, { returnExisting: true })).toMatchObject({
      parcel: { orderNumber: 'W', recovered: true },
    });
  });

  it('a service that is unknown among other codes is asked for by its newer name', async () => {
    const { client } = await carrier(
      ECCANG,
      enveloped({ ask: 'Failure', message: 'x', err_code: '50005', Error: { errCode: '5000' } }),
      enveloped({ ask: 'Success', data: [{ code: 'P' }] }),
    );
    expect(await listProducts(client)).toEqual([{ code: 'P' }]);
  });

  it('a duplicate is known without its code', async () => {
    await expect(refusal({ message: '参考单号已存在', Error: { errMessage: '', errCode: '' } })).rejects.toMatchObject({
      kind: 'duplicate',
    });
  });
});

describe('credential test', () => {
  const test = async (status: number, body: string) => {
    const server = await loopback(() => ({ status, body }));
    try {
      await testCredentials(ECCANG, { baseUrl: server.url, appToken: 'a', appKey: 'b' });
    } finally {
      await server.close();
    }
  };
  const fault =
    '<s:Envelope xmlns:s="x"><s:Body><s:Fault><faultcode>s:Client</faultcode><faultstring>no</faultstring></s:Fault></s:Body></s:Envelope>';

  it('is passed by a refusal of the made-up number', async () => {
    await expect(test(200, enveloped({ ask: 'Failure', message: '订单不存在' }))).resolves.toBeUndefined();
    await expect(test(200, enveloped({ ask: 'Failure', message: 'x', err_code: '5000' }))).resolves.toBeUndefined();
  });

  it.each([
    [405, '<html>405 Not Allowed</html>'],
    [400, 'Bad Request'],
    [500, fault],
    [200, enveloped({ ask: 'Failure', message: 'x', err_code: '50002' })],
    [200, enveloped({ hello: 'world' })],
  ])('is not passed by HTTP %i %s', async (status, body) => {
    await expect(test(status, body)).rejects.toMatchObject({ name: 'CarrierError' });
  });
});

describe('before anything is sent', () => {
  it.each([
    ['reference_no', { reference_no: 2 ** 60 }, 'reference_no has too many digits for a number: pass it as text'],
    ['an object for a text', { platform_number: { a: 1 } }, 'platform_number must be text or a number'],
  ])('%s', (_, changes, message) => {
    expect(() => checkOrder(ECCANG, order('A', changes))).toThrow(message);
  });

  it('one item without its list becomes a list', () => {
    const given = order('A');
    const [item] = Array.isArray(given['ItemArr']) ? given['ItemArr'] : [];
    expect(checkOrder(HUAHAN, { ...given, ItemArr: item })).toEqual(given);
  });

  it.each([[null], ['']])('boxes may be left out, also as %j', (Volume) => {
    expect(checkOrder(ECCANG, order('A', { Volume }))).toEqual(order('A'));
  });

  it('one box without its list becomes a list, of which the fields are looked at', () => {
    const box = { length: 10, weight: '0.5' };
    expect(checkOrder(ECCANG, order('A', { Volume: box }))).toEqual(order('A', { Volume: [box] }));
    expect(() => checkOrder(ECCANG, order('A', { Volume: { length: 'long' } }))).toThrow(
      'Volume[0].length must be a number',
    );
  });

  it('the noise of a sum is not sent', () => {
    const noisy = 0.1 + 0.2;
    const given = (weight: number) => ({
      order_weight: weight,
      ItemArr: [{ invoice_enname: 'A', invoice_quantity: 1, invoice_weight: weight, invoice_unitcharge: weight }],
    });
    for (const deployment of [ECCANG, HUAHAN])
      expect(checkOrder(deployment, order('A', given(noisy)))).toEqual(order('A', given(0.3)));
    expect(checkOrder(ECCANG, order('A', { Volume: { weight: noisy } }))).toHaveProperty('Volume', [{ weight: 0.3 }]);
    expect(checkQuoteRequest({ weight: noisy, shipping_type_id: 'W', country_code: 'US' })).toHaveProperty(
      'weight',
      0.3,
    );
  });

  it.each(['0.1750', ' 0.175 ', '12', '1.', 0.175, '5.000000'])(
    'a weight of %j has no more than 3 decimals',
    (weight) => {
      expect(checkOrder(ECCANG, order('A', { order_weight: weight }))).toHaveProperty('order_weight', weight);
    },
  );

  it.each([
    ['0.17501', 'order_weight has more than 3 decimals'],
    [1e-7, 'order_weight has more than 3 decimals'],
    ['1e-7', 'order_weight must be written in digits, e.g. 0.175'],
    ['1e3', 'order_weight must be written in digits, e.g. 0.175'],
    ['0x10', 'order_weight must be written in digits, e.g. 0.175'],
    ['Infinity', 'order_weight must be written in digits, e.g. 0.175'],
    [5e-17, 'order_weight must be a number greater than 0'],
    ['1,5', 'order_weight must be a number greater than 0'],
  ])('a weight of %j is refused', (weight, message) => {
    expect(() => checkOrder(ECCANG, order('A', { order_weight: weight }))).toThrow(message);
  });

  it('optional amounts and counts are digits too', () => {
    const changes = { order_pieces: '0x1', insurance_value: '1e2', invoice_fee: 'Infinity', other_fee: ' ' };
    expect(() => checkOrder(ECCANG, order('A', changes))).toThrow(
      'order_pieces must be a whole number greater than 0; insurance_value must be written in digits, e.g. 0.175; invoice_fee must be written in digits, e.g. 0.175',
    );
  });

  it('Huahan limits the decimals of items only', () => {
    expect(checkOrder(HUAHAN, order('A', { order_weight: 0.12345 }))).toHaveProperty('order_weight', 0.12345);
    expect(() => checkOrder(ECCANG, order('A', { order_weight: 0.12345 }))).toThrow(
      'order_weight has more than 3 decimals',
    );
  });

  it('a quote needs weight, goods type and a place', () => {
    expect(() => checkQuoteRequest({ country_code: 'US' })).toThrow('weight is required; shipping_type_id is required');
    expect(() => checkQuoteRequest({ weight: 1, shipping_type_id: 'W' })).toThrow(
      'country_code and warehouse_code are both empty',
    );
    expect(checkQuoteRequest({ weight: 1, shipping_type_id: 'W', warehouse_code: 'X' })).toHaveProperty('weight', 1);
  });

  it('a validation needs what the method demands', () => {
    expect(() => validationRequestOf({ reference_no: 'A' })).toThrow('consignee is required; invoice is required');
    expect(() => validationRequestOf(order('A', { ItemArr: [] }))).toThrow('ItemArr needs at least one item');
    expect(() => validationRequestOf(order('A', { ItemArr: {} }))).toThrow('ItemArr needs at least one item');
    expect(() => validationRequestOf(order('A', { Consignee: undefined }))).toThrow('Consignee is required');
  });

  it('a validation takes one item without its list, and sends the weight as the text that is documented', () => {
    const given = order('A', { order_weight: 0.1 + 0.2 });
    const [item] = Array.isArray(given['ItemArr']) ? given['ItemArr'] : [];
    const expected = { order_weight: '0.3', invoice: [item] };
    expect(validationRequestOf({ ...given, ItemArr: item })).toMatchObject(expected);
    const { consignee } = validationRequestOf(given);
    expect(
      validationRequestOf({ ...given, Consignee: undefined, ItemArr: undefined, consignee, invoice: item }),
    ).toMatchObject(expected);
  });

  it('fields that only the product knows are looked for where their name says', async () => {
    const { client } = await carrier(
      ECCANG,
      enveloped({ ask: 'Success', data: { requiredFields: ['consignee_passport', 'shipper_vat'] } }),
    );
    const there = order('A', { Consignee: { consignee_passport: 'X' } });
    expect(await checkRequiredFields(client, [there])).toMatchObject([{ problems: [{ path: 'Shipper.shipper_vat' }] }]);
  });

  it('a rule that cannot be asked for is the error of its orders', async () => {
    const { client } = await carrier(ECCANG, enveloped({ ask: 'Failure', message: 'no rule' }));
    expect(await checkRequiredFields(client, [order('A'), order('B')])).toMatchObject([
      { message: 'no rule' },
      { message: 'no rule' },
    ]);
  });
});

it('waiting survives a question that fails', async () => {
  const entry = (number: string, tracking: string) => ({
    OrderNumber: number,
    WayBillNumber: 'W',
    TrackingNumber: tracking,
  });
  const { client } = await carrier(
    ECCANG,
    enveloped({ ask: 'Success', data: [entry('A', 'T1'), entry('B', '')] }),
    enveloped({ ask: 'Failure', message: '系统繁忙' }),
    enveloped({ ask: 'Success', data: [entry('B', 'T2')] }),
  );
  expect(await awaitTrackingNumbers(client, ['A', 'B'], { deadlineMs: 60_000, intervalMs: 1 })).toMatchObject([
    { parcel: { trackingNumber: 'T1' } },
    { parcel: { trackingNumber: 'T2' } },
  ]);
});

it('a validation with several codes is still an answer', async () => {
  const { client } = await carrier(
    ECCANG,
    enveloped({ ask: 'Failure', message: '信息不合法', Error: { errCode: '50048, 5000', errMessage: 'a' } }),
  );
  expect(await validateOrder(client, {})).toMatchObject({ validation: { valid: false, problems: ['a'] } });
});

describe('findings of a validation are an answer', () => {
  const found = async (reply: object) =>
    (await validateOrder((await carrier(ECCANG, enveloped({ ask: 'Failure', ...reply }))).client, {})).validation;

  it.each([
    ['an empty code', { errMessage: 'a;b', errCode: '' }, ['a', 'b']],
    ['no Error', undefined, undefined],
    ['a list of errors', [{ errMessage: 'a' }, { errMessage: 'b；c' }, { errMessage: 'a' }], ['a', 'b', 'c']],
    ['a text for Error', 'a;b', ['a', 'b']],
  ])('with %s', async (_, errors, problems) => {
    const validation = await found({ message: '信息不合法', ...(errors ? { Error: errors } : {}) });
    expect(validation).toEqual({
      carrier: 'eccang',
      valid: false,
      message: '信息不合法',
      ...(problems ? { problems } : {}),
    });
  });

  it.each(['50001', '5000'])('the same words under code %s are an error', async (code) => {
    await expect(found({ message: '账号信息不合法', err_code: code })).rejects.toMatchObject({
      message: '账号信息不合法',
      code,
    });
  });

  it('any other refusal without a code is an error', async () => {
    await expect(found({ message: '系统异常', Error: { errMessage: 'x', errCode: '' } })).rejects.toMatchObject({
      kind: 'rejected',
      message: '系统异常: x',
    });
  });
});

it('charges of several entries are all there', async () => {
  const { client } = await carrier(ECCANG, enveloped({ ask: 'Success', data: [{ Freight: '1' }, { Freight: '2' }] }));
  expect((await getReceivingExpense(client, 'A')).charges.charges).toEqual([
    { name: 'Freight', amount: '1' },
    { name: 'Freight', amount: '2' },
  ]);
});

it('charges directly at the top level are there, and no charges are none', async () => {
  const { client } = await carrier(
    ECCANG,
    enveloped({ ask: 'Success', CustomerOrderNumber: 'R', Freight: '1.00', TotalFee: '1.00' }),
    enveloped({ ask: 'Success', reference_no: 'R', data: {} }),
  );
  expect(await getReceivingExpense(client, 'R')).toEqual({
    raw: { CustomerOrderNumber: 'R', Freight: '1.00', TotalFee: '1.00' },
    charges: {
      carrier: 'eccang',
      number: 'R',
      reference: 'R',
      charges: [{ name: 'Freight', amount: '1.00' }],
      total: '1.00',
    },
  });
  expect((await getReceivingExpense(client, 'R')).charges).toEqual({ carrier: 'eccang', number: 'R' });
});

describe("Huahan's charges, whose lists may be objects and the other way round", () => {
  const line = { fee_name: '速递运费', price: '25.50', currency: 'RMB' };
  const other = { fee_name: '挂号费', price: '1.00', currency: 'RMB' };
  const charge = { name: '速递运费', amount: '25.50', currency: 'RMB' };
  const otherCharge = { name: '挂号费', amount: '1.00', currency: 'RMB' };

  it.each([
    ['a list of one', { data: [{ total_price: '0.00', details: [line] }] }, [charge]],
    ['a list of several', { Data: [{ details: [line] }, { details: other }] }, [charge, otherCharge]],
    ['a list of lines', { data: [line, other] }, [charge, otherCharge]],
    ['one line', { Result: line }, [charge]],
    ['one line in details', { data: { details: line } }, [charge]],
    ['text that holds a list', { data: JSON.stringify([line]) }, [charge]],
    ['fields at the top level', { total_price: '0.00', details: [line] }, [charge]],
    ['an empty list', { data: [] }, undefined],
    ['nothing', { data: '' }, undefined],
  ])('%s', async (_, reply, charges) => {
    const { client } = await carrier(HUAHAN, enveloped({ ask: 'Success', reference_no: 'R', ...reply }));
    expect((await getOrderFee(client, 'R')).charges.charges ?? []).toEqual(charges ?? []);
  });

  it.each([['[1]'], ['12']])('%s is neither, and is said to be', async (data) => {
    const { client } = await carrier(HUAHAN, enveloped({ ask: 'Success', data }));
    await expect(getOrderFee(client, 'R')).rejects.toMatchObject({
      kind: 'invalid-reply',
      message: 'Huahan Logistics: the charges came neither as an object nor as text that holds one.',
      carrierText: data,
    });
  });
});

it.each([
  ['zeros at the order', { length: 0, width: '0', height: 0 }, { length: 10, width: 20, height: 30 }],
  ['sizes at the order', { length: 1, width: 2, height: 3 }, { length: 1, width: 2, height: 3 }],
])('the size of the only box counts where the order has none: %s', async (_, own, dimensionsCm) => {
  const volume = [{ length: '10', width: '20', height: '30.00' }];
  const { client } = await carrier(
    ECCANG,
    enveloped({ ask: 'Success', data: { shipper_hawbcode: 'W', ...own, volume } }),
  );
  expect(await getOrder(client, 'W')).toMatchObject({ parcel: { dimensionsCm } });
});

it('a tracking entry is found by any number that it names', async () => {
  const entry = {
    Code: 'TW',
    WaybillNumber: 'W',
    TrackingNumber: 'T',
    Detail: [{ Status: 'AF', Comment: '', Comment_en: 'In' }],
  };
  const { client } = await carrier(ECCANG, enveloped({ ask: 'Success', Data: [entry] }));
  expect(await trackParcels(client, ['w', 'T', 'X'])).toMatchObject([
    { parcel: { orderNumber: 'W', events: [{ description: 'In' }] } },
    { parcel: { trackingNumber: 'T' } },
    { kind: 'not-found' },
  ]);
});

it.each([
  ['', { status: 'delivered', statusRaw: 'CC' }],
  ['AF', { status: 'picked_up', statusRaw: 'AF' }],
])('a status and its code come from one place, newest event "%s"', async (code, expected) => {
  const entry = { Code: 'T', Status: 'CC', Detail: [{ Status: code, Comment: 'Delivered' }] };
  const { client } = await carrier(ECCANG, enveloped({ ask: 'Success', Data: [entry] }));
  expect(await trackParcels(client, ['T'])).toMatchObject([{ parcel: expected }]);
});

it('what is left to do at the carrier is told', async () => {
  const { client } = await carrier(
    ECCANG,
    enveloped({ ask: 'Success', order_code: 'W', sender_info_status: 0, ODA: 'Y' }),
  );
  expect((await createOrder(client, { reference_no: 'R' })).parcel.notes).toHaveLength(2);
});

it('a document type inside the data is data', async () => {
  const html = '<!DOCTYPE html><p>&amp;</p>';
  const body = documented('eccang', 'envelope.response.xml').replace(
    /<response>.*<\/response>/s,
    () => `<response><![CDATA[${JSON.stringify({ ask: 'Success', note: html })}]]></response>`,
  );
  const { client } = await carrier(ECCANG, body);
  expect(await client.call('x', {}, { intent: 'write' })).toMatchObject({ note: html });
});

it('a fault that blames the caller is not tried again', async () => {
  const fault =
    '<s:Envelope xmlns:s="x"><s:Body><s:Fault><faultcode>s:Client</faultcode><faultstring>no</faultstring></s:Fault></s:Body></s:Envelope>';
  const { client, calls } = await carrier(ECCANG, { status: 500, body: fault });
  await expect(client.call('getOrder', {}, { intent: 'read' })).rejects.toMatchObject({
    kind: 'rejected',
    message: 'no',
  });
  expect(calls()).toBe(1);
});

it('tracking at Huahan takes turns, also when a service is called by its name', async () => {
  let inFlight = 0;
  let most = 0;
  const server = await loopback(
    () => {
      inFlight -= 1;
      return { body: enveloped({ ask: 'Success', Data: [] }) };
    },
    () => {
      inFlight += 1;
      most = Math.max(most, inFlight);
    },
  );
  const client = new EccangClient(HUAHAN, { baseUrl: server.url, appToken: 'a', appKey: 'b' });
  await Promise.all(
    Array.from({ length: 8 }, () => client.call('getCargoTrack', { codes: ['A'] }, { intent: 'read' })),
  );
  await server.close();
  expect(most).toBe(1);
});

describe('signing for the HTTP Request node', () => {
  const credentials = { baseUrl: 'https://tms.example.com', appToken: 'tok&en', appKey: 'k<ey' };
  const url = 'https://tms.example.com/default/svc/web-service';

  it('makes the envelope, without losing digits', () => {
    const body = signEnvelope(url, '{"service":"getOrder","paramsJson":{"n":12345678901234567890}}', credentials);
    expect(body).toContain('&quot;12345678901234567890&quot;');
    expect(body).toContain('<appToken>tok&amp;en</appToken>');
    expect(signEnvelope(url, '<e><appToken/><appKey></appKey></e>', credentials)).toBe(
      '<e><appToken>tok&amp;en</appToken><appKey>k&lt;ey</appKey></e>',
    );
  });

  it.each([
    'http://tms.example.com/default/svc/web-service',
    'https://evil.example.com/',
    'https://tms.example.com:8443/',
    'nonsense',
  ])('refuses %s', (other) => {
    expect(() => signEnvelope(other, { service: 'getOrder' }, credentials)).toThrow(
      'This credential is only sent to https://tms.example.com',
    );
  });
});

describe('an entry that is refused below a Success above (eccang.md 1.4 no. 5)', () => {
  const answer = async (deployment: typeof ECCANG, container: string, ...entries: object[]) =>
    (await carrier(deployment, enveloped({ ask: 'Success', message: 'Success', [container]: entries }))).client;

  it('in tracking, by its own ask or its own Error', async () => {
    const client = await answer(
      ECCANG,
      'Data',
      { Code: 'A', ask: 'Failure', message: '单号不存在' },
      { Code: 'B', Error: { cnMessage: '单号错误', enMessage: 'wrong number' } },
      { Code: 'C', Error_code: '0000', Error: [], message: '查询成功', Status: 'CC', Detail: [] },
      { Code: 'D', ask: 'Success', Error: { errMessage: '', errCode: '' }, Status: 'CC' },
    );
    expect(await trackParcels(client, ['A', 'B', 'C', 'D'])).toMatchObject([
      { kind: 'rejected', message: '单号不存在' },
      { kind: 'rejected', message: '单号错误: wrong number' },
      { parcel: { status: 'delivered' } },
      { parcel: { status: 'delivered' } },
    ]);
  });

  it('in tracking numbers, for which nobody waits', async () => {
    const refused = { OrderNumber: 'A', ask: 'Failure', message: '订单不存在' };
    const { client, calls } = await carrier(ECCANG, enveloped({ ask: 'Success', data: [refused] }));
    expect(await awaitTrackingNumbers(client, ['A'], { deadlineMs: 60_000, intervalMs: 1 })).toMatchObject([
      { kind: 'not-found', message: '订单不存在' },
    ]);
    expect(calls()).toBe(1);
  });

  it('in proofs of dispatch', async () => {
    const client = await answer(
      HUAHAN,
      'data',
      { reference_no: 'A', ask: 'Failure', message: '订单未出库' },
      { reference_no: 'B', url: 'http://x/1.pdf' },
    );
    expect(await getProofsOfDispatch(client, ['A', 'B'])).toMatchObject([
      { kind: 'rejected', message: '订单未出库' },
      { url: 'http://x/1.pdf' },
    ]);
  });

  it('in billed weights, with all its words and its code', async () => {
    const client = await answer(
      HUAHAN,
      'Data',
      {
        Code: 'A',
        chargeweight: '',
        ask: 'Failure',
        message: '查询失败',
        Error: { errMessage: '没有权限', errCode: '50010' },
      },
      { Code: 'B', chargeweight: '1.2', message: '' },
    );
    expect(await getBilledWeights(client, ['A', 'B'])).toMatchObject([
      { kind: 'not-found', code: '50010', message: '查询失败: 没有权限' },
      { weight: { weightKg: 1.2 } },
    ]);
  });
});

describe('answers of a batch read below a Failure above (eccang.md 1.4 no. 5)', () => {
  const refused = { ask: 'Failure', message: '部分失败', Error: { cnMessage: '单号B不存在', enMessage: '' } };
  const refusal = { kind: 'rejected', message: '部分失败: 单号B不存在' };
  const answer = async (deployment: typeof ECCANG, container: string, ...entries: object[]) =>
    (await carrier(deployment, enveloped({ ...refused, [container]: entries }))).client;

  it.each(['getCargoTrack', 'getCargoTrackPdd'] as const)('%s', async (service) => {
    const [tracked] = listOf(object(documentedJson('huahan', `${service}.response.json`))['Data']);
    const number = textOf(tracked?.['Code']) ?? '';
    const others = [
      { Code: 'B', Status: '', Detail: [] },
      { Code: 'D', Error_code: '0001' },
    ];
    const client = await answer(HUAHAN, 'Data', { ...tracked }, ...others);
    expect(await trackParcels(client, [number, 'B', 'C', 'D'], service)).toMatchObject([
      { raw: tracked },
      refusal,
      refusal,
      { kind: 'not-found' },
    ]);
  });

  it('getTrackNumber', async () => {
    const client = await answer(
      ECCANG,
      'data',
      { OrderNumber: 'A', TrackingNumber: 'T', WayBillNumber: 'W' },
      { OrderNumber: 'C', TrackingNumber: '', WayBillNumber: 'X' },
      { OrderNumber: 'D', TrackingNumber: '', WayBillNumber: '' },
    );
    expect(await getTrackingNumbers(client, ['A', 'B', 'C', 'D'])).toMatchObject([
      { parcel: { trackingNumber: 'T' } },
      refusal,
      { parcel: { orderNumber: 'X', trackingNumberPending: true } },
      refusal,
    ]);
  });

  it.each([
    { chargeweight: '1.2', message: '' },
    { chargeweight: '', message: '订单还未入库' },
  ])('getBillingWeight with %j', async (entry) => {
    const client = await answer(HUAHAN, 'Data', { Code: 'A', ...entry });
    expect(await getBilledWeights(client, ['A', 'B'])).toMatchObject([
      entry.chargeweight === '' ? { message: entry.message } : { weight: { weightKg: 1.2 } },
      refusal,
    ]);
  });

  it('an echo is none', async () => {
    const codes = await answer(HUAHAN, 'Data', { Code: 'A', chargeweight: '', message: '', Detail: [] });
    await expect(trackParcels(codes, ['A', 'B'])).rejects.toMatchObject(refusal);
    await expect(getBilledWeights(codes, ['A', 'B'])).rejects.toMatchObject(refusal);
    const references = await answer(ECCANG, 'data', { OrderNumber: 'A', TrackingNumber: '', WayBillNumber: '' });
    await expect(getTrackingNumbers(references, ['A', 'B'])).rejects.toMatchObject(refusal);
  });
});
