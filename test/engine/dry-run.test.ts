/** Dry Run over every operation that writes: nothing leaves, and what it shows is what goes out without it. */
import { Expression } from 'n8n-workflow';
import * as z from 'zod/v4';
import { chain, runWorkflow, step, stopEngine, type Credentials, type WorkflowRun } from '../../engine';
import { startEngine } from '../../engine/engine';
import { loopback, type Loopback } from '../contract/loopback';
import { credentialsAt } from './matrix/credentials';
import { WRITINGS, type Writing } from './matrix/operations';
import { jsonOf, onRegularOutput, outputsOf, pairs } from './outputs';

/** Refuses all, so that nothing is looked up. */
const REFUSAL = { status: 400, body: '' };

let place: Loopback;
beforeAll(async () => {
  place = await loopback(() => REFUSAL);
  await startEngine();
  // An expression gives the same with both of n8n's engines, and the other one makes a new isolate for every run.
  await Expression.disposeExpressionEngine();
  Expression.setExpressionEngine('legacy');
});
beforeEach(() => void place.received.splice(0));
afterAll(async () => {
  await place.close();
  await stopEngine();
});

const HEADERS = z.record(z.string(), z.string());
const SHOWN = z.strictObject({
  method: z.string(),
  url: z.string(),
  headers: HEADERS,
  body: z.string().optional(),
  bodyEncoding: z.literal('base64').optional(),
});
type Shown = z.infer<typeof SHOWN>;

const nameOf = ({ node, resource, operation, way }: Writing): string =>
  [node, resource, operation, ...(way ? [way] : [])].join(' ');

const ITEMS = ['A-1', 'A-2'];

function run(
  { node, resource, operation, parameters, item }: Writing,
  options: object,
  more: { simplify?: boolean; settings?: object; credentials?: Credentials } = {},
): Promise<WorkflowRun> {
  const { simplify, settings = {}, credentials = credentialsAt(place.url) } = more;
  const given = typeof parameters['options'] === 'object' ? parameters['options'] : {};
  const chosen = {
    ...parameters,
    ...(simplify === undefined ? {} : { simplify }),
    options: { concurrency: 1, ...given, ...options },
  };
  return runWorkflow({
    workflow: chain(step(node, 'Node', resource, operation, chosen, { ...settings })),
    credentials,
    items: ITEMS.map(item),
  });
}

function shownIn(ran: WorkflowRun): Shown[] {
  return jsonOf(ran, 'Node').map(({ wouldSend }) => SHOWN.parse(wouldSend));
}

const SECRETS = Object.values(credentialsAt(''))
  .flatMap((fields) => Object.entries(fields))
  .flatMap(([name, value]) => (/token|key|secret|session/i.test(name) ? [String(value)] : []));

/** Carriers that take a signature from whoever has it, with another body or at another time. */
const SIGNED: ReadonlySet<string> = new Set(['etower', 'hge', 'mgoship']);

function signatureIn({ headers, body = '' }: Shown, { resource }: Writing): string | undefined {
  if (resource.startsWith('portal')) return '[hidden]';
  const { authorization = '', signature } = inLowerCase(headers);
  return signature ?? /^WallTech .*:(.*)$/.exec(authorization)?.[1] ?? /"sign":"([^"]*)"/.exec(body)?.[1];
}

/** Without secrets, times and signatures, which a run with other keys makes others; a form's boundary is drawn anew each time. */
function masked({ method, url, body, ...request }: Shown): object {
  const headers = inLowerCase(request.headers);
  const boundary = /boundary=(\S+)/.exec(headers['content-type'] ?? '')?.[1];
  const hidden = (text: string): string => {
    const signed = SECRETS.reduce((left, secret) => left.replaceAll(secret, '[hidden]'), text);
    const plain = signed.replace(/"sign":"[^"]+"/, '"sign":""');
    return boundary === undefined ? plain : plain.replaceAll(boundary, 'BOUNDARY');
  };
  const kept = Object.entries(headers).filter(([name]) => !DIFFERING.test(name));
  return {
    method,
    path: hidden(url.replace(place.url, '')),
    headers: Object.fromEntries(kept.map(([name, value]) => [name, hidden(value)]).sort()),
    body: hidden(body ?? ''),
  };
}

/** Times, signatures, what belongs to the connection, and the length, as keys are not equally long. */
const DIFFERING = /^(host|connection|content-length|authorization|x-walltech-date|.*timestamp|.*nonce|.*sign(ature)?)$/;

