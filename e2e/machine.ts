/**
 * What a run takes of the machine: folders, ports and processes. Everything here is given back by `release()`, also after
 * Ctrl-C; processes get groups of their own, so that what they started ends with them.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

export interface Settings {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /** Unprivileged user and group to run as; Linux, as root only. */
  uid?: number;
  gid?: number;
}

/** A server that runs beside this process; what it prints is in `log`. */
export interface Service {
  pid: number;
  log: string;
  /** True until the process has ended. */
  isRunning(): boolean;
  /** Asks it to end, and ends it after 20 seconds. */
  stop(): Promise<void>;
  /** SIGKILL to this one process, then to what it left behind. */
  kill(): Promise<void>;
}

const GRACE_MS = 20_000;
const folders = new Set<string>();
const services = new Set<Service>();
const commands = new Set<ChildProcess>();
let isReleased = false;

export async function temporaryFolder(name: string): Promise<string> {
  refuseWhenReleased();
  const folder = await mkdtemp(path.join(tmpdir(), `crossborder-${name}-`));
  folders.add(folder);
  return folder;
}

/** A port of 127.0.0.1 that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No free port was found');
  return address.port;
}

export function startService(
  name: string,
  command: string,
  args: readonly string[],
  logFolder: string,
  { cwd, env, uid, gid }: Settings = {},
): Service {
  refuseWhenReleased();
  const log = path.join(logFolder, `${name}.log`);
  const descriptor = openSync(log, 'a');
  const child = spawn(command, args, {
    ...(cwd === undefined ? {} : { cwd }),
    ...(env === undefined ? {} : { env }),
    ...(uid === undefined ? {} : { uid }),
    ...(gid === undefined ? {} : { gid }),
    detached: true,
    stdio: ['ignore', descriptor, descriptor],
  });
  closeSync(descriptor);
  const service = serviceOf(child, name, log);
  services.add(service);
  return service;
}

/**
 * Runs a command to its end.
 * @returns what it wrote to stdout
 * @throws Error with the end of its output when it fails or takes longer than `timeoutMs`
 */
export async function run(
  command: string,
  args: readonly string[],
  { timeoutMs = 600_000, ...settings }: Settings & { timeoutMs?: number } = {},
): Promise<string> {
  refuseWhenReleased();
  const child = spawn(command, args, { ...settings, stdio: ['ignore', 'pipe', 'pipe'], timeout: timeoutMs });
  commands.add(child);
  let [out, all] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
    all += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => (all += chunk.toString()));
  const status = await new Promise<number | null>((ended, failed) => {
    child.once('error', failed);
    child.once('close', ended);
  }).finally(() => commands.delete(child));
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed (${status ?? 'timeout'}):\n${lastLines(all)}`);
  return out;
}

/**
 * Asks again and again until the answer is there.
 * @throws Error "… within N s" naming what was waited for and, if a service is given, the end of its log
 */
export async function waitFor<Value>(
  what: string,
  ask: () => Promise<Value | undefined>,
  { timeoutMs = 120_000, everyMs = 250, service }: { timeoutMs?: number; everyMs?: number; service?: Service } = {},
): Promise<Value> {
  const end = Date.now() + timeoutMs;
  while (Date.now() < end && (service?.isRunning() ?? true)) {
    const value = await ask();
    if (value !== undefined) return value;
    await delay(everyMs);
  }
  const log = service ? `\n${lastLines(await readFile(service.log, 'utf8'))}` : '';
  throw new Error(`${what}: not so within ${timeoutMs / 1000} s${log}`);
}

/** Ends all commands and services, the last service first, and removes all folders. Nothing can be taken after it. */
export async function release(): Promise<void> {
  isReleased = true;
  for (const command of commands) command.kill();
  for (const service of [...services].reverse()) await service.stop();
  for (const folder of folders) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  folders.clear();
}

/** What is started while everything is given back would stay. */
function refuseWhenReleased(): void {
  if (isReleased) throw new Error('The run is over');
}

function serviceOf(child: ChildProcess, name: string, log: string): Service {
  const { pid } = child;
  if (pid === undefined) throw new Error(`${name} cannot be started`);
  const isRunning = () => child.exitCode === null && child.signalCode === null;
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const signalGroup = (signal: NodeJS.Signals) => {
    try {
      process.kill(-pid, signal);
    } catch {
      // Nobody of the group is left.
    }
  };
  const service: Service = {
    pid,
    log,
    isRunning,
    async stop() {
      if (isRunning()) {
        child.kill('SIGTERM');
        await Promise.race([ended, delay(GRACE_MS, undefined, { ref: false })]);
      }
      signalGroup('SIGKILL');
      if (isRunning()) await ended;
      services.delete(service);
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
      signalGroup('SIGKILL');
      services.delete(service);
    },
  };
  return service;
}

function lastLines(text: string): string {
  return text.trimEnd().split('\n').slice(-25).join('\n');
}
