const path = require('node:path');
const ts = require('typescript');
const { resolve } = require('./resolve');

/**
 * No file may import itself by way of others. The known rules for this pass over imports of types; here they count:
 * two files that need each other's types cannot be understood one at a time either.
 */
module.exports = {
  meta: {
    type: 'problem',
    messages: {
      circle: 'A circle of imports: {{ way }}. Move what both ends need into a file of its own.',
    },
    schema: [],
  },
  create(context) {
    const { program } = context.sourceCode.parserServices;
    const file = path.normalize(context.filename);
    const check = ({ source }) => {
      const start = typeof source?.value === 'string' ? resolve(source.value, file).path : undefined;
      const way = start && wayBack(start, file, program);
      if (way)
        context.report({ node: source, messageId: 'circle', data: { way: inWords([file, ...way], context.cwd) } });
    };
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      TSImportType: check,
      ExportAllDeclaration: check,
      ExportNamedDeclaration: check,
    };
  },
};

/** The shortest way along the imports from one file to another; both ends are in it. */
function wayBack(start, goal, program) {
  const ways = new Map([[start, [start]]]);
  for (const [file, way] of ways) {
    if (file === goal) return way;
    for (const next of importsOf(file, program)) {
      if (!ways.has(next)) ways.set(next, [...way, next]);
    }
  }
  return undefined;
}

/** By TypeScript's copy of a file, which it makes anew when the file changes: an editor stays right. */
const known = new WeakMap();

function importsOf(file, program) {
  const sourceFile = file.includes('node_modules') ? undefined : program.getSourceFile(file);
  if (!sourceFile) return [];
  const found = known.get(sourceFile) ?? read(sourceFile, file);
  known.set(sourceFile, found);
  return found;
}

function read(sourceFile, file) {
  const { importedFiles } = ts.preProcessFile(sourceFile.text, true, true);
  return importedFiles.flatMap(({ fileName }) => resolve(fileName, file).path ?? []);
}

function inWords(files, root) {
  return files.map((file) => path.relative(root, file)).join(' → ');
}
