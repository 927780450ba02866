import { randomUUID } from 'node:crypto';
import { ExecutionLifecycleHooks } from 'n8n-core';
import type { WorkflowExecuteMode } from 'n8n-workflow';
import type { WorkflowPlan } from './workflow-plan';

/** As n8n's command line runs a workflow. */
export const MODE: WorkflowExecuteMode = 'cli';

/** Of one run of a workflow; nothing listens to it yet. */
export function hooksOf({ workflow }: WorkflowPlan): ExecutionLifecycleHooks {
  const now = new Date();
  return new ExecutionLifecycleHooks(MODE, randomUUID(), {
    id: workflow.id,
    name: workflow.name ?? '',
    active: false,
    isArchived: false,
    activeVersionId: null,
    createdAt: now,
    updatedAt: now,
    nodes: Object.values(workflow.nodes),
    connections: workflow.connectionsBySourceNode,
  });
}
