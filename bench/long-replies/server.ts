import { Worker } from 'node:worker_threads';

export interface Answer {
  status?: number;
  headers?: Record<string, string>;
  body: Buffer;
}

export interface AnsweringServer {
  url: string;
  /** From now on, to every request. */
  answers: (answer: Answer) => void;
  close: () => Promise<unknown>;
}

/** In a thread of its own, so that its work is not counted. */
const SERVER = `
const { createServer } = require('node:http');
const { parentPort } = require('node:worker_threads');
let answer;
parentPort.on('message', (next) => { answer = next; });
const server = createServer((request, response) => {
  request.resume().on('end', () => response.writeHead(answer.status ?? 200, answer.headers ?? {}).end(answer.body));
});
server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port));
`;

export async function answeringServer(): Promise<AnsweringServer> {
  const worker = new Worker(SERVER, { eval: true });
  const port = await new Promise<unknown>((resolve, reject) => worker.once('message', resolve).once('error', reject));
  return {
    url: `http://127.0.0.1:${String(port)}`,
    answers: (answer) => worker.postMessage(answer),
    close: () => worker.terminate(),
  };
}
