export interface Step {
  name: string;
  type: string;
  parameters?: Record<string, unknown>;
  /** Any other setting of a node, such as `onError` or `retryOnFail`. */
  settings?: Record<string, unknown>;
}

/** A workflow that goes from a manual trigger called Start through the steps, one after the other. */
export function chain(...steps: Step[]) {
  const start: Step = { name: 'Start', type: 'n8n-nodes-base.manualTrigger' };
  const nodes = [start, ...steps].map(({ name, type, parameters = {}, settings }, index) => ({
    id: String(index),
    name,
    type,
    typeVersion: 1,
    position: [200 * index, 0],
    parameters,
    ...settings,
  }));
  const connections = Object.fromEntries(
    nodes
      .slice(0, -1)
      .map(({ name }, index) => [name, { main: [[{ node: nodes[index + 1]?.name, type: 'main', index: 0 }]] }]),
  );
  return { name: 'Test', nodes, connections, settings: { executionOrder: 'v1' } };
}

/** A step of one of this package's nodes. */
export function step(
  node: string,
  name: string,
  resource: string,
  operation: string,
  parameters: Record<string, unknown> = {},
  settings: Record<string, unknown> = {},
): Step {
  return { name, type: `n8n-nodes-crossborder.${node}`, parameters: { resource, operation, ...parameters }, settings };
}
