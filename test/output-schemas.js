const { readdirSync, readFileSync } = require('node:fs');
const path = require('node:path');
const { Ajv } = require('ajv');

const BUILT = path.join(__dirname, '../dist/nodes');

/**
 * Holds an output against what the build tells n8n of it.
 * @param {string} node its name without that of the package
 * @param {string} operation such as `order.create`
 * @throws Error that names what of the output is not as the schema says
 */
function demandAsTold(node, operation, json) {
  const file = `__schema__/v1.0.0/${operation.replace('.', '/')}.json`;
  const validate = validatorOf(path.join(BUILT, folderOf(node), file));
  if (validate(json)) return;
  const problems = validate.errors.map(({ instancePath, message, params }) =>
    [instancePath, message, JSON.stringify(params)].join(' '),
  );
  throw new Error(`An output of ${node} is not as ${file} says: ${problems.join('; ')}`);
}

function folderOf(node) {
  return readdirSync(BUILT).find((folder) => folder.toLowerCase() === node.toLowerCase()) ?? node;
}

/** Each is compiled once. */
function validatorOf(file) {
  const validate = validators.get(file) ?? schemas.compile(JSON.parse(readFileSync(file, 'utf8')));
  validators.set(file, validate);
  return validate;
}

/** The schemas themselves are looked at in `structure/nodes.test.ts`: without that, it takes half as long. */
const schemas = new Ajv({
  allErrors: true,
  meta: false,
  validateSchema: false,
  strict: false,
  code: { optimize: false },
});
const validators = new Map();

module.exports = { demandAsTold };
