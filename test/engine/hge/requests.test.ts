import path from 'node:path';
import { Hge } from '../../../nodes/Hge/Hge.node';
import { DATES, everyParameter, formCases, located, merged } from '../every-field';
import { cases, describeRequests, type Cases } from '../requests';

const { description } = new Hge();

describeRequests({
  node: 'hge',
  description,
  directory: path.join(__dirname, 'requests'),
  credentials: (url) => ({
    hgeApi: {
      environment: 'custom',
      baseUrl: `${url}/openapi/customer/`,
      apiKey: 'api-key',
      apiSecret: 'api-secret',
      apiToken: 'api-token',
      language: 'en',
    },
  }),
  answer: () => ({ body: '{"code":200,"success":true,"detail":"","data":{"num_type":1,"num":"CS1"}}' }),
  operations: {
    'order.create': orderCreate,
    'order.get': orderGet,
    'scanForm.create': () => handOver('scanForm.create', 'handoverinfo', 'handover_num'),
    'manifest.create': () => handOver('manifest.create', 'handoverMode', 'flight_no'),
    'endpoint.call': endpointCall,
  },
});

const JSON_BODY = {
  customer_order_num: 'A-1',
  unknown: { b: [1, null, true] },
  is_signature: false,
  parcel_list: [{ weight: '1.50' }],
};

function orderCreate(): Cases {
  const country = { description, operation: 'order.create' };
  const digits = (count: number): string => `${count}.25`;
  const date = (count: number): string => `2025-12-${String((count % 28) + 1).padStart(2, '0')}`;
  const formats = {
    country: (count: number) =>
      located({ modes: [{ displayName: '', name: 'code', type: 'string' }] }, ['KR', 'JP', 'CN', 'US'][count % 4]),
    weight: digits,
    length: digits,
    width: digits,
    height: digits,
    salePrice: digits,
    exportPrice: digits,
    importPrice: digits,
    credsBirthday: date,
    credsIssuingDate: date,
  };
  const required = { customerOrderNum: 'ORDER-1' };
  const stored = {
    ...required,
    shipperFrom: 'stored',
    shipperAddressNum: 'AD1',
    consigneeFrom: 'stored',
    consigneeAddressNum: 'AD2',
    returnFrom: 'stored',
    returnAddressNum: 'AD3',
  };
  const forms = formCases({
    ...country,
    formats,
    required,
    alone: ['customerOrderNum'],
    alwaysText: ['shipDate', 'credsBirthday', 'credsIssuingDate'],
  });
  return {
    ...forms,
    ...dates((value) => ({
      ...required,
      shipDate: value,
      consigneeInfo: { fullName: 'Sample', credsBirthday: value, credsIssuingDate: value },
    })),
    ...cases({
      'stored addresses': stored,
      'stored addresses by expression, as a number': { ...stored, consigneeAddressNum: '={{ 77 }}' },
      'refused: sender without its number': { ...stored, shipperAddressNum: '={{ "" }}' },
      'refused: recipient without its number': { ...stored, consigneeAddressNum: '={{ null }}' },
      'refused: return address without its number': { ...stored, returnAddressNum: '={{ true }}' },
      'additional fields (JSON) go over those of the form and into its groups': {
        ...required,
        serviceCode: 'P1',
        consigneeInfo: { fullName: 'Sample', city: 'Seoul' },
        additionalFields: { isSignature: true, needTrack: 'N' },
        additionalFieldsJson:
          '{"service_code":"P2","consignee_info":{"city":"Busan","nick":"x"},"insurance":{"value":1},"order_remark":null}',
      },
      'additional fields (JSON) as an object': {
        ...required,
        additionalFieldsJson: '={{ ({ own: 1, tax_info: { num: "T" } }) }}',
      },
      'additional fields (JSON) as a list': { ...required, additionalFieldsJson: '[1]' },
      'additional fields (JSON) broken': { ...required, additionalFieldsJson: '{"a": 1,}' },
      'parcels (JSON) as a list': {
        ...required,
        parcelsFrom: 'json',
        parcelList: '={{ [{ weight: 1.5, item_list: [{ qty: "2" }] }] }}',
      },
      'parcels (JSON) as an object': { ...required, parcelsFrom: 'json', parcelList: '{"weight":1}' },
      'parcels (JSON) broken': { ...required, parcelsFrom: 'json', parcelList: '[' },
      'parcels (JSON) with wrong fields': {
        ...required,
        parcelsFrom: 'json',
        parcelList: '[{"weight":"heavy","item_list":[{"qty":"many"},{"name":true}]}]',
      },
      'parcels (JSON) empty text': { ...required, parcelsFrom: 'json', parcelList: '' },
      'a country from the list': {
        ...required,
        consigneeInfo: { country: { __rl: true, mode: 'list', value: 'KR', cachedResultName: 'Korea' } },
      },
      'a country as plain text': { ...required, consigneeInfo: { country: 'KR' } },
      "a manufacturer's countries as plain text": {
        ...required,
        parcels: {
          entry: [{ items: { entry: [{ manufacturer: { manufactureCountry: 'CN', manuactureCountry: 'uk' } }] } }],
        },
      },
      'empty entries': { ...required, parcels: { entry: [{}, { items: { entry: [{}] } }] } },
    }),
    ...jsonMode(JSON_BODY, {
      'wrong fields': {
        customer_order_num: true,
        is_signature: 'yes',
        ship_date: 20251213,
        shipper_info: 'AD1',
        consignee_info: { full_name: ['a'], creds_birthday: 1 },
        parcel_list: { weight: 1 },
        tax_info: 1,
      },
      'wrong fields in parcels': {
        parcel_list: [{ weight: 'heavy', length: true, item_list: [{ qty: 'x', sale_price: {} }, 'bag'] }],
      },
      'fields in another order': {
        tax_info: { num: 'T', mode: '1' },
        own: 1,
        service_code: 'P',
        customer_order_num: 'A',
      },
      'null and empty': {
        customer_order_num: '',
        service_code: null,
        shipper_info: null,
        parcel_list: null,
        ship_date: null,
        is_signature: null,
      },
    }),
  };
}

