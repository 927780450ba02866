import { subscribe } from 'node:diagnostics_channel';

/** The names of all hosts that this test file sends HTTP requests to, from now on: through Node's own client or fetch. */
export function watchHosts(): ReadonlySet<string> {
  const hosts = new Set<string>();
  subscribe('http.client.request.start', (message) => {
    hosts.add(textIn(message, 'host'));
  });
  subscribe('undici:request:create', (message) => {
    hosts.add(new URL(textIn(message, 'origin')).hostname);
  });
  return hosts;
}

function textIn(message: unknown, name: string): string {
  const request = memberOf(message, 'request');
  const value = memberOf(request, name);
  if (typeof value === 'string') return value;
  throw new Error(`A request without ${name}`);
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
