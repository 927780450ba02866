/** How a server goes wrong: what it does instead of giving its good answer. */
import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { Call } from './wire';

/** A request that a fault has hit, and what the carrier would have said to it. */
export interface Hit {
  call: Call;
  /** The good answer. */
  answer: string;
  response: ServerResponse;
  /** Ends the client's wait for an answer, as its clock would. */
  endDeadline: () => void;
}

export type Act = (hit: Hit) => void;

const MOST_MEGABYTES = 150;

/** The answer in another form, with its type. */
export function body(change: (answer: string, hit: Hit) => string | Buffer, headers: Record<string, string> = {}): Act {
  return (hit) =>
    void hit.response.writeHead(200, { 'content-type': hit.call.contentType, ...headers }).end(change(hit.answer, hit));
}

export function status(code: number, headers: Record<string, string> = {}, text = 'busy'): Act {
  return ({ response }) => void response.writeHead(code, { 'content-type': 'text/plain', ...headers }).end(text);
}

export const reset: Act = ({ response }) => void response.socket?.destroy();
export const page = body(() => '<!DOCTYPE html><html><body><h1>Sign in</h1></body></html>', {
  'content-type': 'text/html',
});
export const half = (text: string): string => text.slice(0, Math.floor(text.length / 2));

/** Promises the whole answer and sends half of it. */
export const cut: Act = ({ call, answer, response }) => {
  response.writeHead(200, { 'content-type': call.contentType, 'content-length': Buffer.byteLength(answer) });
  response.write(Buffer.from(answer).subarray(0, Math.floor(answer.length / 2)), () => response.socket?.destroy());
};

export function redirect(code: number): Act {
  return ({ response }) => void response.writeHead(code, { location: response.req.url ?? '/' }).end();
}

/** Other entries than were asked for, in an answer that is well otherwise. */
export function entries(change: (asked: readonly string[]) => readonly string[]): Act {
  return body((_, { call }) => call.answer(change(call.references)));
}

/** Bytes without end until the client hangs up. */
export const endless: Act = ({ call, response }) => {
  response.writeHead(200, { 'content-type': call.contentType });
  const piece = Buffer.alloc(1024 * 1024, ' ');
  let left = MOST_MEGABYTES;
  const next = (): void => {
    while (left > 0 && !response.destroyed) {
      left -= 1;
      if (!response.write(piece)) {
        response.once('drain', next);
        return;
      }
    }
    if (!response.destroyed) response.end();
  };
  next();
};

/** The same, packed: a hundred kilobytes. */
export const bomb: Act = ({ call, response }) => {
  response.writeHead(200, { 'content-type': call.contentType, 'content-encoding': 'gzip' });
  const megabyte = gzipSync(Buffer.alloc(1024 * 1024, ' '));
  response.end(Buffer.concat(Array.from({ length: MOST_MEGABYTES }, () => megabyte)));
};

/** A byte, and another one, and so on: the client's clock ends it. */
export const byteByByte: Act = ({ call, answer, response, endDeadline }) => {
  response.writeHead(200, { 'content-type': call.contentType, 'content-length': Buffer.byteLength(answer) });
  const next = (at: number): void => {
    if (at === 3) endDeadline();
    else response.write(answer.slice(at, at + 1), () => setImmediate(next, at + 1));
  };
  next(0);
};

export const silence: Act = ({ endDeadline }) => endDeadline();

/** A second whole answer on the same connection, together with the first or behind it. */
export function twice(together: boolean): Act {
  return ({ call, answer, response }) => {
    const { socket } = response;
    const head = `HTTP/1.1 200 OK\r\ncontent-type: ${call.contentType}\r\ncontent-length: ${Buffer.byteLength(answer)}\r\n\r\n`;
    if (together) socket?.cork();
    response.writeHead(200, { 'content-type': call.contentType, 'content-length': Buffer.byteLength(answer) });
    response.end(answer);
    const again = (): void => {
      if (socket?.writable) socket.write(head + answer);
    };
    if (!together) setImmediate(again);
    else again();
    socket?.uncork();
  };
}

/** The answer within lists without end, as a member that nobody asked for. */
export function deep(answer: string, levels: number): string {
  const nested = '['.repeat(levels) + ']'.repeat(levels);
  return answer.replace(/\}(?=[^}]*$)/, `,"x":${nested}}`);
}

export function packedHalf(answer: string): Buffer {
  const packed = gzipSync(answer);
  return packed.subarray(0, packed.length - 12);
}

export const soapFault: Act = ({ call, answer, response }) => {
  const fault =
    '<SOAP-ENV:Fault><faultcode>SOAP-ENV:Server</faultcode><faultstring>timeout</faultstring></SOAP-ENV:Fault>';
  const text = answer.replace(/<ns1:callServiceResponse>.*<\/ns1:callServiceResponse>/s, fault);
  response.writeHead(500, { 'content-type': call.contentType }).end(text);
};
