/**
 * Known faults of the packages that are bundled into `dist`. All packages are development dependencies, so npm's audit of
 * what users install would find none. Exit status 1 when there are some; 0 too where the registry offers no audit, which
 * is told.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { bundledFaults, bundledPackages } from './audit/bundled';

const ROOT = path.join(__dirname, '..');

function main(): void {
  const bundled = bundledPackages(readFileSync(path.join(ROOT, 'dist/THIRD-PARTY-NOTICES.txt'), 'utf8'));
  const { stdout } = spawnSync('npm', ['audit', '--json'], { cwd: ROOT, encoding: 'utf8' });
  const faults = bundledFaults(stdout, bundled, ROOT);
  if (!Array.isArray(faults)) {
    process.stdout.write(
      `Not audited, ${bundled.length} bundled packages: the registry offers none (${faults.noAudit}).\n`,
    );
    return;
  }
  process.stdout.write(`${bundled.length} bundled packages, ${faults.length} known faults\n${faults.join('\n')}\n`);
  if (faults.length > 0) process.exitCode = 1;
}

main();
