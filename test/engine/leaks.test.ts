/**
 * No error tells a secret or what belongs to a person, whatever a carrier or a gateway repeats of a request. Each operation
 * runs with the parameters of its first recorded row, in which everything personal is marked, and with marked keys.
 *
 * `npm test` runs each with one echo or two; `npm run test:rows` and CI run every one with every echo.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inspect } from 'node:util';
import type { IRun } from 'n8n-workflow';
import * as z from 'zod/v4';
import { textOf } from '#carriers/shared/json-value';
import { chain, runWorkflow, step, stopEngine, type Credentials, type WorkflowRun } from '../../engine';
import { loopback, type Answer, type Received } from '../contract/loopback';
import { located } from './every-field';
import { onRegularOutput, outputsOf } from './outputs';
import { asFormHas, CARRIERS, itemsOf } from './parcel/orders';

const KEY = `S3cr3t&<"'\\key`;
const SHORT_KEY = 'k3y&1';

/** The short one stands where there are two secrets. */
function secretsOf({ asked, resource }: Operation): string[] {
  return asked === 'mgoship' || resource.startsWith('portal') ? [KEY] : [KEY, SHORT_KEY];
}

function accounts(url: string): Credentials {
  const pair = { baseUrl: url, appToken: KEY, appKey: SHORT_KEY };
  return {
    eccangTmsApi: pair,
    huahanApi: pair,
    etowerApi: { region: 'custom', baseUrl: url, token: KEY, key: SHORT_KEY },
    etowerPortalApi: { baseUrl: url, sessionId: KEY, language: 'en_US' },
    hgeApi: {
      environment: 'custom',
      baseUrl: `${url}/openapi/customer/`,
      apiKey: KEY,
      apiSecret: SHORT_KEY,
      apiToken: KEY,
      language: 'en',
    },
    mgoshipApi: {
      environment: 'custom',
      baseUrl: `${url}/api.php`,
      appId: 'M1',
      appSecret: KEY,
      version: '1.0',
      signatureTemplate: '{secret}',
      signatureAlgorithm: 'sha1',
      signatureCase: 'upper',
    },
  };
}

/** Whatever is left of a secret, or of what belongs to a person. */
const LEAKS = [
  /0908765/,
  /987-6543/,
  /s3cr3t/i,
  /k3y&/i,
  /k3y\\?u?0*26/i,
  /k3y%26/i,
  /Zq\d+x/i,
  new RegExp(Buffer.from('S3cr3t').toString('hex'), 'i'),
];

/** A carrier that repeats all that it was sent, and more: its user could have written it somewhere else. */
function repeated(operation: Operation, { body, headers, path: address }: Received): string {
  const request = `${address} ${JSON.stringify(headers)} ${body}`;
  const forms = secretsOf(operation).flatMap((key) => [
    key,
    encodeURIComponent(key),
    JSON.stringify(key),
    btoa(`u:${key}`),
  ]);
  const hex = Buffer.from(KEY).toString('hex');
  return `Refused: ${request.slice(0, 20_000)} ${forms.join(' ')} ${hex} ${Buffer.from(body).toString('base64')}`;
}

/** The refusals of all carriers in their own forms. */
const REFUSALS: Record<string, (words: string) => object> = {
  eccangTms: (words) => ({ ask: 'Failure', message: words, Error: { errCode: words, errMessage: words } }),
  huahan: (words) => ({ ask: 'Failure', message: words, Error: { errCode: words, errMessage: words } }),
  etower: (words) => ({
    ...{ status: 'Failed', errors: [{ code: words, message: words }] },
    ...{ success: false, code: words, message: words },
  }),
  hge: (words) => ({ code: 400, success: false, detail: words, [words]: words }),
  mgoship: (words) => ({ status: { code: 'ERROR', msg: words } }),
};

