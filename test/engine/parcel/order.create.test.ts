/** Order: Create of all carriers: what it sends, and what it says, beside the carriers' own steps. */
import { Expression } from 'n8n-workflow';
import { isObject, objectAsIs, textOf, type JsonObject } from '#carriers/shared/json-value';
import { listSearch, type Step, type WorkflowRun } from '../../../engine';
import { startEngine } from '../../../engine/engine';
import { credentialsFor, ordersAt } from '../../../sandbox/control-client';
import { eccangOrder, etowerOrder, hgeOrder, mgoshipParcelOrder } from '../../../sandbox/sample-orders';
import { loopback } from '../../contract/loopback';
import { shopJson } from '../../documented';
import { FULL_ORDER } from '../../contract/orders/full-order';
import { located } from '../every-field';
import { credentialsAt } from '../matrix/credentials';
import { neutralOrder, type OrderCarrier } from '../orders';
import { jsonOf, outputsOf, pairs } from '../outputs';
import { runWith, useSandbox } from '../sandbox';
import {
  asFormHas,
  CARRIERS,
  completedFor,
  formFromItem,
  itemsOf,
  ownStep,
  parcelStep,
  SAMPLES,
  type OrderOfItem,
} from './orders';

const { sandbox, run } = useSandbox();

beforeAll(async () => {
  await startEngine();
  // An expression gives the same with both of n8n's engines, and the other one makes a new isolate for every run.
  await Expression.disposeExpressionEngine();
  Expression.setExpressionEngine('legacy');
});

/** What each item would have sent, or why it was refused. */
async function shownFor(items: readonly object[], step: Step): Promise<unknown[]> {
  const ran = await run(items, step);
  const shown = jsonOf(ran, 'Create').map(({ wouldSend, error }) => {
    if (!isObject(wouldSend)) return { error };
    const { method, url, body } = wouldSend;
    return { method, url, body };
  });
  expect(shown).toHaveLength(items.length);
  return shown;
}

/** The same for the own steps of all carriers, one run for each. */
async function ownShown(
  items: (carrier: OrderCarrier) => OrderOfItem[],
  parameters: JsonObject = {},
): Promise<unknown[]> {
  const shown: unknown[] = [];
  for (const carrier of CARRIERS) shown.push(...(await shownFor(items(carrier), ownStep(carrier, parameters))));
  return shown;
}

const sentIn = (shown: readonly unknown[]): number => shown.filter((each) => isObject(each) && 'body' in each).length;

const atAll = (orders: readonly JsonObject[]): OrderOfItem[] => CARRIERS.flatMap((carrier) => itemsOf(carrier, orders));

const messagesOf = (ran: WorkflowRun): unknown[] => jsonOf(ran, 'Create').map(({ error }) => error);

/** An order of one line in literal fields. */
const FORM: JsonObject = {
  inputMode: 'form',
  reference: '={{ $json.reference }}',
  country: located({}, 'US'),
  recipient: {
    name: 'Sample Recipient',
    street: '100 Example Street',
    city: 'Springfield',
    province: 'IL',
    postcode: '62701',
    phone: '2025550101',
  },
  weightKg: 0.5,
  sender: {
    name: 'Sample Shipper',
    street: '1 Example Road',
    city: 'SHENZHEN',
    province: 'GUANGDONG',
    postcode: '518000',
    country: located({}, 'CN'),
    phone: '13800138000',
    mobile: '13800138000',
  },
  itemsFrom: 'fields',
  items: {
    entry: [
      {
        description: 'Case',
        localDescription: '手机壳',
        quantity: 2,
        unitValue: '3.50',
        currency: 'USD',
        weightKg: 0.1,
      },
    ],
  },
};

const itemFor = (carrier: string, reference: string, more: object = {}): object => {
  const [item] = CARRIERS.filter((each) => each.carrier === carrier).flatMap((each) => itemsOf(each, [{}]));
  return { ...item, reference, ...more };
};

