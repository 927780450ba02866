import { createHash } from 'node:crypto';
import { isObject, type JsonObject } from '../../carriers/json-value';
import {
  createOutboundOrder,
  createParcelOrder,
  deleteInboundOrder,
  deleteParcelOrder,
  downloadInboundLabel,
  estimateRates,
  FBA_ORDERS,
  fbaOrderOf,
  getInboundLabelLink,
  getParcelOrder,
  INBOUND_ORDERS,
  listRecords,
  listShipWays,
  MgoshipClient,
  outboundOrderParams,
  outboundParcelOf,
  parcelOrderParams,
  rateOf,
  rateParams,
  readPage,
  signatureOf,
  signCall,
  STOCK_LOG,
  stockMovementOf,
  trackedParcelOf,
  type MgoshipCredentials,
  type SignedParts,
} from '../../carriers/mgoship';
import { documented, documentedJson } from '../documented';
import { loopback, type Answer, type Loopback, type Received } from './loopback';

let server: Loopback | undefined;

afterEach(async () => {
  await server?.close();
  server = undefined;
});

/** An invented rule: the carrier's own is not known, so no sample signature can be reproduced. */
const credentials = {
  environment: 'custom',
  appId: 'M10001',
  appSecret: 'INVENTED-SECRET',
  version: '1.0',
  signatureTemplate: '{secret}|{module}|{action}|{params}',
  signatureAlgorithm: 'sha1',
  signatureCase: 'upper',
};

async function clientFor(
  answer: (request: Received, index: number) => Answer,
  changes: Partial<MgoshipCredentials> = {},
): Promise<MgoshipClient> {
  const own = await loopback(answer);
  server = own;
  return new MgoshipClient({ ...credentials, baseUrl: `${own.url}/api.php`, ...changes });
}

/** A client whose carrier answers with these bodies, one after the other. */
function client(...answers: (string | Answer)[]): Promise<MgoshipClient> {
  return clientFor((_, index) => {
    const answer = answers[Math.min(index, answers.length - 1)] ?? '';
    return typeof answer === 'string' ? { body: answer } : answer;
  });
}

const example = (file: string): JsonObject => object(documentedJson('mgoship', file));
const answered = (file: string): string => documented('mgoship', file);
const ok = (fields: object = {}): string => JSON.stringify({ status: { code: 'OK', msg: '' }, ...fields });

function object(value: unknown): JsonObject {
  if (!isObject(value)) throw new Error('The documented payload is no object');
  return value;
}

function sent(index = 0): string {
  return server?.received[index]?.body ?? '';
}

/** The documented body byte for byte, in compact form, with our own signature in place of one that cannot be computed. */
function documentedBody(file: string, index = 0): string {
  const sign = object(JSON.parse(sent(index)))['sign'];
  return JSON.stringify({ ...example(file), sign });
}

/** Samples of 2017 are stored with sorted keys; those pages print the envelope as appid, params, sign, version. */
describe('documented requests, byte for byte but for the signature', () => {
  const orderNo = (number: string) => ({ numberType: 'orderNo' as const, number });
  const calls: [string, string, (own: MgoshipClient) => Promise<unknown>, string][] = [
    [
      'tms_orders',
      'get_tms_order_detail',
      (own) => getParcelOrder(own, orderNo('100014853699')),
      answered('tms_orders.get_tms_order_detail.response.json'),
    ],
    [
      'tms_orders',
      'delete_tms_order',
      (own) => deleteParcelOrder(own, orderNo('100014213698')),
      answered('tms_orders.delete_tms_order.response.json'),
    ],
    [
      'in_orders',
      'get_in_order',
      (own) => readPage(own, INBOUND_ORDERS, { orderNo: '121219209380' }),
      ok({ data: [] }),
    ],
    [
      'in_orders',
      'delete_in_order',
      (own) => deleteInboundOrder(own, '121217247619'),
      answered('in_orders.delete_in_order.response.json'),
    ],
    [
      'in_orders',
      'get_inorder_label',
      (own) => getInboundLabelLink(own, '121218772473', '100'),
      answered('in_orders.get_inorder_label.response.json'),
    ],
    ['stock', 'get_stock_log', (own) => readPage(own, STOCK_LOG, {}), ok({ data: [] })],
    [
      'base',
      'cal_ship_fee',
      (own) => estimateRates(own, rateParams({ region: '大阪府', weight: 1.5, length: 20, width: 15, height: 10 })),
      answered('base.cal_ship_fee.response.partial.json'),
    ],
    ['fba_order', 'get_order_list', (own) => readPage(own, FBA_ORDERS, { orderNo: '105023151227' }), ok({ data: [] })],
  ];

  it.each(calls)('%s.%s', async (module, action, call, reply) => {
    await call(await client(reply));
    expect(sent()).toBe(documentedBody(`${module}.${action}.request.json`));
    expect(server?.received[0]).toMatchObject({
      method: 'POST',
      path: `/api.php?op=storage&mod=${module}&action=${action}`,
      headers: { 'content-type': 'application/json; charset=utf-8' },
    });
  });
});

