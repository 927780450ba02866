import path from 'node:path';
import { Mgoship } from '../../../nodes/Mgoship/Mgoship.node';
import { documented, documentedJson } from '../../documented';
import { DATES, everyParameter, formCases, located, merged, type Form } from '../every-field';
import { cases, contentOf, describeRequests, type Cases } from '../requests';
import { NO_KEY, updatesCases } from '../updates-requests';

const { description } = new Mgoship();

describeRequests({
  node: 'mgoship',
  description,
  directory: path.join(__dirname, 'requests'),
  credentials: (url) => ({
    mgoshipApi: {
      environment: 'custom',
      baseUrl: `${url}/api.php`,
      appId: 'app-id',
      appSecret: 'app-secret',
      version: '1.0',
      signatureTemplate: '{appId}|{secret}|{version}|{module}|{action}|{params}',
      signatureAlgorithm: 'sha1',
      signatureCase: 'upper',
    },
  }),
  decode: (body) => contentOf(body.replace(/"sign":"[0-9A-F]{40}"/, '"sign":"SIGNATURE"')),
  answer: ({ path: target }, url) => ({ body: target.endsWith('.pdf') ? '%PDF-1.4\n%%EOF' : answerTo(target, url) }),
  operations: {
    'parcelOrder.create': parcelOrderCreate,
    'parcelOrder.get': () => byNumber('parcelOrder.get'),
    'parcelOrder.delete': parcelOrderDelete,
    'tracking.get': () => byNumber('tracking.get'),
    'tracking.getUpdates': () => ({ ...byNumber('tracking.getUpdates', NO_KEY), ...updatesCases('mgoship') }),
    'outboundOrder.create': outboundOrderCreate,
    'inboundOrder.getMany': () => list('inboundOrder.getMany'),
    'inboundOrder.delete': () => byNumber('inboundOrder.delete'),
    'inboundOrder.getLabel': inboundOrderGetLabel,
    'stockLog.getMany': () => list('stockLog.getMany'),
    'fbaOrder.getMany': () => list('fbaOrder.getMany'),
    'rate.get': rateGet,
    'endpoint.call': endpointCall,
  },
});

function answerTo(target: string, url: string): string {
  if (target.includes('get_tms_order_detail'))
    return documented('mgoship', 'tms_orders.get_tms_order_detail.response.json');
  const data = target.includes('label')
    ? { label_url: `${url}/label.pdf` }
    : target.includes('cal_ship_fee')
      ? [{ ship_way: '38', ship_name: '平邮小包', shipFee: '180', note: '' }]
      : target.includes('_list') || target.includes('_log') || target.includes('get_in_order')
        ? [{ orderNo: '121218772473' }]
        : { orderNo: '100014163701' };
  return JSON.stringify({ status: { code: 'OK', msg: '', count: 1, total_count: 1 }, data });
}

const prefecture = (value: unknown): unknown =>
  located({ modes: [{ displayName: '', name: 'name', type: 'string' }] }, value);
const byCode = (value: unknown): unknown =>
  located({ modes: [{ displayName: '', name: 'number', type: 'string' }] }, value);
const phone = (count: number): string => `0${900_000_000 + count}`;
const postcode = (count: number): string => `010-${String(count).padStart(4, '0')}`;

