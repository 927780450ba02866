import type { NodeApiError, NodeOperationError } from 'n8n-workflow';

/** How far a run had come when it stopped. */
export interface Progress {
  /** Items of which nobody knows whether they were carried out. */
  open: readonly number[];
  /** How many items were carried out, and how many there are. */
  done: number;
  all: number;
}

/** What was done, or may have been, before the node stopped is in no output: the error tells it. */
export function withProgress<Stopping extends NodeApiError | NodeOperationError>(
  error: Stopping,
  { open, done, all }: Progress,
): Stopping {
  const others = open.filter((item) => item !== error.context['itemIndex']).toSorted((a, b) => a - b);
  const progress = [
    others.length > 0 &&
      `The outcome of ${named(others)} is unknown (the first item is 0): check at the carrier before you run this again.`,
    done > 0 && `${done} of ${all} items were carried out before the node stopped; their results are in no output.`,
  ];
  error.description = [error.description, ...progress].filter(Boolean).join(' ');
  return error;
}

/** `items 2 to 4, 6` */
function named(items: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const item of items) {
    const run = runs.at(-1);
    if (run && run[1] === item - 1) run[1] = item;
    else runs.push([item, item]);
  }
  const texts = runs.map(([first, last]) =>
    (first === last ? [first] : [first, last]).join(last - first > 1 ? ' to ' : ', '),
  );
  return `${items.length > 1 ? 'items' : 'item'} ${texts.join(', ')}`;
}
