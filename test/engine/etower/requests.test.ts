import path from 'node:path';
import { Etower } from '../../../nodes/Etower/Etower.node';
import { listOf, objectOf } from '#carriers/shared/json-value';
import { documented, documentedJson } from '../../documented';
import { DATES, everyParameter, formCases, located, merged, type Form } from '../every-field';
import { cases, contentOf, describeRequests, type Answer, type Cases, type Sent } from '../requests';
import { NO_KEY, updatesCases } from '../updates-requests';

const { description } = new Etower();

describeRequests({
  node: 'etower',
  description,
  directory: path.join(__dirname, 'requests'),
  credentials: (url) => ({
    etowerApi: { region: 'custom', baseUrl: url, token: 'token', key: 'key' },
    etowerPortalApi: { baseUrl: url, sessionId: 'session', language: 'en_US' },
  }),
  decode: (body, { type = '' }) => {
    const boundary = /boundary=(\S+)/.exec(type)?.[1];
    return boundary === undefined ? contentOf(body) : body.replaceAll(boundary, 'BOUNDARY').split('\r\n');
  },
  answer,
  operations: {
    'bag.handOver': bagHandOver,
    'order.create': orderCreate,
    'order.createWithLabel': orderCreateWithLabel,
    'order.update': orderUpdate,
    'order.get': () => byNumber('order.get'),
    'order.delete': () => byNumber('order.delete'),
    'order.hold': orderHold,
    'order.getTrackingNumber': () => byNumber('order.getTrackingNumber'),
    'label.get': labelGet,
    'label.getData': () => byNumber('label.getData'),
    'manifest.send': () => byNumber('manifest.send'),
    'manifest.close': manifestClose,
    'tracking.get': () => byNumber('tracking.get'),
    'tracking.getUpdates': () => ({ ...byNumber('tracking.getUpdates', NO_KEY), ...updatesCases('etower') }),
    'pickup.request': pickupRequest,
    'service.getMany': () => list('service.getMany', {}),
    'portalOrder.get': portalOrderGet,
    'portalOrder.upload': portalOrderUpload,
    'portalService.getMany': () => list('portalService.getMany', { country: byCode('GB') }),
    'portalService.getOptions': () => list('portalService.getOptions', { channelId: byCode('929') }),
    'portalTemplate.download': portalTemplateDownload,
    'endpoint.call': endpointCall,
  },
});

const PDF = '%PDF-1.4\n%%EOF';

function answer({ path: target, body }: Sent): Answer {
  const [address = ''] = target.split('?');
  if (address.endsWith('/template/file')) return { body: 'PK\u0003\u0004 a spreadsheet' };
  const portal = Object.entries(PORTAL).find(([part]) => address.includes(part));
  if (portal) return { body: documented('etower', portal[1]) };
  if (address.startsWith('/api/')) return { body: '{"success":true,"code":"0","data":[],"errors":[]}' };
  if (address.includes('service') && address.includes('atalog'))
    return { body: documented('etower', 'service-catalog.response.json') };
  if (address.endsWith('/handover')) return { body: JSON.stringify(handedOver(body)) };
  const ids = idsIn(body ?? address.split('/').at(-1));
  const data = ids.map((orderId) => ({
    status: 'Success',
    errors: null,
    orderId,
    trackingNo: 'T-1',
    labelContent: Buffer.from(PDF).toString('base64'),
    events: [],
    order: { referenceNo: orderId },
  }));
  return { body: JSON.stringify({ status: 'Success', errors: null, data }) };
}

/** Every parcel of every bag was taken. */
function handedOver(body: unknown): object {
  const success = { status: 'Success', errors: null };
  const data = listOf(objectOf(body)['bags']).map(({ bagNo, parcels }) => ({
    ...success,
    bagNo,
    orderResults: listOf(parcels).map(({ trackingNo, referenceNo }) => ({ ...success, trackingNo, referenceNo })),
  }));
  return { ...success, data };
}

const PORTAL = {
  uploadOrder: 'upload-orders.response.json',
  'order/edit': 'get-order-detail.response.json',
};

