/** Option Combine Rows: several items are one order, with one output for all of them. */
import { BinaryDataService } from 'n8n-core';
import { OperationalError } from 'n8n-workflow';
import { textOf } from '#carriers/shared/json-value';
import { chain, runWorkflow, step, type Step } from '../../engine';
import { credentialsFor, ordersAt, servicesOf } from '../../sandbox/control-client';
import { loopback } from '../loopback';
import { CREATES, createFrom, line } from './orders';
import { outputsOf, pairs, toErrorOutput } from './outputs';
import { useSandbox } from './sandbox';

const { sandbox, run } = useSandbox();

/** A row of a spreadsheet: one line of goods, with what is said of the order. */
const row = (no: string, goods: string, ofOrder: object = {}): object => ({
  no,
  goods,
  Qty: 2,
  'Unit Price': '3.50',
  grams: 150,
  ...ofOrder,
});
const ofOrder = {
  weight: 0.6,
  person: 'Sample Recipient',
  street: '100 Example Street',
  city: 'Springfield',
  postcode: '62701',
};

/** The form of Eccang, into which the columns of a table were dragged. */
function fromTable(parameters: object = {}, settings: object = {}): Step {
  const form = {
    referenceNo: '={{ $json.no }}',
    shippingMethod: { __rl: true, mode: 'list', value: 'PK0001' },
    countryCode: { __rl: true, mode: 'code', value: 'US' },
    orderWeight: '={{ $json.weight }}',
    consignee: {
      consigneeName: '={{ $json.person }}',
      consigneeStreet: '={{ $json.street }}',
      consigneeCity: '={{ $json.city }}',
      consigneePostcode: '={{ $json.postcode }}',
    },
    shipper: { shipperName: 'Sample Shipper', shipperCountrycode: 'CN' },
    itemsFrom: 'list',
    itemsList: '={{ $json }}',
    itemFields: { description: 'goods' },
    options: { combineRows: true },
  };
  return step('eccangTms', 'Create', 'order', 'create', { ...form, ...parameters }, { ...settings });
}

const messages = (ran: Parameters<typeof outputsOf>[0], output = 1): string[] =>
  outputsOf(ran, 'Create', output).map(
    ({ pairedItem, json, error }) => `${JSON.stringify(pairedItem)} ${textOf(json['error']) ?? error?.message}`,
  );