function orderGet(): Cases {
  const every = everyParameter({ description, operation: 'order.get', formats: { numberTypeCode: () => '7' } });
  return cases({
    'every parameter': every,
    'required only': { number: 'CS1' },
    'number type 1': { numberType: 1, number: '={{ 123 }}' },
    'number type by expression': { numberType: '={{ "3" }}', number: ' CS1 ' },
    'refused: number type code': merged(every, { numberTypeCode: 'x' }),
    'refused: number type code empty': merged(every, { numberTypeCode: '={{ "" }}' }),
    'refused: number empty': { number: '={{ $json.nothing }}' },
    'refused: number as a list': { number: '={{ [1] }}' },
    'refused: number too long for a number': { number: '={{ 12345678901234567890 }}' },
  });
}

function handOver(operation: string, group: string, member: string): Cases {
  const wireGroup = group === 'handoverMode' ? 'handover_mode' : 'handoverinfo';
  const required = { referenceNum: 'REF-1' };
  return {
    ...formCases({ description, operation, required, alone: ['referenceNum'] }),
    ...dates((value) => ({ ...required, handoverMode: { etd: value, transitEta: value } })),
    ...cases({
      'additional fields (JSON) grow into the group': {
        ...required,
        [group]: { contactName: 'Sample', flightNo: 'KE1' },
        additionalFieldsJson: JSON.stringify({ [wireGroup]: { own: 1 }, list: ['CS1', 'CS2'] }),
      },
      'additional fields (JSON) as a list': { ...required, additionalFieldsJson: '[1]' },
    }),
    ...jsonMode(
      { list: ['CS1'], [wireGroup]: { own: 1, [member]: 'X' }, reference_num: 'REF-1' },
      {
        'wrong fields': { reference_num: [1], [wireGroup]: 'x' },
        'wrong fields in the group': { [wireGroup]: { [member]: {} } },
      },
    ),
  };
}

function endpointCall(): Cases {
  return cases({
    'every parameter': everyParameter({ description, operation: 'endpoint.call', formats: { path: () => 'token/' } }),
    'GET with every parameter': everyParameter({
      description,
      operation: 'endpoint.call',
      chosen: { method: 'GET' },
      formats: { path: () => '/product_services/', query: () => '{"b":1,"a":["x",""],"c":null,"d":true,"e":"é &"}' },
    }),
    'GET with a query from an expression': { method: 'GET', path: 'x', query: '={{ ({ a: 1 }) }}' },
    'GET without a query': { method: 'GET', path: 'x/', query: '' },
    'a list as body': { path: 'x/', body: '[1, {"b": 1.50}]' },
    'no body': { path: 'x/', body: '' },
    'a body from an expression': { path: 'x/', body: '={{ ({ a: [1] }) }}' },
    'digits that no number holds': { path: 'x/', body: '{"a": 12345678901234567890, "b": 1.10}' },
    'refused: a query that is no object': { method: 'GET', path: 'x/', query: '[1]' },
    'refused: a query with an object': { method: 'GET', path: 'x/', query: '{"a":{}}' },
    'refused: a broken body': { path: 'x/', body: '{"a"' },
    'refused: no path': { path: '={{ "" }}' },
    'refused: another host': { path: 'https://elsewhere.example.com/x/' },
    'refused: out of the API': { path: '../../x' },
  });
}

function jsonMode(good: object, others: Record<string, object>): Cases {
  return cases({
    'JSON: text': { inputMode: 'json', body: JSON.stringify(good, null, 1) },
    'JSON: object': { inputMode: 'json', body: `={{ (${JSON.stringify(good)}) }}` },
    'JSON: digits that no number holds': { inputMode: 'json', body: '{"own": 12345678901234567890, "weight": 1.10}' },
    'JSON: a number that lost digits': {
      inputMode: 'json',
      body: '={{ ({ customer_order_num: 12345678901234567890, reference_num: 12345678901234567890, own: 0.1 + 0.2 }) }}',
    },
    'JSON refused: a list': { inputMode: 'json', body: '[1]' },
    'JSON refused: text': { inputMode: 'json', body: '"abc"' },
    'JSON refused: broken text': { inputMode: 'json', body: '{\n"a": 1,\n}' },
    'JSON refused: nothing': { inputMode: 'json', body: '={{ $json.nothing }}' },
    'JSON: empty object': { inputMode: 'json', body: '{}' },
    ...Object.fromEntries(
      Object.entries(others).map(([name, body]) => [
        `JSON: ${name}`,
        { inputMode: 'json', body: JSON.stringify(body) },
      ]),
    ),
  });
}

function dates(parameters: (value: string) => Record<string, unknown>): Cases {
  return cases(Object.fromEntries(Object.entries(DATES).map(([name, value]) => [name, parameters(value)])), 'dates: ');
}
