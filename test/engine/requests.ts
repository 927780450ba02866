/**
 * What every operation puts on the wire. Each row of `<carrier>/requests/<resource>.<operation>.json` holds parameters as
 * a saved workflow holds them, and what a stand-in received when the real engine ran them: method, path, type and body,
 * without time and signature; or the message with which the node refused them.
 *
 * The rows were recorded once. Each test runs the recorded parameters and compares. To record again after a change that
 * is meant, and to read the difference before it is committed:
 *
 *     npm run build && RECORD=1 npx jest --selectProjects engine -w 1 -- requests.test
 *     npx prettier --write test/engine
 *
 * Recording makes the parameters anew, from the tables in `<carrier>/requests.test.ts` and the node's own description.
 */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import type { INodeTypeDescription } from 'n8n-workflow';
import * as z from 'zod/v4';
import { runWorkflow, stopEngine, type Credentials } from '../../engine';
import { operationsOf } from './described';

/** Parameters of one run, and the items that it starts with: one empty item when there are none. */
export interface Case {
  parameters: Record<string, unknown>;
  items?: readonly object[] | undefined;
}

/** The rows of one operation by their names. */
export type Cases = Record<string, Case>;

/** Cases of which each is parameters and nothing else; names get the prefix. */
export function cases(table: Record<string, Record<string, unknown>>, prefix = ''): Cases {
  return Object.fromEntries(Object.entries(table).map(([name, parameters]) => [prefix + name, { parameters }]));
}

/** A request as it came in, with its body decoded. */
export interface Sent {
  method: string;
  path: string;
  type?: string | undefined;
  body?: unknown;
}

export interface Answer {
  headers?: Record<string, string>;
  body: string | Buffer;
}

export interface Requests {
  /** Name of the node, such as `hge`. */
  node: string;
  description: INodeTypeDescription;
  /** Where the rows are kept. */
  directory: string;
  /** The credentials for a stand-in at this address. */
  credentials: (url: string) => Credentials;
  /** What the stand-in says to a request. */
  answer: (request: Sent, url: string) => Answer;
  /** The content of a body, of which `path` and `type` tell what it is. */
  decode?: (body: string, request: Sent) => unknown;
  /** By resource and operation, such as `order.create`. */
  operations: Record<string, () => Cases>;
}

/** Makes the tests of one node. */
export function describeRequests(requests: Requests): void {
  const { directory, operations } = requests;
  const standIn = openStandIn(requests);
  afterAll(async () => {
    await (await standIn).close();
    await stopEngine();
  });

  if (RECORDING) {
    for (const file of readdirSync(directory)) rmSync(path.join(directory, file));
    test.each(Object.keys(operations))('records %s', async (operation) => {
      const rows: Record<string, Row> = {};
      for (const [name, given] of Object.entries(operations[operation]?.() ?? {})) {
        rows[name] = { ...given, ...(await outcomeOf(requests, await standIn, operation, given)) };
      }
      writeFileSync(fileOf(directory, operation), `${textOf(rows)}\n`);
      expect(Object.keys(rows)).not.toEqual([]);
    });
    return;
  }

  test('every operation of the node has rows, and no row is without a table', () => {
    const recorded = readdirSync(directory).map((file) => path.basename(file, '.json'));
    expect(recorded.sort()).toEqual(operationsOf(requests.description).sort());
    expect(Object.keys(operations).sort()).toEqual(recorded);
  });

  describe.each(Object.keys(operations))('%s', (operation) => {
    const rows = ROWS.parse(JSON.parse(readFileSync(fileOf(directory, operation), 'utf8')));
    test('has the rows of its table', () => {
      expect(Object.keys(rows)).toEqual(Object.keys(operations[operation]?.() ?? {}));
    });
    test.each(Object.entries(rows).filter(chosen))('%s', async (_, { sent, error, ...given }) => {
      const outcome = await outcomeOf(requests, await standIn, operation, given);
      expect(textOf(outcome)).toBe(textOf({ sent, ...(error === undefined ? {} : { error }) }));
    });
  });
}