describe('rows of a table', () => {
  test('that are apart become one order with all of their lines; others are orders of their own', async () => {
    const rows = [
      row('A', 'Case', ofOrder),
      row('B', 'Cable', ofOrder),
      row('A', 'Film'),
      row('', 'Lamp', ofOrder),
      row('A', 'Lamp', { ...ofOrder, weight: '0.60' }),
    ];
    const ran = await run(rows, fromTable({}, toErrorOutput));
    expect(pairs(outputsOf(ran, 'Create'))).toEqual([[{ item: 0 }, { item: 2 }, { item: 4 }], { item: 1 }]);
    expect(messages(ran)).toEqual([
      '{"item":3} Reference Number (reference_no) is empty: with Combine Rows each row needs the reference of its order',
    ]);
    expect((await ordersAt(sandbox, 'eccang')).map(({ reference }) => reference).sort()).toEqual(['A', 'B']);
  });

  test('whose references cannot be read are errors of their own', async () => {
    const referenceNo = '={{ $json.no === "A" ? $json.no : $json.missing.no }}';
    const rows = [row('A', 'Case', ofOrder), row('B', 'Cable', ofOrder), row('A', 'Film')];
    const ran = await run(rows, fromTable({ referenceNo }, toErrorOutput));
    expect(pairs(outputsOf(ran, 'Create'))).toEqual([[{ item: 0 }, { item: 2 }]]);
    expect(messages(ran)).toEqual([expect.stringMatching(/^\{"item":1\} /)]);
  });

  test('without the option each of them is an order', async () => {
    const ran = await run([row('A', 'Case', ofOrder), row('B', 'Film', ofOrder)], fromTable({ options: {} }));
    expect(pairs(outputsOf(ran, 'Create'))).toEqual([{ item: 0 }, { item: 1 }]);
  });

  test('are refused together, by the field or the row that is wrong and without what it holds; other orders go on', async () => {
    const rows = [
      row('A', 'Case', ofOrder),
      row('B', 'Cable', ofOrder),
      row('A', 'Film', { person: 'Somebody Else' }),
      row('C', 'Lamp', ofOrder),
      row('C', 'Case', { Qty: 0 }),
      row('D', 'Case', ofOrder),
      row('D', ''),
      row('E', 'Case', { ...ofOrder, postcode: '06270' }),
      row('E', 'Lamp', { ...ofOrder, postcode: '6270' }),
    ];
    const ran = await run(rows, fromTable({}, toErrorOutput));
    expect(pairs(outputsOf(ran, 'Create'))).toEqual([{ item: 1 }]);
    const contradiction = 'Recipient: Name (Consignee.consignee_name) differs between item 0 and item 2';
    const quantity =
      'Item 2: Quantity (ItemArr[1].invoice_quantity, read from "Qty" in item 4) must be a whole number greater than 0';
    expect(messages(ran)).toEqual([
      `{"item":0} ${contradiction}`,
      `{"item":2} ${contradiction}`,
      `{"item":3} ${quantity}`,
      `{"item":4} ${quantity}`,
      expect.stringMatching(
        /^\{"item":5\} Item 2: Description \(English\) \(ItemArr\[1\]\.invoice_enname, in item 6\) is required/,
      ),
      expect.stringMatching(/^\{"item":6\} Item 2/),
      ...[7, 8].map((item): unknown =>
        expect.stringMatching(`"item":${item}} .*consignee_postcode.* differs between item 7 and`),
      ),
    ]);
    expect(JSON.stringify(outputsOf(ran, 'Create', 1).map(({ error }) => error))).not.toContain('Somebody');
  });

  test('cannot be combined where their lines are entered one by one', async () => {
    const ran = await run([row('A', 'Case', ofOrder), row('A', 'Film')], fromTable({ itemsFrom: 'fields', items: {} }));
    expect(ran.result.error?.message).toBe(
      'Combine Rows needs "From a List" in Items From: the lines of the rows are put into one list',
    );
    expect(await ordersAt(sandbox, 'eccang')).toEqual([]);
  });
});

describe.each(CREATES)('orders of several rows: $node $operation', (carrier) => {
  const combining = (settings: object): Step =>
    createFrom(carrier, { options: { combineRows: true } }, { ...settings });

  test('one output for all rows, an error for each', async () => {
    const { customsItems, ...others } = carrier.order('A');
    const [first] = [customsItems].flat();
    const further = { reference: 'A', customsItems: [first] };
    const rows = [
      { ...others, customsItems: [first] },
      carrier.order('B'),
      further,
      { ...carrier.order('C') },
      { reference: 'C', customsItems: [line({ description: 'Case', quantity: 0, unitValue: '1' })] },
      { reference: 'A', customsItems: ' ' },
      { customsItems: [first] },
    ];
    const ran = await run(rows, combining(toErrorOutput));
    expect(pairs(outputsOf(ran, 'Create'))).toEqual([[{ item: 0 }, { item: 2 }, { item: 5 }], { item: 1 }]);
    const lines = [carrier.order('C')['customsItems']].flat().length;
    const problem = `customsItems[${lines}].quantity of item 4 must be a whole number greater than 0`;
    const nameless = 'reference is empty: with Combine Rows each row needs the reference of its order';
    expect(messages(ran)).toEqual([`{"item":3} ${problem}`, `{"item":4} ${problem}`, `{"item":6} ${nameless}`]);
    expect((await ordersAt(sandbox, carrier.carrier)).map(({ reference }) => reference).sort()).toEqual(['A', 'B']);
  });
});

