import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod/v4';
import type { Reply } from '../carrier';
import { htmlReply, plainReply } from '../reply';
import { changingReply, kind, type Exchange, type Kind } from './kind';

const none = z.object({});

/** What happens to a connection, or to an answer as a whole. */
export const connectionKinds: Readonly<Record<string, Kind>> = {
  http: kind(
    z.object({
      status: z.int().min(200).max(599),
      /** `Retry-After` header: seconds or an HTTP date. */
      retryAfter: z.union([z.int().min(0), z.string().min(1)]).optional(),
    }),
    {
      act({ send }, { status, retryAfter }) {
        const headers: Record<string, string> = retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) };
        send(plainReply(status, `Sandbox fault: HTTP ${status}`, headers));
      },
    },
  ),
  disconnect: kind(none, { act: cut }),
  'disconnect-after': kind(none, {
    async act(exchange) {
      await exchange.process();
      cut(exchange);
    },
  }),
  hang: kind(none, { act: () => undefined }),
  html: kind(none, { act: ({ send }) => send(htmlReply(200, 'Maintenance')) }),
  empty: kind(none, { act: ({ send }) => send({ status: 200, headers: {}, body: Buffer.alloc(0) }) }),
  truncated: kind(none, { act: truncate }),
  'half-body': kind(none, { act: changingReply((reply) => ({ ...reply, body: half(reply.body) })) }),
  slow: kind(z.object({ delayMs: z.int().min(0).max(600_000) }), {
    // Processed at once, answered late: a caller that gave up waiting finds its order made.
    act: changingReply(async (reply, _form, { delayMs }) => {
      await delay(delayMs, undefined, { ref: false });
      return reply;
    }),
  }),
  hold: kind(none, {
    // Processed at once, answered when told: shows what a caller does meanwhile, on a machine of any speed.
    act: changingReply(async (reply, _form, _fields, { released }) => {
      await released();
      return reply;
    }),
  }),
};

/** A carrier's own kind: an answer that only its protocol has. The request is not processed. */
export function ownKind(reply: () => Reply): Kind {
  return kind(none, { act: ({ send }) => send(reply()) });
}

/** The connection breaks half-way: Content-Length promises the whole body, half of it comes. */
async function truncate(exchange: Exchange): Promise<void> {
  const { response, process } = exchange;
  const reply = await process();
  response.writeHead(reply.status, { ...reply.headers, 'Content-Length': reply.body.length });
  response.write(half(reply.body), () => cut(exchange));
}

function half(body: Buffer): Buffer {
  return body.subarray(0, Math.floor(body.length / 2));
}

function cut({ response }: Exchange): void {
  response.socket?.destroy();
}
