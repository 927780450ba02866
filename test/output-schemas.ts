/** What the package tells n8n of the outputs of its nodes (`npm run build`), to hold outputs against it. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { objectOf } from '#carriers/shared/json-value';

const BUILT = path.join(__dirname, '../dist/nodes');

/**
 * @param node its name without that of the package
 * @param operation such as `order.create`
 * @throws Error that names what of the output is not as the schema says
 */
export function demandAsTold(node: string, operation: string, json: unknown): void {
  const file = `__schema__/v1.0.0/${operation.replace('.', '/')}.json`;
  const validate = validatorOf(path.join(BUILT, folderOf(node), file));
  if (validate(json)) return;
  const problems = validate.errors?.map(({ instancePath, message, params }) =>
    [instancePath, message, JSON.stringify(params)].join(' '),
  );
  throw new Error(`An output of ${node} is not as ${file} says: ${problems?.join('; ')}`);
}

function folderOf(node: string): string {
  return readdirSync(BUILT).find((folder) => folder.toLowerCase() === node.toLowerCase()) ?? node;
}

/** Each is compiled once. */
function validatorOf(file: string): ValidateFunction {
  const known = validators.get(file);
  if (known) return known;
  const validate = schemas.compile(objectOf(JSON.parse(readFileSync(file, 'utf8'))));
  validators.set(file, validate);
  return validate;
}

const schemas = new Ajv({ allowUnionTypes: true, allErrors: true });
const validators = new Map<string, ValidateFunction>();
