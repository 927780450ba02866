import { readFileSync } from 'node:fs';
import path from 'node:path';

const PAYLOADS = path.join(__dirname, 'payloads');

/** A documented payload of a carrier, as text. `payloads/README.md` tells where each comes from. */
export function documented(carrier: string, file: string): string {
  return readFileSync(path.join(PAYLOADS, carrier, file), 'utf8');
}

export function documentedJson(carrier: string, file: string): unknown {
  return JSON.parse(documented(carrier, file));
}

/** The text of a carrier's reference. */
export function reference(name: string): string {
  return readFileSync(path.join(__dirname, '../docs/references', `${name}.md`), 'utf8');
}