describe('the same order through this step and through the own one of the carrier', () => {
  test('as it is documented, as Get gives it, and as people write it: the same bytes or the same words', async () => {
    const items = (carrier: OrderCarrier): OrderOfItem[] => itemsOf(carrier, [...SAMPLES, ...completedFor(carrier)]);
    const own = await ownShown(items);
    expect(await shownFor(CARRIERS.flatMap(items), parcelStep({ inputMode: 'order' }))).toEqual(own);
    expect(sentIn(own)).toBeGreaterThan(100);
  });

  test('in the fields of the form: the same bytes, or refused as well', async () => {
    const items = (carrier: OrderCarrier): OrderOfItem[] =>
      itemsOf(carrier, [...SAMPLES, ...completedFor(carrier)].map(asFormHas));
    const own = await ownShown(items);
    const refused = { error: expect.stringMatching(/^[A-Z]/) };
    const expected = own.map((each) => (isObject(each) && 'error' in each ? refused : each));
    const shown = await shownFor(CARRIERS.flatMap(items), parcelStep(formFromItem()));
    expect(shown).toEqual(expected);
    const problems = shown.flatMap((each) => (isObject(each) ? (textOf(each['error'])?.split('; ') ?? []) : []));
    expect(problems.filter((problem) => /^[a-z]/.test(problem))).toEqual([]);
    expect(sentIn(own)).toBeGreaterThan(100);
  });

  test.each([
    ['shopify', 'shopify', ['order.rest.json', 'derived/order.edges.graphql.json']],
    ['wooCommerce', 'woocommerce', ['order.json', 'derived/order.japan.json']],
  ])('of a shop: %s', async (orderFormat, shop, files) => {
    const orders = files.map((file) => objectAsIs(shopJson(shop, file)));
    const itemDefaults = { localDescription: '商品', weightKg: 0.2, originCountry: located({}, 'CN') };
    const parameters = { inputMode: 'order', orderFormat, itemDefaults };
    const own = await ownShown((carrier) => itemsOf(carrier, orders), parameters);
    expect(await shownFor(atAll(orders), parcelStep(parameters))).toEqual(own);
    expect(sentIn(own)).toBeGreaterThan(0);
  });

  test('in JSON, which is the own object of the carrier', async () => {
    const objects: Record<string, JsonObject> = {
      eccang: eccangOrder('J'),
      huahan: eccangOrder('J'),
      etower: etowerOrder('J'),
      hge: hgeOrder('J'),
      mgoship: mgoshipParcelOrder('J'),
    };
    const items = (carrier: OrderCarrier): OrderOfItem[] => itemsOf(carrier, [objects[carrier.carrier] ?? {}]);
    const body = { inputMode: 'json', body: '={{ $json.order }}' };
    const own = await ownShown(items, body);
    expect(await shownFor(CARRIERS.flatMap(items), parcelStep(body))).toEqual(own);
    expect(sentIn(own)).toBe(CARRIERS.length);
  });

  test('on the wire itself', async () => {
    const place = await loopback(() => ({ status: 400, body: '' }));
    try {
      const credentials = credentialsAt(place.url);
      const sent = async (items: readonly object[], step: Step): Promise<unknown[]> => {
        await runWith(credentials, items, step);
        return place.received
          .splice(0)
          .map(({ method, path, body }) => `${method} ${path} ${body.replace(/"sign":"[^"]+"/, '"sign":""')}`);
      };
      const items = (carrier: OrderCarrier): OrderOfItem[] => itemsOf(carrier, [asFormHas(carrier.order('A'))]);
      const own: unknown[] = [];
      for (const carrier of CARRIERS) own.push(...(await sent(items(carrier), ownStep(carrier, {}, {}))));
      const all = CARRIERS.flatMap(items);
      expect((await sent(all, parcelStep({ inputMode: 'order' }, {}))).sort()).toEqual([...own].sort());
      expect((await sent(all, parcelStep(formFromItem(), {}))).sort()).toEqual([...own].sort());
      expect(own.length).toBeGreaterThanOrEqual(CARRIERS.length - 1);
    } finally {
      await place.close();
    }
  });
});

