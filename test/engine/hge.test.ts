import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isObject, listOf, objectOf, type JsonObject } from '../../carriers/json-value';
import sandboxCredentials from '../../examples/credentials.sandbox.json';
import { customsFields, manufacturerFields, moreItemFields } from '../../nodes/Hge/fields/item';
import { Hge } from '../../nodes/Hge/Hge.node';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import {
  listSearch,
  PROJECT_ROOT,
  runWorkflow,
  stopEngine,
  testCredential,
  type CredentialFields,
  type WorkflowResult,
} from '../../engine';
import { documentedJson } from '../documented';
import { loopback, type Answer, type Loopback } from '../contract/loopback';
import { watchHosts } from '../hosts';
import { chain } from './workflow';

const hosts = watchHosts();

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
beforeEach(() => control('reset', {}));
afterAll(async () => {
  await sandbox.close();
  await stopEngine();
});

const documentedOrder = objectOf(objectOf(documentedJson('hge', 'query_order.response.json'))['data']);

function account(changes: Record<string, string | boolean> = {}): CredentialFields {
  return { ...sandboxCredentials.hgeApi, baseUrl: `${sandbox.url}/hge/openapi/customer/`, ...changes };
}

async function control(address: string, body?: unknown): Promise<JsonObject> {
  const options = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  const response = await fetch(`${sandbox.url}/_control/${address}`, options);
  return objectOf(await response.json());
}

async function ordersAtHge(): Promise<JsonObject[]> {
  return listOf(objectOf((await control('state'))['hge'])['orders']);
}

async function requestsAtHge(): Promise<unknown> {
  return objectOf((await control('stats'))['hge'])['services'];
}

interface Run {
  items?: unknown;
  hgeApi?: CredentialFields;
  settings?: Record<string, unknown>;
}

/** Runs one HGE node of the built package. */
async function hge(
  resource: string,
  operation: string,
  parameters: object,
  { items, hgeApi = account(), settings = {} }: Run = {},
): Promise<WorkflowResult> {
  const step = {
    name: 'HGE',
    type: 'n8n-nodes-crossborder.hge',
    parameters: { resource, operation, ...parameters },
    settings,
  };
  const request = { workflow: chain(step), credentials: { hgeApi }, ...(items === undefined ? {} : { items }) };
  return (await runWorkflow(request)).result;
}

function outputOf(result: WorkflowResult, output = 0) {
  return result.nodes['HGE']?.outputs[output] ?? [];
}

/** What the node puts on the wire, body and all, seen by a server that says yes to everything. */
async function onTheWire(work: (hgeApi: CredentialFields) => Promise<unknown>): Promise<Loopback['received']> {
  const server = await loopback(() => ({ body: '{"code":200,"success":true,"detail":"","data":{"a":1}}' }));
  await work(account({ baseUrl: `${server.url}/openapi/customer/` })).finally(() => server.close());
  return server.received;
}

/** One node run against a server that gives this answer. */
async function answeredWith(
  answer: Answer,
  resource: string,
  operation: string,
  parameters: object,
): Promise<WorkflowResult> {
  const server = await loopback(() => answer);
  const hgeApi = account({ baseUrl: `${server.url}/openapi/customer/` });
  return hge(resource, operation, parameters, { hgeApi }).finally(() => server.close());
}

const refused = (code: number | string, detail: unknown): Answer => ({
  body: JSON.stringify({ code, success: false, detail, data: null }),
});

const camelCase = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
const inCamelCase = (object: unknown): JsonObject =>
  Object.fromEntries(Object.entries(objectOf(object)).map(([name, value]) => [camelCase(name), value]));
const picked = (object: JsonObject, names: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(object).filter(([name]) => names.includes(name)));

/** An address as the form holds it, its country chosen "By Code". */
function address(party: unknown): JsonObject {
  const fields = inCamelCase(party);
  return { ...fields, country: { __rl: true, mode: 'code', value: fields['country'] } };
}

