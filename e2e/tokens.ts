import { createRequire } from 'node:module';
import path from 'node:path';
import { objectOf } from '../carriers/shared/json-value';
import { N8N_HOME } from './installation';

/** How much of a model's memory a text takes, as models of today count (o200k_base). The counter comes with n8n. */
export function tokensOf(text: string): number {
  encode ??= counter();
  const tokens: unknown = encode(text);
  return Array.isArray(tokens) ? tokens.length : 0;
}

/** It takes a second to make. */
let encode: ((text: string) => unknown) | undefined;

function counter(): (text: string) => unknown {
  const tiktoken: unknown = createRequire(path.join(N8N_HOME, 'package.json'))('js-tiktoken');
  const { getEncoding } = objectOf(tiktoken);
  if (typeof getEncoding !== 'function') throw new Error('n8n has no counter of tokens');
  const encoding: unknown = Reflect.apply(getEncoding, undefined, ['o200k_base']);
  const { encode: counts } = objectOf(encoding);
  if (typeof counts !== 'function') throw new Error('The counter of tokens counts nothing');
  return (text): unknown => Reflect.apply(counts, encoding, [text]);
}
