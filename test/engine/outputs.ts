import type { OutputItem, WorkflowRun } from '../../engine';

/** Where a node's failed items go. */
export const toErrorOutput = { onError: 'continueErrorOutput' };
export const onRegularOutput = { onError: 'continueRegularOutput' };

export function outputsOf({ result }: WorkflowRun, node: string, output = 0): OutputItem[] {
  return result.nodes[node]?.outputs[output] ?? [];
}

export function jsonOf(run: WorkflowRun, node: string, output = 0): Record<string, unknown>[] {
  return outputsOf(run, node, output).map(({ json }) => json);
}

export function pairs(items: readonly OutputItem[]): unknown[] {
  return items.map(({ pairedItem }) => pairedItem);
}

/** The bytes of a file that a run gave out; -1 is the last one. */
export async function fileOf({ binaries }: WorkflowRun, index = 0): Promise<Buffer> {
  const file = binaries.at(index);
  if (!file) throw new Error(`The run gave out no file ${index}.`);
  return file.read();
}
