import { Agent as HttpAgent, type AgentOptions } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import pLimit, { type Limit } from 'p-limit';
import { getProxyForUrl } from 'proxy-from-env';
import { closeWhenSpokenTo } from './idle-connections';
import { guardedLookup, type Reach } from './private-addresses';
import { HttpProxyAgent, TunnelAgent } from './proxy-agents';

export interface Pool {
  agent: HttpAgent;
  /** Host and port of the proxy, without its user name and password. */
  proxy?: string;
  /**
   * Runs what needs a connection as soon as one is free: waiting for it in here takes nothing of an attempt's timeout, as
   * waiting inside the agent would.
   */
  inTurn: Limit;
}

/** Connections to one origin. */
const MOST_CONNECTIONS = 50;

/**
 * The connections to the origin of `target`, shared by everything in this process. Proxies as n8n takes them:
 * HTTP_PROXY, HTTPS_PROXY, ALL_PROXY and NO_PROXY, read anew for each request. Throws an error with the code
 * `PROXY_SETTING` when the setting is no `http://` or `https://` URL.
 * @param insecure takes any certificate
 */
export function poolFor(target: URL, reach: Reach, insecure: boolean): Pool {
  const proxy = getProxyForUrl(target.href);
  const key = [target.origin, proxy, reach.publicOnly, reach.ssrf?.key, insecure].join(' ');
  const known = pools.get(key);
  if (known) return known;
  if (pools.size >= MANY_POOLS) forgetIdlePools();
  const pool = openPool(target.protocol === 'https:', proxy, reach, insecure);
  closeWhenSpokenTo(pool.agent);
  pools.set(key, pool);
  return pool;
}

/** User name and password of the proxy through which an address is reached, each and both, as it is set and as it is sent. */
export function proxySecretsFor(address: string): string[] {
  const setting = getProxyForUrl(address);
  const { username = '', password = '' } = URL.canParse(setting) ? new URL(setting) : {};
  const parts = [username, password, ...(password === '' ? [] : [`${username}:${password}`])];
  return parts.flatMap((part) => (part === '' ? [] : [part, decodedPart(part)]));
}

function decodedPart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

const pools = new Map<string, Pool>();

/** Label links may come from any number of hosts. */
const MANY_POOLS = 100;

const KEEP_ALIVE: AgentOptions & { keepAlive: true } = {
  keepAlive: true,
  /**
   * Milliseconds until an idle connection is closed (an agent's timeout does not touch a request under way): servers
   * commonly close after 5 s, and a write on a connection that the server has just closed has an unknown outcome.
   */
  timeout: 4_000,
};

function openPool(secure: boolean, proxy: string, reach: Reach, insecure: boolean): Pool {
  const base = insecure ? { ...KEEP_ALIVE, rejectUnauthorized: false } : KEEP_ALIVE;
  const inTurn = pLimit(MOST_CONNECTIONS);
  if (proxy) {
    // Behind a proxy the proxy resolves the name, so there is nothing to look up here.
    const agent = secure ? new TunnelAgent(proxyUrl(proxy), base) : new HttpProxyAgent(proxyUrl(proxy), KEEP_ALIVE);
    return { agent, proxy: proxyUrl(proxy).host, inTurn };
  }
  const lookup = guardedLookup(reach);
  const options = lookup ? { ...base, lookup } : base;
  return { agent: secure ? new HttpsAgent(options) : new HttpAgent(options), inTurn };
}

function proxyUrl(setting: string): URL {
  const url = URL.canParse(setting) ? new URL(setting) : undefined;
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') {
    throw Object.assign(new Error('Proxy setting'), { code: 'PROXY_SETTING' });
  }
  return url;
}

function forgetIdlePools(): void {
  for (const [key, { agent, inTurn }] of pools) {
    const connections = [agent.sockets, agent.freeSockets, agent.requests];
    const isIdle = inTurn.activeCount + inTurn.pendingCount === 0;
    if (isIdle && connections.every((byName) => Object.keys(byName).length === 0)) pools.delete(key);
  }
}
