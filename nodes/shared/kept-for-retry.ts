import type { INode, INodeExecutionData } from 'n8n-workflow';
import { isTool } from './tool';
import type { Answer, ItemResult } from './output';

/** `rows`: all items of the order, where it has several; each of the further ones is kept as such. */
export type Kept = ({ done: ItemResult[] } | { answer: Answer }) & { rows?: readonly number[] };

export const FURTHER_ROW = 'further row';

/**
 * Retry On Fail runs the whole node again for the same input items. What must not be asked for twice is kept for that
 * try: what is done, also when a part of it was refused, that the outcome is unknown, and an answer whose files could not be
 * stored. n8n makes the item
 * objects anew whenever a node's turn comes, but not for each try: no later run, of a loop or of the workflow, finds its
 * items here. Of a tool it makes the items anew for each try, of the same arguments, and each call has arguments of its own.
 */
const KEPT = new WeakMap<object, Kept | typeof FURTHER_ROW>();

export function keepForRetry(
  node: INode,
  inputItem: INodeExecutionData | undefined,
  kept: Kept | typeof FURTHER_ROW,
): void {
  if (node.retryOnFail && inputItem) KEPT.set(sameInEachTry(node, inputItem), kept);
}

export function keptOf(node: INode, inputItem: INodeExecutionData): Kept | typeof FURTHER_ROW | undefined {
  return KEPT.get(sameInEachTry(node, inputItem));
}

function sameInEachTry(node: INode, inputItem: INodeExecutionData): object {
  return isTool(node) ? inputItem.json : inputItem;
}
