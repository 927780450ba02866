import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { eccangWire } from './eccang';
import { etowerWire } from './etower';
import type { Fault } from './faults';
import { hgeWire } from './hge';
import { mgoshipWire } from './mgoship';
import { digitsOf, type Asked, type Call, type Found, type Wire } from './wire';

const WIRES: Readonly<Record<string, Wire>> = {
  eccang: eccangWire,
  etower: etowerWire,
  hge: hgeWire,
  huahan: eccangWire,
  mgoship: mgoshipWire,
};

/** What a run is disturbed by. */
export interface Disturbance {
  carrier: string;
  fault: Fault;
  /** Only calls with one of these references are hit; without it all writes. */
  hits?: readonly string[];
}

/** One carrier at a time, which goes wrong as it is told and remembers what it carried out. */
export class FaultServer {
  /** How often what was asked under a reference was carried out. */
  readonly stored = new Map<string, number>();
  /** Called after each request. */
  onRequest: () => void = () => undefined;
  #orders = new Map<string, Found>();
  #seen = new Set<string>();
  #disturbance: Disturbance | undefined;

  private constructor(
    private readonly server: Server,
    private readonly endDeadline: () => void,
  ) {}

  static async start(endDeadline: () => void): Promise<FaultServer> {
    const server = createServer({ keepAliveTimeout: 0 });
    const place = new FaultServer(server, endDeadline);
    server.on('request', (request, response) => {
      const pieces: Buffer[] = [];
      request.on('data', (piece: Buffer) => pieces.push(piece));
      request.on('end', () => {
        const { method = '', url: path = '' } = request;
        place.answer({ method, path, body: Buffer.concat(pieces) }, response);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return place;
  }

  get url(): string {
    const address = this.server.address();
    return `http://127.0.0.1:${isAddress(address) ? address.port : 0}`;
  }

  /** Forgets everything and goes on with another disturbance, on new connections. */
  begin(disturbance: Disturbance): void {
    this.server.closeAllConnections();
    this.stored.clear();
    this.#orders = new Map();
    this.#seen = new Set();
    this.#disturbance = disturbance;
  }

  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => void this.server.close(() => resolve()));
    this.server.closeAllConnections();
    await closed;
  }

  private answer(asked: Asked, response: ServerResponse): void {
    const disturbance = this.#disturbance;
    if (!disturbance) throw new Error('The fault server was told of no carrier');
    const { carrier, fault } = disturbance;
    const call = WIRES[carrier]?.(asked, (number) => this.#orders.get(digitsOf(number)));
    if (!call) throw new Error(`There is no carrier ${carrier}`);
    const isHit = this.isHit(call, disturbance);
    for (const reference of isHit ? carriedOut(call.references, fault) : call.references) this.store(reference, call);
    if (fault.lookUp === 'older') this.know(call, Date.now() - YEAR_MS);
    if (fault.lookUp === 'undated') this.know(call, undefined);
    const answer = call.answer(call.references);
    if (isHit) fault.act({ call, answer, response, endDeadline: this.endDeadline });
    else if (call.references.length === 0 && fault.lookUp === 'fails') response.writeHead(500).end();
    else response.writeHead(200, { 'content-type': call.contentType }).end(answer);
    this.onRequest();
  }

  private isHit({ references }: Call, { fault, hits }: Disturbance): boolean {
    const isNew = references.some((reference) => !this.#seen.has(reference));
    for (const reference of references) this.#seen.add(reference);
    if (references.length === 0 || !(isNew || fault.always)) return false;
    return hits === undefined || references.some((reference) => hits.includes(reference));
  }

  private store(reference: string, { orders }: Call): void {
    this.stored.set(reference, (this.stored.get(reference) ?? 0) + 1);
    if (this.#disturbance?.fault.lookUp === 'nothing') return;
    this.#orders.set(digitsOf(reference), { order: orders.get(reference), made: Date.now() });
  }

  /** As from a run before. */
  private know({ references, orders }: Call, made: number | undefined): void {
    for (const reference of references) this.#orders.set(digitsOf(reference), { order: orders.get(reference), made });
  }
}

function carriedOut(references: readonly string[], { stores }: Fault): readonly string[] {
  if (stores === 'not the first') return references.slice(1);
  if (stores === 'not the last') return references.slice(0, -1);
  return stores ? references : [];
}

const YEAR_MS = 365 * 24 * 3_600_000;

function isAddress(address: AddressInfo | string | null): address is AddressInfo {
  return typeof address === 'object' && address !== null;
}
