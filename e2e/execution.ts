import type { IRun } from 'n8n-workflow';
import { isObject, objectOf, textOf, type JsonObject } from '../carriers/shared/json-value';
import { outcomeOf, type WorkflowResult } from '../engine/outcome';
import { waitFor } from './machine';
import { unflatten, type Rest } from './rest';

const ENDED = new Set(['success', 'error', 'crashed', 'canceled']);

/** Runs a stored workflow from its trigger, as the editor's Execute button does. @returns n8n's id of the execution */
export async function startManually(rest: Rest, workflowId: string, trigger: string): Promise<string> {
  const started = await rest.post(`/rest/workflows/${workflowId}/run`, { triggerToStartFrom: { name: trigger } });
  const id = textOf(objectOf(started)['executionId']);
  if (id === undefined) throw new Error(`n8n did not start the workflow: ${JSON.stringify(started)}`);
  return id;
}

/** What the execution came to, in the form of the headless runner. */
export async function resultOf(rest: Rest, executionId: string): Promise<WorkflowResult> {
  return outcomeOf(await runOf(rest, executionId)).result;
}

/** Waits for the end of an execution. @throws Error after two minutes */
export async function runOf(rest: Rest, executionId: string): Promise<IRun> {
  const execution = await waitFor(`Execution ${executionId} ended`, async () => {
    const state = objectOf(await rest.get(`/rest/executions/${executionId}`));
    return ENDED.has(textOf(state['status']) ?? '') ? state : undefined;
  });
  const run = { ...execution, data: dataOf(execution) };
  if (!isRun(run)) throw new Error(`Execution ${executionId} has no data`);
  return run;
}

function dataOf({ data }: JsonObject): unknown {
  return typeof data === 'string' ? unflatten(data) : data;
}

function isRun(value: unknown): value is IRun {
  const { data } = objectOf(value);
  return isObject(data) && isObject(data['resultData']) && isObject(data['resultData']['runData']);
}