/** The numbers that a request names, wherever it has them. */
function idsIn(body: unknown): string[] {
  if (typeof body === 'string') return [decodeURIComponent(body)];
  if (Array.isArray(body)) return body.flatMap(idsIn);
  if (typeof body !== 'object' || body === null) return [];
  const members = new Map<string, unknown>(Object.entries(body));
  const own = members.get('orderId') ?? members.get('referenceNo');
  if (typeof own === 'string' || typeof own === 'number') return [String(own)];
  return ['orders', 'orderIds', 'masterIds', 'shipmentIds'].flatMap((name) => idsIn(members.get(name)));
}

function byCode(value: unknown): unknown {
  return located({ modes: [{ displayName: '', name: 'code', type: 'string' }] }, value);
}

const required = {
  referenceNo: 'REF-1',
  serviceCode: byCode('UBI.AU2AU.AUPOST.1'),
  country: byCode('AU'),
  description: 'Dress',
  weight: 1.5,
  invoiceValue: '6.50',
  invoiceCurrency: 'USD',
  recipient: {
    recipientName: 'Jane Sample',
    addressLine1: '3 Example Drive',
    city: 'Berwick',
    state: 'VIC',
    postcode: '3806',
    phone: '0491570156',
  },
  items: { entry: [{ itemNo: '1', sku: 'SKU-1', originCountry: 'CN', itemCount: 2, unitValue: '3.25' }] },
};

const documentedOrder = Object([documentedJson('etower', 'create-orders.request.json')].flat()[0]);

const manyOrders = {
  parameters: { ...required, referenceNo: '={{ $json.no }}' },
  items: ['A', 'B', 'C'].map((no) => ({ no })),
};

/** Two items of two pieces are worth 13; the first weights of the form are those of the parcel. */
const FORMATS: NonNullable<Form['formats']> = {
  country: (count) => byCode(['AU', 'GB', 'CA', 'NZ'][count % 4]),
  weight: (count) => (count < 20 ? 900.5 : count + 0.25),
  invoiceValue: () => '13.00',
  invoiceCurrency: () => 'AUD',
  itemCount: () => 2,
  unitValue: () => '3.25',
  pieces: () => '[{"referenceNo":"P-2","weight":0.30000000000000004,"own":true}]',
  facility: () => byCode('CAN'),
  platform: (count) => `P-${count}`,
};

function orderForm(operation: string, whole: Record<string, unknown> = required): Cases {
  const alwaysText = ['country', 'invoiceCurrency', 'recipientName', 'addressLine1', 'state', 'shipperName'];
  return formCases({ description, operation, required: whole, formats: FORMATS, alwaysText });
}