/** Built from the tables, not taken from the carrier: `mgoship.md` 10. */
describe('derived params (ours, from the tables)', () => {
  const params = (index = 0): unknown => object(JSON.parse(sent(index)))['params'];
  const derived = (file: string): string => JSON.stringify(example(`derived/${file}`));

  it('add_tms_order', async () => {
    const given = example('derived/tms_orders.add_tms_order.params.json');
    await createParcelOrder(await client(ok({ data: { orderNo: '100014163701' } })), parcelOrderParams(given));
    expect(JSON.stringify(params())).toBe(derived('tms_orders.add_tms_order.params.json'));
  });

  it('add_tms_order begins as the documented sample does, whose rest is cut', async () => {
    const given = example('derived/tms_orders.add_tms_order.params.json');
    await createParcelOrder(await client(ok({ data: { orderNo: '100014163701' } })), parcelOrderParams(given));
    const sample = JSON.stringify({
      ...example('tms_orders.add_tms_order.request.partial.json'),
      sign: object(JSON.parse(sent()))['sign'],
    });
    expect(sent().startsWith(sample.slice(0, sample.indexOf('}')))).toBe(true);
  });

  it('add_tms_order from numbers in any order, with what was left out as empty text', () => {
    const wanted = example('derived/tms_orders.add_tms_order.params.json');
    const order = object(wanted['order']);
    const [item] = Array.isArray(wanted['declare']) ? wanted['declare'].map(object) : [];
    const built = parcelOrderParams({
      order: { ...order, weight: 0.585, channel: 1, length: 50.5, shipmenttype: 4 },
      declare: [
        {
          enname: item?.['enname'],
          cnname: item?.['cnname'],
          qty: 1,
          unitprice: 4500,
          url: item?.['url'],
          material: item?.['material'],
        },
      ],
      consignee: { ...object(wanted['consignee']), mobile: null },
    });
    expect(built).toEqual(wanted);
  });

  it('add_out_order', async () => {
    const given = example('derived/out_orders.add_out_order.params.json');
    await createOutboundOrder(await client(ok()), outboundOrderParams(given));
    expect(JSON.stringify(params())).toBe(derived('out_orders.add_out_order.params.json'));
    const sample = object(example('out_orders.add_out_order.request.partial.json')['params']);
    expect(params()).toMatchObject(sample);
    expect(Object.keys(object(JSON.parse(sent())))).toEqual(['appid', 'params', 'sign', 'version']);
  });

  it.each([['tms_orders.get_tms_order_detail.params.by-customerno.json', 'A000091906080D9A']])(
    '%s',
    async (file, number) => {
      await getParcelOrder(await client(answered('tms_orders.get_tms_order_detail.response.json')), {
        numberType: 'customerno',
        number,
      });
      expect(JSON.stringify(params())).toBe(derived(file));
    },
  );

  it('filters of the lists', async () => {
    const own = await client(ok({ data: [] }));
    await readPage(own, INBOUND_ORDERS, {
      status: '4',
      storageid: 4,
      start_time: 1681874976,
      end_time: 1681954133,
      page: 1,
      limit: 100,
    });
    await readPage(own, STOCK_LOG, { sku: 'SKU-001', storageid: '1', start_time: '1681874976', page: 2, limit: 50 });
    await readPage(own, FBA_ORDERS, { status: 5, page: 1, limit: 100 });
    expect(JSON.stringify(params(0))).toBe(derived('in_orders.get_in_order.params.by-status.json'));
    expect(JSON.stringify(params(1))).toBe(derived('stock.get_stock_log.params.by-sku.json'));
    expect(JSON.stringify(params(2))).toBe(derived('fba_order.get_order_list.params.by-status.json'));
  });

  it('the priced estimate', async () => {
    const [way] = await estimateRates(await client(answered('derived/base.cal_ship_fee.response.priced.json')), {});
    expect(rateOf(way ?? {})).toEqual({
      carrier: 'mgoship',
      service: { code: '38', name: '平邮小包' },
      amount: '180',
      currency: 'JPY',
      overLimit: false,
    });
  });

  it('a stock movement, with its time and kind in plain terms', async () => {
    const [record] = await listRecords(
      await client(answered('derived/stock.get_stock_log.response.json')),
      STOCK_LOG,
      {},
      50,
    );
    expect(stockMovementOf(record ?? {})).toEqual({
      storageid: '1',
      subid: '',
      goodsId: '1000100003',
      sku: 'SKU-001',
      orderNo: '121219209380',
      type: '出库',
      optime: '1681954133',
      qty: '-3',
      after_qty: '7',
      carrier: 'mgoship',
      warehouse: 'Kadoma',
      movement: 'outbound',
      time: '2023-04-20T01:28:53Z',
    });
  });

  it('an empty list', async () => {
    const own = await client(answered('derived/envelope.empty-list.response.json'));
    expect(await listRecords(own, STOCK_LOG, {}, Infinity)).toEqual([]);
    expect(server?.received).toHaveLength(1);
  });

  it("a failure, in the carrier's words", async () => {
    const own = await client(answered('derived/envelope.error.response.json'));
    await expect(readPage(own, STOCK_LOG, {})).rejects.toMatchObject({
      kind: 'rejected',
      message: '<explanation in Chinese>',
      code: 'ERROR',
    });
  });
});

