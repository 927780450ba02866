const { existsSync, readdirSync } = require('node:fs');
const { mkdir, writeFile } = require('node:fs/promises');
const path = require('node:path');
const ts = require('typescript');
const { schemaOf } = require('./schema-of-type');

/** Where n8n's editor looks for what a step gives before it ran: the folder is named by the version of the node. */
const FOLDER = '__schema__/v1.0.0';

/**
 * Writes the JSON Schema of each operation's output beside its node, from the type that `nodes/<Node>/outputs.ts` has for
 * it: the editor then shows the fields of a step that never ran.
 */
async function outputSchemas(root, dist) {
  const files = readdirSync(path.join(root, 'nodes'))
    .map((node) => path.join(root, 'nodes', node, 'outputs.ts'))
    .filter((file) => existsSync(file.replace(/(\w+)\/outputs\.ts$/, '$1/$1.node.ts')) && existsSync(file));
  const program = ts.createProgram(files, OPTIONS, hostOf(OPTIONS));
  const checker = program.getTypeChecker();
  await Promise.all(
    files.flatMap((file) =>
      outputsIn(program, checker, file).map(async ({ name, type }) => {
        const schema = schemaOf(program, type, `${path.relative(root, file)}: ${name}`);
        const target = path.join(
          dist,
          'nodes',
          path.basename(path.dirname(file)),
          FOLDER,
          `${name.replace('.', '/')}.json`,
        );
        await mkdir(path.dirname(target), { recursive: true });
        await writeFile(target, `${JSON.stringify(schema)}\n`);
      }),
    ),
  );
}

/** Types alone are read, so that of TypeScript's own library the oldest part will do. */
const OPTIONS = {
  lib: ['lib.es5.d.ts'],
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
};

/** Follows imports of the project's own files: no library has the type of an output, and reading them would take seconds. */
function hostOf(options) {
  const host = ts.createCompilerHost(options);
  host.resolveModuleNameLiterals = (names, from) =>
    names.map(({ text }) =>
      /^[.#]/.test(text) ? ts.resolveModuleName(text, from, options, host) : { resolvedModule: undefined },
    );
  return host;
}

/** By resource and operation, such as `order.create`. */
function outputsIn(program, checker, file) {
  const exported = checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(file)));
  const outputs = exported.find(({ name }) => name === 'Outputs');
  if (outputs === undefined) throw new Error(`${file} exports no Outputs`);
  const declared = outputs.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(outputs) : outputs;
  return checker
    .getPropertiesOfType(checker.getDeclaredTypeOfSymbol(declared))
    .map((property) => ({ name: property.name, type: checker.getTypeOfSymbol(property) }));
}

module.exports = { outputSchemas };
