import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isObject, type JsonObject } from '#carriers/shared/json-value';

const PAYLOADS = path.join(__dirname, 'payloads');

/** A documented payload of a carrier, as text. `payloads/README.md` tells where each comes from. */
export function documented(carrier: string, file: string): string {
  return readFileSync(path.join(PAYLOADS, carrier, file), 'utf8');
}

export function documentedJson(carrier: string, file: string): unknown {
  return JSON.parse(documented(carrier, file));
}

/** An order of a shop. `shop-orders/README.md` tells where each comes from. */
export function shopJson(shop: string, file: string): unknown {
  return JSON.parse(readFileSync(path.join(__dirname, 'shop-orders', shop, file), 'utf8'));
}

/** The object that a documented payload, or a part of one, must be. */
export function object(value: unknown): JsonObject {
  if (!isObject(value)) throw new Error('The documented payload is no object');
  return value;
}

/** The text of a carrier's reference. */
export function reference(name: string): string {
  return readFileSync(path.join(__dirname, '../docs/references', `${name}.md`), 'utf8');
}
