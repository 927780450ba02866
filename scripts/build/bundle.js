const { globSync } = require('node:fs');
const path = require('node:path');
const { rolldown } = require('rolldown');
const { noticesOf } = require('./notices');

/**
 * Compiles nodes and credentials to CommonJS, the libraries bundled in: n8n installs no dependencies of community
 * packages. Code that several nodes use becomes one shared file, so that all nodes share one pool of connections.
 */
async function bundle(root, dist) {
  const entries = globSync(['nodes/**/*.node.ts', 'credentials/*.credentials.ts'], { cwd: root });
  const build = await rolldown({
    cwd: root,
    input: Object.fromEntries(entries.map((entry) => [entry.replace(/\.ts$/, ''), path.join(root, entry)])),
    platform: 'node',
    external: ['n8n-workflow'],
    logLevel: 'warn',
  });
  const { output } = await build.write({
    dir: dist,
    format: 'cjs',
    exports: 'named',
    entryFileNames: '[name].js',
    chunkFileNames: 'shared/[name].js',
    codeSplitting: {
      groups: [
        { name: 'libraries', test: /node_modules/ },
        { name: 'carriers', test: /[\\/]carriers[\\/]/ },
        { name: 'operations', test: /[\\/]nodes[\\/](?!.*\.node\.ts)/, minShareCount: 2 },
      ],
    },
  });
  await build.close();
  await noticesOf(output, root, dist);
}

module.exports = { bundle };
