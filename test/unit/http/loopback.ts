import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import {
  createServer,
  type IncomingHttpHeaders,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Server as NetServer, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import tls from 'node:tls';
import { CarrierError, type RetryPolicy, Transport } from '../../../carriers/http';

export interface Received {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  rawHeaders: string[];
  body: Buffer;
}

export interface Loopback {
  url: string;
  port: number;
  server: Server;
  received: Received[];
  connections: number;
}

/** Answers the n-th request, counted from 1. */
export type Answer = (response: ServerResponse, received: Received, n: number) => void;

const open = new Map<NetServer, Set<Socket>>();

/** A server on 127.0.0.1 that keeps what it received. Closed by `closeServers`. */
export async function loopback(answer: Answer, tls?: { key: string; cert: string }): Promise<Loopback> {
  const listener: RequestListener = (request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const { method = '', url: path = '', headers, rawHeaders } = request;
      const received = { method, path, headers, rawHeaders, body: Buffer.concat(pieces) };
      answer(response, received, place.received.push(received));
    });
  };
  const server = tls ? createTlsServer(tls, listener) : createServer(listener);
  const port = await listen(server);
  const place: Loopback = {
    url: `${tls ? 'https' : 'http'}://127.0.0.1:${port}`,
    port,
    server,
    received: [],
    connections: 0,
  };
  server.on(tls ? 'secureConnection' : 'connection', () => (place.connections += 1));
  return place;
}

export async function listen(server: NetServer, port = 0): Promise<number> {
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  open.set(server, sockets);
  const address = server.address();
  return isAddress(address) ? address.port : 0;
}

function isAddress(address: ReturnType<NetServer['address']>): address is AddressInfo {
  return typeof address === 'object' && address !== null;
}

export async function closeServers(): Promise<void> {
  const closing = [...open].map(([server, sockets]) => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    for (const socket of sockets) socket.destroy();
    return closed;
  });
  open.clear();
  await Promise.all(closing);
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

/** Trusts a certificate besides the usual ones, until `jest.restoreAllMocks()`. Node 20 has no `setDefaultCACertificates`. */
export function trust(certificate: string): void {
  const create = tls.createSecureContext;
  jest
    .spyOn(tls, 'createSecureContext')
    .mockImplementation((options) => create({ ...options, ca: [...tls.rootCertificates, certificate] }));
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
