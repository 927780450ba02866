import { type Agent, type ClientRequest, type IncomingMessage, request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { HttpReply, HttpRequest } from './exchange';
import { incomingRead, takeUp } from './idle-connections';
import { poolFor, type Pool } from './pools';
import { refusalOfHost } from './private-addresses';
import { ssrfSettings } from './ssrf-settings';
import { unpacked } from './unpacked';

export interface AttemptLimits {
  timeoutMs: number;
  maxReplyBytes: number;
  publicOnly: boolean;
  /** Take any certificate. */
  insecure: boolean;
  /** Cuts the attempt off. Absent for writes. */
  cancel?: AbortSignal;
  /** Asked once there is a connection, just before the request goes out: with false it does not. */
  mayGoOut: () => boolean;
}

/** Why no reply was had. Holds nothing of the request but the name of its host. */
export interface Failure {
  /** Of Node or TLS, or one of ours; a key of the table in failure.ts. */
  code: string;
  /** False when surely no byte of the request has left: there never was a connection (TLS: a secured one) to take it. */
  sent: boolean;
  host: string;
  /** What the connection was made to: the host, or the proxy. */
  peer: string;
  /** Which limit the reply is beyond. */
  limit?: string;
}

export type Outcome =
  | { reply: Pick<HttpReply, 'status' | 'headers' | 'body'>; failure?: undefined }
  | { failure: Failure; reply?: undefined };

/** Code of an attempt that did not go out because it was not to any more. */
export const HELD_BACK = 'HELD_BACK';

/** Sends the request once. Never rejects. */
export async function attempt(request: HttpRequest, limits: AttemptLimits): Promise<Outcome> {
  const target = URL.canParse(request.url) ? new URL(request.url) : undefined;
  if (target?.protocol !== 'http:' && target?.protocol !== 'https:') {
    return failed(limits.publicOnly ? 'INVALID_LINK' : 'INVALID_URL', false, '', '');
  }
  const { hostname: host } = target;

  try {
    const reach = { publicOnly: limits.publicOnly, ssrf: ssrfSettings() };
    const refusal = refusalOfHost(host, reach);
    if (refusal !== undefined) return failed(refusal, false, host, host);
    const pool = poolFor(target, reach, limits.insecure);
    return await pool.inTurn(async () => {
      await incomingRead();
      if (!limits.mayGoOut()) return failed(HELD_BACK, false, host, host);
      return exchange(request, limits, pool, target);
    });
  } catch (error) {
    return failed(codeOf(error), false, host, host);
  }
}

/** With a connection to be had at once. */
async function exchange(request: HttpRequest, limits: AttemptLimits, pool: Pool, target: URL): Promise<Outcome> {
  const facts: Facts = { sent: false };
  try {
    const { status, headers, packed } = await received(request, limits, pool.agent, target, facts);
    const body = await unpacked(packed, headers['content-encoding'], limits.maxReplyBytes);
    return { reply: { status, headers, body } };
  } catch (error) {
    const { hostname: host } = target;
    return failed(facts.code ?? codeOf(error), facts.sent, host, pool.proxy ? `the proxy ${pool.proxy}` : host);
  }
}

interface Facts {
  sent: boolean;
  /** Set by the first thing that goes wrong. */
  code?: string;
}

interface Received {
  status: number;
  headers: Record<string, string>;
  /** As it came, compressed or not. */
  packed: Buffer;
}

/** Rejects with what went wrong, unless `facts` have its code. */
function received(
  request: HttpRequest,
  limits: AttemptLimits,
  agent: Agent,
  target: URL,
  facts: Facts,
): Promise<Received> {
  return new Promise((resolve, reject) => {
    const send = target.protocol === 'https:' ? httpsRequest : httpRequest;
    const outgoing = send(target, { method: request.method, headers: headersOf(request), agent });
    const failing = (error: Error): void => {
      settled();
      reject(error);
    };
    const giveUp = (code: string): void => {
      facts.code ??= code;
      outgoing.destroy();
      // At once: a request that has no connection yet says nothing when it is destroyed.
      failing(new Error(code));
    };
    const cancelled = (): void => giveUp('CANCELLED');
    const deadline = setTimeout(giveUp, limits.timeoutMs, 'DEADLINE');
    const settled = (): void => {
      clearTimeout(deadline);
      limits.cancel?.removeEventListener('abort', cancelled);
    };
    outgoing.on('error', failing);
    watch(outgoing, facts);
    outgoing.once('response', (response) => {
      if (facts.code) {
        giveUp(facts.code);
        return;
      }
      response.on('error', failing);
      response.once('close', () => {
        if (!response.complete) failing(Object.assign(new Error('Closed'), { code: 'ERR_STREAM_PREMATURE_CLOSE' }));
      });
      collect(response, limits.maxReplyBytes, giveUp, (packed) => {
        settled();
        resolve({ status: response.statusCode ?? 0, headers: plainHeaders(response), packed });
      });
    });
    limits.cancel?.addEventListener('abort', cancelled, { once: true });
    if (limits.cancel?.aborted) cancelled();
    else outgoing.end(request.body);
  });
}

function headersOf({ headers = {}, body }: HttpRequest): Record<string, string | number> {
  const named = new Set(Object.keys(headers).map((name) => name.toLowerCase()));
  const all: Record<string, string | number> = { Accept: 'application/json, text/plain, */*', ...headers };
  if (!named.has('user-agent')) all['User-Agent'] = 'n8n-nodes-crossborder';
  if (!named.has('accept-encoding')) all['Accept-Encoding'] = 'gzip, deflate, br';
  if (body !== undefined) all['Content-Length'] = Buffer.byteLength(body);
  return all;
}

/** Notes the moment from which bytes may have left. */
function watch(outgoing: ClientRequest, facts: Facts): void {
  // https-proxy-agent hands the proxy's refusal out as if it were the reply; the request has not been sent then.
  outgoing.once('proxyConnect', ({ statusCode }: { statusCode: number }) => {
    if (statusCode !== 200) facts.code ??= `PROXY_${statusCode}`;
  });
  outgoing.once('socket', (socket) => {
    takeUp(socket);
    if (!facts.code) whenOpen(socket, () => (facts.sent = true));
  });
}

/** A new TLS socket buffers what is written to it until the handshake is done and the certificate accepted. */
function whenOpen(socket: Socket, opened: () => void): void {
  if (socket instanceof TLSSocket) {
    // A finished handshake: a connection used before.
    if (socket.getFinished() !== undefined) opened();
    else socket.once('secureConnect', opened);
  } else if (socket.connecting) socket.once('connect', opened);
  else opened();
}

function collect(
  response: IncomingMessage,
  limit: number,
  giveUp: (code: string) => void,
  done: (body: Buffer) => void,
): void {
  const pieces: Buffer[] = [];
  let bytes = 0;
  response.on('data', (piece: Buffer) => {
    bytes += piece.length;
    if (bytes > limit) giveUp('REPLY_TOO_LARGE');
    else pieces.push(piece);
  });
  response.once('end', () => done(Buffer.concat(pieces)));
}

/** Names in lower case; a header that came several times is joined with ", ". */
function plainHeaders({ headers }: IncomingMessage): Record<string, string> {
  const plain: Record<string, string> = {};
  for (const [name, value = ''] of Object.entries(headers))
    plain[name] = Array.isArray(value) ? value.join(', ') : value;
  return plain;
}

function codeOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : 'UNKNOWN';
}

function failed(code: string | undefined, sent: boolean, host: string, peer: string): Outcome {
  return { failure: { code: code ?? 'UNKNOWN', sent, host, peer } };
}
