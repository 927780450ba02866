import { readFileSync } from 'node:fs';
import path from 'node:path';

const CARRIERS = path.join(__dirname, '../../../shared/carriers');

/** A documented payload, as text, from the carrier references beside the project. */
export function documented(carrier: string, file: string): string {
  return readFileSync(path.join(CARRIERS, carrier, 'examples', file), 'utf8');
}

export function documentedJson(carrier: string, file: string): unknown {
  return JSON.parse(documented(carrier, file));
}