describe('the form', () => {
  test('with every field filled in says what an order of the same content does', async () => {
    const { customsItems, ...others } = asFormHas(objectAsIs(FULL_ORDER));
    const lines = [customsItems].flat().map((line) => {
      const { totalValue, totalWeightKg, ...fields } = objectAsIs(line);
      return { unitValue: totalValue, weightKg: totalWeightKg, ...fields, parcelNumber: undefined };
    });
    const { remark, battery, signature, incoterm, ...fields } = others;
    const additionalFields = { remark, battery: String(battery), signature: String(signature), incoterm };
    const form = { inputMode: 'form', ...fields, itemsFrom: 'fields', items: { entry: lines }, additionalFields };
    const order = { ...others, customsItems: lines };
    const own = await ownShown((carrier) => itemsOf(carrier, [order]));
    const shown = await shownFor(atAll([order]), parcelStep(form));
    expect(shown.map((each) => (isObject(each) && 'error' in each ? 'refused' : each))).toEqual(
      own.map((each) => (isObject(each) && 'error' in each ? 'refused' : each)),
    );
    expect(sentIn(own)).toBeGreaterThan(2);
  });

  test('makes orders at all carriers, which give their neutral names and what they have no place for', async () => {
    const items = CARRIERS.flatMap((carrier) =>
      itemsOf(carrier, [asFormHas(carrier.order(`F-${carrier.carrier.toUpperCase()}`))]),
    );
    const ran = await run(items, parcelStep(formFromItem(), {}));
    expect(messagesOf(ran)).toEqual(CARRIERS.map(() => undefined));
    const outputs = jsonOf(ran, 'Create');
    expect(outputs.map(({ carrier, reference }) => ({ carrier, reference }))).toEqual(
      CARRIERS.map(({ carrier }) => ({ carrier, reference: `F-${carrier.toUpperCase()}` })),
    );
    const unsent = CARRIERS.map(({ notSent }) => notSent.filter((name) => name !== 'recipient.country').sort());
    expect(
      outputs.map(({ notSent = [] }) =>
        [notSent]
          .flat()
          .filter((name) => name !== 'recipient.country')
          .sort(),
      ),
    ).toEqual(unsent);
    for (const { carrier } of CARRIERS)
      expect((await ordersAt(sandbox, carrier)).map(({ reference }) => reference)).toEqual([
        `F-${carrier.toUpperCase()}`,
      ]);
    const { carrier, reference, answer } = outputs[CARRIERS.findIndex((each) => each.carrier === 'hge')] ?? {};
    expect({ carrier, reference, answer }).toEqual({
      carrier: 'hge',
      reference: 'F-HGE',
      answer: expect.objectContaining({ success: true }),
    });
  });

  test('names its fields in errors, with those of the carrier in brackets', async () => {
    const entry = (changes: object): object => ({ entry: [{ ...objectAsIs(entries(FORM)[0]), ...changes }] });
    const items = [
      itemFor('eccang', 'A', { quantity: '' }),
      itemFor('eccang', 'B', { quantity: 1.5 }),
      itemFor('etower', 'C', { quantity: '' }),
      itemFor('mgoship', 'D', { quantity: 1 }),
      itemFor('eccang', '', { quantity: 1 }),
    ];
    const form = { ...FORM, recipient: { city: 'Springfield' }, items: entry({ quantity: '={{ $json.quantity }}' }) };
    const ran = await run(items, parcelStep(form));
    const [eccang, wrong, etower, japan, nameless] = messagesOf(ran).map((text) => String(text).split('; '));
    expect(eccang).toEqual(
      expect.arrayContaining([
        'Recipient: Name (Consignee.consignee_name) is required',
        'Item 1: Quantity (ItemArr[0].invoice_quantity) is required',
      ]),
    );
    expect(wrong).toEqual(['Item 1: Quantity (customsItems[0].quantity) must be a whole number greater than 0']);
    expect(etower).toEqual(expect.arrayContaining(['Recipient: Name (recipientName) is required']));
    expect(japan).toEqual(
      expect.arrayContaining(['Destination Country (country) must be JP: Mgoship delivers in Japan alone']),
    );
    expect(nameless).toEqual(expect.arrayContaining(['Reference (reference_no) is required']));
  });

  test('takes the lines of another system, with the carrier’s decimals and the keys in errors', async () => {
    const line = { title: 'Case', qty: 2, price: '3.50', currency: 'USD', weight: '0.1 lb' };
    const form = { ...FORM, itemsFrom: 'list', itemsList: '={{ $json.lines }}', items: undefined };
    const items = [
      itemFor('eccang', 'A', { lines: [line] }),
      itemFor('huahan', 'B', { lines: [line] }),
      itemFor('eccang', 'C', {
        lines: [
          { ...line, qty: 'two' },
          { ...line, price: undefined },
        ],
      }),
    ];
    const ran = await run(items, parcelStep({ ...form, itemDefaults: { localDescription: '手机壳' } }));
    const [first, second, third] = jsonOf(ran, 'Create');
    expect(JSON.stringify(first?.['wouldSend'])).toMatch(/invoice_weight\D+0\.045\D/);
    expect(JSON.stringify(second?.['wouldSend'])).toMatch(/invoice_cnname[^手]{1,20}手机壳/);
    expect(ran.hints['Create']).toContain(
      'Eccang TMS: customsItems.weightKg was rounded to 3 decimals, the most that the carrier takes.',
    );
    expect(third?.['error']).toBe(
      'Item 1: Quantity (customsItems[0].quantity, read from "qty") must be a whole number greater than 0',
    );
  });

  test('without a service takes that of the credential, or says where to give one', async () => {
    const items = [itemFor('eccang', 'A'), itemFor('etower', 'B'), itemFor('hge', 'C')];
    const ran = await run(items, parcelStep({ ...FORM, service: located({}, '') }));
    const said = 'Service is empty: choose it here, give service in the order, or set it in the credential';
    const [eccang, etower, hge] = messagesOf(ran).map((text) => String(text).split('; '));
    expect(eccang).toEqual([said]);
    expect(etower).toContain(said);
    expect(hge).toEqual(['undefined']);
    const defaults = credentialsFor(sandbox, { defaultService: 'PK0001', defaultProduct: 'PK0001' });
    const given = await runWith(defaults, [itemFor('eccang', 'A')], parcelStep({ ...FORM, service: located({}, '') }));
    expect(JSON.stringify(jsonOf(given, 'Create'))).toContain('PK0001');
  });
});