function orderCreate(): Cases {
  const item = (entry: object): Record<string, unknown> => merged(required, { items: { entry: [entry] } });
  const more = (additionalFields: object): Record<string, unknown> => ({ ...required, additionalFields });
  const body = documentedOrder;
  return {
    ...orderForm('order.create'),
    ...cases({
      'a service and a country from the list': {
        ...required,
        serviceCode: { __rl: true, mode: 'list', value: 'S1', cachedResultName: 'S1' },
        country: { __rl: true, mode: 'list', value: 'NZ', cachedResultName: 'New Zealand' },
      },
      'a country as plain text': { ...required, country: 'au' },
      'other countries as plain text, as they were saved before they became lists': merged(required, {
        shipper: { shipperCountry: 'CN' },
        returnAddress: { returnCountry: 'HK' },
        items: { entry: [{ originCountry: 'China' }] },
      }),
      'a name in digits': merged(required, { recipient: { recipientName: '={{ 12345 }}' } }),
      'a name in Chinese': merged(required, {
        recipient: { recipientName: '王', addressLine1: '路', state: '省' },
        shipper: { shipperName: '王' },
      }),
      'a name of 51 characters': merged(required, { recipient: { recipientName: '={{ "r".repeat(51) }}' } }),
      'a declared value that differs from its items': { ...required, invoiceValue: '6.61' },
      'a declared value that differs a little': { ...required, invoiceValue: '={{ 6.6 }}' },
      'items heavier than the parcel': item({ weight: 1.6 }),
      'weights in grams': merged(required, { weight: 1500, weightUnit: 'G', items: { entry: [{ weight: 1.4 }] } }),
      'sizes and weights 0 as text': merged(required, {
        size: { length: '={{ "0" }}', width: '={{ "0" }}', height: '={{ "0.0" }}' },
        items: { entry: [{ weight: '={{ "0" }}' }] },
      }),
      'a locator as its default stands': { ...required, facility: { mode: 'list', value: '' } },
      'a volume too small': { ...required, size: { volume: 0.001 } },
      'a count that is no whole number': item({ itemCount: 1.5 }),
      'a count as text': item({ itemCount: '={{ "2" }}', weight: '={{ ".5" }}' }),
      'text with more digits than a number keeps': merged(required, { invoiceValue: '6.500000000000000000001' }),
      'no items': { ...required, items: {} },
      'an empty item': { ...required, items: { entry: [{}] } },
      'an item weight of zero': item({ weight: 0 }),
      'extra data without a name': {
        ...required,
        extendData: {
          entry: [
            { name: '', value: 'x' },
            { name: 'a', value: '={{ 7 }}' },
            { name: 'b', value: '' },
          ],
        },
      },
      'pieces as a list': more({ pieces: '={{ [{ referenceNo: "P-2", weight: 0.1 + 0.2 }] }}' }),
      'pieces as an object': more({ pieces: '{"referenceNo":"P-2"}' }),
      'pieces broken': more({ pieces: '[' }),
      'pieces with wrong sums': more({
        pieces: '[{"invoiceValue":9,"weight":0.1,"orderItems":[{"itemCount":1,"unitValue":1,"weight":2}]}]',
      }),
      'flags by expression, as text': more({ authorityToLeave: '={{ "true" }}', dangerousGoods: '={{ false }}' }),
      'items (JSON) as a list': {
        ...required,
        itemsFrom: 'json',
        orderItems: '={{ [{ itemNo: 1, sku: "S", originCountry: "CN", itemCount: "2", unitValue: 3.25, own: 1 }] }}',
      },
      'items (JSON) as an object': { ...required, itemsFrom: 'json', orderItems: '{"itemNo":"1"}' },
      'items (JSON) with wrong fields': {
        ...required,
        itemsFrom: 'json',
        orderItems: '[{"itemNo":"","sku":true,"itemCount":1.5,"unitValue":"x","weight":-1},"x"]',
      },
      'items (JSON) empty': { ...required, itemsFrom: 'json', orderItems: '[]' },
      'items (JSON) empty text': { ...required, itemsFrom: 'json', orderItems: '' },
      'items (JSON) broken': { ...required, itemsFrom: 'json', orderItems: '[' },
    }),
    ...jsonMode(body, {
      'empty object': {},
      'unknown fields and noise': { ...body, own: 0.30000000000000004, weight: 264.00000000000006 },
      'wrong fields': {
        ...body,
        referenceNo: 'r'.repeat(81),
        serviceCode: '',
        weight: 'x',
        weightUnit: 'KILO',
        length: -1,
        volume: 0.001,
        invoiceValue: 0,
        invoiceCurrency: 'EURO',
        country: 'AUS',
        recipientName: '12345',
        shipperName: 7,
        orderItems: [{ itemNo: null, sku: [], itemCount: 0, unitValue: '1e3' }, 'x'],
        extendData: 'x',
        pieces: {},
      },
      'null and empty': { ...body, trackingNo: null, serviceOption: '', extendData: null, pieces: null, volume: '' },
      'no items': { ...body, orderItems: [] },
    }),
    'many orders in one call': manyOrders,
  };
}

function orderCreateWithLabel(): Cases {
  return {
    ...orderForm('order.createWithLabel', {
      ...required,
      labelFormat: 'PDF',
      labelType: '1',
      binaryPropertyName: 'data',
    }),
    ...jsonMode(documentedOrder, { 'empty object': {} }),
    'many orders in one call': manyOrders,
    ...cases({
      'ZPL on another paper': { ...required, labelFormat: 'ZPL', labelType: '4' },
      'a size that is no number': { ...required, labelType: '={{ "x" }}' },
      'a size as a number': { ...required, labelType: '={{ 2 }}' },
      'no format': { ...required, labelFormat: '={{ "" }}' },
      'no field for the file': { ...required, binaryPropertyName: '={{ "" }}' },
    }),
  };
}

