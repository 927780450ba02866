import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { JsonObject } from '#carriers/shared/json-value';
import type { NodeAt } from './run';

/** The documented replies of a carrier, and the operations that they answer: `test/contract/<carrier>/leaves.ts`. */
export interface CarrierReplies {
  carrier: string;
  at: (url: string) => NodeAt;
  /** The body in which a reply comes; otherwise its JSON. */
  body?: (reply: unknown) => string;
  /** By their names: the beginning of the names of their files in `test/payloads/<carrier>`, `derived` included. */
  replies: Readonly<Record<string, Reply>>;
  /** Other documented values of codes in every reply, by their paths without indexes: `data[].status`. */
  values?: JsonObject;
  /** Samples that are no reply with leaves, with the reason. */
  besides: Readonly<Record<string, string>>;
}

export interface Reply {
  operation: string;
  /** Where it has another name, because two operations get it. */
  sample?: string;
  /** Of the items that ask. */
  numbers?: readonly string[];
  /** Beside those with which the operation was recorded. */
  parameters?: JsonObject;
  /** The same for this reply, and values for leaves that no sample has. */
  values?: JsonObject;
}

const PAYLOADS = path.join(__dirname, '../../payloads');

export function carriersWithSamples(): string[] {
  const entries = readdirSync(PAYLOADS, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

/** Names of the sample answers of a carrier. */
export function samplesOf(carrier: string): string[] {
  const folder = path.join(PAYLOADS, carrier);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.response\b.*\.json$/.test(file),
  );
}

export function isSampleOf(reply: string, file: string): boolean {
  return path.basename(file).startsWith(`${reply}.response.`);
}

/** A row of the table of what is left out: the reply, or `*` for any; a leaf, without indexes; and why. */
export interface LeftOut {
  reply: string;
  leaf: string;
  why: string;
}

/** The rows of `test/contract/<carrier>/left-out.md`. */
export function leftOutOf(carrier: string): LeftOut[] {
  const text = readFileSync(path.join(__dirname, '..', carrier, 'left-out.md'), 'utf8');
  const rows = text.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((line) => {
    const [, reply = '', leaf = '', why = ''] = line.split('|').map((cell) => cell.trim().replace(/^`|`$/g, ''));
    return { reply, leaf, why };
  });
}
