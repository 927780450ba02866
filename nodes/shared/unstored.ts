import { NodeOperationError, type INode } from 'n8n-workflow';
import { objectAsIs, textOf, type JsonObject } from '#carriers/shared/json-value';
import type { Output } from './output';

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
