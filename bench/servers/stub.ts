/**
 * A carrier that answers at once, for any number, behind TLS. It runs in a process of its own, so that its work is not
 * counted. It checks nothing: the sandbox and the tests do that.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { answer } from './replies';
import { told } from './told';

interface Counts {
  connections: number;
  requests: number;
}

const [, , keyFile = '', certFile = ''] = process.argv;
const [key, cert] = [readFileSync(keyFile), readFileSync(certFile)];

let counts: Counts = { connections: 0, requests: 0 };

/** @returns the port of a server of its own; connections are kept per port */
async function listen(counted: boolean): Promise<number> {
  const server = createServer({ key, cert }, (request, response) => {
    if (counted) counts.requests += 1;
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { url = '/', headers } = request;
      const { type, body } = answer(url, Buffer.concat(chunks).toString('utf8'), `https://${headers.host ?? ''}`);
      response.writeHead(200, { 'Content-Type': type, 'Content-Length': Buffer.byteLength(body) }).end(body);
    });
  });
  server.keepAliveTimeout = 120_000;
  server.on('connection', () => {
    if (counted) counts.connections += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return portOf(server.address());
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('The stub carrier has no port');
  return address.port;
}

process.on('disconnect', () => process.exit());
process.on('message', (asked) => {
  if (asked === 'reset') counts = { connections: 0, requests: 0 };
  told(asked === 'reset' ? 'done' : counts);
});
void Promise.all([listen(true), listen(false)]).then(([port, warmUpPort]) => told({ port, warmUpPort }));
