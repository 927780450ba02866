const path = require('node:path');
const esbuild = require('esbuild');

/**
 * What is imported by `import()` is bundled to a file of its own, which is loaded when it is first used: a library for one
 * operation must cost nothing to those who never use that. Only folders are imported so; the file has the folder's name.
 */
function lateFiles(folder) {
  const entries = new Map();
  const plugin = {
    name: 'late-files',
    setup(build) {
      build.onResolve({ filter: /^\.{1,2}\// }, ({ path: source, kind, resolveDir }) => {
        if (kind !== 'dynamic-import') return undefined;
        const name = path.basename(source);
        entries.set(name, path.join(resolveDir, source, 'index.ts'));
        return { path: `./${name}.js`, external: true };
      });
    },
  };
  /** Once the files that import them are built. @returns what each of them holds, as esbuild tells it */
  async function build(options) {
    const built = [...entries]
      .sort()
      .map(([name, entry]) =>
        esbuild.build({ ...options, entryPoints: [entry], outfile: path.join(folder, `${name}.js`) }),
      );
    return (await Promise.all(built)).map(({ metafile }) => metafile);
  }
  return { plugin, build };
}

module.exports = { lateFiles };
