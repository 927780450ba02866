import { NodeOperationError, type INode, type NodeApiError } from 'n8n-workflow';
import { objectAsIs, textOf, type JsonObject } from '#carriers/shared/json-value';
import type { Output } from './output';

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

/** The carrier did its part: whoever reads only that something failed would create the order again. */
export function unstored(node: INode, outputs: readonly Output[], error: unknown): NodeOperationError {
  const why = error instanceof Error ? error.message : 'unknown reason';
  const numbers = outputs.flatMap((output) =>
    numbersIn(objectAsIs('json' in output ? output.json : output.simplified)),
  );
  return new NodeOperationError(node, `The carrier answered, but the output could not be stored in n8n: ${why}`, {
    description: [
      ...(numbers.length > 0 ? [`${numbers.join(', ')}.`] : []),
      'What this item asked for was done: do not create an order again. Check where n8n stores binary data, then get the file by itself.',
    ].join(' '),
  });
}

function numbersIn({ reference, orderNumber, trackingNumber }: JsonObject): string[] {
  return Object.entries({
    Reference: reference,
    'order number': orderNumber,
    'tracking number': trackingNumber,
  }).flatMap(([name, value]) => (textOf(value) === undefined ? [] : [`${name} ${textOf(value)}`]));
}
