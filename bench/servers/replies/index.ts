import type { Answer, Carrier } from './answer';
import { eccang } from './eccang';
import { etower } from './etower';
import { hge } from './hge';
import { LABEL } from './label';
import { mgoship } from './mgoship';
import { longReply } from './long';

/** One order, as it was sent last: by this, the JSON of an order is known that a form sends. */
let lastOrder: unknown = {};

/** @param host such as `https://127.0.0.1:4010`, for links */
export function answer(url: string, body: string, host: string): Answer {
  if (url === '/last-order') return { type: 'application/json', body: JSON.stringify(lastOrder) };
  if (url.startsWith('/long/')) return longReply(url.split('/')[2] ?? '');
  if (url.endsWith('.pdf')) return { type: 'application/pdf', body: LABEL };
  const [, carrier = ''] = url.split('/');
  const reply = CARRIERS[carrier]?.(url, body, host);
  if (reply?.order !== undefined) lastOrder = reply.order;
  return reply ?? { type: 'text/plain', body: 'Nothing is here' };
}

const CARRIERS: Record<string, Carrier> = { eccang, huahan: eccang, etower, hge, mgoship };
