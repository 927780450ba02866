/** n8n in queue mode: a main process, workers, Redis and PostgreSQL, all on loopback with data of their own. */
import { chown } from 'node:fs/promises';
import path from 'node:path';
import type { Programs } from './debian';
import { copyPackages, installPackage } from './installation';
import { freePort, run, startService, temporaryFolder, waitFor, type Service } from './machine';
import { isReady, newEncryptionKey, startN8n, startProcess, type N8n } from './n8n';

export interface Cluster {
  main: N8n;
  startWorker: (name: string) => Promise<Service>;
  /** Rows of a query of n8n's database, a list of texts each. */
  query: (sql: string) => Promise<string[][]>;
  stop: () => Promise<void>;
}

/** Executions that one worker runs at a time. */
export const WORKER_CONCURRENCY = 5;

/** How soon a worker that is gone is noticed; the defaults of n8n are 60 s, 10 s, 30 s and 180 min. */
const QUICK_RECOVERY: NodeJS.ProcessEnv = {
  QUEUE_WORKER_LOCK_DURATION: '10000',
  QUEUE_WORKER_LOCK_RENEW_TIME: '3000',
  QUEUE_WORKER_STALLED_INTERVAL: '5000',
  N8N_EXECUTIONS_QUEUE_RECOVERY_INTERVAL: '1',
};

export async function startCluster(tarball: string, programs: Programs): Promise<Cluster> {
  const folder = await temporaryFolder('cluster');
  const redis = await startRedis(programs, folder);
  const database = await startPostgresql(programs);
  const environment: NodeJS.ProcessEnv = {
    ...QUICK_RECOVERY,
    EXECUTIONS_MODE: 'queue',
    N8N_ENCRYPTION_KEY: newEncryptionKey(),
    QUEUE_BULL_REDIS_HOST: '127.0.0.1',
    QUEUE_BULL_REDIS_PORT: String(redis.port),
    DB_TYPE: 'postgresdb',
    DB_POSTGRESDB_HOST: '127.0.0.1',
    DB_POSTGRESDB_PORT: String(database.port),
    DB_POSTGRESDB_DATABASE: 'postgres',
    DB_POSTGRESDB_USER: 'n8n',
    DB_POSTGRESDB_PASSWORD: '',
    N8N_DEFAULT_BINARY_DATA_MODE: 'database',
  };
  const mainFolder = await temporaryFolder('main');
  await installPackage(tarball, mainFolder);
  const main = await startN8n({ userFolder: mainFolder, logFolder: folder, environment });
  const workers: Service[] = [];
  return {
    main,
    async startWorker(name) {
      const userFolder = await temporaryFolder(name);
      await copyPackages(mainFolder, userFolder);
      const port = await freePort();
      const health = {
        QUEUE_HEALTH_CHECK_ACTIVE: 'true',
        QUEUE_HEALTH_CHECK_PORT: String(port),
        N8N_WORKER_SERVER_ADDRESS: '127.0.0.1',
        N8N_RUNNERS_BROKER_PORT: String(await freePort()),
      };
      const service = await startProcess(name, ['worker', `--concurrency=${WORKER_CONCURRENCY}`], {
        userFolder,
        logFolder: folder,
        environment: { ...environment, ...health },
      });
      workers.push(service);
      const address = `http://127.0.0.1:${port}/healthz/readiness`;
      await waitFor(`${name} is ready`, () => isReady(address), { timeoutMs: 180_000, service });
      return service;
    },
    query: database.query,
    async stop() {
      for (const service of [...workers, main.service, redis.service, database.service]) await service.stop();
    },
  };
}

async function startRedis({ redis }: Programs, folder: string): Promise<{ port: number; service: Service }> {
  const port = await freePort();
  const settings = ['--bind', '127.0.0.1', '--port', String(port), '--dir', folder, '--save', '', '--appendonly', 'no'];
  const service = startService('redis', redis, settings, folder, { cwd: folder });
  const client = path.join(path.dirname(redis), 'redis-cli');
  await waitFor('Redis answers', () => succeeds(client, ['-h', '127.0.0.1', '-p', String(port), 'ping']), { service });
  return { port, service };
}

async function startPostgresql({ postgresql }: Programs) {
  const port = await freePort();
  const [folder, logs] = [await temporaryFolder('postgresql'), await temporaryFolder('postgresql-log')];
  const user = await databaseUser();
  if (user.uid !== undefined && user.gid !== undefined) await chown(folder, user.uid, user.gid);
  const data = path.join(folder, 'data');
  const settings = { cwd: folder, ...user };
  const initial = ['--pgdata', data, '--username', 'n8n', '--auth', 'trust', '--encoding', 'UTF8', '--no-sync'];
  await run(path.join(postgresql, 'initdb'), initial, settings);
  const server = ['-D', data, '-h', '127.0.0.1', '-p', String(port), '-k', folder, '-c', 'fsync=off'];
  const service = startService('postgresql', path.join(postgresql, 'postgres'), server, logs, settings);
  const connect = ['-h', '127.0.0.1', '-p', String(port), '-U', 'n8n', '-d', 'postgres', '-X', '-A', '-t', '-F', '\t'];
  const psql = path.join(postgresql, 'psql');
  await waitFor('PostgreSQL answers', () => succeeds(psql, [...connect, '-c', 'select 1']), { service });
  const query = async (sql: string): Promise<string[][]> =>
    (await run(psql, [...connect, '-c', sql]))
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => line.split('\t'));
  return { port, service, query };
}

/** PostgreSQL refuses to run as root; its package brings a user for it. */
async function databaseUser(): Promise<{ uid?: number; gid?: number }> {
  if (process.getuid?.() !== 0) return {};
  const [uid, gid] = await Promise.all(['-u', '-g'].map((flag) => run('id', [flag, 'postgres'])));
  return { uid: Number(uid), gid: Number(gid) };
}

async function succeeds(command: string, args: readonly string[]): Promise<true | undefined> {
  try {
    await run(command, args, { timeoutMs: 10_000 });
    return true;
  } catch {
    return undefined;
  }
}