function parcelOrderCreate(): Cases {
  const required = {
    customerno: 'OWN-1',
    channel: '1',
    hasbattery: 'N',
    insurance: 'NO',
    weight: 0.585,
    consignee: { name: '山田 太郎', address: '秋田市見本町1-2-3', postcode: '010-0001', phone: '0180000000' },
    region: prefecture('秋田県'),
    items: { entry: [{ enname: 'EARPHONE', qty: 1, unitprice: 4500 }] },
  };
  const form = {
    description,
    operation: 'parcelOrder.create',
    required,
    formats: {
      phone,
      postcode,
      mobile: phone,
      region: () => prefecture('北海道'),
      weight: (count: number) => count + 0.125,
      insurance: () => '6P',
      insvalue: (count: number) => `${count}.50`,
      unitprice: (count: number) => count + 100,
    },
    alwaysText: ['phone', 'mobile', 'postcode', 'region'],
    alone: ['hasbattery'],
  };
  const body = documentedJson('mgoship', 'derived/tms_orders.add_tms_order.params.json');
  return {
    ...formCases(form),
    ...cases({
      'whole numbers written with zeros': merged(required, {
        weight: '={{ "0.5000" }}',
        items: { entry: [{ qty: '={{ "2.00" }}', unitprice: '={{ "4500.0" }}' }] },
      }),
      'numbers with spaces around': merged(required, {
        weight: '={{ " 0.5 " }}',
        items: { entry: [{ qty: '={{ " 2" }}' }] },
      }),
      'insured without a value': merged(required, { insurance: '5Y', insvalue: '={{ "" }}' }),
      'insured for zero': merged(required, { insurance: '5Y', insvalue: '0.00' }),
      'a value without insurance': merged(required, { insurance: 'NO', insvalue: '500' }),
      'a prefecture from the list': merged(required, {
        region: { __rl: true, mode: 'list', value: '東京都', cachedResultName: 'Tokyo' },
      }),
      'a prefecture as plain text': merged(required, { region: '東京都' }),
      'no items': { ...required, items: {} },
      'three items': merged(required, {
        items: { entry: [{}, { enname: 'A', qty: 1, unitprice: 1 }, { enname: 'B', qty: 1, unitprice: 1 }] },
      }),
      'items (JSON) as a list': {
        ...required,
        itemsFrom: 'json',
        declare: '={{ [{ enname: "A", qty: 2, unitprice: 3, own: 1 }] }}',
      },
      'items (JSON) as text': { ...required, itemsFrom: 'json', declare: '[{"enname":"A","qty":"2","unitprice":3.0}]' },
      'items (JSON) as an object': { ...required, itemsFrom: 'json', declare: '{"enname":"A","qty":1,"unitprice":1}' },
      'items (JSON) with wrong fields': {
        ...required,
        itemsFrom: 'json',
        declare: '[{"qty":"x","unitprice":-1},{"enname":"A","qty":1.5,"unitprice":1,"cnname":["a"]}]',
      },
      'items (JSON) empty': { ...required, itemsFrom: 'json', declare: '[]' },
      'items (JSON) empty text': { ...required, itemsFrom: 'json', declare: '' },
      'items (JSON) broken': { ...required, itemsFrom: 'json', declare: '[' },
    }),
    ...jsonMode(body, {
      'empty object': {},
      'wrong fields': {
        consignee: {
          address: 1,
          name: '',
          phone: 'abc',
          postcode: '0100001',
          region: {},
          email: 'x'.repeat(51),
          mobile: true,
        },
        declare: [{ enname: '', qty: 1.5, unitprice: 'x' }],
        order: { channel: null, customerno: 'x'.repeat(31), weight: 0.1234, insurance: '5Y', height: -1 },
      },
      'wrong groups': { consignee: 'x', declare: 'x', order: [] },
      'one item without its list, unknown fields': {
        ...Object(body),
        declare: { enname: 'A', qty: '1', unitprice: '2' },
        own: { b: 1, a: [true, null] },
      },
      'null and empty': {
        ...Object(body),
        order: { customerno: 1, channel: 2, weight: '0.50', insvalue: null, hasbattery: '' },
      },
    }),
  };
}

function parcelOrderDelete(): Cases {
  return {
    ...byNumber('parcelOrder.delete'),
    ...cases({
      'by own number, knowing what is deleted': {
        numberType: 'customerno',
        number: 'OWN-1',
        iKnowThatTheOldestIsDeleted: true,
      },
      'by own number': { numberType: 'customerno', number: 'OWN-1' },
    }),
  };
}

