/** What the credential says of orders: it fills in what step and order leave empty, and is hidden in errors. */
import { inspect } from 'node:util';
import {
  chain,
  listSearch,
  runWorkflow,
  step,
  stopEngine,
  testCredential,
  type Credentials,
  type Step,
} from '../../engine';
import { credentialsFor, ordersAt } from '../../sandbox/control-client';
import { loopback, type Loopback } from '../contract/loopback';
import { CREATES, createFrom, neutralOrder, type OrderCarrier } from './orders';
import { jsonOf, onRegularOutput, outputsOf } from './outputs';
import { runWith, useSandbox } from './sandbox';

const { sandbox, run } = useSandbox();

const SENDER = {
  defaultSender: true,
  senderName: 'Kept Sender',
  senderStreet: '7 Kept Lane',
  senderCity: 'Keptville',
  senderProvince: 'GUANGDONG',
  senderPostcode: '518999',
  senderCountry: 'CN',
  senderPhone: '13900139000',
  senderMobile: '13900139000',
  senderEmail: 'kept@example.com',
};
const WORDS = { Product: 'PK0001', Service: 'UBI.AU2AU.AUPOST.1' };

/** Credentials with these fields besides. */
function withFields(fields: Readonly<Record<string, string | boolean>>, url = sandbox.url): Credentials {
  const known = credentialsFor({ url });
  return Object.fromEntries(Object.entries(known).map(([name, each]) => [name, { ...each, ...fields }]));
}

/** What a carrier that refuses everything is sent, without the escapes of XML. */
async function sentBy(
  steps: Step[],
  items: readonly object[],
  fields: Readonly<Record<string, string | boolean>>,
): Promise<string> {
  const refusing = await loopback(() => ({ status: 400, headers: { 'content-type': 'text/plain' }, body: 'No' }));
  try {
    await runWorkflow({ workflow: chain(...steps), credentials: withFields(fields, refusing.url), items });
    return refusing.received.map(({ body }) => body.replaceAll('&quot;', '"').replaceAll('\\"', '"')).join('\n');
  } finally {
    await refusing.close();
  }
}

const STREETS: Record<string, string> = {
  eccangTms: 'shipper_street',
  huahan: 'shipper_street',
  etower: 'shipperAddressLine1',
  hge: 'street',
};
const CITIES: Record<string, string> = {
  eccangTms: 'shipper_city',
  huahan: 'shipper_city',
  etower: 'shipperCity',
  hge: 'city',
};
const withSender = CREATES.filter(({ node }) => node in STREETS);
afterAll(stopEngine);

/** The same step as a form with nothing but what the carrier asks for. */
function formOf({ node, resource, operation, service }: OrderCarrier, more: Record<string, unknown>): Step {
  const recipient = { Name: 'Sample', Street: '1 Street', City: 'Town', Postcode: '3806', Telephone: '0491570156' };
  const family = (prefix: string) =>
    Object.fromEntries(Object.entries(recipient).map(([name, value]) => [prefix + name, value]));
  const forms: Record<string, Record<string, unknown>> = {
    eccang: {
      ...{ referenceNo: 'F', countryCode: { __rl: true, mode: 'code', value: 'US' }, orderWeight: 0.5 },
      ...{ consignee: { ...family('consignee'), consigneeProvince: 'IL' }, itemsFrom: 'json' },
      itemArr: JSON.stringify([
        {
          invoice_enname: 'Case',
          invoice_quantity: 1,
          invoice_weight: 0.1,
          invoice_unitcharge: '1',
          invoice_currencycode: 'USD',
        },
      ]),
    },
    etower: {
      ...{ referenceNo: 'F', country: { __rl: true, mode: 'code', value: 'AU' }, weight: 0.5, description: 'Case' },
      ...{ invoiceValue: '1', invoiceCurrency: 'AUD', itemsFrom: 'json' },
      recipient: {
        recipientName: 'Sample',
        addressLine1: '1 Street',
        city: 'Town',
        state: 'VICTORIA',
        postcode: '3806',
      },
      orderItems: JSON.stringify([{ itemNo: '1', sku: 'C', originCountry: 'CN', itemCount: 1, unitValue: 1 }]),
    },
    hge: { customerOrderNum: 'F' },
  };
  const form = forms[node] ?? forms['eccang'];
  return step(node, 'Create', resource, operation, { inputMode: 'form', ...service, ...form, ...more });
}