/** The form filled in with an order; weights and prices typed as text, as a form gives them. */
function filledForm(order: JsonObject): JsonObject {
  const typed = (object: JsonObject): JsonObject =>
    Object.fromEntries(
      Object.entries(inCamelCase(object)).map(([name, value]) => [name, name === 'qty' ? value : String(value)]),
    );
  const item = (object: JsonObject): JsonObject => {
    const fields = typed(object);
    const group = (catalog: { name: string }[]) =>
      picked(
        fields,
        catalog.map(({ name }) => name),
      );
    return {
      ...fields,
      customs: group(customsFields),
      manufacturer: group(manufacturerFields),
      more: group(moreItemFields),
    };
  };
  const { parcel_list: parcels, tax_info: tax, ...rest } = order;
  return {
    inputMode: 'form',
    ...inCamelCase(rest),
    shipDate: `${String(order['ship_date'])}T00:00:00.000+08:00`,
    shipperInfo: address(order['shipper_info']),
    consigneeInfo: address(order['consignee_info']),
    returnInfo: address(order['return_info']),
    parcels: {
      entry: listOf(parcels).map(({ item_list: items, ...parcel }) => ({
        ...typed(parcel),
        items: { entry: listOf(items).map(item) },
      })),
    },
    taxInfo: address(tax),
    additionalFields: picked(inCamelCase(rest), [
      'orderRemark',
      'isConfirmLabel',
      'needTrack',
      'isOverseasReturn',
      'isSignature',
    ]),
  };
}

/** The documented order without what a form cannot say: a size that is null. */
const sayableOrder = {
  ...documentedOrder,
  parcel_list: listOf(documentedOrder['parcel_list']).map((parcel) =>
    Object.fromEntries(Object.entries(parcel).filter(([, value]) => value !== null)),
  ),
};

const shopItems = ['A-1', 'A-2', 'A-3'].map((orderNumber) => ({ orderNumber }));