describe('documented replies', () => {
  const detail = 'tms_orders.get_tms_order_detail.response.json';
  const lookup = { numberType: 'orderNo', number: '100014853699' } as const;

  it('get_tms_order_detail', async () => {
    const { raw, parcel } = await getParcelOrder(await client(answered(detail)), lookup);
    expect(raw).toEqual(example(detail)['data']);
    expect(parcel).toEqual({
      carrier: 'mgoship',
      reference: 'A000091906080D9A',
      orderNumber: '100014163701',
      trackingNumber: '362022872364',
      status: 'picked_up',
      statusRaw: '仓库作业中',
      service: { name: '海运小包' },
      weightKg: 0.8,
      dimensionsCm: { length: 36, width: 32, height: 15 },
      recipient: {
        name: '山田 太郎',
        street: '秋田市見本町1-2-3',
        province: '秋田県',
        postcode: '103-4520',
        phone: '0180000000',
        email: 'test@mgoship.com',
      },
      customsItems: [
        {
          description: 'WiFi Amplifier',
          localDescription: 'WiFi放大器',
          quantity: 1,
          unitValue: '3800.00',
          currency: 'JPY',
          url: 'https://www.amazon.co.jp/dp/B0BG519SAJ',
        },
        {
          description: 'EARPHONE',
          localDescription: '耳机',
          quantity: 1,
          unitValue: '5200.00',
          currency: 'JPY',
          url: 'https://www.amazon.co.jp/dp/B09TZDFG63',
        },
      ],
      events: [
        { time: '2023-04-20T01:28:53Z', timeRaw: '1681954133', status: 'unknown', description: '已入库,仓库处理中' },
        { time: '2023-04-19T03:29:36Z', timeRaw: '1681874976', status: 'unknown', description: '接口推送订单' },
      ],
      charges: [
        { name: 'Freight', amount: '0.00', currency: 'CNY' },
        { name: 'Insurance', amount: '0.00', currency: 'CNY' },
        { name: 'Tax', amount: '0', currency: 'JPY' },
        { name: 'Other charges', amount: '0', currency: 'JPY' },
      ],
      payment: { firstLegPaid: false, firstLegTotal: '0.00', lastLegPaid: false, lastLegTotal: '0.00' },
    });
  });

  it('tracking is the same without addresses and fees', async () => {
    const { raw } = await getParcelOrder(await client(answered(detail)), lookup);
    expect(Object.keys(trackedParcelOf(raw))).toEqual([
      'carrier',
      'reference',
      'orderNumber',
      'trackingNumber',
      'status',
      'statusRaw',
      'service',
      'events',
    ]);
  });

  it('events of the same second are newest first as well', async () => {
    const route = ['first', 'second', 'third'].map((remark) => ({ addtime: '1681874976', remark }));
    const own = await client(ok({ data: { order: { orderNo: '1' }, route } }));
    const { parcel } = await getParcelOrder(own, lookup);
    expect(parcel.events?.map(({ description }) => description)).toEqual(['third', 'second', 'first']);
  });

  it('groups may be lists of one: the pages call them "Array"', async () => {
    const data = object(example(detail)['data']);
    const inLists = Object.fromEntries(
      Object.entries(data).map(([name, group]) => [name, isObject(group) ? [group] : group]),
    );
    const { parcel } = await getParcelOrder(await client(ok({ data: inLists })), lookup);
    await server?.close();
    expect(parcel).toEqual((await getParcelOrder(await client(answered(detail)), lookup)).parcel);
    await server?.close();
    const label = await client(ok({ data: [{ label_url: 'http://x.example.com/a.pdf' }] }));
    await expect(getInboundLabelLink(label, '1', '100')).resolves.toBe('http://x.example.com/a.pdf');
  });

  it.each([
    ['pay_jp', { pay_jp: '1', statusEnd: '0' }, true],
    ['statusEnd', { statusEnd: '1' }, true],
    ['statusEnd as number', { statusEnd: 0 }, false],
    ['neither', {}, undefined],
    ['a state that is not documented', { pay_jp: '7' }, undefined],
  ])('the last-leg payment from %s', async (_, fee, paid) => {
    const own = await client(ok({ data: { order: { orderNo: '1' }, fee } }));
    const { parcel } = await getParcelOrder(own, lookup);
    expect(parcel.payment?.lastLegPaid).toBe(paid);
  });

  it.each([
    ['草稿', 'pending'],
    ['已预报', 'pending'],
    ['仓库作业中', 'picked_up'],
    ['运输中', 'unknown'],
    ['constructor', 'unknown'],
  ])('status %s is %s and stays beside it', async (text, status) => {
    const own = await client(ok({ data: { order: { orderNo: '1', status: text } } }));
    expect((await getParcelOrder(own, lookup)).parcel).toMatchObject({ status, statusRaw: text });
  });

  it('get_inorder_label', async () => {
    const own = await client(answered('in_orders.get_inorder_label.response.json'));
    expect(await getInboundLabelLink(own, '121218772473', '100')).toBe(
      'http://www.mgoship.com/label/inorder/H4dSLl91/121218772473_100.pdf',
    );
  });

  it('cal_ship_fee: over the limit is no number', async () => {
    const ways = await estimateRates(await client(answered('base.cal_ship_fee.response.partial.json')), {});
    expect(ways.map(rateOf)).toEqual([
      {
        carrier: 'mgoship',
        service: { code: '38', name: '平邮小包' },
        overLimit: true,
        note: '高最大: 2.0 重量最大: 1.000',
      },
      {
        carrier: 'mgoship',
        service: { code: '39', name: '挂号小包' },
        overLimit: true,
        note: '高最大: 3.0 重量最大: 1.000',
      },
    ]);
  });

  it('the shipping ways come from the estimate for the documented parcel', async () => {
    const own = await client(answered('base.cal_ship_fee.response.partial.json'));
    expect(await listShipWays(own)).toEqual([
      { code: '38', name: '平邮小包' },
      { code: '39', name: '挂号小包' },
    ]);
    expect(sent()).toBe(documentedBody('base.cal_ship_fee.request.json'));
  });

  it.each([
    ['1', 'pending'],
    ['2', 'picked_up'],
    ['3', 'on_hold'],
    ['4', 'in_transit'],
    ['5', 'in_transit'],
    ['6', 'in_transit'],
    ['7', 'out_for_delivery'],
    ['8', 'delivered'],
    ['9', 'return_to_sender'],
    ['10', 'unknown'],
  ])('FBA status %s is %s', (number, status) => {
    expect(fbaOrderOf({ orderNo: '105023151227', status: number, insure: '是', addTime: '1681874976' })).toMatchObject({
      orderNumber: '105023151227',
      status,
      statusRaw: number,
      insured: true,
      submittedAt: '2023-04-19T03:29:36Z',
    });
  });
});

