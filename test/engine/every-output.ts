/**
 * Set up for every test of the engine: each output of our nodes, with Simplify on where there is that, must be as the schema
 * says from which n8n's editor shows the fields of a step that never ran.
 */
import type { INode, INodeExecutionData } from 'n8n-workflow';
import { textOf } from '#carriers/shared/json-value';
import { PROJECT_ROOT, watchRuns, type RecordedRun } from '../../engine';
import { demandAsTold } from '../output-schemas';

const OUR_NODES = 'n8n-nodes-crossborder.';

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
  const operation = `${textOf(parameters['resource'])}.${textOf(parameters['operation'])}`;
  demandAsTold(type.slice(OUR_NODES.length), operation, json);
}
