/** The far ends of the templates on loopback: a shop, a chat. It answers what it was told to, and keeps what it was asked. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

export interface Call {
  method: string;
  /** Without the query. */
  path: string;
  /** As it came; empty where there was none. */
  body: string;
}

export interface Answer {
  method: string;
  path: RegExp;
  /** What must stand in the body. */
  body?: RegExp;
  /** Sent as JSON. */
  json: unknown;
}

export interface ShopRecorder {
  url: string;
  /** From now on these, the first one that fits; anything else is answered with 404. */
  answers(all: readonly Answer[]): void;
  /** The calls since the last look, in their order. */
  takeCalls(): Call[];
  close(): Promise<void>;
}

export async function startShopRecorder(): Promise<ShopRecorder> {
  let calls: Call[] = [];
  let known: readonly Answer[] = [];
  const server = createServer((request, response) => void serve(request, response));
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const call = await read(request);
    calls.push(call);
    const answer = known.find((each) => fits(each, call));
    response.writeHead(answer ? 200 : 404, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(answer ? answer.json : { message: 'The recorder was not told what to answer' }));
  };
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The shop recorder has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    answers(all) {
      known = all;
    },
    takeCalls() {
      const taken = calls;
      calls = [];
      return taken;
    },
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

async function read(request: IncomingMessage): Promise<Call> {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  await once(request, 'end');
  const [path = ''] = (request.url ?? '').split('?', 1);
  return { method: request.method ?? '', path, body: Buffer.concat(chunks).toString('utf8') };
}

function fits({ method, path, body }: Answer, call: Call): boolean {
  return method === call.method && path.test(call.path) && (body === undefined || body.test(call.body));
}
