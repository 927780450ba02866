import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { isObject } from './object';

/** Where the nodes of this package tell each step of a run, whichever build of them runs. */
const CHANNEL = 'n8n-nodes-crossborder:progress';

/** How far a node is. */
export interface NodeProgress {
  node: string;
  /** Answered so far, or, while no call was made yet, read. */
  items: number;
  ofItems: number;
  calls: number;
  /** 0 while the items are read. */
  ofCalls: number;
  /** What the node waits for: `waiting for 2 labels, asked 3 times, every 5 s`. */
  waiting?: string;
  /** All of it in words, now and then in a long run. */
  line?: string;
}

/** Tells what the nodes of one execution say. @returns what ends that */
export function listenToProgress(executionId: string, listener: (progress: NodeProgress) => void): () => void {
  const listen = (step: unknown): void => {
    if (isProgress(step) && step.executionId === executionId) listener(step);
  };
  subscribe(CHANNEL, listen);
  return () => void unsubscribe(CHANNEL, listen);
}

function isProgress(step: unknown): step is NodeProgress & { executionId: string } {
  if (!isObject(step)) return false;
  const { executionId, node, waiting, line, items, ofItems, calls, ofCalls } = step;
  return (
    [executionId, node, waiting ?? '', line ?? ''].every((value) => typeof value === 'string') &&
    [items, ofItems, calls, ofCalls].every((value) => typeof value === 'number')
  );
}