function byNumber(operation: string, formats: Form['formats'] = {}): Cases {
  return cases({
    'every parameter': everyParameter({ description, operation, formats }),
    'required fields only': { number: 'N-1' },
    'by own number': { numberType: 'customerno', number: 'N-1' },
    'a number as a number, with spaces': { numberType: 'orderNo', number: '={{ 100014163701 }}' },
    'spaces around': { number: ' 100014163701 ' },
    'number empty': { number: '={{ $json.nothing }}' },
    'number a list': { number: '={{ ["a"] }}' },
    'number true': { number: '={{ true }}' },
    'number with too many digits': { number: '={{ 12345678901234567890 }}' },
    'number not filled in': {},
  });
}

function outboundOrderCreate(): Cases {
  const required = {
    storageid: byCode('4'),
    shipWay: byCode('38'),
    goodsInfo: { entry: [{ goodsId: '1000100003', qty: 3 }] },
    receiverInfo: { addressLine: '見本町1-2', name: '山田 花子', phone: '08000000000', postalCode: '049-3104' },
    stateOrRegion: prefecture('北海道'),
    sender: 'Sample Shop',
  };
  const body = documentedJson('mgoship', 'derived/out_orders.add_out_order.params.json');
  return {
    ...formCases({
      description,
      operation: 'outboundOrder.create',
      required,
      formats: {
        storageid: () => byCode('5'),
        shipWay: () => byCode('39'),
        name: () => '山田 花子',
        phone,
        postalCode: postcode,
        stateOrRegion: () => prefecture('秋田県'),
        ownNO: (count) => `OUT-${count}`,
        subid: (count) => String(count),
        serviceInfo: (count) => JSON.stringify({ serviceId: count, mark: 'gift wrap', own: true }),
      },
      alwaysText: ['phone', 'postalCode', 'stateOrRegion'],
    }),
    ...cases({
      'services as a list': merged(required, { additionalFields: { serviceInfo: '[{"serviceId":1},{"mark":2}]' } }),
      'services from an expression': merged(required, {
        additionalFields: { serviceInfo: '={{ ({ serviceId: 7 }) }}' },
      }),
      'services empty list': merged(required, { additionalFields: { serviceInfo: '[]' } }),
      'services broken': merged(required, { additionalFields: { serviceInfo: '{' } }),
      'services with wrong fields': merged(required, {
        additionalFields: { serviceInfo: JSON.stringify({ serviceId: [], mark: 'x'.repeat(51) }) },
      }),
      'services as a list with wrong fields': merged(required, {
        additionalFields: { serviceInfo: JSON.stringify([{ mark: 'x'.repeat(51) }]) },
      }),
      'no goods': { ...required, goodsInfo: {} },
    }),
    ...jsonMode(body, {
      'empty object': {},
      'wrong fields': {
        goods_info: [{ goodsId: '', qty: 1.5 }, { qty: 'x' }],
        receiver_info: {
          AddressLine: 'x'.repeat(201),
          Name: 'x'.repeat(11),
          Phone: 'x'.repeat(21),
          PostalCode: '1',
          StateOrRegion: [],
        },
        sender_info: { ownInfo: 'x'.repeat(51), ownNO: 'x'.repeat(21), sender: '' },
        service_info: 'x',
        ship_way: 'x',
        storageid: 0,
        subid: 'x',
      },
      'wrong groups': { goods_info: 'x', receiver_info: [], sender_info: 'x' },
      'no goods': { ...Object(body), goods_info: [] },
      'null and empty': {
        ...Object(body),
        subid: '',
        service_info: null,
        sender_info: { sender: 'Shop', ownNO: null },
      },
    }),
  };
}

