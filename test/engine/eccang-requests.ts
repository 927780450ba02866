/** What the rows of all nodes of the Eccang family share: the stand-in's answers, and the tables that differ in little. */
import { documented, documentedJson } from '../documented';
import { everyParameter, formCases, located, merged, type Form } from './every-field';
import { cases, contentOf, type Answer, type Cases, type Sent } from './requests';

export const credential = (url: string) => ({ baseUrl: url, appToken: 'app-token', appKey: 'app-key' });

/** The content of an envelope of exactly the documented form; any other text stays as it is. */
export function opened(body: string): unknown {
  const [, params, appToken, appKey, service] = ENVELOPE.exec(body) ?? [];
  if (params === undefined) return body;
  return { service, appToken, appKey, params: contentOf(unescaped(params)) };
}

const ENVELOPE = new RegExp(
  `^<\\?xml version="1.0" encoding="UTF-8"\\?>
<SOAP-ENV:Envelope xmlns:SOAP-ENV="http://schemas.xmlsoap.org/soap/envelope/" xmlns:ns1="http://www.example.org/Ec/">
 {4}<SOAP-ENV:Body>
 {8}<ns1:callService>
 {12}<paramsJson>([^<>]*)</paramsJson>
 {12}<appToken>([^<>]*)</appToken>
 {12}<appKey>([^<>]*)</appKey>
 {12}<service>([^<>]*)</service>
 {8}</ns1:callService>
 {4}</SOAP-ENV:Body>
</SOAP-ENV:Envelope>
$`,
);

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

/** A success that answers all numbers that were asked. */
export function answer({ method, body }: Sent, url: string): Answer {
  if (method === 'GET') return { body: '%PDF-1.4\n%%EOF' };
  const service = String(memberOf(body, 'service'));
  const content = contentFor(service, memberOf(body, 'params'), `${url}/label.pdf`);
  const json = JSON.stringify({ ask: 'Success', message: 'Success', ...content });
  const response = json.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return {
    body: documented('eccang', 'envelope.response.xml').replace(
      /<response>.*<\/response>/s,
      () => `<response>${response}</response>`,
    ),
  };
}