describe('Order: Create', () => {
  it('puts the same bytes on the wire from the form as from JSON, with every documented field', async () => {
    const received = await onTheWire(async (hgeApi) => {
      await hge('order', 'create', filledForm(sayableOrder), { hgeApi });
      await hge('order', 'create', { inputMode: 'json', body: '={{ $json }}' }, { hgeApi, items: [sayableOrder] });
      await hge('order', 'create', { inputMode: 'json', body: JSON.stringify(sayableOrder, null, 2) }, { hgeApi });
    });
    expect(received.map(({ path }) => path)).toEqual(Array(3).fill('/openapi/customer/order_create/'));
    expect(received[0]?.body).toBe(JSON.stringify(sayableOrder));
    expect(received[1]?.body).toBe(received[0]?.body);
    expect(received[2]?.body).toBe(received[0]?.body);
  });

  it('takes stored addresses, a list of parcels and additional fields, and sends nothing that was left empty', async () => {
    const [request] = await onTheWire((hgeApi) =>
      hge(
        'order',
        'create',
        {
          inputMode: 'form',
          customerOrderNum: '={{ $json.orderNumber }}',
          serviceCode: '',
          shipperFrom: 'stored',
          shipperAddressNum: 'AD101312464',
          consigneeInfo: { fullName: 'Sample Recipient', credsType: 'PCCC', credsId: 'P12345678910', city: '' },
          returnFrom: 'stored',
          returnAddressNum: 'AD101312465',
          parcelsFrom: 'json',
          parcelList: '[{"parcel_num": "1", "weight": 0, "item_list": []}]',
          additionalFields: { isSignature: false },
          additionalFieldsJson: '{"consignee_info": {"nick": "x"}, "insurance": {"value": 1}, "is_signature": true}',
        },
        { hgeApi, items: [{ orderNumber: 10023 }] },
      ),
    );
    expect(request?.body).toBe(
      JSON.stringify({
        customer_order_num: '10023',
        is_signature: true,
        shipper_info: { address_num: 'AD101312464' },
        consignee_info: { full_name: 'Sample Recipient', creds_type: 'PCCC', creds_id: 'P12345678910', nick: 'x' },
        return_info: { address_num: 'AD101312465' },
        parcel_list: [{ parcel_num: '1', weight: 0, item_list: [] }],
        insurance: { value: 1 },
      }),
    );
  });

  it('takes a date from an expression, and blanks for nothing', async () => {
    const result = await hge('order', 'create', {
      customerOrderNum: 'DATE-1',
      shipDate: '={{ DateTime.fromISO("2025-12-13T01:00:00.000+08:00", { setZone: true }).toISO() }}',
      parcels: { entry: [{ parcelNum: '1', weight: '  ' }] },
    });
    expect(result.error).toBeUndefined();
    const [created] = await ordersAtHge();
    const kept = await hge('order', 'get', { number: created?.['orderNumber'], simplify: false });
    expect(JSON.stringify(kept)).toContain('"ship_date":"2025-12-13"');
    expect(JSON.stringify(kept)).toContain('"parcel_list":[{"parcel_num":"1"}]');
  });

  it('then Order: Get returns what was created', async () => {
    const created = await hge(
      'order',
      'create',
      { inputMode: 'json', body: '={{ $json }}' },
      { items: [documentedOrder] },
    );
    const [reply] = outputOf(created);
    expect(reply?.json).toEqual({
      code: 200,
      success: true,
      detail: '操作成功',
      data: { num_type: 1, num: 'CS1298738912740001' },
    });
    const raw = await hge('order', 'get', { number: 'CS1298738912740001', simplify: false });
    expect(outputOf(raw)[0]?.json).toEqual(documentedOrder);
    const simple = await hge('order', 'get', { numberType: 1, number: 'CS1298738912740001' });
    expect(outputOf(simple)[0]?.json).toMatchObject({ carrier: 'hge', reference: '40', service: { code: 'P10006' } });
  });

  it.each([
    '义巷172号, 深圳',
    '서울특별시 강남구',
    '\u{1F4E6}\u{1F468}\u200D\u{1F469}\u200D\u{1F467}',
    'a/b\\c',
    `"quoted" 'too'`,
    '\u2028\u00e9\u0001',
  ])('signs %j so that it verifies', async (remark) => {
    const result = await hge('order', 'create', {
      inputMode: 'form',
      customerOrderNum: 'TEXT-1',
      additionalFields: { orderRemark: remark },
    });
    expect(outputOf(result)[0]?.json['success']).toBe(true);
    const read = await hge('order', 'get', { number: 'TEXT-1', simplify: false });
    expect(outputOf(read)[0]?.json['order_remark']).toBe(remark);
  });

  it('says "already submitted" to a repeated order, and sends it once', async () => {
    const order = { inputMode: 'form', customerOrderNum: '={{ $json.orderNumber }}' };
    await hge('order', 'create', order, { items: [shopItems[0]] });
    const result = await hge('order', 'create', order, { items: [shopItems[0]] });
    expect(result.error).toEqual({
      message: 'repeated requests',
      description: expect.stringMatching(/^Already submitted.*Order: Get.*code: 301/),
    });
    expect(await requestsAtHge()).toEqual({ order_create: 2 });
    expect(await ordersAtHge()).toHaveLength(1);
  });

  it('does not send again when the answer is lost, and says how to check', async () => {
    await control('faults', { carrier: 'hge', service: 'order_create', kind: 'disconnect-after' });
    const result = await hge('order', 'create', { inputMode: 'form', customerOrderNum: 'LOST-1' });
    expect(result.error?.message).toContain('may or may not have carried it out');
    expect(result.error?.description).toContain('Check at HGE');
    expect(result.error?.description).toMatch(/Look in HGE's portal, or use Order: Get.*customer_order_num is LOST-1/);
    expect(await requestsAtHge()).toEqual({ order_create: 1 });
    expect(await ordersAtHge()).toHaveLength(1);
  });

  it.each(['envelope-500', 'http-500', 'html', 'half-body'])(
    'nor when the answer leaves it open (%s)',
    async (kind) => {
      await control('faults', { carrier: 'hge', service: 'order_create', kind });
      const result = await hge('order', 'create', { inputMode: 'form', customerOrderNum: 'OPEN-1' });
      expect(result.error?.description).toMatch(/Look in HGE's portal, or use Order: Get/);
      expect(await requestsAtHge()).toEqual({ order_create: 1 });
    },
  );

  it('pairs every order with its item and keeps a refused one beside its error', async () => {
    const parameters = { inputMode: 'json', body: '={{ $json.order }}' };
    const items = [
      { order: { customer_order_num: 'P-1' } },
      { order: { customer_order_num: 'P-1' } },
      { order: { customer_order_num: 'P-2', shipper_info: 'AD1' } },
      { order: { customer_order_num: 'P-3' } },
    ];
    const options = { options: { concurrency: 1 } };
    const result = await hge(
      'order',
      'create',
      { ...parameters, ...options },
      {
        items,
        settings: { onError: 'continueErrorOutput' },
      },
    );
    expect(outputOf(result).map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 3 }]);
    expect(
      outputOf(result, 1).map(({ json, pairedItem, error }) => ({ json, pairedItem, message: error?.message })),
    ).toEqual([
      { json: expect.objectContaining(items[1] ?? {}), pairedItem: { item: 1 }, message: 'repeated requests' },
      {
        json: expect.objectContaining(items[2] ?? {}),
        pairedItem: { item: 2 },
        message: 'shipper_info must be an object { }',
      },
    ]);
    const again = await hge(
      'order',
      'create',
      { ...parameters, ...options },
      {
        items,
        settings: { onError: 'continueRegularOutput' },
      },
    );
    expect(outputOf(again).map(({ pairedItem, error }) => [pairedItem, error?.message])).toEqual([
      [{ item: 0 }, 'repeated requests'],
      [{ item: 1 }, 'repeated requests'],
      [{ item: 2 }, 'shipper_info must be an object { }'],
      [{ item: 3 }, 'repeated requests'],
    ]);
  });

  it('stops at bad input before anything is sent, in the words of the form', async () => {
    const goods = { entry: [{ name: 'bag' }, { name: 'bag', more: { salePrice: 'cheap' } }] };
    const parameters = {
      inputMode: 'form',
      customerOrderNum: '={{ $json.orderNumber }}',
      parcels: { entry: [{ weight: '={{ $json.weight }}', items: goods }] },
    };
    const items = [
      { orderNumber: 'B-1', weight: '1' },
      { orderNumber: 'B-2', weight: 'heavy' },
    ];
    const result = await hge('order', 'create', parameters, { items });
    expect(result.error?.message).toBe(
      'Parcel 1: Item 2: Sales Price (parcel_list[0].item_list[1].sale_price) must be a number',
    );
    const second = await hge(
      'order',
      'create',
      { ...parameters, parcels: { entry: [{ weight: '={{ $json.weight }}' }] } },
      { items },
    );
    expect(second.error?.message).toBe('Parcel 1: Weight (parcel_list[0].weight) must be a number');
    const unnamed = await hge('order', 'create', parameters, { items: [{ weight: 1 }] });
    expect(unnamed.error?.message).toBe('Customer Order Number is empty');
    expect(await requestsAtHge()).toEqual({});
  });
});