function entries({ items }: JsonObject): unknown[] {
  return [objectAsIs(items)['entry']].flat();
}

describe('Combine Rows', () => {
  const line = { title: 'Case', qty: 2, price: '3.50', currency: 'USD', grams: 100, description_local: '手机壳' };

  test('joins rows of one reference in the form, which name one carrier', async () => {
    const form = {
      ...FORM,
      ...{ itemsFrom: 'list', itemsList: '={{ $json.line }}', items: undefined },
      recipient: { ...objectAsIs(FORM['recipient']), name: '={{ $json.person }}' },
      itemDefaults: { localDescription: '手机壳' },
    };
    const person = 'Sample Recipient';
    const items = [
      itemFor('eccang', 'A', { line, person }),
      itemFor('huahan', 'D', { line, person }),
      { ...itemFor('eccang', 'A', { line: { ...line, title: 'Film' } }), carrier: '' },
      itemFor('eccang', 'B', { line, person }),
      itemFor('eccang', 'B', { line, person: 'Somebody Else' }),
      itemFor('eccang', 'C', { line, person }),
      itemFor('eccang', 'C', { line: { ...line, qty: 0 } }),
      itemFor('eccang', ' ', { line, person }),
      itemFor('eccang', 'E', { line, person }),
      itemFor('huahan', 'E', { line, person }),
    ];
    const ran = await run(items, parcelStep(form, { combineRows: true }));
    expect(pairs(outputsOf(ran, 'Create'))).toEqual([
      [{ item: 0 }, { item: 2 }],
      ...[1, 3, 4, 5, 6, 7, 8, 9].map((item) => ({ item })),
    ]);
    const differs = 'Recipient: Name (recipient.name) differs between item 3 and item 4';
    const quantity =
      'Item 2: Quantity (customsItems[1].quantity, read from "qty" in item 6) must be a whole number greater than 0';
    expect(messagesOf(ran)).toEqual([
      ...[undefined, undefined, differs, differs, quantity, quantity],
      'Reference (reference) is empty: with Combine Rows each row needs the reference of its order',
      ...[1, 2].map((): unknown => expect.stringMatching(/^Carrier differs between item 8 .* and item 9/)),
    ]);
    expect((await ordersAt(sandbox, 'eccang')).map(({ reference }) => reference)).toEqual(['A']);
    expect((await ordersAt(sandbox, 'huahan')).map(({ reference }) => reference)).toEqual(['D']);
  });

  test('joins orders, and cannot join lines that are entered one by one', async () => {
    const [eccang] = CARRIERS;
    if (!eccang) throw new Error('No carrier creates orders');
    const { customsItems, ...others } = neutralOrder('A');
    const [first, second] = [customsItems].flat();
    const rows = itemsOf(eccang, [
      { ...others, customsItems: [first] },
      { reference: 'A', customsItems: [second] },
    ]);
    const joined = await run(rows, parcelStep({ inputMode: 'order' }, { combineRows: true, dryRun: true }));
    const [whole] = await shownFor(itemsOf(eccang, [neutralOrder('A')]), ownStep(eccang));
    expect(pairs(outputsOf(joined, 'Create'))).toEqual([[{ item: 0 }, { item: 1 }]]);
    expect(jsonOf(joined, 'Create')[0]?.['wouldSend']).toMatchObject(objectAsIs(whole));
    const items = [itemFor('eccang', 'A'), itemFor('eccang', 'A')];
    const refused = await run(items, parcelStep(FORM, { combineRows: true }));
    expect(messagesOf(refused)[0]).toBe(
      'Combine Rows needs "From a List" in Items From: the lines of the rows are put into one list',
    );
  });
});

