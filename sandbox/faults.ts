import type { ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { Asked, Carrier, Reply } from './carrier';
import { htmlReply, plainReply } from './reply';

/** A fault ordered through `POST /_control/faults`. */
export interface Fault {
  carrier: string;
  /** Only requests of this service; `label` means label downloads. Without it: every API request. */
  service?: string | undefined;
  kind: string;
  /** Requests it still hits. */
  times: number;
  /** Matching requests it still lets pass first. */
  after: number;
  status?: number | undefined;
  /** `Retry-After` header: seconds or an HTTP date. */
  retryAfter?: number | string | undefined;
  delayMs?: number | undefined;
}

/** What a fault acts on. `process` runs the carrier and may change its state; it may be left out. */
interface Exchange {
  fault: Fault;
  response: ServerResponse;
  process: () => Promise<Reply>;
  send: (reply: Reply) => void;
  /** Ends with the next `POST /_control/release`. */
  released: () => Promise<void>;
}

/** Service name under which label downloads are addressed. */
export const downloadService = 'label';

/** Kinds every carrier knows; `carrier.faultReplies` adds those of its own protocol. */
export const generalFaults: ReadonlyMap<string, (exchange: Exchange) => Promise<void> | void> = new Map([
  ['http', ({ fault, send }: Exchange) => send(httpFault(fault))],
  ['disconnect', ({ response }: Exchange) => cut(response)],
  ['disconnect-after', loseAnswer],
  ['hang', () => undefined],
  ['html', ({ send }: Exchange) => send(htmlReply(200, 'Maintenance'))],
  ['empty', ({ send }: Exchange) => send({ status: 200, headers: {}, body: Buffer.alloc(0) })],
  ['truncated', truncate],
  ['half-body', sendHalfBody],
  ['slow', answerLate],
  ['hold', answerWhenReleased],
  ['label-html', ({ send }: Exchange) => send(htmlReply(200, 'Please log in'))],
  ['label-404', ({ send }: Exchange) => send(plainReply(404, 'Not found'))],
]);

export class FaultList {
  private faults: Fault[] = [];
  private held: (() => void)[] = [];

  add(faults: readonly Fault[]): void {
    this.faults.push(...faults.map((fault) => ({ ...fault })));
  }

  clear(): void {
    this.faults = [];
    this.release();
  }

  released(): Promise<void> {
    return new Promise((resolve) => this.held.push(resolve));
  }

  /** Lets go of every request that is held. @returns how many */
  release(): number {
    const waiting = this.held.splice(0);
    for (const go of waiting) go();
    return waiting.length;
  }

  /** The fault that hits this request, one use of it spent. Faults still waiting for their `after` count the request down. */
  take(carrier: string, asked: Asked): Fault | undefined {
    let hit: Fault | undefined;
    for (const fault of this.faults.filter((candidate) => matches(candidate, carrier, asked))) {
      if (fault.after > 0) fault.after -= 1;
      else hit ??= fault;
    }
    if (hit) hit.times -= 1;
    this.faults = this.faults.filter((fault) => fault.times > 0);
    return hit;
  }
}

export async function applyFault(carrier: Carrier, exchange: Exchange): Promise<void> {
  const ownReply = carrier.faultReplies.get(exchange.fault.kind);
  if (ownReply) exchange.send(ownReply());
  else await generalFaults.get(exchange.fault.kind)?.(exchange);
}

function matches(fault: Fault, carrier: string, asked: Asked): boolean {
  if (fault.carrier !== carrier) return false;
  const service = fault.kind.startsWith('label-') ? downloadService : fault.service;
  if (asked.kind === 'download') return service === downloadService;
  return service === undefined || service === asked.service;
}

function httpFault({ status = 500, retryAfter }: Fault): Reply {
  const headers: Record<string, string> = retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) };
  return plainReply(status, `Sandbox fault: HTTP ${status}`, headers);
}

async function loseAnswer({ response, process }: Exchange): Promise<void> {
  await process();
  cut(response);
}

/** The connection breaks half-way: Content-Length promises the whole body, half of it comes. */
async function truncate({ response, process }: Exchange): Promise<void> {
  const reply = await process();
  response.writeHead(reply.status, { ...reply.headers, 'Content-Length': reply.body.length });
  response.write(half(reply.body), () => cut(response));
}

/** A whole HTTP answer whose document stops half-way, as a proxy or a crashed script leaves it. */
async function sendHalfBody({ process, send }: Exchange): Promise<void> {
  const reply = await process();
  send({ ...reply, body: half(reply.body) });
}

/** Processed at once, answered late: a caller that gave up waiting finds its order made. */
async function answerLate({ fault, process, send }: Exchange): Promise<void> {
  const reply = await process();
  await delay(fault.delayMs ?? 0, undefined, { ref: false });
  send(reply);
}

/** Processed at once, answered when told: shows what a caller does meanwhile, on a machine of any speed. */
async function answerWhenReleased({ process, send, released }: Exchange): Promise<void> {
  const reply = await process();
  await released();
  send(reply);
}

function half(body: Buffer): Buffer {
  return body.subarray(0, Math.floor(body.length / 2));
}

function cut(response: ServerResponse): void {
  response.socket?.destroy();
}