describe('Retry On Fail', () => {
  const retried = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };

  test('creates nothing twice, and all rows of an order count as carried out', async () => {
    const rows = [
      row('A', 'Case', ofOrder),
      row('B', 'Cable', { ...ofOrder, product: 'NO-SUCH' }),
      row('A', 'Film'),
      row('B', 'Lamp'),
    ];
    const shippingMethod = {
      __rl: true,
      mode: 'code',
      value: '={{ $json.product ?? ($json.no === "B" ? "" : "PK0001") }}',
    };
    const ran = await run(rows, fromTable({ shippingMethod, options: { combineRows: true, concurrency: 1 } }, retried));
    expect(ran.result.error?.description).toContain('2 of 4 items were carried out before the node stopped');
    expect((await servicesOf(sandbox, 'eccang'))['createOrder']).toBe(4);
    expect(await ordersAt(sandbox, 'eccang')).toHaveLength(1);
  });

  test('stores a label that could not be stored, for all rows of its order', async () => {
    jest.spyOn(BinaryDataService.prototype, 'store').mockRejectedValueOnce(new OperationalError('The disk is full'));
    const withLabel = CREATES.find(({ operation }) => operation === 'createWithLabel');
    if (!withLabel) throw new Error('No operation creates orders with labels');
    const { customsItems, ...others } = withLabel.order('A');
    const rows = [customsItems].flat().map((each) => ({ ...others, customsItems: [each] }));
    const ran = await run(
      rows,
      createFrom(withLabel, { options: { combineRows: true } }, { ...toErrorOutput, ...retried }),
    );
    jest.restoreAllMocks();
    expect(outputsOf(ran, 'Create')).toMatchObject([
      { pairedItem: [{ item: 0 }, { item: 1 }], binary: { data: { fileName: 'A.pdf' } } },
    ]);
    expect(await ordersAt(sandbox, 'etower')).toHaveLength(1);
  });

  test('of an order whose outcome is unknown sends it no more, and names all of its rows', async () => {
    const mgoship = CREATES.find(({ node }) => node === 'mgoship');
    if (!mgoship) throw new Error('Nothing creates an order at Mgoship');
    const place = await loopback((response) => response.writeHead(502).end());
    const rows = ['A', 'B', 'A'].map((reference) => mgoship.order(reference));
    const ran = await runWorkflow({
      workflow: chain(createFrom(mgoship, { options: { combineRows: true, concurrency: 1 } }, retried)),
      credentials: credentialsFor(place, { baseUrl: `${place.url}/api.php` }),
      items: rows.map((each) => ({ ...each })),
    });
    await place.close();
    expect(ran.result.error?.description).toContain('The outcome of item 2 is unknown');
    const writes = place.received.filter(({ path }) => path.includes('add_tms_order'));
    expect(writes).toHaveLength(1);
  });
});

test('a cancelled run tells of each row whether its order was sent', async () => {
  const mgoship = CREATES.find(({ node }) => node === 'mgoship');
  if (!mgoship) throw new Error('Nothing creates an order at Mgoship');
  const cancel = new AbortController();
  const place = await loopback((response) => {
    cancel.abort();
    response.end(JSON.stringify({ status: { code: 'OK', msg: '' }, data: { orderno: 'M1', trackno: 'T1' } }));
  });
  const rows = ['A', 'B', 'A', 'B', 'C'].map((reference) => ({ ...mgoship.order(reference) }));
  for (const [at, each] of rows.entries()) if (at === 2 || at === 3) each['customsItems'] = [];
  const options = { combineRows: true, concurrency: 1 };
  const ran = await runWorkflow({
    workflow: chain(createFrom(mgoship, { options }, toErrorOutput)),
    credentials: credentialsFor(place, { baseUrl: `${place.url}/api.php` }),
    items: rows,
    signal: cancel.signal,
  });
  await place.close();
  expect(pairs(outputsOf(ran, 'Create'))).toEqual([[{ item: 0 }, { item: 2 }]]);
  const unsent = 'The execution was cancelled before this item was sent';
  expect(messages(ran)).toEqual([`{"item":1} ${unsent}`, `{"item":3} ${unsent}`, `{"item":4} ${unsent}`]);
});
