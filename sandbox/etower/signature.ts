import { createHmac, timingSafeEqual } from 'node:crypto';
import credentials from '../../examples/credentials.sandbox.json';
import type { CarrierRequest } from '../carrier';

const { token, key } = credentials.etowerApi;
const windowMs = 15 * 60_000;
const rfc1123 = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/** What is wrong with the signature of a request (`etower.md` B.2), or undefined. `now` is the carrier's clock. */
export function signatureProblem(request: CarrierRequest, now: number): string | undefined {
  const date = header(request, 'x-walltech-date');
  if (!rfc1123.test(date)) return 'X-WallTech-Date is missing or not an RFC 1123 date in GMT';
  if (Math.abs(Date.parse(date) - now) > windowMs) return 'X-WallTech-Date is more than 15 minutes off';
  const [, givenToken = '', signature = ''] = /^WallTech ([^:]+):(.+)$/.exec(header(request, 'authorization')) ?? [];
  if (givenToken !== token) return 'The token is unknown';
  return isSame(signature, expected(request, date)) ? undefined : 'The signature does not match';
}

/** How a query string would be signed is unknown, so that a request with one never matches. */
function expected({ method, path, query, headers }: CarrierRequest, date: string): string {
  if (query.size > 0) return '';
  const stringToSign = [method, date, `http://${headers.host ?? ''}${path}`].join('\n');
  return createHmac('sha1', Buffer.from(key, 'utf8')).update(Buffer.from(stringToSign, 'utf8')).digest('base64');
}

function isSame(left: string, right: string): boolean {
  return left.length === right.length && timingSafeEqual(Buffer.from(left), Buffer.from(right));
}

function header({ headers }: CarrierRequest, name: string): string {
  const value = headers[name];
  return typeof value === 'string' ? value : '';
}