function list(operation: string): Cases {
  const formats = { storageid: () => byCode('4'), limit: () => 7 };
  const form = { description, operation, formats };
  const dates = operation === 'fbaOrder.getMany' ? {} : DATES;
  return {
    ...formCases({
      ...form,
      required: { returnAll: false, limit: 1 },
      alone: operation === 'fbaOrder.getMany' ? ['limit'] : ['limit', 'startTime', 'endTime', 'storageid'],
    }),
    ...filtersTrue(operation),
    ...cases({
      'return all': { returnAll: true },
      'a limit above a page': { returnAll: false, limit: 250 },
      'a limit of zero, by expression': { limit: '={{ 0 }}' },
      'a limit as text': { limit: '={{ "20" }}' },
      'the first status': { filters: { status: '1' } },
      'a warehouse from the list': {
        filters: { storageid: { __rl: true, mode: 'list', value: '2', cachedResultName: 'Minoh' } },
      },
      'a warehouse as its default stands': { filters: { storageid: { mode: 'list', value: '' } } },
      'a warehouse as a number': { filters: { storageid: byCode('={{ 3 }}') } },
      'unknown status': { filters: { status: '={{ 99 }}' } },
    }),
    ...cases(
      Object.fromEntries(
        Object.entries(dates).map(([name, value]) => [name, { filters: { startTime: value, endTime: value } }]),
      ),
      'dates: ',
    ),
  };
}

/** Each filter is read by itself: the first that is wrong is the one that is told. */
function filtersTrue(operation: string): Cases {
  const { filters } = everyParameter({ description, operation });
  const names = typeof filters === 'object' && filters !== null ? Object.keys(filters) : [];
  return cases(Object.fromEntries(names.map((name) => [name, { filters: { [name]: '={{ true }}' } }])), 'true in: ');
}

function inboundOrderGetLabel(): Cases {
  return {
    ...byNumber('inboundOrder.getLabel'),
    ...cases({
      downloaded: { number: '121218772473', size: '100', download: true, binaryPropertyName: 'label' },
      'no field for the file': { number: '121218772473', binaryPropertyName: '={{ "" }}' },
    }),
  };
}

function rateGet(): Cases {
  const required = { region: prefecture('大阪府'), weight: 1.5, length: 20, width: 15, height: 10 };
  const formats = { region: () => prefecture('北海道') };
  return {
    ...formCases({ description, operation: 'rate.get', required, formats, alwaysText: ['region'] }),
    ...cases({
      'a prefecture as plain text': { ...required, region: '東京都' },
      'idle zeros': { ...required, weight: '={{ "1.5000" }}', length: '={{ " 20.00 " }}' },
    }),
  };
}

function endpointCall(): Cases {
  const formats = { body: () => '{"z":1,"a":{"d":true,"b":[1.50,null,"x"]}}' };
  return cases({
    'every parameter': everyParameter({ description, operation: 'endpoint.call', formats }),
    'a parcel action': { module: 'tms_orders', action: 'get_x', body: '={{ ({ b: 1, a: 0.1 + 0.2 }) }}' },
    'signs in the names': { module: 'a b', action: 'c&d=é', body: '{}' },
    'digits that no number holds': { module: 'm', action: 'get_a', body: '{"a":12345678901234567890}' },
    'body a list': { module: 'm', action: 'a', body: '[1]' },
    'body broken': { module: 'm', action: 'a', body: '{' },
    'body empty': { module: 'm', action: 'a', body: '={{ "" }}' },
    'module empty': { module: '={{ "" }}', action: 'a' },
    'action empty': { module: 'm', action: '={{ null }}' },
  });
}

function jsonMode(body: unknown, others: Record<string, object>): Cases {
  return cases(
    {
      text: { inputMode: 'json', body: JSON.stringify(body, null, 1) },
      object: { inputMode: 'json', body: `={{ (${JSON.stringify(body)}) }}` },
      'a list': { inputMode: 'json', body: '[1]' },
      'broken text': { inputMode: 'json', body: '{\n"a": 1,\n}' },
      nothing: { inputMode: 'json', body: '={{ $json.nothing }}' },
      'digits that no number holds': {
        inputMode: 'json',
        body: JSON.stringify(body).replace('{', '{"own":12345678901234567890,'),
      },
      'a number that lost digits': {
        inputMode: 'json',
        body: `={{ ({ ...${JSON.stringify(body)}, own: 12345678901234567890 }) }}`,
      },
      ...Object.fromEntries(
        Object.entries(others).map(([name, each]) => [name, { inputMode: 'json', body: JSON.stringify(each) }]),
      ),
    },
    'JSON: ',
  );
}