describe('success and failure', () => {
  it('goes by status.code, whatever the HTTP status', async () => {
    const own = await client({ status: 500, body: ok({ data: { label_url: 'http://x.example.com/a.pdf' } }) });
    await expect(getInboundLabelLink(own, '1', '100')).resolves.toBe('http://x.example.com/a.pdf');
    expect(server?.received).toHaveLength(1);
  });

  it.each([200, 400, 401, 404, 500, 503])('ERROR with HTTP %d is a refusal in unchanged words', async (status) => {
    const own = await client({ status, body: '{"status":{"code":"ERROR","msg":" 签名<错误> "}}' });
    await expect(deleteInboundOrder(own, '1')).rejects.toMatchObject({
      kind: 'rejected',
      message: ' 签名<错误> ',
      code: 'ERROR',
    });
    expect(server?.received).toHaveLength(1);
  });

  it.each([
    [['收件人不能为空'], '收件人不能为空'],
    [{ postcode: '邮编错误', declare: [{ qty: '必填', input: 'x' }] }, 'postcode: 邮编错误; declare[0].qty: 必填'],
    [{ input: 'x' }, 'Mgoship refused the request without giving a reason'],
  ])('a refusal whose msg is %j is explained', async (msg, message) => {
    const own = await client(JSON.stringify({ status: { code: 'ERROR', msg } }));
    await expect(readPage(own, STOCK_LOG, {})).rejects.toMatchObject({ kind: 'rejected', message });
  });

  it('a refusal that repeats what was sent tells only what is new', async () => {
    const msg = { consignee: { name: 'Sample Recipient', phone: '0100000000', postcode: '邮编错误' } };
    const own = await client(JSON.stringify({ status: { code: 'ERROR', msg } }));
    const params = { consignee: { name: 'Sample Recipient', phone: '0100000000', postcode: '1' } };
    await expect(
      own.call({ module: 'tms_orders', action: 'add_tms_order' }, params, { intent: 'write' }),
    ).rejects.toMatchObject({ message: 'consignee.postcode: 邮编错误' });
  });

  const said = (code: unknown, fields: object = {}): string =>
    JSON.stringify({ status: { code, msg: '成功' }, ...fields });

  it.each(['ok', 200, 'success'])(
    'code %j is no success, and leaves open whether a write took effect',
    async (code) => {
      await expect(deleteInboundOrder(await client(said(code)), '1')).rejects.toMatchObject({
        kind: 'outcome-unknown',
        code: String(code),
        carrierText: '成功',
        hint: expect.stringContaining('Check with Inbound Order: Get Many'),
      });
      expect(server?.received).toHaveLength(1);
      await server?.close();
      await expect(readPage(await client(said(code)), STOCK_LOG, {})).rejects.toMatchObject({ kind: 'rejected' });
    },
  );

  it("HTTP 429 with ERROR means too many requests: it is tried again, and then told in the carrier's words", async () => {
    const busy = {
      status: 429,
      headers: { 'Retry-After': '0' },
      body: '{"status":{"code":"ERROR","msg":"请求过于频繁"}}',
    };
    await expect(readPage(await client(busy, ok({ data: [] })), STOCK_LOG, {})).resolves.toMatchObject({ data: [] });
    await server?.close();
    await expect(readPage(await client(busy), STOCK_LOG, {})).rejects.toMatchObject({
      kind: 'rate-limited',
      message: '请求过于频繁',
      code: 'ERROR',
      httpStatus: 429,
    });
    await server?.close();
    await expect(deleteInboundOrder(await client({ ...busy, body: ok() }), '1')).resolves.toEqual(JSON.parse(ok()));
    expect(server?.received).toHaveLength(1);
  });

  it.each([
    ['an empty reply', ''],
    ['a web page', '<!DOCTYPE html><html><body>Maintenance</body></html>'],
    ['JSON that breaks off', '{"status":{"code":"OK"'],
    ['no status.code', '{"data":{}}'],
    ['a list', '[]'],
  ])('%s is an invalid reply to a read and an unknown outcome of a write', async (_, body) => {
    await expect(readPage(await client(body), STOCK_LOG, {})).rejects.toMatchObject({ kind: 'invalid-reply' });
    await server?.close();
    await expect(deleteInboundOrder(await client(body), '1')).rejects.toMatchObject({ kind: 'outcome-unknown' });
  });

  it('a success with nothing in it is not found', async () => {
    const own = await client(ok());
    await expect(getParcelOrder(own, { numberType: 'trackno', number: 'T1' })).rejects.toMatchObject({
      kind: 'not-found',
    });
  });

  it('keeps the digits of long numbers', async () => {
    const own = await client('{"status":{"code":"OK"},"data":{"order":{"orderNo":12345678901234567890}}}');
    const { parcel } = await getParcelOrder(own, { numberType: 'trackno', number: 'T1' });
    expect(parcel.orderNumber).toBe('12345678901234567890');
  });

  it('hides the secret in what the carrier writes', async () => {
    const own = await client('{"status":{"code":"ERROR","msg":"bad key INVENTED-SECRET"}}');
    await expect(readPage(own, STOCK_LOG, {})).rejects.toMatchObject({ message: 'bad key [hidden]' });
  });

  it('hides the secret in data as well', async () => {
    const own = await client('{"status":{"code":"OK","msg":"INVENTED-SECRET"},"data":[{"note":"INVENTED-SECRET"}]}');
    expect(JSON.stringify(await readPage(own, STOCK_LOG, {}))).not.toContain('INVENTED-SECRET');
  });

  it('reads numbers in which a secret of digits occurs by chance', async () => {
    const own = await clientFor(() => ({ body: ok({ data: { order: { orderNo: 100014163701 } } }) }), {
      appSecret: '00141637',
    });
    const { parcel } = await getParcelOrder(own, { numberType: 'trackno', number: 'T1' });
    expect(parcel.orderNumber).toBe('100014163701');
  });
});

