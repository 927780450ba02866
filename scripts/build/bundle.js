const { mkdir, readdir, readFile, writeFile } = require('node:fs/promises');
const path = require('node:path');
const { env, stdout } = require('node:process');
const esbuild = require('esbuild');
const { lateFiles } = require('./late-files');
const { assertNamesOfN8n, lateN8n } = require('./late-n8n');
const { noticesOf } = require('./notices');

const SHARED = 'shared/crossborder.js';

const OPTIONS = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  // What is imported late is required, as n8n requires the nodes.
  supported: { 'dynamic-import': false },
  charset: 'utf8',
  // Names stay, so that a stack trace can be read.
  minifyWhitespace: true,
  minifySyntax: true,
  // For breakpoints (docs/developing.md); the published package has none, as it would be five times as large.
  sourcemap: env.SOURCE_MAPS ? 'inline' : false,
  metafile: true,
  logLevel: 'warning',
};

/**
 * Compiles nodes and credentials to CommonJS with the libraries in it: n8n installs no dependencies of community
 * packages. All of it is one file, so that all nodes share one pool of connections; where n8n looks for a node or a
 * credential stands a file that hands out its class. What the code imports late is a file beside it. Tells what was built.
 */
async function bundle(root, dist) {
  const entries = [
    ...(await filesOf(root, 'credentials', '.credentials.ts')),
    ...(await filesOf(root, 'nodes', '.node.ts')),
  ].sort();
  const late = lateFiles(path.join(dist, path.dirname(SHARED)));
  const { metafile } = await esbuild.build({
    ...OPTIONS,
    stdin: { contents: entries.map((entry) => `export * from './${entry}';`).join('\n'), resolveDir: root },
    outfile: path.join(dist, SHARED),
    plugins: [lateN8n, late.plugin],
  });
  assertNamesOfN8n(await readFile(path.join(dist, SHARED), 'utf8'));
  await Promise.all(entries.map((entry) => writeClassFile(dist, entry)));
  const built = [metafile, ...(await late.build(OPTIONS))];
  const libraries = await noticesOf(
    built.flatMap(({ inputs }) => Object.keys(inputs)),
    root,
    dist,
  );
  const sizes = built.flatMap(({ outputs }) => Object.entries(outputs)).map(sizeOf);
  const nodes = entries.filter((entry) => entry.endsWith('.node.ts')).length;
  stdout.write(
    `           ${nodes} nodes and ${entries.length - nodes} credentials with ${libraries.length} libraries: ${sizes.join(', ')}\n`,
  );
}

/** `crossborder.js 1,000 KB` */
function sizeOf([file, { bytes }]) {
  return `${path.basename(file)} ${Math.round(bytes / 1024).toLocaleString('en')} KB`;
}

/** The files of a folder whose names end so, from the root. */
async function filesOf(root, folder, ending) {
  const files = await readdir(path.join(root, folder), { recursive: true });
  return files.filter((file) => file.endsWith(ending)).map((file) => path.posix.join(folder, ...file.split(path.sep)));
}

/** n8n finds the class by the name of its file. */
async function writeClassFile(dist, entry) {
  const file = path.join(dist, entry.replace(/\.ts$/, '.js'));
  const [className] = path.basename(file).split('.');
  const shared = path.relative(path.dirname(file), path.join(dist, SHARED)).split(path.sep).join('/');
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, `'use strict';\n\nexports.${className} = require('${shared}').${className};\n`);
}

module.exports = { bundle };