function orderUpdate(): Cases {
  const whole = { orderId: 'REF-1', weight: 0.3 };
  const form = {
    description,
    operation: 'order.update',
    required: whole,
    formats: { ...FORMATS, country: () => 'CA' },
  };
  return {
    ...formCases(form),
    ...cases({
      'weight zero': { ...whole, weight: 0 },
      'weight empty': { ...whole, weight: '={{ "" }}' },
      'weight in words': { ...whole, weight: 'abc' },
      'an empty item': { ...whole, items: { entry: [{}] } },
      'an order number as a number': { ...whole, orderId: '={{ 123 }}' },
      'a unit out of the list': { ...whole, weightUnit: '={{ "KILO" }}' },
    }),
    ...jsonMode(documentedJson('etower', 'update-order.request.json'), {
      'empty object': {},
      'wrong fields': { orderId: 'r'.repeat(81), weight: -1, weightUnit: 'KIL' },
      'zeros and empty texts': { orderId: 'A', weight: 0, weightUnit: '', items: [], address: {} },
    }),
  };
}

function bagHandOver(): Cases {
  const operation = 'bag.handOver';
  const whole = {
    bagNo: 'B-1',
    serviceCode: byCode('UBI.AU2AU.AUPOST.1'),
    destCountry: byCode('AU'),
    totalWeight: 1.5,
    trackingNo: 'T-1',
  };
  const formats = {
    destCountry: () => byCode('AU'),
    battery: () => 'true',
    handoverTime: () => '2026-01-05T14:00:00.000+09:00',
  };
  const times = Object.entries(DATES).map(([name, handoverTime]) => [name, { ...whole, handover: { handoverTime } }]);
  const [documentedBag = {}] = listOf(objectOf(documentedJson('etower', 'handover.request.json'))['bags']);
  const parcels = ['T-1', 'T-2', 'T-3', 'T-2'].map((no, index) => ({ no, bag: `B-${index % 2}` }));
  return {
    ...formCases({
      description,
      operation,
      required: whole,
      formats,
      alwaysText: ['destCountry', 'handoverTime', 'battery'],
      alone: ['handoverTime'],
    }),
    ...cases(Object.fromEntries(times), 'times: '),
    ...cases({
      'no batteries': { ...whole, battery: 'false' },
      'batteries by expression': { ...whole, battery: '={{ true }}' },
      'a bag number of 81 characters': { ...whole, bagNo: '={{ "b".repeat(81) }}' },
      'a driver of 81 characters': { ...whole, handover: { driver: '={{ "d".repeat(81) }}' } },
    }),
    ...jsonMode(documentedBag, {
      'empty object': {},
      'a new order': { ...documentedBag, parcels: [documentedOrder] },
      'a whole hand-over': { bags: [documentedBag] },
      'wrong fields': {
        ...documentedBag,
        bagNo: '',
        destCountry: 'AUS',
        totalWeight: 'x',
        parcels: [{}, { referenceNo: 'R' }],
      },
    }),
    'parcels of two bags': {
      parameters: { ...whole, bagNo: '={{ $json.bag }}', trackingNo: '={{ $json.no }}', options: { concurrency: 1 } },
      items: parcels,
    },
    'a bag whose items differ': {
      parameters: { ...whole, trackingNo: '={{ $json.no }}', facility: byCode('={{ $json.bag }}') },
      items: parcels,
    },
    'a hand-over of its own for each bag': {
      parameters: {
        ...whole,
        bagNo: '={{ $json.bag }}',
        trackingNo: '={{ $json.no }}',
        handover: { plateNbr: '={{ $json.bag }}' },
        options: { concurrency: 1 },
      },
      items: parcels,
    },
  };
}

function orderHold(): Cases {
  return {
    ...byNumber('order.hold'),
    ...cases({
      release: { number: 'N-1', holdType: '2' },
      'type as a number': { number: 'N-1', holdType: '={{ 2 }}' },
      'type in words': { number: 'N-1', holdType: '={{ "x" }}' },
    }),
  };
}

