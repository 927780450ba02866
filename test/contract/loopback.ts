import type { IncomingHttpHeaders } from 'node:http';
import { loopback as listening } from '../loopback';

export interface Received {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

export interface Answer {
  status?: number;
  headers?: Record<string, string>;
  body: string | Buffer;
}

export interface Loopback {
  url: string;
  received: Received[];
  close: () => Promise<void>;
}

/** A server on loopback that reads text and answers as told. */
export async function loopback(
  answer: (request: Received, index: number) => Answer,
  onRequest: () => void = () => undefined,
): Promise<Loopback> {
  const received: Received[] = [];
  const { url, server, close } = await listening((response, request) => {
    const seen = { ...request, body: request.body.toString('utf8') };
    received.push(seen);
    const { status = 200, headers = {}, body } = answer(seen, received.length - 1);
    response.writeHead(status, headers).end(body);
  });
  server.prependListener('request', onRequest);
  return { url, received, close };
}