describe('creating', () => {
  const params = (): JsonObject => parcelOrderParams(example('derived/tms_orders.add_tms_order.params.json'));
  const found = (seconds: number): string =>
    ok({
      data: {
        order: { orderNo: '100014163701', customerno: 'A000091906080D9A' },
        route: [{ addtime: String(seconds), remark: '接口推送订单' }],
      },
    });
  const now = (): number => Math.floor(Date.now() / 1000);
  const lost = { status: 502, body: 'Bad gateway' };

  it.each([
    ['data.orderNo', { data: { orderNo: '100014163701', trackno: '362022872364' } }],
    ['data.order.orderNo', { data: { order: { orderNo: 100014163701, trackno: '362022872364' } } }],
    ['a list in data', { data: { order: [{ orderNo: '100014163701', trackno: '362022872364' }] } }],
    ['the first of a list', { data: [{ orderNo: '100014163701', trackno: '362022872364' }] }],
  ])('finds the number in %s', async (_, fields) => {
    const { parcel } = await createParcelOrder(await client(ok(fields)), params());
    expect(parcel).toEqual({
      carrier: 'mgoship',
      reference: 'A000091906080D9A',
      orderNumber: '100014163701',
      trackingNumber: '362022872364',
    });
    expect(server?.received).toHaveLength(1);
  });

  it('looks the order up when the answer has no number, and says only what it knows when that gives nothing or an older one', async () => {
    const { parcel } = await createParcelOrder(await client(ok(), found(now())), params());
    expect(parcel).toMatchObject({ orderNumber: '100014163701', reference: 'A000091906080D9A' });
    expect(parcel).not.toHaveProperty('recovered');
    for (const answer of [answered('derived/envelope.error.response.json'), found(now() - 3600)]) {
      await server?.close();
      const other = await createParcelOrder(await client(ok(), answer), params());
      expect(other.parcel).toEqual({ carrier: 'mgoship', reference: 'A000091906080D9A' });
    }
  });

  const withRoute = (...times: unknown[]): string =>
    ok({
      data: {
        order: { orderNo: '100014163701', customerno: 'A000091906080D9A' },
        route: times.map((addtime) => ({ addtime, remark: '接口推送订单' })),
      },
    });
  const withoutTimes: [string, string][] = [
    ['an empty route', withRoute()],
    ['no route', ok({ data: { order: { orderNo: '100014163701', customerno: 'A000091906080D9A' } } })],
    ['a time that cannot be read', withRoute('2026-11-22')],
  ];

  it.each(withoutTimes)('after OK, takes the newest order for this one when it has %s', async (_, answer) => {
    const { parcel } = await createParcelOrder(await client(ok(), answer), params());
    expect(parcel).toMatchObject({ orderNumber: '100014163701' });
  });

  it('goes by the oldest time that can be read', async () => {
    const { parcel } = await createParcelOrder(await client(ok(), withRoute('?', now() - 3600, now())), params());
    expect(parcel).toEqual({ carrier: 'mgoship', reference: 'A000091906080D9A' });
  });

  it.each([
    ...withoutTimes,
    ['an event without a time beside one of this run', withRoute('0', now())],
    ['an event whose time cannot be read beside one of this run', withRoute(now(), '?')],
  ])('a lost answer stays unknown when the order found has %s, and it is named', async (_, answer) => {
    await expect(createParcelOrder(await client(lost, answer), params())).rejects.toMatchObject({
      kind: 'outcome-unknown',
      hint: expect.stringMatching(/Parcel Order: Get.*100014163701/),
    });
  });

  it('sends once; a lost answer is recovered by the own number', async () => {
    const { raw, parcel } = await createParcelOrder(await client(lost, found(now())), params());
    expect(parcel).toMatchObject({ orderNumber: '100014163701', recovered: true });
    expect(raw).toMatchObject({ recovered: true });
    expect(server?.received.map(({ path }) => new URLSearchParams(path).get('action'))).toEqual([
      'add_tms_order',
      'get_tms_order_detail',
    ]);
  });

  it.each(['ok', 200])('looks the order up when the answer has the code %j, which is not documented', async (code) => {
    const open = JSON.stringify({ status: { code, msg: '成功' }, data: { orderNo: '100014163701' } });
    const { parcel } = await createParcelOrder(await client(open, found(now())), params());
    expect(parcel).toMatchObject({ orderNumber: '100014163701', recovered: true });
    await server?.close();
    const nothing = answered('derived/envelope.error.response.json');
    await expect(createParcelOrder(await client(open, nothing), params())).rejects.toMatchObject({
      kind: 'outcome-unknown',
      carrierText: '成功',
      code: String(code),
    });
  });

  it.each([
    ['an older order with the same own number', found(now() - 3600), 'is 100014163701'],
    ['no order', answered('derived/envelope.error.response.json'), 'No order could be looked up'],
    ['another own number', found(now()).replace('A000091906080D9A', 'OTHER'), 'nothing shows that this run made it'],
  ])('stays unknown when the look-up gives %s', async (_, answer, words) => {
    const own = await client(lost, answer);
    await expect(createParcelOrder(own, params())).rejects.toMatchObject({
      kind: 'outcome-unknown',
      message: expect.stringContaining(words),
    });
  });

  it('an outbound order cannot be looked up: its lost answer says how to check', async () => {
    const order = outboundOrderParams(example('derived/out_orders.add_out_order.params.json'));
    await expect(createOutboundOrder(await client(lost), order)).rejects.toMatchObject({
      kind: 'outcome-unknown',
      hint: expect.stringContaining('503-2023376-28134781'),
    });
    expect(server?.received).toHaveLength(1);
    expect(outboundParcelOf({ data: { orderNo: '131218772473' } }, order)).toEqual({
      carrier: 'mgoship',
      reference: '503-2023376-28134781',
      orderNumber: '131218772473',
    });
  });
});