describe('Order: Get', () => {
  const create = (items: unknown) =>
    hge('order', 'create', { inputMode: 'form', customerOrderNum: '={{ $json.orderNumber }}' }, { items });

  it('sends the documented number type, or the code that was entered', async () => {
    const received = await onTheWire(async (hgeApi) => {
      await hge('order', 'get', { number: 'CS1298738912739131' }, { hgeApi });
      await hge('order', 'get', { numberType: 'other', numberTypeCode: '7', number: 12345 }, { hgeApi });
      await hge('order', 'get', { numberType: '={{ "1" }}', number: 'X' }, { hgeApi });
    });
    expect(received.map(({ body }) => body)).toEqual([
      JSON.stringify(documentedJson('hge', 'query_order.request.json')),
      '{"num_type":7,"num":"12345"}',
      '{"num_type":1,"num":"X"}',
    ]);
  });

  it('refuses a code that is no number before anything is sent', async () => {
    const result = await hge('order', 'get', { numberType: 'other', numberTypeCode: 'A', number: 'X' });
    expect(result.error?.message).toBe('Number Type Code is not a whole number');
    expect(await requestsAtHge()).toEqual({});
  });

  it('pairs orders and failures with their items', async () => {
    await create([shopItems[0], shopItems[2]]);
    const result = await hge(
      'order',
      'get',
      { number: '={{ $json.orderNumber }}' },
      {
        items: shopItems,
        settings: { onError: 'continueErrorOutput' },
      },
    );
    expect(outputOf(result).map(({ json, pairedItem }) => [json['reference'], pairedItem])).toEqual([
      ['A-1', { item: 0 }],
      ['A-3', { item: 2 }],
    ]);
    expect(outputOf(result, 1)).toMatchObject([
      { json: { orderNumber: 'A-2' }, pairedItem: { item: 1 }, error: { message: 'badRequest: no such order' } },
    ]);
  });

  it('is tried again after a fault that passes', async () => {
    await create([shopItems[0]]);
    await control('faults', { carrier: 'hge', service: 'query_order', kind: 'disconnect', times: 1 });
    const result = await hge('order', 'get', { number: 'A-1' });
    expect(outputOf(result)[0]?.json).toMatchObject({ reference: 'A-1' });
  });

  it.each(['envelope-301', 'http-301'])('is not tried again after 301 (%s)', async (kind) => {
    await control('faults', { carrier: 'hge', kind });
    const result = await hge('order', 'get', { number: 'A-1' });
    expect(result.error?.description).toContain('Wait a moment and run it again');
    expect(result.error?.description).toContain('301');
    expect(await requestsAtHge()).toEqual({ query_order: 1 });
  });

  it.each(['envelope-401', 'http-401'])('names the three things to check at 401 (%s)', async (kind) => {
    await control('faults', { carrier: 'hge', kind });
    const result = await hge('order', 'get', { number: 'A-1' });
    expect(result.error).toEqual({
      message: 'unauthorized',
      description: expect.stringContaining('API Key, API Secret and API Token'),
    });
  });
});

