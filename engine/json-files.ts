import { readFile } from 'node:fs/promises';
import * as z from 'zod/v4';
import type { Credentials } from './credentials';
import { settingUp, SetupError } from './setup-error';

/**
 * Reads a JSON file. What it holds may be secret or personal, so a message never quotes it.
 * @throws SetupError when the file is missing or no JSON
 */
export async function readJson(path: string): Promise<unknown> {
  const text = await settingUp('A file cannot be read', () => readFile(path, 'utf8'));
  try {
    return JSON.parse(text.replace(BYTE_ORDER_MARK, ''));
  } catch (error) {
    const place = /line \d+ column \d+/.exec(String(error))?.[0];
    throw new SetupError(`${path} is not valid JSON${place ? ` (${place})` : ''}.`);
  }
}

/**
 * Reads `{ "<credential type>": { fields } }`.
 * @throws SetupError naming the credential or field that has the wrong form
 */
export async function readCredentials(path: string): Promise<Credentials> {
  const { data, error } = CREDENTIALS.safeParse(await readJson(path));
  if (data) return data;
  const place = error.issues[0]?.path.join('.');
  throw new SetupError(
    `${path} must be an object { "<credential type>": { fields } } whose fields are text, numbers or true/false` +
      `${place ? `: "${place}" is not` : ''}.`,
  );
}

const BYTE_ORDER_MARK = /^\uFEFF/;
const CREDENTIALS = z.record(z.string(), z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])));
