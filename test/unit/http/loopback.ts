import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { Server as NetServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CarrierError, type RetryPolicy, Transport } from '../../../carriers/http';
import * as server from '../../loopback';

const open: { close: () => Promise<void> }[] = [];

/** A server on 127.0.0.1 that keeps what it received. Closed by `closeServers`. */
export async function loopback(...settings: Parameters<typeof server.loopback>): Promise<server.Loopback> {
  const place = await server.loopback(...settings);
  open.push(place);
  return place;
}

/** Listens on 127.0.0.1, on a free port unless one is named, until `closeServers`. */
export async function listen(listener: NetServer, wanted?: number): Promise<number> {
  const { port, close } = await server.listen(listener, wanted);
  open.push({ close });
  return port;
}

export async function closeServers(): Promise<void> {
  await Promise.all(open.splice(0).map(({ close }) => close()));
}

/** A port that nobody listens on. */
export async function closedPort(): Promise<number> {
  const { port } = await loopback(() => undefined);
  await closeServers();
  return port;
}

/** A transport that never waits, with the waits it was asked for. */
export function transport(retry: Partial<RetryPolicy> = {}, secrets: readonly string[] = []) {
  const waits: number[] = [];
  const wait = async (ms: number): Promise<void> => void waits.push(ms);
  return {
    waits,
    transport: new Transport({ carrier: 'Testpost', secrets, retry: { wait, random: () => 1, ...retry } }),
  };
}

export async function failureOf(sent: Promise<unknown>): Promise<CarrierError> {
  const error: unknown = await sent.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof CarrierError) return error;
  throw new Error('Expected a CarrierError', { cause: error });
}

/** A certificate for localhost that nobody has signed but itself. */
export function selfSigned(): { key: string; cert: string } {
  const folder = mkdtempSync(join(tmpdir(), 'crossborder-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  execFileSync('openssl', ['req', '-x509', ...kind, ...subject, '-keyout', key, '-out', cert], { stdio: 'ignore' });
  const pair = { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
  rmSync(folder, { recursive: true });
  return pair;
}

/** Takes the machine's own proxy settings away. Returns a function that brings them back. */
export function withoutProxies(): () => void {
  const saved = Object.entries(process.env).filter(([name]) => /proxy$/i.test(name));
  const clear = () => {
    for (const name of Object.keys(process.env)) if (/proxy$/i.test(name)) Reflect.deleteProperty(process.env, name);
  };
  clear();
  return () => {
    clear();
    for (const [name, value] of saved) process.env[name] = value;
  };
}

/** A promise that is settled from outside. */
export function awaited<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((settle) => (resolve = settle));
  return { promise, resolve };
}

/** Time stands still until the test lets it pass with `jest.advanceTimersByTime`; connections go on as ever. */
export function stopClock(): void {
  jest.useFakeTimers({
    doNotFake: [
      'Date',
      'cancelAnimationFrame',
      'cancelIdleCallback',
      'clearImmediate',
      'clearInterval',
      'hrtime',
      'nextTick',
      'performance',
      'queueMicrotask',
      'requestAnimationFrame',
      'requestIdleCallback',
      'setImmediate',
      'setInterval',
    ],
  });
}