describe('what n8n shows', () => {
  it.each(['service_codeNotFound', 'The code exists: codeExist', 'codePermission'])(
    "is the carrier's text, even where n8n reads the name of a system error in it: %s",
    async (detail) => {
      const result = await answeredWith(refused(400, detail), 'order', 'get', { number: 'X' });
      expect(result.error?.message).toBe(detail);
    },
  );

  it('is our own text as well', async () => {
    const items = [{ order: { codeExist: 2 ** 60 } }];
    const result = await hge('order', 'create', { inputMode: 'json', body: '={{ $json.order }}' }, { items });
    expect(result.error?.message).toBe('codeExist has too many digits for a number: pass it as text');
    expect(await requestsAtHge()).toEqual({});
  });

  it.each([
    ['Please log in', 'Please log in. '],
    ['Please log in!', 'Please log in! '],
    ['Please log in ("again").', 'Please log in ("again"). '],
    ['请登录。', '请登录。 '],
    ['请登录', '请登录. '],
  ])('has an end mark between sentences: %s', async (detail, description) => {
    const result = await answeredWith({ body: JSON.stringify({ code: 200, detail }) }, 'order', 'create', {
      inputMode: 'form',
      customerOrderNum: 'A-1',
    });
    expect(result.error?.description?.slice(0, description.length)).toBe(description);
    expect(result.error?.description?.charAt(description.length)).toMatch(/[A-Z]/);
  });
});

describe.each([
  ['scanForm', 'scanform', 'handoverinfo', 'handoverinfo'],
  ['manifest', 'manifest', 'handover_mode', 'handoverMode'],
])('%s: create', (resource, service, groupOnWire, groupInForm) => {
  const sent = objectOf(documentedJson('hge', `${service}.partial.request.json`));
  const form = {
    inputMode: 'form',
    referenceNum: sent['reference_num'],
    [groupInForm]: inCamelCase(sent[groupOnWire]),
  };

  it('puts the documented bytes on the wire, from the form and from JSON', async () => {
    const received = await onTheWire(async (hgeApi) => {
      await hge(resource, 'create', form, { hgeApi });
      await hge(resource, 'create', { inputMode: 'json', body: '={{ $json }}' }, { hgeApi, items: [sent] });
    });
    expect(received.map(({ path, body }) => [path, body])).toEqual(
      Array(2).fill([`/openapi/customer/${service}/`, JSON.stringify(sent)]),
    );
  });

  it('merges the additional fields into the body', async () => {
    const more = { [groupOnWire]: { more: 'x' }, numbers: ['1', '2'] };
    const [request] = await onTheWire((hgeApi) =>
      hge(resource, 'create', { ...form, additionalFieldsJson: JSON.stringify(more) }, { hgeApi }),
    );
    expect(request?.body).toBe(
      JSON.stringify({ ...sent, [groupOnWire]: { ...objectOf(sent[groupOnWire]), more: 'x' }, numbers: ['1', '2'] }),
    );
  });

  it('is accepted by HGE for later, one output for each item', async () => {
    const items = [{ reference: 'R-1' }, { reference: 'R-2' }];
    const result = await hge(resource, 'create', { ...form, referenceNum: '={{ $json.reference }}' }, { items });
    expect(outputOf(result)).toEqual(
      items.map((_, item) => ({
        json: { code: 200, success: true, detail: '操作成功', data: null },
        pairedItem: { item },
      })),
    );
    const jobs = listOf(objectOf((await control('state'))['hge'])['jobs']);
    expect(jobs.map((job) => [job['service'], job['reference']]).sort()).toEqual([
      [service, 'R-1'],
      [service, 'R-2'],
    ]);
  });

  it('is sent once, whatever comes back', async () => {
    await control('faults', { carrier: 'hge', service, kind: 'disconnect-after' });
    const result = await hge(resource, 'create', form);
    expect(result.error?.message).toContain('may or may not have carried it out');
    expect(result.error?.description).toContain(`Its reference_num is ${String(sent['reference_num'])}.`);
    expect(await requestsAtHge()).toEqual({ [service]: 1 });
  });

  it('names what is wrong in the words of the form', async () => {
    const wrong = { ...form, additionalFieldsJson: JSON.stringify({ [groupOnWire]: ['x'] }) };
    const result = await hge(resource, 'create', wrong);
    expect(result.error?.message).toMatch(new RegExp(`^(Hand-Over|Flight) \\(${groupOnWire}\\) must be an object`));
  });
});