const RECORDING = process.env['RECORD'] === '1';

/** `npm test` runs the first rows of an operation and every sixteenth other; `npm run test:rows` and CI run all. */
function chosen(_: unknown, at: number): boolean {
  return process.env['ALL_ROWS'] === '1' || at < 2 || at % 16 === 0;
}

interface Outcome {
  sent: Sent[];
  /** Message, and what n8n shows below it. */
  error?: undefined | { message: string; description: string | null };
}

type Row = Case & Outcome;

const ROWS = z.record(
  z.string(),
  z.object({
    parameters: z.record(z.string(), z.unknown()),
    items: z.array(z.looseObject({})).optional(),
    sent: z.array(
      z.object({
        method: z.string(),
        path: z.string(),
        type: z.string().optional(),
        body: z.unknown().optional(),
      }),
    ),
    error: z.object({ message: z.string(), description: z.string().nullable() }).optional(),
  }),
);

function fileOf(directory: string, operation: string): string {
  return path.join(directory, `${operation}.json`);
}

/** The order of members counts: documented bodies have one. */
function textOf(value: unknown): string {
  return JSON.stringify(value, null, 2);
}

async function outcomeOf(
  { node, credentials }: Requests,
  { url, received }: StandIn,
  operation: string,
  { parameters, items = [{}] }: Case,
): Promise<Outcome> {
  received.length = 0;
  const [resource = '', name] = operation.split('.');
  const workflow = workflowOf(`n8n-nodes-crossborder.${node}`, { resource, operation: name, ...parameters });
  const { result } = await runWorkflow({ workflow, credentials: credentials(url), items: structuredClone(items) });
  const sent = [...received];
  if (!result.error) return { sent };
  const { message, description } = result.error;
  const neutral = (text: string): string => text.replaceAll(new URL(url).host, 'STAND-IN');
  return {
    sent,
    error: { message: neutral(message), description: description === null ? null : neutral(description) },
  };
}

/** A manual trigger and one node, in a time zone that is not that of the machine. */
function workflowOf(type: string, parameters: Record<string, unknown>): unknown {
  const node = (name: string, kind: string, given: object): object => ({
    id: name,
    name,
    type: kind,
    typeVersion: 1,
    position: [0, 0],
    parameters: given,
  });
  return {
    name: 'Requests',
    nodes: [node('Start', 'n8n-nodes-base.manualTrigger', {}), node('Node', type, parameters)],
    connections: { Start: { main: [[{ node: 'Node', type: 'main', index: 0 }]] } },
    settings: { executionOrder: 'v1', timezone: 'Asia/Shanghai' },
  };
}

interface StandIn {
  url: string;
  received: Sent[];
  close: () => Promise<void>;
}

async function openStandIn({ answer, decode }: Requests): Promise<StandIn> {
  const received: Sent[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url: target = '', headers } = request;
      const text = Buffer.concat(chunks).toString('utf8');
      const type = headers['content-type'];
      const head = { method, path: target, ...(type === undefined ? {} : { type }) };
      const sent = text === '' ? head : { ...head, body: decode ? decode(text, head) : contentOf(text) };
      const neutral = type?.startsWith('multipart/') ? { ...sent, type: 'multipart/form-data' } : sent;
      received.push(neutral);
      const { headers: replied = {}, body } = answer(neutral, `http://127.0.0.1:${port()}`);
      response.writeHead(200, replied).end(body);
    });
  });
  const port = (): number => {
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('The stand-in listens on no port');
    return address.port;
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => {
        resolve();
      });
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${port()}`, received, close };
}

/** The value of compact JSON; text where it is none, or where a number would not be written the same way again. */
export function contentOf(text: string): unknown {
  try {
    const content: unknown = JSON.parse(text);
    return JSON.stringify(content) === text ? content : text;
  } catch {
    return text;
  }
}