function inLowerCase(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

test.each(WRITINGS.map((writing, at) => [nameOf(writing), writing, at % 2 === 0] as const))(
  '%s: nothing is sent, no secret is shown, and what is shown goes out without it',
  async (_, writing, simplify) => {
    const ran = await run(writing, { dryRun: true }, { simplify, credentials: marked(place.url) });
    expect(ran.result.error).toBeUndefined();
    expect(place.received).toEqual([]);
    expect(pairs(outputsOf(ran, 'Node'))).toEqual([{ item: 0 }, { item: 1 }]);
    const output = { dryRun: true, wouldSend: expect.anything() };
    expect(jsonOf(ran, 'Node')).toEqual([output, output]);
    expect(ran.hints['Node']).toEqual(['Dry Run is on: nothing was sent. Each item shows the request of its call.']);
    expect(leaksIn(JSON.stringify(jsonOf(ran, 'Node')))).toEqual([]);
    for (const shown of shownIn(ran))
      expect(signatureIn(shown, writing)).toBe(SIGNED.has(writing.carrier) ? '[hidden]' : undefined);

    await run(writing, {}, { settings: onRegularOutput });
    const sent = place.received.map(({ method, path, headers, body }) =>
      masked({ method, url: path, headers: HEADERS.parse({ ...headers }), body }),
    );
    const shown = shownIn(ran).map(masked);
    if (writing.perCall !== undefined) expect(shown[1]).toEqual(shown[0]);
    expect(sent).toEqual(writing.perCall === undefined ? shown : shown.slice(0, 1));
  },
);

/** Whatever is left of a secret, in Base64 too. */
function leaksIn(text: string): string[] {
  const opened = text.replace(
    /[\w+/-]{16,}={0,2}/g,
    (word) => `${word} ${Buffer.from(word, 'base64').toString('latin1')}`,
  );
  return [/s3cr3t/i, /k3y/i, /533363723374/, /%22%27/].flatMap((leak) => leak.exec(opened) ?? []);
}

const KEY = `S3cr3t&<"'\\key`;
const SHORT_KEY = 'k3y&1';

/** Keys that every escape changes. */
function marked(url: string): Credentials {
  const credentials = structuredClone(credentialsAt(url));
  for (const fields of Object.values(credentials)) {
    const secrets = Object.keys(fields).filter((name) => /token|key|secret|session/i.test(name));
    for (const [at, name] of secrets.entries()) Object.assign(fields, { [name]: at % 2 === 0 ? KEY : SHORT_KEY });
  }
  return credentials;
}

const cancel: Writing = {
  node: 'eccangTms',
  carrier: 'eccang',
  resource: 'order',
  operation: 'cancel',
  parameters: { number: '={{ $json.number }}' },
  item: (number) => ({ number, dry: number === 'A-1' }),
};

const weights: Writing = { ...cancel, operation: 'updateWeight', parameters: { ...cancel.parameters, weight: '0.5' } };

test('items that share a call have a request of their own each, which later steps may change', async () => {
  const ran = await run(weights, { dryRun: true });
  const [first, second] = shownIn(ran);
  expect(first).toEqual(second);
  const [one, other] = jsonOf(ran, 'Node');
  expect(one?.['wouldSend']).not.toBe(other?.['wouldSend']);
});

test('an expression switches it item by item, and those of a dry run share no call with others', async () => {
  const ran = await run(weights, { dryRun: '={{ $json.dry }}' }, { settings: onRegularOutput });
  expect(place.received.map(({ body }) => body.match(/A-\d/g))).toEqual([['A-2']]);
  const [shown, failed] = outputsOf(ran, 'Node');
  expect(shown?.json).toMatchObject({ dryRun: true, wouldSend: { body: expect.stringContaining('A-1') } });
  expect(JSON.stringify(shown)).not.toContain('A-2');
  expect(failed?.error).toBeDefined();
});

test.each([
  ['an empty expression', '={{ $json.drry }}'],
  ['a word', '={{ "yes" }}'],
  ['a number', '={{ 1 }}'],
])('%s as Dry Run is refused, and nothing is sent', async (_, dryRun) => {
  const ran = await run(cancel, { dryRun }, { settings: onRegularOutput });
  expect(outputsOf(ran, 'Node').map(({ error }) => error?.message)).toEqual(
    ITEMS.map(() => 'Dry Run is neither true nor false'),
  );
  expect(place.received).toEqual([]);
});

const bag = WRITINGS.find(({ way }) => way === 'one bag for all');

test.each([
  ['shown whole as soon as a parcel of it is', '={{ $json.number === "A-1" }}', undefined],
  ['refused whole when nobody can tell of a parcel', '={{ $json.number === "A-1" ? "?" : false }}', /neither true nor/],
])('a bag is %s', async (_, dryRun, problem) => {
  if (!bag) throw new Error('No row puts all parcels into one bag');
  const ran = await run(bag, { dryRun }, { settings: onRegularOutput });
  expect(place.received).toEqual([]);
  const outputs = outputsOf(ran, 'Node');
  expect(outputs).toHaveLength(2);
  if (problem) for (const { error } of outputs) expect(error?.message).toMatch(problem);
  else for (const { json } of outputs) expect(JSON.stringify(json)).toMatch(/A-1.*A-2/);
});

test('local checks refuse as they do without it, and the others are shown', async () => {
  const withWeight = {
    ...weights,
    parameters: { ...weights.parameters, weight: '={{ $json.dry ? "heavy" : "0.5" }}' },
  };
  const ran = await run(withWeight, { dryRun: true }, { settings: onRegularOutput });
  const [refused, shown] = outputsOf(ran, 'Node');
  expect(refused?.error?.message).toMatch(/Weight \(Kilograms\)/);
  expect(shown?.json).toMatchObject({ dryRun: true });
  const stopped = await run(withWeight, { dryRun: true });
  expect(stopped.result.error?.message).toMatch(/Weight \(Kilograms\)/);
  expect(place.received).toEqual([]);
});

test('a check that asks the carrier is left out, and a hint says so', async () => {
  const create = WRITINGS.find(({ node, operation }) => node === 'eccangTms' && operation === 'create');
  if (!create) throw new Error('No row creates at Eccang TMS');
  const ran = await run(create, { dryRun: true, checkRequiredFields: true });
  expect(place.received).toEqual([]);
  expect(shownIn(ran).map(({ body }) => body?.includes('<service>createOrder'))).toEqual([true, true]);
  expect(ran.hints['Node']).toContain('The check that needs the carrier was left out: nothing is asked in a dry run.');
});

test('of a call that only reads, the hint says that more may follow', async () => {
  const call = { ...cancel, resource: 'service', operation: 'call', parameters: { service: 'getOrder', body: '{}' } };
  const ran = await run(call, { dryRun: true });
  expect(place.received).toEqual([]);
  expect(ran.hints['Node']?.join(' ')).toContain('That request only reads');
});

test('an error after a dry run does not say that anything was carried out', async () => {
  const ran = await run(cancel, { dryRun: '={{ $json.dry }}' });
  expect(place.received).toHaveLength(1);
  expect(ran.result.error?.description ?? '').not.toContain('carried out');
});

test('Retry On Fail shows again what was shown, and sends what failed again', async () => {
  const ran = await run(
    cancel,
    { dryRun: '={{ $json.dry }}' },
    {
      settings: { retryOnFail: true, maxTries: 2, waitBetweenTries: 0 },
    },
  );
  expect(ran.result.error).toBeDefined();
  expect(place.received.map(({ body }) => body.match(/A-\d/g))).toEqual([['A-2'], ['A-2']]);
});

test.each([
  ['shown as soon as one of them is', '={{ $json.number === "A-2" }}', { json: { dryRun: true } }],
  ['refused when nobody can tell of one', '={{ $json.number === "A-2" ? "?" : false }}', {}],
])('rows that are one order are %s', async (_, dryRun, output) => {
  const rows: Writing = {
    ...cancel,
    operation: 'create',
    parameters: {
      referenceNo: 'A',
      shippingMethod: { __rl: true, mode: 'code', value: 'PK0001' },
      countryCode: { __rl: true, mode: 'code', value: 'US' },
      orderWeight: 0.6,
      consignee: { consigneeName: 'Sample Recipient', consigneeStreet: '100 Example Street' },
      shipper: { shipperName: 'Sample Shipper', shipperCountrycode: 'CN' },
      itemsFrom: 'list',
      itemsList: '={{ $json }}',
      options: { combineRows: true },
    },
    item: (number) => ({ number, title: `Goods of ${number}`, quantity: 2, price: '3.50', grams: 150 }),
  };
  const ran = await run(rows, { dryRun }, { settings: onRegularOutput });
  expect(place.received).toEqual([]);
  const outputs = outputsOf(ran, 'Node');
  if ('json' in output) {
    expect(pairs(outputs)).toEqual([[{ item: 0 }, { item: 1 }]]);
    expect(outputs[0]).toMatchObject(output);
    expect(JSON.stringify(outputs[0]?.json)).toMatch(/Goods of A-1.*Goods of A-2/);
  } else {
    expect(outputs.map(({ error }) => error?.message)).toEqual(ITEMS.map(() => 'Dry Run is neither true nor false'));
  }
});

test('what the carrier has no place for stands beside the request', async () => {
  const order: Writing = {
    ...cancel,
    node: 'hge',
    operation: 'create',
    parameters: { inputMode: 'order', serviceCode: 'P10006' },
    item: (reference) => ({ reference, weightKg: 1, recipient: { name: 'Sample Recipient', country: 'US' } }),
  };
  const ran = await run(order, { dryRun: true });
  expect(place.received).toEqual([]);
  expect(jsonOf(ran, 'Node').map(({ notSent }) => notSent)).toEqual([['weightKg'], ['weightKg']]);
});
