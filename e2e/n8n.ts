import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { N8N_COMMAND } from './installation';
import { freePort, startService, waitFor, type Service } from './machine';

export interface N8nRequest {
  /** Where n8n keeps its `.n8n` folder. */
  userFolder: string;
  logFolder: string;
  /** Default: a free one. */
  port?: number;
  /** What this n8n has besides `LOCAL_ONLY`, such as another database. */
  environment?: NodeJS.ProcessEnv;
  /** A shell script that n8n's command is handed to. */
  through?: string;
}

export interface N8n {
  url: string;
  service: Service;
}

/** Everything that n8n would ask of hosts outside of this machine is off, and it listens on loopback alone. */
export const LOCAL_ONLY: NodeJS.ProcessEnv = {
  N8N_LISTEN_ADDRESS: '127.0.0.1',
  N8N_HOST: '127.0.0.1',
  N8N_PROTOCOL: 'http',
  N8N_SECURE_COOKIE: 'false',
  N8N_DIAGNOSTICS_ENABLED: 'false',
  N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
  N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
  N8N_TEMPLATES_ENABLED: 'false',
  N8N_DYNAMIC_BANNERS_ENABLED: 'false',
  N8N_HIRING_BANNER_ENABLED: 'false',
  N8N_PERSONALIZATION_ENABLED: 'false',
  N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
  N8N_VERIFIED_PACKAGES_ENABLED: 'false',
  // All modules for models are on, but the one that asks a host of n8n's for its list of MCP servers.
  N8N_DISABLED_MODULES: 'mcp-registry',
  N8N_RUNNERS_MODE: 'external',
  N8N_RUNNERS_AUTH_TOKEN: randomBytes(16).toString('hex'),
  N8N_LOG_LEVEL: 'info',
  N8N_LOG_OUTPUT: 'console',
};

/** One n8n with SQLite. @throws Error with the end of its log when it is not ready within three minutes */
export async function startN8n({ port, environment = {}, ...request }: N8nRequest): Promise<N8n> {
  const chosen = port ?? (await freePort());
  const url = `http://127.0.0.1:${chosen}`;
  const settings = {
    N8N_PORT: String(chosen),
    N8N_RUNNERS_BROKER_PORT: String(await freePort()),
    N8N_EDITOR_BASE_URL: url,
    WEBHOOK_URL: url,
    DB_TYPE: 'sqlite',
    ...environment,
  };
  const service = await startProcess('n8n', ['start'], { ...request, environment: settings });
  await waitFor('n8n is ready', () => isReady(`${url}/healthz/readiness`), { timeoutMs: 180_000, service });
  return { url, service };
}

/** One process of n8n: `start` or `worker`. */
export async function startProcess(
  name: string,
  args: readonly string[],
  { userFolder, logFolder, environment = {}, through }: N8nRequest,
): Promise<Service> {
  await mkdir(path.join(userFolder, '.n8n'), { recursive: true });
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([key]) => !/^(N8N_|npm_|NODE_)/.test(key)));
  const n8n = [N8N_COMMAND, ...args];
  const [command, given] =
    through === undefined ? [process.execPath, n8n] : ['sh', [through, process.execPath, ...n8n]];
  return startService(name, command, given, logFolder, {
    // n8n's temporary files go with its folder.
    env: { ...inherited, ...LOCAL_ONLY, N8N_USER_FOLDER: userFolder, TMPDIR: userFolder, ...environment },
    cwd: userFolder,
  });
}

/** `true` or not yet an answer. */
export async function isReady(address: string): Promise<true | undefined> {
  try {
    return (await fetch(address, { signal: AbortSignal.timeout(5_000) })).ok || undefined;
  } catch {
    return undefined;
  }
}

/** A key for n8n's stored credentials. */
export function newEncryptionKey(): string {
  return randomBytes(24).toString('hex');
}
