const { builtinModules } = require('node:module');
const path = require('node:path');
const ts = require('typescript');

const { config } = ts.readConfigFile(path.join(__dirname, '../../tsconfig.json'), ts.sys.readFile);
const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, '.');
// Without `realpath`: a package stays in node_modules, wherever that is linked to.
const host = { ...ts.sys, realpath: undefined };

/** The file that an import means, as TypeScript finds it; aliases of package.json and JSON files included. */
function resolve(source, file) {
  if (source.startsWith('node:') || builtinModules.includes(source)) return { found: true, path: null };
  const target = ts.resolveModuleName(source, file, options, host).resolvedModule?.resolvedFileName;
  return target === undefined ? { found: false } : { found: true, path: path.normalize(target) };
}

/** What eslint-plugin-import asks of a resolver. */
module.exports = { interfaceVersion: 2, resolve };