function contentFor(service: string, params: unknown, link: string): object {
  const each = (numbers: unknown, entry: (number: unknown) => object): object[] =>
    Array.isArray(numbers) ? numbers.map(entry) : [];
  const asked = (name: string): unknown => memberOf(params, name);
  const created = { order_code: 'W1', shipping_method_no: 'T1', track_status: '1' };
  const createdFrom = (order: unknown): object => ({
    ask: 'Success',
    reference_no: memberOf(order, 'reference_no'),
    ...created,
  });
  switch (service) {
    case 'createOrder':
      return createdFrom(params);
    case 'batchCreateOrder':
      return { data: each(params, createdFrom) };
    case 'getOrder':
      return { data: { shipper_hawbcode: 'W1', reference_no: asked('reference_no') } };
    case 'modifyOrderWeight':
      return {
        Result: each(params, (update) => ({ ask: 'Success', order_code: memberOf(update, 'order_code') })),
      };
    case 'getTrackNumber':
      return {
        data: each(asked('reference_no'), (OrderNumber) => ({
          OrderNumber,
          WayBillNumber: 'W1',
          TrackingNumber: 'T1',
        })),
      };
    case 'getCargoTrack':
    case 'getCargoTrackPdd':
      return { Data: each(asked('codes'), (Code) => ({ Code, Status: 'DF', Detail: [] })) };
    case 'getBillingWeight':
      return { Data: each(asked('codes'), (Code) => ({ Code, chargeweight: '0.301', message: '' })) };
    case 'batchGetDeliveryProof':
      return { data: each(asked('reference_nos'), (reference_no) => ({ reference_no, url: link })) };
    case 'getLabelUrl':
    case 'getLabelByTemplate':
    case 'batchGetLabelUrl':
      return { url: link };
    case 'getFieldRule':
      return { data: { requiredFields: [] } };
    case 'getOrderFee':
      return { data: { details: [{ fee_name: '速递运费', price: '25.50', currency: 'RMB' }] } };
    default:
      return { data: [] };
  }
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

/** A resource locator by code. */
export const byCode = (value: unknown): unknown =>
  located({ modes: [{ displayName: '', name: 'code', type: 'string' }] }, value);

const digits = (count: number): string => `${count}.25`;
const country = (count: number): unknown => byCode(['US', 'FR', 'DE', 'GB'][count % 4]);

/** Formats of the fields of an order, by their names in the form. */
export const ORDER_FORMATS: NonNullable<Form['formats']> = {
  countryCode: country,
  shippingMethod: (count) => byCode(`PK${String(count).padStart(4, '0')}`),
  orderWeight: (count) => count + 0.125,
  invoiceWeight: (count) => count + 0.125,
  invoiceUnitcharge: digits,
  insuranceValue: digits,
  invoiceFee: digits,
  otherFee: digits,
  salesAmount: digits,
  salesCurrency: () => 'EUR',
  checkRequiredFields: () => false,
  sendInBatches: () => false,
};

/** Rows of `order: create` and `order: validate`. */
export function orderCases(form: Omit<Form, 'formats' | 'alwaysText'>, body: unknown): Cases {
  const { required } = form;
  const items = (entry: object): Record<string, unknown> => merged(required, { items: { entry: [entry] } });
  return {
    ...formCases({ ...form, formats: ORDER_FORMATS, alwaysText: ['countryCode', 'salesCurrency'] }),
    ...cases({
      'a product and a country from the list': {
        ...required,
        shippingMethod: { __rl: true, mode: 'list', value: 'PK0002', cachedResultName: 'PK0002' },
        countryCode: { __rl: true, mode: 'list', value: 'FR', cachedResultName: 'France' },
      },
      'a product and a country as plain text': { ...required, shippingMethod: 'PK0003', countryCode: 'fr' },
      'a country of three letters': { ...required, countryCode: byCode('USA') },
      'a country as a number': { ...required, countryCode: byCode('={{ 12 }}') },
      'a reference of 50 characters': { ...required, referenceNo: '={{ "r".repeat(50) }}' },
      'a reference of 51 characters': { ...required, referenceNo: '={{ "r".repeat(51) }}' },
      'weights with idle zeros, as text': merged(required, {
        orderWeight: '={{ "0.5000" }}',
        items: { entry: [{ invoiceWeight: '={{ " 0.20 " }}' }] },
      }),
      'a count that is no whole number': items({ invoiceQuantity: 1.5 }),
      'a unit value of zero': items({ invoiceUnitcharge: '0' }),
      'a unit value of zero, as a number': items({ invoiceUnitcharge: '={{ 0 }}' }),
      'very small weights': merged(required, {
        orderWeight: '={{ 1e-7 }}',
        items: { entry: [{ invoiceWeight: '={{ 0.0001 }}' }] },
      }),
      'no items': { ...required, items: {} },
      'an empty item': { ...required, items: { entry: [{}] } },
      'items (JSON) as a list': {
        ...required,
        itemsFrom: 'json',
        itemArr:
          '={{ [{ invoice_enname: "A", invoice_quantity: 2, invoice_weight: 0.1 + 0.2, invoice_unitcharge: "1.50", own: 1 }] }}',
      },
      'items (JSON) as text, one without its list': {
        ...required,
        itemsFrom: 'json',
        itemArr: '{"invoice_enname":"A","invoice_quantity":"2","invoice_weight":"0.20","invoice_unitcharge":1.50}',
      },
      'items (JSON) with wrong fields': {
        ...required,
        itemsFrom: 'json',
        itemArr:
          '[{"invoice_enname":"","invoice_quantity":1.5,"invoice_weight":"x","invoice_unitcharge":-1,"sku":true},"x"]',
      },
      'items (JSON) empty': { ...required, itemsFrom: 'json', itemArr: '[]' },
      'items (JSON) empty text': { ...required, itemsFrom: 'json', itemArr: '' },
      'items (JSON) broken': { ...required, itemsFrom: 'json', itemArr: '[' },
    }),
    ...jsonCases(body, {
      'empty object': {},
      'one item without its list, unknown fields, noise': merged(Object(body), {
        ItemArr: {
          invoice_enname: 'A',
          invoice_quantity: 1,
          invoice_weight: 0.1,
          invoice_unitcharge: 1,
          own: 0.30000000000000004,
        },
        order_weight: 0.30000000000000004,
        own: { a: [null, true] },
      }),
      'empty boxes': { ...Object(body), Volume: '' },
      'one box without its list': {
        ...Object(body),
        Volume: { length: 1, width: '2', height: 0.30000000000000004, weight: '' },
      },
      'null and empty': merged(Object(body), {
        Consignee: { consignee_company: null, consignee_mobile: '' },
        shipping_method_no: null,
      }),
      'wrong fields': {
        reference_no: 'r'.repeat(51),
        shipping_method: '',
        country_code: 'USA',
        order_weight: '0x10',
        order_pieces: 0,
        insurance_value: 'x',
        sales_currency: 'EURO',
        Consignee: { consignee_name: true, consignee_street: ['a'], consignee_email: {} },
        Shipper: { shipper_name: 1, shipper_street: [] },
        ItemArr: [
          { invoice_enname: 'A', invoice_quantity: '1.5', invoice_weight: 0.1234, invoice_unitcharge: 'x' },
          'x',
        ],
        Volume: [{ length: 'x', weight: -1 }, 1],
      },
      'wrong groups': { ...Object(body), Consignee: 'x', Shipper: [], ItemArr: 'x', Volume: 1 },
      'no items': { ...Object(body), ItemArr: [] },
    }),
  };
}

/** JSON mode of any form: as text, as an object, and bodies that are none. */
export function jsonCases(body: unknown, others: Record<string, object>): Cases {
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
        body: `={{ ({ ...${JSON.stringify(body)}, reference_no: 12345678901234567890 }) }}`,
      },
      ...Object.fromEntries(
        Object.entries(others).map(([name, each]) => [name, { inputMode: 'json', body: JSON.stringify(each) }]),
      ),
    },
    'JSON: ',
  );
}

