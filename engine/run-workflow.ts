import { type ExecutionLifecycleHooks, WorkflowExecute, WorkflowHasIssuesError } from 'n8n-core';
import type { INodeExecutionData, IRun, ITaskData, Workflow } from 'n8n-workflow';
import { PROJECT_ROOT } from './build';
import { GivenCredentials, type Credentials } from './credentials';
import { executionSurroundings } from './execution';
import { hooksOf, MODE } from './hooks';
import { loadNodePackage } from './node-package';
import { failedAtStart, outcomeOf, type WorkflowRun } from './outcome';
import { listenToProgress, type NodeProgress } from './progress';
import { planWorkflow, startItems, type WorkflowPlan } from './workflow-plan';

export interface WorkflowRequest {
  /** A workflow in the form in which n8n exports it. It is not changed. */
  workflow: unknown;
  credentials?: Credentials;
  /** Output of the start node: a list of plain objects or n8n items `{ json, binary? }`. Default: one empty item. */
  items?: unknown;
  /** Folder of the built package whose nodes the workflow uses. Default: this project. */
  packageRoot?: string;
  /** Cancels the run: the node at work is told, no other one starts. */
  signal?: AbortSignal;
  /** Called when a node starts and when it ended, with the number of items it gave out. */
  onNodeProgress?: (node: string, state: NodeState, items: number) => void;
  /** Called at each step of a node of this package: after every call, and at every pause of waiting. */
  onProgress?: (progress: NodeProgress) => void;
  /** Called with all that the engine recorded, which n8n stores. */
  onRecorded?: (run: IRun) => void;
}

export type NodeState = 'started' | 'finished' | 'failed';

/** A run that the engine recorded. */
export interface RecordedRun {
  run: IRun;
  workflow: Workflow;
  packageRoot: string;
}

let watch: (recorded: RecordedRun) => void = () => undefined;

/** Tests look at every run of their process: what the watcher throws, `runWorkflow` throws. */
export function watchRuns(watcher: typeof watch): void {
  watch = watcher;
}

/** As `n8n execute` runs a workflow: for real, not as a test from the editor. */

/**
 * Runs a workflow in n8n-core, from its manual trigger. A node that fails makes a result with status `error`.
 * @throws SetupError when the workflow cannot be started: unknown node type, missing credential, no trigger
 */
export async function runWorkflow(request: WorkflowRequest): Promise<WorkflowRun> {
  const { workflow, credentials = {}, items, packageRoot = PROJECT_ROOT } = request;
  const nodePackage = await loadNodePackage(packageRoot);
  const plan = planWorkflow(workflow, nodePackage, credentials);
  const hooks = progressHooks(plan, request.onNodeProgress);
  const surroundings = executionSurroundings(new GivenCredentials(nodePackage, credentials), hooks);
  const silence = request.onProgress && listenToProgress(hooks.executionId, request.onProgress);
  try {
    const run = await execute(new WorkflowExecute(surroundings, MODE), plan, startItems(items), request.signal);
    request.onRecorded?.(run);
    watch({ run, workflow: plan.workflow, packageRoot });
    return outcomeOf(run);
  } catch (error) {
    if (error instanceof WorkflowHasIssuesError) return failedAtStart(error);
    throw error;
  } finally {
    silence?.();
  }
}

async function execute(
  engine: WorkflowExecute,
  { workflow, startNode }: WorkflowPlan,
  items: INodeExecutionData[],
  signal: AbortSignal | undefined,
): Promise<IRun> {
  const running = engine.run({
    workflow,
    startNode,
    triggerToStartFrom: { name: startNode.name, data: startedWith(items) },
  });
  const cancel = () => running.cancel();
  if (signal?.aborted) cancel();
  signal?.addEventListener('abort', cancel, { once: true });
  try {
    return await running;
  } finally {
    signal?.removeEventListener('abort', cancel);
  }
}

function startedWith(items: INodeExecutionData[]): ITaskData {
  return { startTime: Date.now(), executionTime: 0, executionIndex: 0, source: [], data: { main: [items] } };
}

function progressHooks(plan: WorkflowPlan, onNodeProgress: WorkflowRequest['onNodeProgress']): ExecutionLifecycleHooks {
  const hooks = hooksOf(plan);
  if (onNodeProgress) {
    hooks.addHandler('nodeExecuteBefore', (node) => onNodeProgress(node, 'started', 0));
    hooks.addHandler('nodeExecuteAfter', (node, { error, data }) =>
      onNodeProgress(node, error ? 'failed' : 'finished', data?.main?.flatMap((items) => items ?? []).length ?? 0),
    );
  }
  return hooks;
}