function enveloped(node: string, reply: object): string {
  const json = JSON.stringify(reply);
  if (!/eccang|huahan/.test(node)) return json;
  const text = json.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<E:Envelope xmlns:E="http://schemas.xmlsoap.org/soap/envelope/"><E:Body><n:callServiceResponse xmlns:n="n"><response>${text}</response></n:callServiceResponse></E:Body></E:Envelope>`;
}

/** How a request comes back. */
const ECHOES: Record<string, (operation: Operation, request: Received) => Answer> = {
  "in the carrier's refusal": (operation, request) => ({
    body: enveloped(operation.asked, REFUSALS[operation.asked]?.(repeated(operation, request)) ?? {}),
  }),
  "in the gateway's JSON": (operation, request) => ({
    status: 422,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      code: repeated(operation, request),
      message: repeated(operation, request),
      detail: [{ msg: repeated(operation, request) }],
    }),
  }),
  'in a short text': (operation) => ({
    status: 400,
    headers: { 'content-type': 'text/plain' },
    body: `Refused: ${[...secretsOf(operation), Object.values(operation.json).at(-1) ?? ''].join(' ')}`,
  }),
  'in the words of PHP': (operation, request) => ({
    body: `Notice: ${repeated(operation, request).slice(0, 300)} in /a.php on line 1\n${enveloped(operation.asked, REFUSALS[operation.asked]?.(repeated(operation, request)) ?? {})}`,
  }),
  'as it came': (_, request) => ({ headers: { 'content-type': 'text/plain' }, body: request.body }),
};

interface Operation {
  node: string;
  /** The own node of the carrier that is asked. */
  asked: string;
  resource: string;
  operation: string;
  parameters: Record<string, unknown>;
  json: Record<string, string>;
}

const ROWS = z.record(
  z.string(),
  z.object({
    parameters: z.record(z.string(), z.unknown()),
    sent: z.array(z.unknown()),
    error: z.unknown().optional(),
  }),
);
const ALL = process.env['ALL_ROWS'] === '1';
const ASKED = /create|update|delete|cancel|intercept|hold|handOver|send|close|request|validate|call|upload/;

const PERSONAL =
  /name\d?$|company|street|addressLine|^address$|phone|mobile|mail$|fax|^contact|consignor|^consignee$|driver|city$|postcode|doorplate|district|credsId|taxno$/i;
const OF_GOODS = /enname|cnname|labelName|templateName|binaryPropertyName|itemName|services?Name|manu/i;

/** What a carrier takes in no other form. */
function inForm(value: string): string | undefined {
  if (/^\d{3}-\d{4}$/.test(value)) return '987-6543';
  return /^0\d{9,10}$/.test(value) ? '0908765004' : undefined;
}

/** The parameters with an expression for each text that belongs to a person, and the item that holds it. */
function marked(parameters: Record<string, unknown>): Pick<Operation, 'parameters' | 'json'> {
  const json: Record<string, string> = {};
  const markIn = (value: unknown, name: string): unknown => {
    // Goods have names too, and fields of one's own.
    if (/^(items|goods|extendData)$/.test(name)) return value;
    if (Array.isArray(value)) return value.map((each: unknown) => markIn(each, name));
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([each, held]) => [each, markIn(held, each)]));
    }
    if (typeof value !== 'string' || !PERSONAL.test(name) || OF_GOODS.test(name)) return value;
    const field = `m${Object.keys(json).length}`;
    json[field] = inForm(value) ?? `Zq${Object.keys(json).length}x É'"&`;
    return `={{ $json.${field} }}`;
  };
  return {
    parameters: Object.fromEntries(Object.entries(parameters).map(([name, each]) => [name, markIn(each, name)])),
    json,
  };
}

/** What the operations for any endpoint send: names of fields that no table of this package has. */
const FREE_BODY = {
  body: '={{ $json.order }}',
};

/** Of every node; what is personal in the parameters comes from the item, as in a workflow. */
const ownOperations = ['eccang', 'huahan', 'etower', 'hge', 'mgoship'].flatMap((carrier) => {
  const directory = path.join(__dirname, carrier, 'requests');
  return readdirSync(directory).flatMap((file): Operation[] => {
    const [resource = '', operation = ''] = file.split('.');
    const rows = Object.values(ROWS.parse(JSON.parse(readFileSync(path.join(directory, file), 'utf8'))));
    const row = rows.find(({ sent, error }) => sent.length > 0 && error === undefined);
    if (!row || !ASKED.test(operation)) return [];
    const node = carrier === 'eccang' ? 'eccangTms' : carrier;
    const { parameters, json } = marked(operation === 'call' ? { ...row.parameters, ...FREE_BODY } : row.parameters);
    return [{ node, asked: node, resource, operation, parameters, json }];
  });
});

/** Orders of the step for all carriers, in its form. */
const parcelOrders = CARRIERS.map((carrier): Operation => {
  const { customsItems, recipient, battery = '', ...fields } = asFormHas(carrier.order('R-1'));
  const [item] = itemsOf(carrier, [{}]);
  // The recipient's last: what is repeated in a short text has to be something that every carrier is sent.
  const form = {
    inputMode: 'form',
    ...fields,
    recipient,
    additionalFields: { battery },
    country: located({}, textOf(fields['country']) ?? ''),
  };
  const chosen = { carrier: carrier.carrier, service: located({}, item?.service ?? ''), overrides: item?.overrides };
  const { parameters, json } = marked({ ...form, ...chosen, itemsFrom: 'json', customsItems });
  return { node: 'parcel', asked: carrier.node, resource: 'order', operation: 'create', parameters, json };
});