describe('what is checked before sending', () => {
  const parcel = (changes: JsonObject): JsonObject => {
    const given = example('derived/tms_orders.add_tms_order.params.json');
    return Object.fromEntries(
      Object.entries({ ...given, ...changes }).map(([name, value]) => [
        name,
        isObject(value) ? { ...object(given[name]), ...value } : value,
      ]),
    );
  };

  it.each([
    [{ consignee: { postcode: '9011515' } }, 'consignee.postcode must have the form NNN-NNNN'],
    [{ consignee: { phone: '018-000-0000' } }, 'consignee.phone must be 10 or 11 digits'],
    [{ consignee: { phone: '1800000000' } }, 'consignee.phone must be 10 or 11 digits'],
    [{ consignee: { name: 'あ'.repeat(51) } }, 'consignee.name is longer than 50 characters'],
    [{ consignee: { region: '' } }, 'consignee.region is required'],
    [{ order: { customerno: 'x'.repeat(31) } }, 'order.customerno is longer than 30 characters'],
    [{ order: { weight: '0.5855' } }, 'order.weight has more than 3 decimals'],
    [{ order: { weight: '0' } }, 'order.weight must be a number greater than 0'],
    [{ order: { length: 50.55 } }, 'order.length has more than 1 decimals'],
    [{ order: { insurance: '5Y', insvalue: '' } }, 'order.insvalue is required when insurance is taken'],
    [{ order: { insurance: '6P', insvalue: 0 } }, 'order.insvalue is required when insurance is taken'],
    [{ declare: [] }, 'declare needs at least one item'],
    [{ declare: [{ qty: 0.5, enname: 'A', unitprice: 1 }] }, 'declare[0].qty must be a whole number'],
    [{ declare: 'text' }, 'declare[0] must be an object'],
  ])('add_tms_order with %j', (changes, message) => {
    expect(() => parcelOrderParams(parcel(changes))).toThrow(message);
  });

  it('amounts may have trailing zeros and blanks: they are sent with the decimals that are documented', () => {
    const given = parcel({
      order: {
        weight: '0.5850',
        length: ' 50.50',
        width: '38.5 ',
        height: '21.500',
        insurance: '5Y',
        insvalue: '500.000',
      },
      declare: [{ enname: 'A', qty: '1.0', unitprice: '3800.00' }],
    });
    expect(parcelOrderParams(given)).toMatchObject({
      order: { weight: '0.585', length: '50.5', width: '38.5', height: '21.5', insvalue: '500.00' },
      declare: [{ qty: '1', unitprice: '3800' }],
    });
    const rate = { region: '大阪府', weight: '1.500', length: '20.0', width: '15', height: '10.000' };
    expect(rateParams(rate)).toEqual({
      region: '大阪府',
      weight: '1.50',
      length: '20.0',
      width: '15',
      height: '10.00',
    });
    const outbound = example('derived/out_orders.add_out_order.params.json');
    expect(outboundOrderParams({ ...outbound, subid: ' 7.0', more: ' 7.0' })).toMatchObject({
      subid: '7',
      more: ' 7.0',
    });
  });

  it.each([
    ['0.5851', 'order.weight has more than 3 decimals'],
    ['0.58510', 'order.weight has more than 3 decimals'],
    ['0.000', 'order.weight must be a number greater than 0'],
    ['  ', 'order.weight is required'],
    ['0.5 85', 'order.weight must be a number greater than 0'],
  ])('but nothing else of them is changed: weight "%s"', (weight, message) => {
    expect(() => parcelOrderParams(parcel({ order: { weight } }))).toThrow(message);
  });

  it('a whole number that was rounded before it came here is refused, wherever it is', () => {
    const rounded = Number('12345678901234567890');
    const outbound = example('derived/out_orders.add_out_order.params.json');
    expect(() => outboundOrderParams({ ...outbound, goods_info: [{ goodsId: rounded, qty: 1 }] })).toThrow(
      'goods_info[0].goodsId has too many digits for a number: pass it as text',
    );
    expect(() => parcelOrderParams({ ...parcel({ order: { customerno: rounded } }), more: { no: -rounded } })).toThrow(
      'order.customerno has too many digits for a number: pass it as text; more.no has too many digits',
    );
    const text = parcelOrderParams(parcel({ order: { customerno: '12345678901234567890' } }));
    expect(text['order']).toMatchObject({ customerno: '12345678901234567890' });
  });

  it('add_tms_order takes at most two customs items', () => {
    const item = { enname: 'A', qty: 1, unitprice: 100 };
    expect(() => parcelOrderParams(parcel({ declare: [item, item, item] }))).toThrow(
      'declare has 3 items: Mgoship takes at most 2',
    );
    expect(parcelOrderParams(parcel({ declare: [item, item] }))['declare']).toHaveLength(2);
  });

  it('add_tms_order without insurance needs no insured value', () => {
    const params = parcelOrderParams(parcel({ order: { insurance: 'NO', insvalue: undefined } }));
    expect(params['order']).toMatchObject({ insurance: 'NO', insvalue: '' });
  });

  it.each([
    [{ receiver_info: { Name: '山田花子山田花子山田花' } }, 'receiver_info.Name is longer than 10 characters'],
    [{ receiver_info: { PostalCode: '0493104' } }, 'receiver_info.PostalCode must have the form NNN-NNNN'],
    [{ sender_info: { ownNO: 'x'.repeat(21) } }, 'sender_info.ownNO is longer than 20 characters'],
    [{ goods_info: [] }, 'goods_info needs at least one product'],
    [{ storageid: '' }, 'storageid is required'],
    [{ service_info: { mark: 'x'.repeat(51) } }, 'service_info'],
  ])('add_out_order with %j', (changes, message) => {
    const given = example('derived/out_orders.add_out_order.params.json');
    const merged = Object.fromEntries(
      Object.entries({ ...given, ...changes }).map(([name, value]) => [
        name,
        isObject(value) ? { ...(isObject(given[name]) ? given[name] : {}), ...value } : value,
      ]),
    );
    expect(() => outboundOrderParams(merged)).toThrow(message);
  });

  it('add_out_order takes ten characters, and services as object or list', () => {
    const given = example('derived/out_orders.add_out_order.params.json');
    const receiver = { ...object(given['receiver_info']), Name: '山田花子山田花子山田' };
    for (const service of [{ serviceId: '1' }, [{ serviceId: 1, mark: 'gift' }]]) {
      expect(outboundOrderParams({ ...given, receiver_info: receiver, service_info: service })).toMatchObject({
        service_info: Array.isArray(service) ? [{ serviceId: '1', mark: 'gift' }] : { serviceId: '1' },
      });
    }
  });
});