function byNumber(operation: string, formats: Form['formats'] = {}): Cases {
  const items = ['N-1', 'N-2', 'N-1'].map((no) => ({ no }));
  return {
    ...cases({
      'every parameter': everyParameter({ description, operation, formats }),
      'required fields only': { number: 'N-1' },
      'as a number': { number: '={{ 123456 }}' },
      'spaces around': { number: ' N-1 ' },
      'signs and letters of all kinds': { number: 'é/?#&"\\ 中' },
      'number empty': { number: '={{ $json.nothing }}' },
      'number a list': { number: '={{ ["A"] }}' },
      'number true': { number: '={{ true }}' },
      'number with too many digits': { number: '={{ 12345678901234567890 }}' },
      'not filled in': {},
    }),
    'many items': { parameters: { number: '={{ $json.no }}', options: { concurrency: 1 } }, items },
  };
}

function labelGet(): Cases {
  return {
    ...byNumber('label.get'),
    ...cases({
      'ZPL with its resolution': { number: 'N-1', labelFormat: 'ZPL', dpi: '203', labelType: '4', packinglist: true },
      'masters, JPG': { number: 'N-1', numberType: 'masterIds', labelFormat: 'JPG', labelType: '={{ 2 }}' },
      merged: { number: 'N-1', merged: true },
      'merged, but no PDF': { number: 'N-1', labelFormat: '={{ "JPG" }}', merged: true },
      'a size that is no number': { number: 'N-1', labelType: '={{ "x" }}' },
      'no size': { number: 'N-1', labelType: '={{ "" }}' },
      'no format': { number: 'N-1', labelFormat: '={{ "" }}' },
      'no field for the file': { number: 'N-1', binaryPropertyName: '={{ "" }}' },
    }),
  };
}

function manifestClose(): Cases {
  return {
    ...byNumber('manifest.close'),
    ...cases({
      'masters under a number': { number: 'N-1', numberType: 'masterIds', manifestNo: 'M-1' },
      'manifest number as a number': { number: 'N-1', manifestNo: '={{ 77 }}' },
      'manifest number of 41 characters': { number: 'N-1', manifestNo: '={{ "m".repeat(41) }}' },
      'manifest number true': { number: 'N-1', manifestNo: '={{ true }}' },
    }),
  };
}

function pickupRequest(): Cases {
  const whole = { contact: 'Sample', pickupTime: '2026-01-05T14:00:00+0800' };
  const formats = { pickupTime: () => '2026-01-05T14:00:00+0800', parcelCount: () => 12, weight: () => 34.5 };
  return {
    ...formCases({
      description,
      operation: 'pickup.request',
      required: whole,
      formats,
      alwaysText: ['pickupTime'],
      alone: ['pickupTime'],
    }),
    ...cases(
      Object.fromEntries(Object.entries(DATES).map(([name, pickupTime]) => [name, { ...whole, pickupTime }])),
      'dates: ',
    ),
    ...cases({
      'parcels as text': { ...whole, parcelCount: '={{ "12" }}', weight: '={{ " 3.5 " }}' },
      'parcels in words': { ...whole, parcelCount: 'abc' },
      'a contact of 81 characters': { ...whole, contact: '={{ "c".repeat(81) }}' },
    }),
  };
}

function list(operation: string, whole: Record<string, unknown>): Cases {
  const formats = {
    country: () => byCode('AU'),
    channelId: () => byCode('929'),
    serviceOption: () => byCode('E-Parcel'),
  };
  return cases({
    'every parameter': everyParameter({ description, operation, formats }),
    'required fields only': whole,
    'a limit': { ...whole, returnAll: false, limit: 2, simplify: false },
    'as plain text and number': { country: 'GB', channelId: '={{ 929 }}', serviceOption: 'E-Parcel' },
    'nothing, by expression': { country: byCode('={{ "" }}'), channelId: byCode('={{ "" }}') },
    signs: { country: byCode('G B&'), channelId: byCode('9/29') },
  });
}

const UUID = '550e8400-e29b-41d4-a716-446655440000';

