import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { IExecuteFunctions, INodeProperties, INodeType } from 'n8n-workflow';
import { objectAsIs, type JsonObject } from '#carriers/shared/json-value';

/** A node, and the fields of its credentials for a carrier at this address. */
export interface NodeAt {
  node: INodeType;
  credentials: Record<string, object>;
}

/** What a user sees of one run: outputs with their files, and hints; or the message of the error. */
export type Seen = { items: unknown; hints: string[] } | { error: string };

/** Runs one operation, by `resource.operation`, on an item for each number, or else on one. */
export async function seenOf(
  { node, credentials }: NodeAt,
  operation: string,
  parameters: JsonObject,
  numbers: readonly string[] = [],
): Promise<Seen> {
  const [resource = '', name = ''] = operation.split('.');
  const given: JsonObject = { ...parameters, resource, operation: name };
  const fields = node.description.properties.filter((field) => isShownFor(field, resource, name));
  const hints: string[] = [];
  const known = {
    getNode: () => ({ id: '1', name: 'Node', type: 'node', typeVersion: 1, position: [0, 0], parameters: {} }),
    getInputData: () =>
      Array.from({ length: Math.max(1, numbers.length) }, () => ({ json: {}, binary: { data: FILE } })),
    continueOnFail: () => false,
    getNodeParameter: (asked: string, item: number, otherwise: unknown) =>
      (asked === 'number' ? numbers[item] : undefined) ??
      valueAt(given, asked) ??
      fields.find((field) => field.name === asked)?.default ??
      otherwise,
    getTimezone: () => 'UTC',
    getExecutionCancelSignal: () => undefined,
    getCredentials: async (type: string) => credentials[type],
    addExecutionHints: ({ message }: { message: string }) => void hints.push(message),
    getExecutionId: () => '1',
    sendMessageToUI: () => undefined,
    logger: { info: () => undefined },
    helpers: {
      assertBinaryData: () => FILE,
      getBinaryDataBuffer: async () => Buffer.from(FILE.data),
      prepareBinaryData: async (content: Buffer, fileName: string) => ({ fileName, data: content.toString('base64') }),
    },
  };
  // Whatever else a node asked for would fail by its name.
  const functions: IExecuteFunctions = Object.assign(Object.create(null), known);
  try {
    return { items: await node.execute?.call(functions), hints };
  } catch (error) {
    return { error: error instanceof Error ? error.message : 'unknown' };
  }
}

/** The data of each output. */
export function outputsIn(seen: Seen): unknown[] {
  const items: unknown[] = 'items' in seen && Array.isArray(seen.items) ? seen.items.flat() : [];
  return items.map((item) => objectAsIs(item)['json']);
}

/** Parameters with which an operation was recorded (`test/engine/<carrier>/requests`), if it was, set so that it gives all that it was told. */
export function recorded(carrier: string, operation: string): JsonObject {
  const file = path.join(__dirname, '../../engine', carrier, 'requests', `${operation}.json`);
  const [row] = existsSync(file) ? Object.values(objectAsIs(JSON.parse(readFileSync(file, 'utf8')))) : [];
  return { ...objectAsIs(objectAsIs(row)['parameters']), ...ALWAYS };
}

const FILE = { fileName: 'orders.xlsx', mimeType: 'application/octet-stream', data: 'PK' };

const ALWAYS = {
  simplify: true,
  returnAll: true,
  download: false,
  waitUntilIssued: false,
  waitUntilReady: false,
  binaryPropertyName: 'data',
  options: {},
};

function isShownFor({ displayOptions, name }: INodeProperties, resource: string, operation: string): boolean {
  const { resource: resources, operation: operations } = displayOptions?.show ?? {};
  return name !== 'resource' && name !== 'operation' && isAmong(resources, resource) && isAmong(operations, operation);
}

function isAmong(values: unknown[] | undefined, value: string): boolean {
  return values?.includes(value) ?? false;
}

function valueAt(given: JsonObject, name: string): unknown {
  return name.split('.').reduce<unknown>((value, part) => objectAsIs(value)[part], given);
}
