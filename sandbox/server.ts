import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Carrier, CarrierRequest, Reply } from './carrier';
import { carrierTable } from './carriers';
import { controlPrefix, handleControl, type Controlled } from './control';
import { FaultList } from './faults';
import { jsonReply } from './reply';
import { Traffic } from './traffic';

export interface Sandbox {
  /** `http://127.0.0.1:<port>`, no slash at the end. */
  url: string;
  port: number;
  /** Full address of each carrier's API by carrier name. */
  addresses: Record<string, string>;
  /** Ends all connections, answered or not. */
  close(): Promise<void>;
}

/** Starts stand-ins for all carriers on 127.0.0.1. Port 0, the default, takes a free one. */
export async function startSandbox({ port = 0 }: { port?: number } = {}): Promise<Sandbox> {
  const carriers = carrierTable.map((create) => create());
  const handle = createHandler(carriers);
  const server = createServer((incoming, response) => void handle(incoming, response));
  server.keepAliveTimeout = 60_000;
  server.headersTimeout = 65_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const bound = portOf(server.address());
  const url = `http://127.0.0.1:${bound}`;
  return {
    url,
    port: bound,
    addresses: Object.fromEntries(carriers.map(({ name, address }) => [name, `${url}${address}`])),
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

function createHandler(carriers: readonly Carrier[]) {
  const faults = new FaultList();
  let traffic = new Map(carriers.map((carrier) => [carrier, new Traffic()]));
  const trafficOf = (carrier: Carrier): Traffic => {
    const found = traffic.get(carrier) ?? new Traffic();
    traffic.set(carrier, found);
    return found;
  };
  const controlled: Controlled = {
    carriers,
    faults,
    traffic: trafficOf,
    resetTraffic: () => {
      traffic = new Map();
    },
  };

  return async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      const request = await readRequest(incoming);
      const carrier = carriers.find(({ prefix }) => isBelow(request.path, prefix));
      if (carrier) await serve(carrier, trafficOf(carrier), faults, request, response);
      else
        send(
          response,
          isBelow(request.path, controlPrefix) ? handleControl(controlled, request) : nothingHere(carriers),
        );
    } catch (error) {
      // A caller that hung up while sending gets no answer; anything else is a mistake of the sandbox and is shown as one.
      if (!incoming.complete) return;
      send(response, jsonReply(500, { error: error instanceof Error ? error.message : String(error) }));
    }
  };
}

async function serve(
  carrier: Carrier,
  traffic: Traffic,
  faults: FaultList,
  request: CarrierRequest,
  response: ServerResponse,
): Promise<void> {
  const asked = carrier.identify(request);
  traffic.arrive(asked, response.req.socket);
  if (asked.exclusive && traffic.isInFlight(asked)) {
    traffic.block();
    response.req.socket.destroy();
    return;
  }
  const end = traffic.begin(asked);
  response.once('close', end);
  const process = () => carrier.handle(request);
  const answer = (reply: Reply) => {
    // Before the answer leaves: a caller that asks again as soon as it has it is not taken for a concurrent one.
    end();
    send(response, reply);
  };
  const fault = faults.take(carrier.name, asked);
  if (fault)
    await fault.act({
      carrier,
      request,
      asked,
      response,
      process,
      send: answer,
      released: () => faults.released(),
    });
  else answer(await process());
}

function send(response: ServerResponse, { status, headers, body }: Reply): void {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(status, { ...headers, 'Content-Length': body.length });
  response.end(body);
}

async function readRequest(incoming: IncomingMessage): Promise<CarrierRequest> {
  const chunks: Buffer[] = [];
  incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
  await once(incoming, 'end');
  const [path = '/', search = ''] = (incoming.url ?? '/').split('?', 2);
  return {
    method: incoming.method ?? 'GET',
    path,
    query: new URLSearchParams(search),
    headers: incoming.headers,
    body: Buffer.concat(chunks),
  };
}

function isBelow(path: string, prefix: string): boolean {
  return path === prefix || path.startsWith(`${prefix}/`);
}

function nothingHere(carriers: readonly Carrier[]): Reply {
  return jsonReply(404, {
    error: 'Nothing at this address.',
    carriers: Object.fromEntries(carriers.map(({ name, address }) => [name, address])),
    control: controlPrefix,
  });
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('The sandbox listens on no TCP port.');
  return address.port;
}
