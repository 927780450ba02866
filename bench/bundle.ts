/** Turns the programs of the bench into JavaScript: without a loader of TypeScript they start in half the time. */
import path from 'node:path';
import { build } from 'esbuild';
import { PROJECT_ROOT } from '../engine';

export interface Programs {
  measured: string;
  loading: string;
  stub: string;
  delay: string;
}

/** They stand where they find the packages of the project. @returns their paths */
export async function bundlePrograms(): Promise<Programs> {
  const outdir = path.join(PROJECT_ROOT, 'node_modules/.cache/crossborder-bench');
  await build({
    entryPoints: {
      measured: path.join(__dirname, 'measured/main.ts'),
      loading: path.join(__dirname, 'measured/loading.ts'),
      stub: path.join(__dirname, 'servers/stub.ts'),
      delay: path.join(__dirname, 'servers/delay.ts'),
    },
    outdir,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'cjs',
    target: 'node24',
    // From here the engine finds the project.
    define: { __dirname: JSON.stringify(path.join(PROJECT_ROOT, 'engine')) },
    logLevel: 'warning',
  });
  const at = (name: string): string => path.join(outdir, `${name}.js`);
  return { measured: at('measured'), loading: at('loading'), stub: at('stub'), delay: at('delay') };
}
