import { type Agent, type ClientRequest, type IncomingMessage, request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { HttpRequest } from './exchange';
import { takeUp } from './idle-connections';

export interface WireLimits {
  timeoutMs: number;
  /** Of the reply as it comes. */
  maxReplyBytes: number;
  /** Cuts the exchange off. Absent for writes. */
  cancel?: AbortSignal;
}

/** What is known of a request that failed. */
export interface Facts {
  sent: boolean;
  /** Set by the first thing that goes wrong. */
  code?: string;
}

export interface Received {
  status: number;
  headers: Record<string, string>;
  /** As it came, compressed or not. */
  packed: Buffer;
}

/** Sends a request and takes its reply. Rejects with what went wrong, unless `facts` have its code. */
export function received(
  request: HttpRequest,
  limits: WireLimits,
  agent: Agent,
  target: URL,
  facts: Facts,
): Promise<Received> {
  return new Promise((resolve, reject) => {
    if (limits.cancel?.aborted) throw Object.assign(new Error('Cancelled'), { code: 'CANCELLED' });
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
    let isComplete = (): boolean => false;
    // Nothing behind a complete reply makes it a worse one.
    outgoing.on('error', (error) => {
      if (!isComplete()) failing(error);
    });
    watch(outgoing, facts);
    // Without an error, where a server goes over to another protocol.
    outgoing.once('close', () => {
      if (!isComplete()) failing(Object.assign(new Error('Closed'), { code: 'ERR_STREAM_PREMATURE_CLOSE' }));
    });
    outgoing.once('response', (response) => {
      isComplete = () => response.complete;
      if (facts.code) {
        giveUp(facts.code);
        return;
      }
      response.on('error', failing);
      collect(response, limits.maxReplyBytes, giveUp, (packed) => {
        settled();
        resolve({ status: response.statusCode ?? 0, headers: plainHeaders(response), packed });
      });
    });
    limits.cancel?.addEventListener('abort', cancelled, { once: true });
    outgoing.end(request.body);
  });
}

/** All headers but those that the connection has of itself: `Host` and `Connection`. */
export function headersOf({ headers = {}, body }: HttpRequest): Record<string, string | number> {
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
  const body = bufferFor(response, limit);
  let bytes = 0;
  response.on('data', (piece: Buffer) => {
    if (bytes + piece.length > limit) giveUp('REPLY_TOO_LARGE');
    else if (body) piece.copy(body, bytes);
    else pieces.push(piece);
    bytes += piece.length;
  });
  response.once('end', () => done(body ? body.subarray(0, bytes) : Buffer.concat(pieces)));
}

/** Where the pieces go as they come, if the server says how long they are together: kept until the end they take as much again. */
function bufferFor({ headers }: IncomingMessage, limit: number): Buffer | undefined {
  const length = Number(headers['content-length']);
  return length > 0 && length <= limit ? Buffer.allocUnsafe(length) : undefined;
}

/** Names in lower case; a header that came several times is joined with ", ". */
function plainHeaders({ headers }: IncomingMessage): Record<string, string> {
  const plain: Record<string, string> = {};
  for (const [name, value = ''] of Object.entries(headers))
    plain[name] = Array.isArray(value) ? value.join(', ') : value;
  return plain;
}
