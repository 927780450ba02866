import { parseArgs } from 'node:util';
import { startSandbox } from './server';

const usage = 'Usage: npm run --silent sandbox -- [--port 4010]   (port 0 takes a free one)';

/** Runs the sandbox in the foreground. The first line on stdout is one JSON object: `url` and the carriers' addresses. */
async function main(): Promise<void> {
  const port = readPort();
  if (port === undefined) {
    fail(usage);
    return;
  }
  try {
    const sandbox = await startSandbox({ port });
    process.stdout.write(`${JSON.stringify({ url: sandbox.url, carriers: sandbox.addresses })}\n`);
    const stop = () => void sandbox.close().then(() => process.exit(0));
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  } catch (error) {
    fail(listenProblem(port, error));
  }
}

function readPort(): number | undefined {
  try {
    const { values } = parseArgs({ options: { port: { type: 'string', default: '4010' } } });
    const port = Number(values.port);
    return /^\d+$/.test(values.port) && port <= 65_535 ? port : undefined;
  } catch {
    return undefined;
  }
}

function listenProblem(port: number, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    return `Port ${port} on 127.0.0.1 is in use. Stop what uses it or choose another: --port 0`;
  return `The sandbox could not start: ${error instanceof Error ? error.message : String(error)}`;
}

function fail(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}

void main();
