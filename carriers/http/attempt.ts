import { type ClientRequest, type IncomingMessage, request as httpRequest, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { TLSSocket } from 'node:tls';
import axios from 'axios';
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
  /** Of Node, axios or TLS, or one of ours; a key of the table in failure.ts. */
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
      return exchange(request, limits, pool, host);
    });
  } catch (error) {
    return failed(codeOf(error), false, host, host);
  }
}

/** With a connection to be had at once. */
async function exchange(request: HttpRequest, limits: AttemptLimits, pool: Pool, host: string): Promise<Outcome> {
  const facts: Facts = { sent: false };
  const stop = new AbortController();
  const stopFor = (reason: string) => () => {
    facts.code ??= reason;
    stop.abort();
  };
  const deadline = setTimeout(stopFor('DEADLINE'), limits.timeoutMs);
  const cancelled = stopFor('CANCELLED');
  if (limits.cancel?.aborted) cancelled();
  limits.cancel?.addEventListener('abort', cancelled, { once: true });
  const { agent, proxy } = pool;
  try {
    const response = await client.request<Readable>({
      method: request.method,
      url: request.url,
      headers: headersOf(request),
      data: request.body,
      httpAgent: agent,
      httpsAgent: agent,
      signal: stop.signal,
      transport: watchedTransport(facts),
    });
    if (facts.code) response.data.destroy();
    else {
      const packed = await collect(response.data, limits.maxReplyBytes);
      const headers = plainHeaders(response.headers);
      const body = await unpacked(packed, headers['content-encoding'], limits.maxReplyBytes);
      return { reply: { status: response.status, headers, body } };
    }
  } catch (error) {
    facts.code ??= codeOf(error);
  } finally {
    clearTimeout(deadline);
    limits.cancel?.removeEventListener('abort', cancelled);
  }
  return failed(facts.code, facts.sent, host, proxy ? `the proxy ${proxy}` : host);
}

interface Facts {
  sent: boolean;
  /** Set by the first thing that goes wrong. */
  code?: string;
}

/** An instance of our own: n8n and others change the defaults and interceptors of axios itself. */
const client = axios.create({
  adapter: 'http',
  responseType: 'stream',
  proxy: false,
  maxRedirects: 0,
  // Its decompression takes a file that breaks off for a whole one.
  decompress: false,
  validateStatus: () => true,
  transformRequest: [],
  transformResponse: [],
});

function headersOf({ headers = {} }: HttpRequest): Record<string, string | false> {
  const named = Object.keys(headers).map((name) => name.toLowerCase());
  return {
    ...(named.includes('user-agent') ? {} : { 'User-Agent': 'n8n-nodes-crossborder' }),
    // `false` keeps axios from calling every body a form.
    ...(named.includes('accept-encoding') ? {} : { 'Accept-Encoding': 'gzip, deflate, br' }),
    ...(named.includes('content-type') ? {} : { 'Content-Type': false }),
    ...headers,
  };
}

/** What axios sends through: Node's own request, watched for the moment from which bytes may have left. */
function watchedTransport(facts: Facts) {
  return {
    request(options: RequestOptions, onResponse: (response: IncomingMessage) => void): ClientRequest {
      const send = options.protocol === 'https:' ? httpsRequest : httpRequest;
      const request = send(options, onResponse);
      // https-proxy-agent hands the proxy's refusal out as if it were the reply; the request has not been sent then.
      request.once('proxyConnect', ({ statusCode }: { statusCode: number }) => {
        if (statusCode !== 200) facts.code ??= `PROXY_${statusCode}`;
      });
      request.once('socket', (socket) => {
        takeUp(socket);
        if (!facts.code) whenOpen(socket, () => (facts.sent = true));
      });
      return request;
    },
  };
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

async function collect(stream: Readable, limit: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  const chunks: AsyncIterable<Buffer> = stream;
  for await (const piece of chunks) {
    bytes += piece.length;
    if (bytes > limit) throw Object.assign(new Error('Reply too large'), { code: 'REPLY_TOO_LARGE' });
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

function plainHeaders(headers: object): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]: [string, unknown]) => [
      name.toLowerCase(),
      Array.isArray(value) ? value.join(', ') : String(value),
    ]),
  );
}

function codeOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : 'UNKNOWN';
}

function failed(code: string | undefined, sent: boolean, host: string, peer: string): Outcome {
  return { failure: { code: code ?? 'UNKNOWN', sent, host, peer } };
}