describe('what a carrier has no place for', () => {
  test('is named, defaults of lines as well', async () => {
    const order = neutralOrder('A');
    const items = CARRIERS.filter(({ carrier }) => carrier === 'hge').flatMap((carrier) => itemsOf(carrier, [order]));
    const ran = await run(items, parcelStep({ inputMode: 'order', itemDefaults: { weightKg: 0.2 } }, {}));
    expect(jsonOf(ran, 'Create')[0]?.['notSent']).toEqual(
      expect.arrayContaining(['itemDefaults.weightKg', 'weightKg']),
    );
  });
});

describe('the list of services', () => {
  const servicesOf = async (carrier: unknown, credentials = credentialsFor(sandbox)): Promise<unknown[]> => {
    const parameters = JSON.parse(JSON.stringify({ resource: 'order', operation: 'create', carrier }));
    const call = { node: 'parcel', method: 'searchServices', parameters, credentials };
    return (await listSearch(call)).results.map(({ value }) => value);
  };

  test.each([
    ['eccang', 'PK0001'],
    ['huahan', 'PK0001'],
    ['etower', 'UBI.AU2AU.AUPOST.1'],
    ['mgoship', '1'],
  ])('is that of the carrier: %s', async (carrier, service) => {
    expect(await servicesOf(carrier)).toContain(service);
  });

  test.each([
    ['hge', 'HGE documents no list of its services: enter the code that it gave you'],
    ['={{ $json.carrier }}', 'Carrier is an expression: choose a carrier there to see its services, or enter the code'],
    ['nobody', 'Choose the carrier first'],
    // As the editor asks where an expression gives nothing for the first item.
    ['', 'Where an expression chooses it, enter the code of the service'],
  ])('says why there is none: %s', async (carrier, message) => {
    await expect(servicesOf(carrier)).rejects.toThrow(message);
  });

  test('says which credential is missing', async () => {
    const given = { etowerApi: credentialsFor(sandbox)['etowerApi'] ?? {} };
    await expect(servicesOf('huahan', given)).rejects.toThrow(
      'No credential of Huahan Logistics is chosen in this node',
    );
  });
});
