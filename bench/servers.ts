/** The stub carrier behind TLS and what delays its bytes. */
import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod/v4';
import type { Programs } from './bundle';
import type { RoundTrip } from './case';
import { Companion } from './processes';

export interface Servers {
  /** Address of the stub by round trip. */
  urls: Record<`${RoundTrip}`, string>;
  /** Answers at once, and counts nothing. */
  warmUpUrl: string;
  proxyUrl: string;
  /** Of the authority that signed the stub's certificate. */
  certificate: string;
  /** For files of the runs. */
  folder: string;
  resetCounts(): Promise<void>;
  counts(): Promise<{ connections: number; requests: number }>;
  close(): void;
}

const STUB_PORTS = z.object({ port: z.number(), warmUpPort: z.number() });
const DELAY_PORTS = z.object({ ports: z.object({ 50: z.number(), 150: z.number() }), proxy: z.number() });
const COUNTS = z.object({ connections: z.number(), requests: z.number() });

export async function startServers(programs: Programs): Promise<Servers> {
  const folder = await mkdtemp(path.join(tmpdir(), 'crossborder-bench-'));
  // However this process ends.
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  const { key, certificate } = await selfSigned(folder);
  const stub = new Companion(programs.stub, [key, certificate]);
  const { port, warmUpPort } = STUB_PORTS.parse(await stub.hear());
  const delay = new Companion(programs.delay, [String(port), '50', '150']);
  const { ports, proxy } = DELAY_PORTS.parse(await delay.hear());
  const at = (number: number): string => `https://127.0.0.1:${number}`;
  return {
    urls: { 0: at(port), 50: at(ports[50]), 150: at(ports[150]) },
    warmUpUrl: at(warmUpPort),
    proxyUrl: `http://127.0.0.1:${proxy}`,
    certificate,
    folder,
    resetCounts: async () => {
      await stub.ask('reset');
    },
    counts: async () => COUNTS.parse(await stub.ask('counts')),
    close: () => {
      delay.end();
      stub.end();
    },
  };
}

/** For the time of the run. Trusted by the measured processes alone. */
async function selfSigned(folder: string): Promise<{ key: string; certificate: string }> {
  const [key, certificate] = [path.join(folder, 'key.pem'), path.join(folder, 'certificate.pem')];
  const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1,DNS:localhost'];
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  const files = ['-keyout', key, '-out', certificate];
  await promisify(execFile)('openssl', ['req', '-x509', ...kind, ...subject, ...files]);
  return { key, certificate };
}