describe.each(withSender)('the default sender at $node $operation', (carrier) => {
  const street = STREETS[carrier.node];
  const city = CITIES[carrier.node];

  test('fills in the sender of an order that names none', async () => {
    const body = await sentBy([createFrom(carrier)], [carrier.order('A', { sender: undefined })], SENDER);
    expect(body).toContain(`"${street}":"7 Kept Lane"`);
    expect(body).toContain('Kept Sender');
  });

  test('comes after what the order says, field by field', async () => {
    const order = carrier.order('A', { sender: { city: 'SHENZHEN' } });
    const body = await sentBy([createFrom(carrier)], [order], SENDER);
    expect(body).toContain(`"${city}":"SHENZHEN"`);
    expect(body).toContain(`"${street}":"7 Kept Lane"`);
    expect(body).not.toContain('Keptville');
  });

  test('fills in the sender of a form that was left empty', async () => {
    const body = await sentBy([formOf(carrier, {})], [{}], { ...SENDER, senderCountry: 'HK' });
    expect(body).toContain(`"${street}":"7 Kept Lane"`);
    expect(body).toContain('Kept Sender');
    expect(body).toContain('"HK"');
  });

  test('is not used while its switch is off', async () => {
    const order = carrier.order('A', { sender: undefined });
    const body = await sentBy([createFrom(carrier)], [order], { ...SENDER, defaultSender: false });
    expect(body).not.toContain('Kept');
  });
});

test('a form that lacks what the credential may have says so', async () => {
  const [huahan] = CREATES.filter(({ node }) => node === 'huahan');
  if (!huahan) throw new Error('No Huahan');
  const ran = await runWith(withFields({ ...SENDER, senderPhone: '', senderMobile: '' }), [{}], formOf(huahan, {}));
  expect(ran.result.error?.message).toBe(
    'Sender: Phone (Shipper.shipper_telephone) is required; Sender: Mobile (Shipper.shipper_mobile) is required: give it here or in the credential',
  );
});

test.each([
  ['Overrides', {}, { shipper_info: { address_num: 'AD1' } }],
  ["the order's own extra", { extra: { shipper_info: { address_num: 'AD1' } } }, {}],
])('a stored address of HGE in %s stands alone', async (_, changes, overrides) => {
  const [hge] = CREATES.filter(({ node }) => node === 'hge');
  if (!hge) throw new Error('No HGE');
  const order = hge.order('A', { sender: undefined, ...changes });
  const body = await sentBy([createFrom({ ...hge, overrides })], [order], SENDER);
  expect(body).toContain('"shipper_info":{"address_num":"AD1"}');
});

test('a street in Overrides takes the place of the whole street of the credential', async () => {
  const [hge] = CREATES.filter(({ node }) => node === 'hge');
  if (!hge) throw new Error('No HGE');
  const overrides = { shipper_info: { street: '1 Other Road' } };
  const fields = { ...SENDER, senderHouseNumber: '7K', senderStreet2: 'Kept Annex' };
  const body = await sentBy([createFrom({ ...hge, overrides })], [hge.order('A', { sender: undefined })], fields);
  expect(body).toContain('"street":"1 Other Road"');
  expect(body).toContain('Keptville');
  expect(body).not.toMatch(/7K|Kept Annex|Kept Lane/);
});

test.each(['create', 'createWithLabel'])(
  'the default currency and origin fill in a form of eTower: %s',
  async (operation) => {
    const [etower] = CREATES.filter((each) => each.node === 'etower' && each.operation === operation);
    if (!etower) throw new Error('No eTower');
    const orderItems = JSON.stringify([{ itemNo: '1', sku: 'C', itemCount: 1, unitValue: 1 }]);
    const form = formOf(etower, { invoiceCurrency: '', orderItems });
    expect(await sentBy([form], [{}], { defaultCurrency: 'EUR', defaultOrigin: 'VN' })).toMatch(
      /"invoiceCurrency":"EUR".*"originCountry":"VN"/,
    );
    const { result } = await run([{}], form);
    expect(result.error?.message).toMatch(/Currency \(invoiceCurrency\) is required/);
  },
);

test('JSON goes out as it is given', async () => {
  const body = { reference_no: 'J', shipping_method: 'PK0001', country_code: 'US', order_weight: 1, Shipper: {} };
  const given = { ...body, Consignee: { consignee_name: 'N', consignee_street: 'S' }, ItemArr: [] };
  const create = step('eccangTms', 'Create', 'order', 'create', { inputMode: 'json', body: '={{ $json }}' });
  expect(await sentBy([create], [given], SENDER)).not.toContain('Kept');
});

test('the default product serves where neither step nor order names one', async () => {
  const [eccang] = CREATES;
  if (!eccang) throw new Error('No carrier');
  const create = createFrom(
    { ...eccang, service: { shippingMethod: { __rl: true, mode: 'list', value: '' } } },
    {},
    onRegularOutput,
  );
  const credentials = withFields({ defaultService: WORDS.Product });
  const ran = await runWith(credentials, [neutralOrder('A')], create);
  expect(jsonOf(ran, 'Create')).toMatchObject([{ reference: 'A' }]);
  expect(await ordersAt(sandbox, 'eccang')).toHaveLength(1);
  const without = await run([neutralOrder('B')], create);
  expect(jsonOf(without, 'Create')[0]?.['error']).toMatch(/Product/);
});

