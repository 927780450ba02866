/** Programs from Debian's packages, installed when they are missing. */
import { existsSync } from 'node:fs';
import { readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { run } from './machine';

const CHROMIUM = '/usr/bin/chromium';
const REDIS = '/usr/bin/redis-server';
const POSTGRESQL = '/usr/lib/postgresql';
/** Chinese and Japanese in the screenshots. */
const FONTS = '/usr/share/fonts/truetype/droid';

export interface Programs {
  chromium: string;
  redis: string;
  /** Folder with initdb, postgres and psql. */
  postgresql: string;
}

/** @throws Error that names what is missing when it cannot be installed here */
export async function debianPrograms(): Promise<Programs> {
  const wanted = [
    [CHROMIUM, 'chromium'],
    [FONTS, 'fonts-droid-fallback'],
    [REDIS, 'redis-server'],
    [POSTGRESQL, 'postgresql'],
  ] as const;
  const missing: string[] = [];
  for (const [place, name] of wanted) if (!(await isThere(place))) missing.push(name);
  if (missing.length > 0) await install(missing);
  const [version] = (await readdir(POSTGRESQL)).sort((left, right) => Number(right) - Number(left));
  return { chromium: CHROMIUM, redis: REDIS, postgresql: path.join(POSTGRESQL, version ?? '', 'bin') };
}

/** A server's folder may be there without the server. */
async function isThere(place: string): Promise<boolean> {
  if (place !== POSTGRESQL) return existsSync(place);
  const versions = existsSync(place) ? await readdir(place) : [];
  return versions.some((version) => existsSync(path.join(place, version, 'bin/initdb')));
}

async function install(names: readonly string[]): Promise<void> {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    throw new Error(`Missing: ${names.join(', ')}. Install these Debian packages, or run as root on Debian.`);
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const servicesStayOff = !existsSync(POLICY);
  // Debian starts the servers it installs; these get started here, on other ports and with their own data.
  if (servicesStayOff) await writeFile(POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    const retries = ['-o', 'Acquire::Retries=3'];
    await run('apt-get', ['update', ...retries], { env });
    const flags = ['-y', '--no-install-recommends', ...retries];
    await run('apt-get', ['install', ...flags, ...names], { env, timeoutMs: 900_000 });
  } finally {
    if (servicesStayOff) await rm(POLICY, { force: true });
  }
}

const POLICY = '/usr/sbin/policy-rc.d';
