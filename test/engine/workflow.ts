import { join } from 'node:path';

/** A small package in plain JavaScript: nothing has to be built for the tests of the runner. */
export const FAKE_PACKAGE = join(__dirname, 'fixtures/fake-package');

export interface Step {
  name: string;
  type?: string;
  parameters?: Record<string, unknown>;
  /** Any other setting of a node, such as `onError` or `retryOnFail`. */
  settings?: Record<string, unknown>;
}

/** A workflow that goes from a manual trigger called Start through the steps, one after the other. */
export function chain(...steps: Step[]) {
  const nodes = [{ name: 'Start', type: 'n8n-nodes-base.manualTrigger' }, ...steps].map((step, index) => ({
    id: String(index),
    name: step.name,
    type: step.type ?? 'n8n-nodes-fake.fake',
    typeVersion: 1,
    position: [200 * index, 0],
    parameters: ('parameters' in step && step.parameters) || {},
    ...('settings' in step && step.settings),
  }));
  const connections = Object.fromEntries(
    nodes
      .slice(0, -1)
      .map(({ name }, index) => [name, { main: [[{ node: nodes[index + 1]?.name, type: 'main', index: 0 }]] }]),
  );
  return { name: 'Test', nodes, connections, settings: { executionOrder: 'v1' } };
}