describe('paging', () => {
  const record = (index: number): JsonObject => ({ orderNo: String(index) });
  const records = (from: number, count: number) => Array.from({ length: count }, (_, index) => record(from + index));

  /** A carrier with so many records, that tells the counts where it is told to. */
  async function carrierWith(total: number, counts: (count: number, total: number) => object): Promise<MgoshipClient> {
    return clientFor(({ body }) => {
      const { page, limit } = object(object(JSON.parse(body))['params']);
      const found = records(0, total).slice((Number(page) - 1) * Number(limit), Number(page) * Number(limit));
      const told = object(counts(found.length, total));
      return {
        body: JSON.stringify({
          status: { code: 'OK', msg: '', ...object(told['status'] ?? {}) },
          ...object(told['top'] ?? {}),
          data: found,
        }),
      };
    });
  }

  it.each([
    ['in status', (count: number, total: number) => ({ status: { count, total_count: total } })],
    [
      'in status, as text',
      (count: number, total: number) => ({ status: { count: String(count), total_count: String(total) } }),
    ],
    ['at the top', (count: number, total: number) => ({ top: { count, total_count: total } })],
    ['nowhere', () => ({})],
  ])('reads to the end, 100 at a time, with the counts %s', async (_, counts) => {
    const own = await carrierWith(230, counts);
    expect(await listRecords(own, INBOUND_ORDERS, {}, Infinity)).toEqual(records(0, 230));
    expect(server?.received).toHaveLength(3);
  });

  it('reads no page more than it must', async () => {
    const own = await carrierWith(200, (count, total) => ({ status: { count, total_count: total } }));
    expect(await listRecords(own, INBOUND_ORDERS, {}, Infinity)).toHaveLength(200);
    expect(server?.received).toHaveLength(2);
    expect(await listRecords(own, INBOUND_ORDERS, {}, 7)).toHaveLength(7);
    expect(object(object(JSON.parse(sent(2)))['params'])).toMatchObject({ page: '1', limit: '7' });
    expect(await listRecords(own, INBOUND_ORDERS, {}, 150)).toEqual(records(0, 150));
  });

  it('does not turn pages for ever', async () => {
    const own = await client(ok({ data: records(0, 100) }));
    await expect(listRecords(own, INBOUND_ORDERS, {}, Infinity)).rejects.toMatchObject({ kind: 'invalid-reply' });
    expect(server?.received).toHaveLength(2);
  });
});

