import type { HttpReply, HttpRequest } from './exchange';
import { incomingRead } from './idle-connections';
import { received, type Facts, type WireLimits } from './on-the-wire';
import { poolFor, type Pool } from './pools';
import { refusalOfHost } from './private-addresses';
import { ssrfSettings } from './ssrf-settings';
import { unpacked } from './unpacked';

export interface AttemptLimits extends WireLimits {
  publicOnly: boolean;
  /** Take any certificate. */
  insecure: boolean;
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

function codeOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : 'UNKNOWN';
}

function failed(code: string | undefined, sent: boolean, host: string, peer: string): Outcome {
  return { failure: { code: code ?? 'UNKNOWN', sent, host, peer } };
}