function portalOrderGet(): Cases {
  const operation = 'portalOrder.get';
  return cases({
    'every parameter': everyParameter({ description, operation, formats: { uuid: () => UUID } }),
    'required fields only': { uuid: UUID },
    'formatted numbers': { uuid: UUID, simplify: false, options: { formatNumbers: true } },
    'no UUID': { uuid: 'abc' },
    'no UUID, unchecked': { uuid: 'a/b c', options: { skipUuidCheck: true } },
    'uuid empty': { uuid: '={{ "" }}' },
    'uuid true': { uuid: '={{ true }}' },
  });
}

function portalOrderUpload(): Cases {
  const operation = 'portalOrder.upload';
  const formats = { binaryPropertyName: () => 'file', country: () => byCode('AU'), channelId: () => byCode('929') };
  const whole = { binaryPropertyName: 'file', country: byCode('AU'), channelId: byCode('929') };
  const named = (fileName: string, text = 'PK a spreadsheet'): object => ({
    json: {},
    binary: { file: { data: Buffer.from(text).toString('base64'), mimeType: 'application/vnd.ms-excel', fileName } },
  });
  const sheet = [named('orders.xlsx')];
  const every = everyParameter({ description, operation, formats });
  return {
    'every parameter': { parameters: every, items: sheet },
    'required fields only': { parameters: whole, items: sheet },
    'options emptied': {
      parameters: { ...whole, options: { facility: '={{ "" }}', templateId: '={{ "" }}' } },
      items: sheet,
    },
    'template as a number': {
      parameters: { ...whole, channelId: byCode('={{ 929 }}'), options: { templateId: '={{ 7 }}' } },
      items: sheet,
    },
    'a name in Chinese': { parameters: whole, items: [named('订单 "1".xls')] },
    'no spreadsheet': { parameters: whole, items: [named('orders.csv')] },
    'an empty file': { parameters: whole, items: [named('orders.xlsx', '')] },
    'no file': { parameters: whole },
    'another field': { parameters: { ...whole, binaryPropertyName: 'other' }, items: sheet },
    'country empty': { parameters: { ...whole, country: byCode('={{ "" }}') }, items: sheet },
    'channel empty': { parameters: { ...whole, channelId: byCode('={{ "" }}') }, items: sheet },
    'not filled in': { parameters: {}, items: sheet },
  };
}

function portalTemplateDownload(): Cases {
  return cases({
    'every parameter': everyParameter({ description, operation: 'portalTemplate.download' }),
    'required fields only': {},
    'another template': { templateName: '={{ "a b&c" }}' },
    'template empty': { templateName: '={{ "" }}' },
    'no field for the file': { binaryPropertyName: '={{ "" }}' },
  });
}

function endpointCall(): Cases {
  const operation = 'endpoint.call';
  const target = '/services/shipper/x/é?a=1&b=c';
  const formats = { path: () => '/services/shipper/x', body: () => '[{"z":1,"a":[1.50,null,true]}]' };
  return cases({
    'every parameter': everyParameter({ description, operation, formats, chosen: { method: 'PUT' } }),
    POST: { path: target, body: '={{ ({ orderIds: ["A"], a: 0.1 + 0.2 }) }}' },
    GET: { method: 'GET', path: target },
    DELETE: { method: 'DELETE', path: '/services/shipper/order/A' },
    'no body': { path: '/x', body: '' },
    'digits that no number holds': { path: '/x', body: '{"a":12345678901234567890,"b":1.10}' },
    'an unknown method': { method: '={{ "PATCH" }}', path: '/x' },
    'body broken': { path: '/x', body: '{' },
    'path empty': { path: '={{ "" }}' },
    'path of another host': { path: '//elsewhere.example.com/x' },
    'path without its slash': { path: 'services/x' },
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
        body: `={{ ({ ...${JSON.stringify(body)}, referenceNo: 12345678901234567890, orderId: 12345678901234567890 }) }}`,
      },
      ...Object.fromEntries(
        Object.entries(others).map(([name, each]) => [name, { inputMode: 'json', body: JSON.stringify(each) }]),
      ),
    },
    'JSON: ',
  );
}
