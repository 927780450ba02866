import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

/** What `npm audit --json` answers: faults by package, with every place where that package is installed. */
const REPORT = z.object({
  vulnerabilities: z.record(
    z.string(),
    z.object({
      severity: z.string(),
      nodes: z.array(z.string()),
      via: z.array(z.union([z.string(), z.object({ title: z.string(), url: z.string() })])),
    }),
  ),
});

/** What it answers where the registry offers no audit. */
const NO_AUDIT = z.object({ message: z.string() });

const MANIFEST = z.object({ name: z.string(), version: z.string() });

/** Names and versions of the packages whose code is in the built package, as its notices list them. */
export function bundledPackages(notices: string): string[] {
  return [...notices.matchAll(/^-{80}\n(\S+ \S+)\nLicence: /gm)].map(([, title = '']) => title);
}

/**
 * The known faults of packages that are bundled. Others do their work before anything is published.
 * @param report what `npm audit --json` wrote
 * @param bundled as `bundledPackages` gives them
 * @param root of the project, where the packages are installed
 * @returns a line for each fault, or why there is no audit
 */
export function bundledFaults(
  report: string,
  bundled: readonly string[],
  root: string,
): string[] | { noAudit: string } {
  const answer: unknown = JSON.parse(report);
  const parsed = REPORT.safeParse(answer);
  if (!parsed.success) {
    return { noAudit: NO_AUDIT.safeParse(answer).data?.message ?? 'npm gave no report' };
  }
  return Object.values(parsed.data.vulnerabilities).flatMap(({ severity, nodes, via }) => {
    const here = [...new Set(nodes.map((place) => titleOf(path.join(root, place))))].filter((title) =>
      bundled.includes(title),
    );
    return here.map((title) => `${title} (${severity}): ${via.map(reasonOf).join('; ')}`);
  });
}

function reasonOf(via: string | { title: string; url: string }): string {
  return typeof via === 'string' ? `through ${via}` : `${via.title} ${via.url}`;
}

function titleOf(folder: string): string {
  const { name, version } = MANIFEST.parse(JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')));
  return `${name} ${version}`;
}