test.each([
  ['eccangTms', 'currency', 'invoice_currencycode":"EUR'],
  ['huahan', 'currency', 'invoice_currencycode":"EUR'],
  ['etower', 'currency', 'invoiceCurrency":"EUR'],
  ['hge', 'currency', 'import_price_currency":"EUR'],
  ['etower', 'originCountry', 'originCountry":"VN'],
])('the defaults of lines at %s: %s', async (node, name, expected) => {
  const carrier = CREATES.find((each) => each.node === node);
  const order = carrier?.order('A');
  if (!carrier || !order || !Array.isArray(order['customsItems'])) throw new Error('No lines');
  const lines = order['customsItems'].map((each: Record<string, unknown>) => ({ ...each, [name]: undefined }));
  const fields = { defaultCurrency: 'eur', defaultOrigin: 'VN' };
  expect(await sentBy([createFrom(carrier)], [{ ...order, customsItems: lines }], fields)).toContain(expected);
});

test.each([
  ['eccangTms', '"ioss":"IM0000000001"'],
  ['huahan', '"IOSS":"IM0000000001"'],
  ['hge', '"num":"IM0000000001"'],
])('the IOSS number of the credential goes out at %s', async (node, expected) => {
  const carrier = CREATES.find((each) => each.node === node);
  if (!carrier) throw new Error('No carrier');
  const fields = { defaultIoss: 'IM0000000001' };
  expect(await sentBy([createFrom(carrier)], [carrier.order('A')], fields)).toContain(expected);
});

test('the sender of an order that is read stays as it is', async () => {
  const carrier = CREATES.find(({ node }) => node === 'etower');
  if (!carrier) throw new Error('No carrier');
  const get = step('etower', 'Get', 'order', 'get', { number: '={{ $json.trackingNumber }}' });
  const order = carrier.order('KEPT-1', { sender: undefined });
  const ran = await runWith(withFields(SENDER), [order], createFrom(carrier), get);
  expect(jsonOf(ran, 'Get')[0]).toMatchObject({ sender: { name: 'Kept Sender', street: '7 Kept Lane' } });
});

const KEPT = /Kept Sender|Kept Lane|Keptville|13900139000|kept@/;

describe('errors', () => {
  let echo: Loopback;
  beforeAll(async () => {
    const body = 'Refused for Kept Sender, 7 Kept Lane, Keptville, 13900139000, kept@example.com';
    echo = await loopback(() => ({ status: 400, headers: { 'content-type': 'text/plain' }, body }));
  });
  afterAll(() => echo.close());

  test.each([
    ['eccangTms', 'order', 'get'],
    ['huahan', 'order', 'get'],
    ['etower', 'order', 'get'],
    ['hge', 'order', 'get'],
  ])('of %s %s: %s hide the sender, though it was not sent', async (node, resource, operation) => {
    const get = step(node, 'Get', resource, operation, { number: 'A-1', numberType: '1' }, onRegularOutput);
    const ran = await runWith(withFields(SENDER, echo.url), [{}], get);
    const [output] = outputsOf(ran, 'Get');
    const told = JSON.stringify([output?.json, output?.error?.message, output?.error?.description]);
    expect(told).toContain('[hidden]');
    expect(told).not.toMatch(KEPT);
  });

  const WORDS_OF_PHP = `Notice: for Kept Sender, 7 Kept Lane in /a.php on line 1\n{"status":"Success","code":200,"data":[],"success":true}`;

  test.each([
    ['eccangTms', 'searchProducts'],
    ['huahan', 'searchProducts'],
    ['etower', 'searchServices'],
  ])('of a list of the form of %s hide the sender', async (node, method) => {
    const lists = [0, 1].map(() => listSearch({ node, method, credentials: withFields(SENDER, echo.url) }));
    const told = (await Promise.allSettled(lists)).map((each) => inspect(each, { depth: 5 }));
    for (const each of told) {
      expect(each).toContain('[hidden]');
      expect(each).not.toMatch(KEPT);
    }
  });

  test.each([
    ['etowerApi', 'error', { status: 'Failed', errors: [{ code: '1', message: 'Refused for Kept Sender' }] }],
    ['etowerApi', 'words of its program', WORDS_OF_PHP],
    ['hgeApi', 'words of its program', WORDS_OF_PHP],
  ])('of the Test button of %s hide the sender: %s', async (type, _, answer) => {
    const place = await loopback(() => ({ body: typeof answer === 'string' ? answer : JSON.stringify(answer) }));
    const url = type === 'mgoshipApi' ? `${place.url}/api.php` : place.url;
    const { message } = await testCredential(type, {
      ...withFields(SENDER)[type],
      environment: 'custom',
      baseUrl: url,
    });
    await place.close();
    expect(message).toContain('[hidden]');
    expect(message).not.toMatch(KEPT);
  });
});