describe('Endpoint: Call', () => {
  it('signs method, path, body or query as given, the slash at the end kept', async () => {
    const received = await onTheWire(async (hgeApi) => {
      await hge('endpoint', 'call', { path: 'a_b/', body: '={{ $json }}' }, { hgeApi, items: [{ b: '深', a: [1] }] });
      await hge('endpoint', 'call', { path: '/a_b', body: '[1, "x y"]' }, { hgeApi });
      const query = '{"page": 1, "name": ["a b", "中"], "empty": ""}';
      await hge('endpoint', 'call', { method: 'GET', path: 'services/', query }, { hgeApi });
    });
    expect(received.map(({ method, path, body }) => [method, path, body])).toEqual([
      ['POST', '/openapi/customer/a_b/', '{"b":"深","a":[1]}'],
      ['POST', '/openapi/customer/a_b', '[1,"x y"]'],
      ['GET', '/openapi/customer/services/?page=1&name=a+b&name=%E4%B8%AD&empty=', ''],
    ]);
  });

  it('reaches the sandbox: a signed POST is answered, a signed GET gets past the signature, an unknown path is 404', async () => {
    await hge('order', 'create', { inputMode: 'form', customerOrderNum: 'C-1' });
    const result = await hge('endpoint', 'call', { path: 'query_order/', body: '{"num_type": 1, "num": "C-1"}' });
    expect(outputOf(result)).toEqual([
      {
        json: { code: 200, success: true, detail: '操作成功', data: { customer_order_num: 'C-1' } },
        pairedItem: { item: 0 },
      },
    ]);
    const get = await hge('endpoint', 'call', { method: 'GET', path: 'query_order/' });
    expect(get.error?.message).toContain('HTTP 405');
    const unknown = await hge('endpoint', 'call', { path: 'query_order' });
    expect(unknown.error).toEqual({
      message: 'HGE answered HTTP 404: there is nothing at this address.',
      description: expect.stringContaining('Check the path'),
    });
  });

  it('gives out an answer without an envelope: what most endpoints answer is not known', async () => {
    const token = { token: 'abc', expires: 7200 };
    const call = (answer: Answer) => answeredWith(answer, 'endpoint', 'call', { path: 'token/', body: '{}' });
    expect(outputOf(await call({ body: JSON.stringify(token) }))).toEqual([{ json: token, pairedItem: { item: 0 } }]);
    const { error } = await call(refused(400, 'no such account'));
    expect(error?.message).toBe('no such account');
    for (const answer of [{ body: '{}' }, { body: '[1]' }, { body: '<html></html>' }, { body: '{"success":null}' }]) {
      expect((await call(answer)).status).toBe('error');
    }
    expect((await call({ status: 400, body: JSON.stringify(token) })).error?.message).toContain('HTTP 400');
    const create = { inputMode: 'form', customerOrderNum: 'A-1' };
    const created = await answeredWith({ body: JSON.stringify(token) }, 'order', 'create', create);
    expect(created.error?.message).toContain('not in the form that HGE documents');
  });

  it('sends a POST once, unless it is known or said to read only', async () => {
    const busy = { carrier: 'hge', kind: 'http', status: 503, retryAfter: 0, times: 1 };
    await control('faults', busy);
    const write = await hge('endpoint', 'call', { path: 'manifest/', body: '{}' });
    expect(write.status).toBe('error');
    expect(await requestsAtHge()).toEqual({ manifest: 1 });
    await control('faults', busy);
    const read = await hge('endpoint', 'call', { path: 'manifest/', body: '{}', options: { onlyReads: true } });
    expect(read.status).toBe('success');
    expect(await requestsAtHge()).toEqual({ manifest: 3 });
  });

  it.each([
    ['https://elsewhere.example.com/x/', 'The path does not lead to an endpoint below'],
    ['../../../_control/reset', 'The path does not lead to an endpoint below'],
    ['', 'Path is empty'],
  ])('sends nothing to "%s"', async (wrong, message) => {
    const result = await hge('endpoint', 'call', { path: `={{ ${JSON.stringify(wrong)} }}` });
    expect(result.error?.message).toContain(message);
    expect(await requestsAtHge()).toEqual({});
  });

  it('is shown by the example workflow', async () => {
    const file = path.join(PROJECT_ROOT, 'examples/hge-endpoint-call.workflow.json');
    const workflow: unknown = JSON.parse(readFileSync(file, 'utf8'));
    const { result } = await runWorkflow({
      workflow,
      credentials: { hgeApi: account() },
      items: [{ orderNumber: 'E-1' }, { orderNumber: 'E-2' }],
    });
    expect(result.status).toBe('success');
    const answers = result.nodes['Query Order']?.outputs[0]?.map(({ json }) => objectOf(json['data'])) ?? [];
    expect(answers.map((data) => data['customer_order_num'])).toEqual(['E-1', 'E-2']);
    const paths = listOf(objectOf(workflow)['nodes']).map((node) => objectOf(node['parameters'])['path']);
    expect(paths.filter((each) => each !== undefined)).toEqual(['query_order/', 'PATH-FROM-YOUR-HGE-MANUAL/']);
  });
});

