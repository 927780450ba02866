import type { ClientRequest } from 'node:http';
import type { Socket } from 'node:net';
import { HttpsProxyAgent } from 'https-proxy-agent';

export { HttpProxyAgent } from 'http-proxy-agent';

/** Milliseconds a proxy may take to open a tunnel. */
const TUNNEL_LIMIT = 30_000;

/**
 * CONNECT tunnels. The library waits for ever for a proxy that accepts the connection and then says nothing, also when
 * the request has been given up, and the place in the pool stays taken; so opening a tunnel has a limit of its own.
 */
export class TunnelAgent extends HttpsProxyAgent<string> {
  override async connect(
    request: ClientRequest,
    options: Parameters<HttpsProxyAgent<string>['connect']>[1],
  ): Promise<Socket> {
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(), TUNNEL_LIMIT);
    timer.unref();
    // Read by the library before its first await, hence never by another call.
    this.connectOpts = { ...this.connectOpts, signal: limit.signal };
    try {
      return await super.connect(request, options);
    } finally {
      clearTimeout(timer);
    }
  }
}
