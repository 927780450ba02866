import { createHash } from 'node:crypto';
import credentials from '../../examples/credentials.sandbox.json';
import type { CarrierRequest } from '../carrier';

/** Seconds either way. HGE's window is not documented (`hge.md` 2.2); this one is the sandbox's. */
export const timestampWindow = 300;

const { apiKey, apiSecret, apiToken } = credentials.hgeApi;

/**
 * Checks the headers of the guide's table (`hge.md` 2.1, 2.2). Gives what is wrong, or undefined. The signature is made
 * over the bytes as they arrived, which must be compact JSON.
 */
export function authenticationProblem(
  { headers, body }: Pick<CarrierRequest, 'headers' | 'body'>,
  now = Date.now(),
): string | undefined {
  const { timestamp, authorization } = headers;
  if (headers.api_key !== apiKey) return 'api_key';
  if (typeof timestamp !== 'string' || !/^\d{10}$/.test(timestamp)) return 'timestamp is not Unix time in seconds';
  if (Math.abs(now / 1000 - Number(timestamp)) > timestampWindow) return 'timestamp is outside the window';
  if (headers.signature !== signature(timestamp, body)) return 'signature';
  if (!isCompact(body.toString('utf8'))) return 'signature: the body is not compact JSON';
  if (headers['api-token'] !== apiToken) return 'api-token';
  // Sent by those who read the operation pages instead of the guide (2.5): then it has to be right.
  if (authorization !== undefined && authorization !== `Bearer ${apiToken}`) return 'Authorization';
  return undefined;
}

function signature(timestamp: string, body: Buffer): string {
  return createHash('md5').update(`${apiKey}${apiSecret}${timestamp}`).update(body).digest('hex');
}

/** No blanks or line breaks outside of strings. */
function isCompact(json: string): boolean {
  let inString = false;
  for (let at = 0; at < json.length; at += 1) {
    const character = json.charAt(at);
    if (inString && character === '\\') at += 1;
    else if (character === '"') inString = !inString;
    else if (!inString && /\s/.test(character)) return false;
  }
  return true;
}
