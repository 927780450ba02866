import type { Answer, Carrier } from './answer';
import { eccang } from './eccang';
import { etower } from './etower';
import { hge } from './hge';
import { LABEL } from './label';
import { mgoship } from './mgoship';
import { longReply } from './long';

/** Orders with such a reference are kept: by them, the JSON is known that a form sends. Each process has its own. */
const KEPT = /KEPT-\d+/;
const orders = new Map<string, unknown>();

/** @param host such as `https://127.0.0.1:4010`, for links */
export function answer(url: string, body: string, host: string): Answer {
  const [kept = ''] = KEPT.exec(url) ?? [];
  if (kept !== '') return { type: 'application/json', body: JSON.stringify(orders.get(kept)) };
  if (url.startsWith('/long/')) return longReply(url.split('/')[2] ?? '');
  if (url.endsWith('.pdf')) return { type: 'application/pdf', body: LABEL };
  const [, carrier = ''] = url.split('/');
  const reply = CARRIERS[carrier]?.(url, body, host);
  const [reference] = reply?.order === undefined ? [] : (KEPT.exec(body) ?? []);
  if (reference !== undefined) orders.set(reference, reply?.order);
  return reply ?? { type: 'text/plain', body: 'Nothing is here' };
}

const CARRIERS: Record<string, Carrier> = { eccang, huahan: eccang, etower, hge, mgoship };
