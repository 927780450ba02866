/**
 * Delays every byte to a chosen round trip, half of it each way, in a process of its own: one port for each round trip,
 * and one that is an HTTP proxy. Opening a connection to it takes no time; the handshake of TLS takes its round trips.
 */
import { createServer as createHttpServer } from 'node:http';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { told } from './told';

const [, , target = '', ...roundTrips] = process.argv;

/** Pieces leave in the order in which they came, all after the same time. */
class Line {
  private readonly pieces: { due: number; deliver: () => void }[] = [];
  private isWaiting = false;

  constructor(private readonly delayMs: number) {}

  add(deliver: () => void): void {
    this.pieces.push({ due: performance.now() + this.delayMs, deliver });
    if (!this.isWaiting) this.wait();
  }

  /** Timers are late by up to two milliseconds: the rest is waited for turn by turn. */
  private wait(): void {
    const [first] = this.pieces;
    this.isWaiting = first !== undefined;
    if (!first) return;
    const rest = first.due - performance.now();
    if (rest > 2) setTimeout(() => this.deliverDue(), rest - 2);
    else setImmediate(() => this.deliverDue());
  }

  private deliverDue(): void {
    const now = performance.now();
    while (this.pieces[0] && this.pieces[0].due <= now) this.pieces.shift()?.deliver();
    this.wait();
  }
}

function join(from: Socket, to: Socket, line: Line): void {
  for (const [source, sink] of [
    [from, to],
    [to, from],
  ] as const) {
    source.setNoDelay(true);
    source.on('data', (bytes) => line.add(() => sink.write(bytes)));
    source.on('end', () => line.add(() => sink.end()));
    source.on('error', () => sink.destroy());
    source.on('close', () => line.add(() => sink.destroy()));
  }
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return portOf(server.address());
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('The delaying proxy has no port');
  return address.port;
}

async function delayed(roundTrip: string): Promise<[string, number]> {
  const line = new Line(Number(roundTrip) / 2);
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    join(socket, connect({ port: Number(target), host: '127.0.0.1', allowHalfOpen: true }), line);
  });
  return [roundTrip, await listen(server)];
}

/** Takes CONNECT alone, for what is behind TLS. What it leads to is delayed at its own port. */
function proxyServer(): Server {
  const line = new Line(0);
  return createHttpServer().on('connect', ({ url = '' }, socket: Socket, head: Buffer) => {
    const port = Number(url.split(':')[1]);
    const onwards = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      onwards.write(head);
      join(socket, onwards, line);
    });
    onwards.on('error', () => socket.destroy());
  });
}

process.on('disconnect', () => process.exit());
void Promise.all([Promise.all(roundTrips.map(delayed)), listen(proxyServer())]).then(([ports, proxy]) =>
  told({ ports: Object.fromEntries(ports), proxy }),
);