describe('credential', () => {
  it('is proved by the Test button: key, secret and token', async () => {
    expect(await testCredential('hgeApi', account())).toEqual({
      status: 'OK',
      message: 'HGE accepted the credentials',
    });
    for (const name of ['apiKey', 'apiSecret', 'apiToken']) {
      expect(await testCredential('hgeApi', account({ [name]: 'another-one' }))).toEqual({
        status: 'Error',
        message: expect.stringMatching(/^unauthorized: .*API Key, API Secret and API Token/),
      });
    }
  });

  it('that cannot be used is told by the Test button', async () => {
    const result = async (changes: Record<string, string>) =>
      (await testCredential('hgeApi', account(changes))).message;
    expect(await result({ baseUrl: 'not an address' })).toContain('Base URL');
    expect(await result({ apiSecret: '' })).toContain('must both be filled in');
    expect(await result({ baseUrl: 'http://127.0.0.1:1/openapi/customer/' })).toContain('could not be reached');
  });

  it('never shows its secrets in an error', async () => {
    const secret = 'another-secret-one';
    const result = await hge(
      'order',
      'get',
      { number: 'X' },
      { hgeApi: account({ apiToken: secret, sendBearer: true }) },
    );
    expect(result.status).toBe('error');
    expect(JSON.stringify(result)).not.toContain(secret);
    expect(JSON.stringify(result)).not.toContain(sandboxCredentials.hgeApi.apiSecret);
  });
});

it('offers the countries of the world', async () => {
  const { results } = await listSearch({ node: 'hge', method: 'searchCountries', filter: 'korea' });
  expect(results.map(({ value }) => value).sort()).toEqual(['KP', 'KR']);
});

it('says in the form of each partial operation that the rest is not known', () => {
  const { properties } = new Hge().description;
  const shownFor = (name: string) =>
    properties
      .filter((property) => property.name === name)
      .map(({ displayOptions }) => displayOptions?.show?.['resource']?.[0]);
  expect(shownFor('partialNotice').sort()).toEqual(['manifest', 'order', 'scanForm']);
  expect(shownFor('additionalFieldsJson').sort()).toEqual(['manifest', 'order', 'scanForm']);
  const [numberType] = properties.filter(({ name }) => name === 'numberType');
  expect(numberType?.options?.map((option) => ('value' in option ? option.value : undefined))).toEqual([1, 'other']);
  const texts = properties.filter(({ name }) => name === 'partialNotice').map(({ displayName }) => displayName);
  expect(texts.every((text) => text.includes('is not known') && text.includes('Additional Fields (JSON)'))).toBe(true);
});

it('no host was called but the one on loopback', () => {
  expect([...hosts]).toEqual(['127.0.0.1']);
  expect(isObject(sandboxCredentials.hgeApi) && new URL(sandboxCredentials.hgeApi.baseUrl).hostname).toBe('127.0.0.1');
});
