/**
 * Set up for every test of the engine: each output of our nodes, with Simplify on where there is that, must be as the schema
 * says from which n8n's editor shows the fields of a step that never ran.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import type { INode, INodeExecutionData } from 'n8n-workflow';
import { objectOf } from '#carriers/shared/json-value';
import { PROJECT_ROOT, watchRuns, type RecordedRun } from '../../engine';

const OUR_NODES = 'n8n-nodes-crossborder.';
const BUILT = path.join(PROJECT_ROOT, 'dist/nodes');

watchRuns(checkOutputs);

function checkOutputs({ run, workflow, packageRoot }: RecordedRun): void {
  if (packageRoot !== PROJECT_ROOT) return;
  for (const [name, tries] of Object.entries(run.data.resultData.runData)) {
    const node = workflow.getNode(name);
    if (!node?.type.startsWith(OUR_NODES) || node.disabled || !isSimplified(node)) continue;
    for (const item of tries.flatMap(({ data }) => data?.main?.[0] ?? [])) checkOutput(node, item);
  }
}

/** Where an expression decides, it may be the carrier's own data. */
function isSimplified({ parameters: { simplify = true } }: INode): boolean {
  return simplify === true;
}

function checkOutput({ type, parameters }: INode, { json, error }: INodeExecutionData): void {
  if (error !== undefined || typeof json['error'] === 'string' || json['dryRun'] === true) return;
  const file = `__schema__/v1.0.0/${String(parameters['resource'])}/${String(parameters['operation'])}.json`;
  const node = type.slice(OUR_NODES.length);
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
