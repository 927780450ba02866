/** Expressions of a form are evaluated together where they can be: each field gets what it would get alone. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Expression } from 'n8n-workflow';
import { objectOf, type JsonObject } from '#carriers/shared/json-value';
import { chain, runWorkflow, step, stopEngine } from '../../engine';

afterAll(stopEngine);

/** What each item of the run sent, or the error it ended with, and how often n8n evaluated an expression. */
async function outcomesOf(form: JsonObject, items: readonly object[]): Promise<{ ends: unknown[]; evaluated: number }> {
  const bodies: string[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      bodies.push(Buffer.concat(chunks).toString());
      response.end('{"code":200,"success":true,"detail":"","data":{"num_type":1,"num":"CS1"}}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const evaluations = jest.spyOn(Expression.prototype, 'resolveSimpleParameterValue');
  try {
    const parameters = { inputMode: 'form', options: { concurrency: 1 }, ...form };
    const { result } = await runWorkflow({
      workflow: chain(step('hge', 'Create', 'order', 'create', parameters, { onError: 'continueRegularOutput' })),
      credentials: {
        hgeApi: { environment: 'custom', baseUrl: urlOf(server.address()), apiKey: 'k', apiSecret: 's', apiToken: 't' },
      },
      items: structuredClone(items),
    });
    const evaluated = evaluations.mock.calls.filter(([value]) => String(value).startsWith('=')).length;
    const outputs = result.nodes['Create']?.outputs[0] ?? [];
    return { ends: outputs.map(({ json }) => json['error'] ?? bodies.shift()), evaluated };
  } finally {
    evaluations.mockRestore();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

function urlOf(address: AddressInfo | string | null): string {
  if (address === null || typeof address === 'string') throw new Error('The stand-in listens on no port');
  return `http://127.0.0.1:${address.port}/`;
}

/** The same form with expressions that nobody would take for the way to a value. */
function alone(form: JsonObject): JsonObject {
  return objectOf(JSON.parse(JSON.stringify(form).replace(/=\{\{ ?(.*?) ?\}\}/g, '={{ ($1) }}')));
}

const FORM: JsonObject = {
  customerOrderNum: '={{ $json.number }}',
  serviceCode: '={{ $json.value }}',
  shipDate: '={{ $json.date }}',
  consigneeInfo: {
    fullName: '={{ $json.value }}',
    company: "={{ $json['own words'].value }}",
    city: '={{ $json.nothing.there }}',
    street: '={{ $json.list[1].value }}',
    province: "={{ $('Start').item.json.value }}",
    postcode: '={{$json.postcode}}',
    phone: 'no expression',
    email: '={{ $json.value.length }}',
    taxId: 'T-{{ $json.value }} stays',
    lastName: '=Mx {{ $json.value }}',
    credsBirthday: '={{ $json.date }}',
    country: { __rl: true, mode: 'code', value: '={{ $json.country }}' },
  },
  parcels: { entry: [{ weight: '={{ $json.weight }}', items: { entry: [{ qty: '={{ $json.weight }}' }] } }] },
  additionalFieldsJson: '={{ $json.more }}',
};

const EXPRESSIONS = JSON.stringify(FORM).match(/"=/g)?.length ?? 0;

const ITEM = {
  value: 'text',
  'own words': { value: 'own' },
  list: [{}, { value: 'second' }],
  postcode: '01001',
  date: '2026-01-05',
  country: 'KR',
  weight: 1,
};

const VALUES: Record<string, object> = {
  text: { value: ' text {{ $json.number }} =1 ' },
  'empty text': { value: '' },
  nothing: { value: undefined },
  null: { value: null, country: null, 'own words': null, list: null },
  zero: { value: 0, weight: 0 },
  'a number': { value: 12.5, postcode: 1001 },
  'a long number': { value: Number('12345678901234567890') },
  'noise of calculation': { weight: 0.1 + 0.2 },
  'yes and no': { value: true, country: false },
  'a list': { value: ['a', 'b'], country: ['KR'], date: [] },
  'an object': { value: { a: 1 }, weight: {}, more: { own: { a: [1] } } },
  'JSON in text': { more: '{"own":{"a":[1]}}' },
  'a date': { date: new Date(Date.UTC(2026, 0, 5)), value: new Date(Date.UTC(2026, 0, 5)) },
  'other text after an object': { value: 'text', more: { last: 1 } },
};
const ITEMS = Object.values(VALUES).map((values, at) => ({ ...ITEM, ...values, number: `N-${at}` }));

test.each([
  ['from the first to the last', ITEMS],
  ['from the last to the first', ITEMS.toReversed()],
])('fields get the same together and alone, %s', async (_, items) => {
  const together = await outcomesOf(FORM, items);
  expect(together.ends).toEqual((await outcomesOf(alone(FORM), items)).ends);
  expect(together.ends.filter((end) => String(end).startsWith('{"customer_order_num"')).length).toBeGreaterThan(5);
});

test('n8n evaluates once per item what it can give together, and every other expression once', async () => {
  const items = [0, 1, 2].map((at) => ({ ...ITEM, number: `N-${at}`, more: '{}' }));
  expect((await outcomesOf(FORM, items)).evaluated).toBe(2 * items.length);
  expect((await outcomesOf(alone(FORM), items)).evaluated).toBe(EXPRESSIONS * items.length);
});

test('n8n evaluates once per run what stands in the item itself', async () => {
  const items = [0, 1, 2].map((at) => ({ ...ITEM, number: `N-${at}`, more: { own: { a: [at, 'b', null, true] } } }));
  const others = { province: 'P', lastName: 'L', email: '={{ $json.nothing }}' };
  const form = { ...FORM, consigneeInfo: { ...objectOf(FORM['consigneeInfo']), ...others } };
  const together = await outcomesOf(form, items);
  expect(together).toEqual({ ends: (await outcomesOf(alone(form), items)).ends, evaluated: 1 });
  expect(together.ends[2]).toContain('"a":[2,"b",null,true]');
});

test.each(['={{ $json }}', '={{ $json.order }}', "={{ $('Start').item.json }}"])(
  'an order in JSON by %s',
  async (body) => {
    const order = { customer_order_num: 'N', parcels: [{ weight: 1, items: [{ qty: 2 }] }], '': { a: null } };
    const items = [0, 1].map((at) => ({ ...order, order: { ...order, service_code: `S-${at}` } }));
    const form = { inputMode: 'json', body };
    const { ends } = await outcomesOf(form, items);
    expect(ends).toEqual((await outcomesOf(alone(form), items)).ends);
    expect(ends[1]).toContain('"service_code":"S-1"');
  },
);

test.each([
  ["={{ $('Nowhere').item.json.value }}", "Referenced node doesn't exist"],
  ['={{ $json.value.constructor }}', 'Expression contains invalid constructor function call'],
  ['={{ $json.__proto__.value }}', 'Cannot access "__proto__" due to security concerns'],
])('%s has the words of n8n', async (expression, words) => {
  const form = { ...FORM, consigneeInfo: { fullName: expression, city: '={{ $json.value }}' } };
  expect((await outcomesOf(form, [{ ...ITEM, number: 'N' }])).ends).toEqual([expect.stringContaining(words)]);
});

test('a date of n8n in a collection goes out as it is written', async () => {
  const credsBirthday = '={{ DateTime.fromISO("2020-01-05T00:00:00Z") }}';
  const { ends } = await outcomesOf({ ...FORM, consigneeInfo: { credsBirthday, taxId: credsBirthday } }, [
    { ...ITEM, number: 'N' },
  ]);
  expect(ends[0]).toMatch(/"creds_birthday":"2020-01-0[45]"/);
  expect(ends[0]).toMatch(/"tax_id":"2020-01-0[45]T/);
});

test('an expression may look at the field beside it', async () => {
  const consigneeInfo = { fullName: 'Name', company: '={{ $parameter["&fullName"] }}', city: '={{ $json.value }}' };
  const { ends } = await outcomesOf({ ...FORM, consigneeInfo }, [{ ...ITEM, number: 'N' }]);
  expect(ends[0]).toContain('"company":"Name"');
});