/** Orders of several items in calls of five, and one by one. */
export function batchCases(required: Record<string, unknown>): Cases {
  const items = Array.from({ length: 6 }, (_, index) => ({ no: `BATCH-${index}` }));
  const parameters = { ...required, referenceNo: '={{ $json.no }}' };
  return {
    'five orders a call': { parameters: { ...parameters, options: { sendInBatches: true, concurrency: 1 } }, items },
    'each order its own call': { parameters: { ...parameters, options: { concurrency: 1 } }, items: items.slice(0, 2) },
  };
}

/** Rows of an operation that takes a number. */
export function numberCases(
  form: Omit<Form, 'required'>,
  required: Record<string, unknown> = { number: 'N-1' },
): Cases {
  return cases({
    'every parameter': everyParameter(form),
    'required fields only': required,
    'as a number': { ...required, number: '={{ 123456 }}' },
    'spaces around': { ...required, number: ' N-1 ' },
    'signs and letters of all kinds': { ...required, number: 'é<&>"\'\\ 中文' },
    'number empty': { ...required, number: '={{ $json.nothing }}' },
    'number a list': { ...required, number: '={{ ["A", "B"] }}' },
    'number true': { ...required, number: '={{ true }}' },
    'number with too many digits': { ...required, number: '={{ 12345678901234567890 }}' },
    'not filled in': {},
  });
}

/** So that calls come in the order of their items. */
const ONE_AFTER_THE_OTHER = { concurrency: 1 };

/** Several items whose numbers share calls, one of them twice. */
export function sharedCalls(count: number, parameters: Record<string, unknown> = {}): Cases {
  const items = [...Array.from({ length: count }, (_, index) => ({ no: `N-${index}` })), { no: 'N-0' }];
  return {
    'many items': { parameters: { number: '={{ $json.no }}', ...parameters, options: ONE_AFTER_THE_OTHER }, items },
  };
}

/** `label: get`, of the family and of Huahan. */
export function labelGet(form: Omit<Form, 'required'>): Cases {
  return {
    ...numberCases(form),
    ...cases({
      'every choice': { number: 'N-1', numberType: '1', labelType: '3', labelContentType: '6', download: false },
      'old spelling of the size': { number: 'N-1', labelType: '2', download: false, options: { oldSpelling: true } },
      'choices as numbers': {
        number: 'N-1',
        numberType: '={{ 2 }}',
        labelType: '={{ 1 }}',
        labelContentType: '={{ 4 }}',
        download: false,
      },
      'a type that is no number': { number: 'N-1', numberType: '={{ "x" }}' },
      'a size that is no number': { number: 'N-1', labelType: '={{ "x" }}' },
      'a content that is no number': { number: 'N-1', labelContentType: '={{ "x" }}' },
      'no field for the file': { number: 'N-1', binaryPropertyName: '={{ "" }}' },
    }),
  };
}

