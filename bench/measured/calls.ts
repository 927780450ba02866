import { createRequire } from 'node:module';
import path from 'node:path';
import type * as Undici from 'undici';
import { PROJECT_ROOT } from '../../engine';
import { CALLS, inCall, type Call } from '../calls';
import type { CallsJob } from '../case';
import type { Addresses, Prepared } from './addresses';
import { numberOf } from './items';

type Pool = Undici.Pool;

/** As many as a workflow warms up with. */
const WARM_UP = 100;

/** A pool of undici, each lane taking the next item when it has done one. */
export async function prepareCalls(job: CallsJob, { url, warmUpUrl }: Addresses): Promise<Prepared> {
  const calls = job.calls.map((name) => CALLS[name]);
  await inLanes(warmUpUrl, { ...job, items: { count: WARM_UP } }, calls);
  return () => inLanes(url, job, calls);
}

async function inLanes(url: string, { items, atOnce }: CallsJob, calls: readonly Call[]): Promise<void> {
  const pool = new (undici().Pool)(url, { connections: atOnce, pipelining: 1 });
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < items.count) {
      const number = numberOf(next++);
      for (const call of calls) await send(pool, call, number);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  await pool.close();
}

async function send(pool: Pool, call: Call, number: string): Promise<void> {
  const { path: target, body } = inCall(call, number);
  const isPost = call.method === 'POST';
  const reply = await pool.request({
    method: call.method,
    path: target,
    ...(isPost ? { headers: { 'content-type': call.type }, body } : {}),
  });
  if (reply.statusCode !== 200) throw new Error(`The stub answered ${reply.statusCode}`);
  if (call.reads === 'bytes') await reply.body.arrayBuffer();
  else if (call.reads === 'json') await reply.body.json();
  else await reply.body.text();
}

/** The one of the bench, not the one that n8n brings along. */
function undici(): typeof Undici {
  const loaded: unknown = createRequire(path.join(PROJECT_ROOT, 'bench/package.json'))('undici');
  if (!isUndici(loaded)) throw new Error('undici is not as it was');
  return loaded;
}

function isUndici(value: unknown): value is typeof Undici {
  return typeof value === 'object' && value !== null && 'Pool' in value;
}
