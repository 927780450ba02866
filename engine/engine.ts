import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Container } from '@n8n/di';
import { BinaryDataService, InstanceSettings } from 'n8n-core';
import { Expression, type IBinaryData } from 'n8n-workflow';

let started: Promise<void> | undefined;

/** Makes n8n-core ready for use: settings, silent log, binaries in memory, n8n's expression engine. Once per process. */
export function startEngine(): Promise<void> {
  started ??= start();
  return started;
}

/** Frees what the expression engine holds. The next run starts it again. */
export async function stopEngine(): Promise<void> {
  await started;
  started = undefined;
  await Expression.disposeExpressionEngine();
}

/**
 * Ends the process with this status once it runs out of work: `process.exit` right after an isolate was freed crashes
 * now and then (isolated-vm 7). What a node left open, such as a connection, delays the end by a second at most.
 */
export async function endProcess(status: number): Promise<void> {
  process.exitCode = status;
  await stopEngine();
  setTimeout(() => process.exit(), LINGER_MS).unref();
}

const LINGER_MS = 1000;

/** The bytes of a binary, wherever the engine keeps it. */
export function bytesOf(binary: IBinaryData): Promise<Buffer> {
  return Container.get(BinaryDataService).getAsBuffer(binary);
}

async function start(): Promise<void> {
  createServices();
  await Expression.initExpressionEngine(EXPRESSION_ENGINE);
}

/**
 * n8n-core reads its settings from the environment when a service is created and writes a settings file into the user
 * folder. Both services are created here, in a folder that is removed and with an environment that is put back at once.
 */
function createServices(): void {
  const folder = mkdtempSync(join(tmpdir(), 'n8n-engine-'));
  const settings: NodeJS.ProcessEnv = {
    N8N_USER_FOLDER: folder,
    N8N_ENCRYPTION_KEY: randomBytes(24).toString('hex'),
    N8N_LOG_LEVEL: 'silent',
    N8N_DIAGNOSTICS_ENABLED: 'false',
    N8N_DEFAULT_BINARY_DATA_MODE: 'default',
    EXECUTIONS_MODE: 'regular',
  };
  const before = Object.fromEntries(Object.keys(settings).map((name) => [name, process.env[name]]));
  try {
    setEnvironment(settings);
    Container.get(InstanceSettings);
    Container.get(BinaryDataService);
  } finally {
    setEnvironment(before);
    rmSync(folder, { recursive: true, force: true });
  }
}

function setEnvironment(variables: NodeJS.ProcessEnv): void {
  for (const [name, value] of Object.entries(variables)) {
    if (value === undefined) Reflect.deleteProperty(process.env, name);
    else process.env[name] = value;
  }
}

/** The engine and limits that n8n 2.41 takes by default (`ExpressionEngineConfig` of @n8n/config). */
const EXPRESSION_ENGINE = {
  engine: 'vm',
  poolSize: 1,
  maxCodeCacheSize: 1024,
  bridgeTimeout: 5000,
  bridgeMemoryLimit: 128,
} as const;