describe('signature', () => {
  const parts: SignedParts = {
    appId: 'M10001',
    secret: 'KEY',
    version: '1.0',
    module: 'base',
    action: 'cal_ship_fee',
    params: { b: '大/阪', a: { d: '1', c: '' } },
  };
  const sha1 = (text: string): string => createHash('sha1').update(text).digest('hex').toUpperCase();

  it.each([
    ['{appId}-{secret}-{version}-{module}-{action}', 'M10001-KEY-1.0-base-cal_ship_fee'],
    ['{secret}{params}', 'KEY{"b":"大/阪","a":{"d":"1","c":""}}'],
    ['{secret}{paramsSorted}', 'KEY{"a":{"c":"","d":"1"},"b":"大/阪"}'],
    ['{secret}{paramsEscaped}', 'KEY{"b":"\\u5927\\/\\u962a","a":{"d":"1","c":""}}'],
    ['{secret}{paramsSortedEscaped}', 'KEY{"a":{"c":"","d":"1"},"b":"\\u5927\\/\\u962a"}'],
    ['{"x":{params},"k":"{secret}"}', '{"x":{"b":"大/阪","a":{"d":"1","c":""}},"k":"KEY"}'],
  ])('%s', (template, text) => {
    expect(signatureOf({ template, algorithm: 'sha1', letterCase: 'upper' }, parts)).toBe(sha1(text));
  });

  it.each([
    ['sha1', '{secret}', 40],
    ['md5', '{secret}', 32],
    ['sha256', '{secret}', 64],
    ['hmacSha1', '{appId}', 40],
    ['hmacMd5', '{appId}', 32],
    ['hmacSha256', '{appId}', 64],
  ])('%s, in upper and lower case', (algorithm, template, length) => {
    const upper = signatureOf({ template, algorithm, letterCase: 'upper' }, parts);
    expect(upper).toMatch(new RegExp(`^[0-9A-F]{${length}}$`));
    expect(signatureOf({ template, algorithm, letterCase: 'lower' }, parts)).toBe(upper.toLowerCase());
  });

  it('HMAC-SHA1 as RFC 2202 tests it', () => {
    const rule = { template: 'what do ya want for nothing?', algorithm: 'hmacSha1', letterCase: 'lower' };
    expect(signatureOf(rule, { ...parts, secret: 'Jefe' })).toBe('effcdf6ae5eb2fa2d27416d5f184df9c259a7c79');
  });

  it('covers what is sent, byte for byte', async () => {
    const own = await client(ok());
    await own.call({ module: 'm', action: 'a' }, { z: 1, a: [{ y: true, x: null }] }, { intent: 'read' });
    const params = '{"a":[{"x":"","y":"true"}],"z":"1"}';
    expect(sent()).toBe(
      `{"appid":"M10001","params":${params},"sign":"${sha1(`INVENTED-SECRET|m|a|${params}`)}","version":"1.0"}`,
    );
  });

  it('without a template nothing is sent; the error says where the rule is and gives two worked examples', async () => {
    const own = await clientFor(() => ({ body: ok() }), { signatureTemplate: '  ' });
    const error: unknown = await own
      .call({ module: 'm', action: 'a' }, {}, { intent: 'read' })
      .catch((each: unknown) => each);
    expect(server?.received).toEqual([]);
    expect(error).toMatchObject({
      kind: 'credentials',
      message: expect.stringContaining('has no signature template'),
    });
    const hint = isObject(error) ? String(error['hint']) : '';
    expect(hint).toContain('page about the signature (签名');
    const examples = [
      ...hint.matchAll(
        /Example \d \(an example only, not Mgoship's rule\): .*? the text is (.*?) and the sign ([0-9A-Fa-f]{40})\./g,
      ),
    ];
    expect(examples).toHaveLength(2);
    expect(examples[0]?.[2]).toBe(sha1(examples[0]?.[1] ?? ''));
    expect(examples[1]?.[2]).toBe(
      signatureOf({ template: examples[1]?.[1] ?? '', algorithm: 'hmacSha1', letterCase: 'lower' }, parts),
    );
    expect(hint).not.toContain('INVENTED-SECRET');
  });

  it.each([
    [{ signatureTemplate: '{secret}{nonce}' }, 'unknown placeholder {nonce}'],
    [{ signatureTemplate: '{appId}{params}' }, 'without {secret}'],
    [{ signatureAlgorithm: 'crc32' }, 'unknown signature algorithm "crc32"'],
    [{ appSecret: ' ' }, 'has no secret'],
    [{ appId: ' ' }, 'has no app ID'],
    [{ version: '' }, 'has no version'],
  ])('with %j nothing is sent', async (changes, message) => {
    const own = await clientFor(() => ({ body: ok() }), changes);
    await expect(own.call({ module: 'm', action: 'a' }, {}, { intent: 'read' })).rejects.toMatchObject({
      kind: 'credentials',
      message: expect.stringContaining(message),
    });
    expect(server?.received).toEqual([]);
  });
});

describe('addresses', () => {
  const at = (environment: string, baseUrl?: string): string =>
    new MgoshipClient({ ...credentials, environment, ...(baseUrl === undefined ? {} : { baseUrl }) }).endpoint.href;

  it.each([
    ['production', undefined, 'http://www.mgoship.com/api.php'],
    ['test', undefined, 'http://test.mgoship.com/api.php'],
    ['custom', ' https://www.mgoship.com/api.php?op=storage&mod=x ', 'https://www.mgoship.com/api.php'],
    ['custom', 'http://test.mgoship.com//api.php', 'http://test.mgoship.com/api.php'],
    ['custom', 'http://127.0.0.1:4010/mgoship/', 'http://127.0.0.1:4010/mgoship/api.php'],
    ['custom', 'http://user:pass@host.example.com', 'http://host.example.com/api.php'],
  ])('%s %s is %s', (environment, baseUrl, address) => {
    expect(at(environment, baseUrl)).toBe(address);
  });

  it.each(['', 'www.mgoship.com', 'ftp://www.mgoship.com/api.php'])('"%s" is no address', (baseUrl) => {
    expect(() => at('custom', baseUrl)).toThrow('The Base URL in the credential is not a web address');
  });

  it('signs a request of the HTTP Request node for the own host only', () => {
    const own = { ...credentials, baseUrl: 'http://host.example.com/api.php' };
    const url = 'http://host.example.com/api.php?op=storage&mod=stock&action=get_stock_log';
    const signed = signCall({ url, body: { params: { page: 1 } } }, own);
    expect(signed.url).toBe(url);
    expect(JSON.parse(signed.body)).toEqual({
      appid: 'M10001',
      params: { page: '1' },
      sign: expect.stringMatching(/^[0-9A-F]{40}$/),
      version: '1.0',
    });
    expect(signCall({ url, body: '{"params":{"page":"1"}}' }, own)).toEqual(signed);
    const { body } = signCall({ url, body: '{"params":{"goodsId":12345678901234567890}}' }, own);
    expect(body).toContain('"12345678901234567890"');
    for (const other of [
      'http://other.example.com/api.php?mod=a&action=b',
      'https://host.example.com/api.php?mod=a&action=b',
      'nothing',
    ]) {
      expect(() => signCall({ url: other, body: { params: {} } }, own)).toThrow(
        'is only sent to http://host.example.com',
      );
    }
    expect(() => signCall({ url: 'http://host.example.com/api.php', body: { params: {} } }, own)).toThrow(
      'must name the operation',
    );
    expect(() => signCall({ url, body: { page: 1 } }, own)).toThrow('The body must be');
    expect(() => signCall({ url, body: '{' }, own)).toThrow('not valid JSON');
  });
});

describe('label links', () => {
  const pdf = Buffer.from('%PDF-1.4 label');

  it('are fetched from the own host, without the secret', async () => {
    const own = await client({ body: pdf });
    const file = await downloadInboundLabel(own, `${server?.url ?? ''}/label/1_100.pdf`);
    expect(file).toMatchObject({ content: pdf, mimeType: 'application/pdf', extension: 'pdf' });
    expect(server?.received[0]).toMatchObject({ method: 'GET', path: '/label/1_100.pdf', body: '' });
  });

  it.each(['http://files.example.com/1.pdf', 'http://www.mgoship.com/label/1.pdf', 'ftp://127.0.0.1/1.pdf'])(
    'that lead elsewhere are not opened: %s',
    async (link) => {
      const own = await client({ body: pdf });
      await expect(downloadInboundLabel(own, link)).rejects.toMatchObject({ kind: 'rejected', link });
      expect(server?.received).toEqual([]);
    },
  );
});