const operations = [...ownOperations, ...parcelOrders];

const ORDER = JSON.stringify({
  order: {
    receiver: {
      name: 'Zq900x Łé"&',
      addr1: "Zq901x 12/3 L'Allée",
      telephone: 'Zq902x+49',
      email: 'Zq903x@example.com',
    },
    recipientName: 'Zq904x 山田',
    shipToAddress: { line: 'Zq905x road', zip: 'Zq906x' },
  },
});

const SPREADSHEET = ['reference,收件人姓名,street,phone', 'R-1,Zq907x Doe,"Zq908x Road, 1",Zq909x'].join('\n');
const FILE = {
  file: { data: Buffer.from(SPREADSHEET).toString('base64'), mimeType: 'application/vnd.ms-excel', fileName: 'o.xlsx' },
};

const PERSONS = /^(Zq|0908765|987-6543)/i;

interface Seen {
  ran: WorkflowRun;
  /** What n8n stores and shows of the node: errors with their causes and stacks, outputs, hints. */
  recorded: string;
  /** The same with what the item held, and the engine's own record of the credentials' use. */
  whole: string;
}

async function seen(
  { node, resource, operation, parameters, json }: Operation,
  settings: object,
  answer: (request: Received) => Answer,
): Promise<Seen> {
  const place = await loopback((request) => answer(request));
  let run: IRun | undefined;
  try {
    const ran = await runWorkflow({
      workflow: chain(step(node, 'Node', resource, operation, parameters, { ...settings })),
      credentials: accounts(place.url),
      items: [{ json: { ...json, order: ORDER }, binary: FILE }],
      onRecorded: (recorded) => (run = recorded),
    });
    expect(place.received.length).toBeGreaterThan(0);
    const { runData = {}, error } = run?.data.resultData ?? {};
    const deep = (value: unknown): string => inspect(value, { depth: 12, maxArrayLength: null, maxStringLength: null });
    return { ran, recorded: deep([runData['Node'], error, ran.hints]), whole: deep(run) };
  } finally {
    await place.close();
  }
}

const printed: unknown[][] = [];
beforeAll(() => {
  for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    jest.spyOn(console, method).mockImplementation((...words: unknown[]) => void printed.push(words));
  }
});
afterAll(async () => {
  jest.restoreAllMocks();
  await stopEngine();
});

describe.each(Object.entries(ECHOES))('a request that comes back %s', (how, echo) => {
  test.each(operationsFor(how))('is not in the error of %s', async (_name, operation) => {
    const goesOn = how === "in the gateway's JSON";
    const { ran, recorded, whole } = await seen(operation, goesOn ? onRegularOutput : {}, (request) =>
      echo(operation, request),
    );
    expect(leaksIn(recorded)).toEqual([]);
    // The item holds what belongs to persons; secrets are nowhere.
    expect(leaksIn(whole).filter((leak) => !PERSONS.test(leak))).toEqual([]);
    expect(leaksIn(inspect(printed))).toEqual([]);
    const error = goesOn ? outputsOf(ran, 'Node')[0]?.error : ran.result.error;
    // The words of the carrier stay.
    expect(inspect(error)).toMatch(/refusal|text/.test(how) ? /Refused/ : /message/);
  });
});

/** In `npm test` those that create in their carrier's own refusal, and each with one echo. */
function operationsFor(how: string): [name: string, operation: Operation][] {
  const place = Object.keys(ECHOES).indexOf(how);
  return operations
    .filter(({ operation }, at) => ALL || (place === 0 && operation.startsWith('create')) || at % 5 === place)
    .filter(({ operation }) => how !== 'as it came' || operation !== 'call')
    .map((each) => [[...new Set([each.node, each.asked]), each.resource, each.operation].join(' '), each]);
}

/** Each with what stands around it. */
function leaksIn(text: string): string[] {
  const plain = text.replace(
    /[\w+/-]{16,}={0,2}/g,
    (word) => `${word} ${Buffer.from(word, 'base64').toString('latin1')}`,
  );
  return LEAKS.flatMap((leak) => {
    const at = plain.search(leak);
    return at < 0 ? [] : [plain.slice(at, at + 12) + ' in ' + plain.slice(Math.max(0, at - 100), at + 60)];
  });
}
