import {
  createServer,
  type IncomingHttpHeaders,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { Server as NetServer, Socket } from 'node:net';

export interface Received {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

export interface Loopback {
  url: string;
  port: number;
  server: Server;
  received: Received[];
  connections: number;
  close: () => Promise<void>;
}

/** Answers the n-th request, counted from 1. */
export type Responder = (response: ServerResponse, received: Received, n: number) => void;

/** A server on 127.0.0.1 that keeps what it received: the wire as the carrier would see it. Over TLS with a certificate. */
export async function loopback(answer: Responder, tls?: { key: string; cert: string }): Promise<Loopback> {
  const listener: RequestListener = (request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const { method = '', url: path = '', headers } = request;
      const received = { method, path, headers, body: Buffer.concat(pieces) };
      answer(response, received, place.received.push(received));
    });
  };
  const server = tls ? createTlsServer(tls, listener) : createServer(listener);
  const { port, close } = await listen(server);
  const place: Loopback = {
    url: `${tls ? 'https' : 'http'}://127.0.0.1:${port}`,
    port,
    server,
    received: [],
    connections: 0,
    close,
  };
  server.on(tls ? 'secureConnection' : 'connection', () => (place.connections += 1));
  return place;
}

/** Listens on 127.0.0.1, on a free port unless one is named. Closing ends all connections, answered or not. */
export async function listen(server: NetServer, port = 0): Promise<{ port: number; close: () => Promise<void> }> {
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  const close = () => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    for (const socket of sockets) socket.destroy();
    return closed;
  };
  return { port: portOf(server), close };
}

function portOf(server: NetServer): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port');
  return address.port;
}