export function updateWeight(form: Omit<Form, 'required'>): Cases {
  const weights: Record<string, unknown> = {
    'weight with three decimals': '0.175',
    'weight with idle zeros': '1.50',
    'weight with four decimals': '0.1755',
    'weight with noise': '={{ 0.1 + 0.2 }}',
    'weight as a number': '={{ 2 }}',
    'weight zero': '0',
    'weight negative': '-1',
    'weight in words': 'abc',
    'weight empty': '={{ "" }}',
    'weight with an exponent': '1e-1',
    'weight with a point first': '.5',
    'weight with spaces': ' 0.5 ',
    'weight true': '={{ true }}',
  };
  return {
    ...numberCases({ ...form, formats: { weight: () => '0.175' } }, { number: 'N-1', weight: '0.5' }),
    ...cases(Object.fromEntries(Object.entries(weights).map(([name, weight]) => [name, { number: 'N-1', weight }]))),
    ...sharedCalls(21, { weight: '0.5' }),
  };
}

export function rateGet(description: Form['description']): Cases {
  const operation = 'rate.get';
  const required = { weight: '1.35', countryCode: byCode('US'), shippingTypeId: 'W' };
  const formats = { countryCode: country, weight: digits, length: digits, width: digits, height: digits, cube: digits };
  const body = documentedJson('eccang', 'feeTrail.request.json');
  const boxed = { ...required, volumeList: { entry: [{ boxCount: 1, length: '30' }] } };
  return {
    ...formCases({
      description,
      operation,
      required: boxed,
      formats,
      alwaysText: ['countryCode'],
      alone: ['weight', 'shippingTypeId', 'countryCode'],
    }),
    ...cases({
      'a warehouse instead of a country': { weight: '1', additionalFields: { warehouseCode: 'WH1' } },
      'neither country nor warehouse': { weight: '1' },
      'a product as plain text, as it was saved before it became a list': {
        ...required,
        additionalFields: { productCode: 'PK0001' },
      },
      boxes: { ...required, volumeList: { entry: [{ boxCount: 2, length: '30' }, { length: '20.5' }] } },
      'a box without its length': { ...required, volumeList: { entry: [{ boxCount: 2 }] } },
      'weight zero': { ...required, weight: '0' },
      'weight in words': { ...required, weight: 'abc' },
      'weight with noise': { ...required, weight: '={{ 0.1 + 0.2 }}' },
      'weight with an exponent': { ...required, weight: '1e3' },
      'weight negative': { ...required, weight: '-1' },
      'every goods type: D': { ...required, shippingTypeId: 'D' },
    }),
    ...jsonCases(body, {
      'empty object': {},
      'wrong fields': { weight: 'x', shipping_type_id: true, country_code: [], warehouse_code: {} },
      'unknown fields and noise': {
        weight: 0.30000000000000004,
        shipping_type_id: 'W',
        country_code: 'US',
        own: { a: 0.30000000000000004 },
      },
    }),
  };
}

export function getTrackingNumber(form: Omit<Form, 'required'>): Cases {
  return { ...numberCases(form), ...sharedCalls(3) };
}

export function serviceCall(description: Form['description']): Cases {
  const formats = {
    service: () => 'getCargoTrack',
    body: () => '{"codes":["A","B"],"z":1,"a":[1.50,null,true,"é<&>\'\\""]}',
  };
  return cases({
    'every parameter': everyParameter({ description, operation: 'service.call', formats }),
    'a list as body': { service: 'modifyOrderWeight', body: '={{ [{ order_code: "A", weight: 1 }] }}' },
    'no body': { service: 'getCountry', body: '' },
    'digits that no number holds': { service: 'getX', body: '{"a":12345678901234567890,"b":1.10}' },
    'signs in the name': { service: 'a<b&"c', body: '{}' },
    'body broken': { service: 'getX', body: '{' },
    'service empty': { service: '={{ "" }}' },
  });
}

/** Rows of a list that takes no number. */
export function listCases(form: Omit<Form, 'required'>, required: Record<string, unknown> = {}): Cases {
  return cases({
    'every parameter': everyParameter(form),
    'as it comes': required,
    'a limit': { ...required, returnAll: false, limit: 2, simplify: false },
  });
}
