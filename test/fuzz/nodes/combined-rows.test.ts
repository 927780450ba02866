import fc from 'fast-check';
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { ECCANG } from '../../../carriers/eccang';
import { givenList, isObject, textOf, type JsonObject } from '#carriers/shared/json-value';
import { orderForm } from '../../../nodes/eccangFamily/order/form';
import { inBulk } from '../../../nodes/shared/operation';
import { description, fakeNode } from '../../unit/nodes/shared/fake-node';
import { always } from '../property';

const form = orderForm(ECCANG.order, ECCANG.orderMapping);

const properties = form.withInputMode('Body');

const line = fc.record({
  title: fc.constantFrom('Case', 'Cable', 'Film'),
  qty: fc.integer({ min: 1, max: 9 }),
  price: fc.constantFrom('0.10', '3.50', '12'),
  grams: fc.integer({ min: 1, max: 5000 }),
});

/** Where the data of the order stands: in one row, or in all of them. */
const orders = fc.array(
  fc.record({
    lines: fc.array(line, { minLength: 1, maxLength: 4 }),
    weight: fc.constantFrom('0.5', '1.25'),
    city: fc.constantFrom('Springfield', 'Berwick'),
    statedBy: fc.oneof(fc.constant('all'), fc.nat(3)),
    /** One row says another city than the others. */
    contradicts: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  }),
  { minLength: 1, maxLength: 4 },
);

type Orders = typeof orders extends fc.Arbitrary<infer Each> ? Each : never;

const mode = fc.constantFrom('form', 'order');

function rowsOf(given: Orders): IDataObject[] {
  return given.flatMap(({ lines, weight, city, statedBy, contradicts }, at) =>
    lines.map((each, n) => {
      const isStated = statedBy === 'all' || statedBy % lines.length === n;
      const town = contradicts && n > 0 ? 'Elsewhere' : city;
      return {
        no: `A-${at}`,
        ...each,
        ...(isStated || contradicts ? { weight, city: town } : { weight: '', city: null }),
      };
    }),
  );
}

/** The same row in the form, into which its columns were dragged, and as an order of one line. */
const PARAMETERS: Readonly<Record<string, (row: IDataObject) => IDataObject>> = {
  form: ({ no, weight, city, ...own }) => ({
    inputMode: 'form',
    referenceNo: no,
    orderWeight: weight,
    consignee: { consigneeCity: city },
    itemsFrom: 'list',
    itemsList: own,
  }),
  order: ({ no, weight, city, title, qty, price, grams }) => ({
    inputMode: 'order',
    orderFormat: 'neutral',
    order: {
      reference: no,
      weightKg: weight,
      recipient: { city },
      customsItems: [{ description: title, quantity: qty, unitValue: price, weightKg: Number(grams) / 1000 }],
    },
  }),
};

/** What goes out by reference, with its lines in the order of their rows; what becomes of each row. */
async function ran(rows: readonly IDataObject[], how: string): Promise<{ sent: JsonObject[]; ends: string[][] }> {
  const sent: JsonObject[] = [];
  const operation = inBulk<object, JsonObject>({
    description: { ...description, properties },
    read: (parameters) => (how === 'form' ? form.request(parameters) : form.read(parameters, (request) => request)),
    combines: form.combines,
    perCall: () => 3,
    send: async (_, requests) => {
      sent.push(...requests);
      return requests.map((request) => ({ json: request }));
    },
  });
  const input: INodeExecutionData[] = rows.map((row) => ({ json: PARAMETERS[how]?.(row) ?? {} }));
  const { context } = fakeNode(input, { continueOnFail: true, options: { combineRows: true } });
  const ends: string[][] = rows.map(() => []);
  for (const result of await operation.run(context)) {
    const told = 'error' in result ? 'refused' : (textOf(result.data.json['reference_no']) ?? '');
    for (const item of ('rows' in result ? result.rows : undefined) ?? [result.item]) ends[item]?.push(told);
  }
  return { sent, ends };
}

/** Orders by their references, and the lines of each in one order. */
function sorted(sent: readonly JsonObject[]): JsonObject[] {
  const text = (value: unknown): string => JSON.stringify(value);
  return sent
    .map((request) => ({
      ...request,
      ItemArr: givenList(request['ItemArr']).toSorted((a, b) => (text(a) < text(b) ? -1 : 1)),
    }))
    .toSorted((a, b) => (text(a) < text(b) ? -1 : 1));
}

test('rows in any order make the same orders, and each row ends once with its order', async () => {
  const shuffled = orders.chain((given) =>
    fc.record({
      given: fc.constant(given),
      order: fc.shuffledSubarray(rowsOf(given), { minLength: rowsOf(given).length }),
      how: mode,
    }),
  );
  await always(
    fc.asyncProperty(shuffled, async ({ given, order, how }) => {
      const [one, other] = [await ran(rowsOf(given), how), await ran(order, how)];
      expect(sorted(other.sent)).toEqual(sorted(one.sent));
      const isRefused = new Map(
        given.map(({ contradicts, lines }, at) => [`A-${at}`, contradicts && lines.length > 1]),
      );
      expect(other.ends).toEqual(order.map(({ no }) => [isRefused.get(textOf(no) ?? '') ? 'refused' : no]));
      const lines = other.sent.flatMap(({ ItemArr }) => givenList(ItemArr)).filter(isObject);
      expect(lines).toHaveLength(order.filter(({ no }) => !isRefused.get(textOf(no) ?? '')).length);
    }),
  );
});
