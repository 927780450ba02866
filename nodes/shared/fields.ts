import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { choice, count, flag } from '#carriers/shared/rows';
import { field } from './form/row-property';
import type { ItemParameters } from './parameters';

export const simplify = field('simplify', flag('Simplify', 'Whether to return a simplified version of the response instead of the raw data', { initial: true }), {
  // A tool has Output (`tool-fields.ts`). Hidden, not shown, by this name: a version of n8n that does not know it shows Simplify.
  displayOptions: { hide: { '@tool': [true] } },
});

export const returnAll = field('returnAll', flag('Return All', 'Whether to return all results or only up to a given limit'));

export const limit = field('limit', count('Limit', 'Max number of results to return', { initial: 50 }), { displayOptions: { show: { returnAll: [false] } } });

/** The most results that Return All and Limit ask for. */
export function mostResults(parameters: ItemParameters): number {
  return parameters.flag('returnAll') ? Infinity : Math.max(1, Math.floor(parameters.number('limit') ?? 50));
}

export const binaryPropertyName: INodeProperties = {
  displayName: 'Put Output File in Field',
  name: 'binaryPropertyName',
  type: 'string',
  required: true,
  default: 'data',
  placeholder: 'e.g. data',
  hint: 'The name of the output binary field to put the file in',
};

/** Where a second file may come. */
export const binaryPropertyNames: INodeProperties = {
  ...binaryPropertyName,
  hint: 'The name of the output binary field to put the file in; a second file gets the name with _2, and so on',
};

export const inputBinaryPropertyName: INodeProperties = {
  displayName: 'Input Binary Field',
  name: 'binaryPropertyName',
  type: 'string',
  required: true,
  default: 'data',
  placeholder: 'e.g. data',
  hint: 'The name of the input binary field that holds the file',
};

export const inputMode = field(
  'inputMode',
  choice('Input Mode', 'How to give the data. JSON is the faster way for many items.', { Form: ['form', 'Fill in fields one by one'], JSON: ['json', "Pass the carrier's own object, e.g. built by an earlier node"] }),
  { noDataExpression: true },
);

/** Where an order of another shape may be given too. */
export const inputModes: INodeProperties = {
  ...inputMode,
  builderHint: {
    propertyHint: "'order' for orders of a shop or in neutral names, which need no mapping; 'form' where a few values are filled in one by one; 'json' only for an object in the carrier's own names.",
  },
  options: [
    ...(inputMode.options ?? []).slice(0, 1),
    {
      name: 'From an Order',
      value: 'order',
      description: 'Pass an order of Shopify, of WooCommerce or in neutral names as it is; no expression to write',
    },
    ...(inputMode.options ?? []).slice(1),
  ],
};

/** A field that is hidden while the data comes in another way than these. */
export function inMode(shown: INodeProperties, ...modes: readonly string[]): INodeProperties {
  return { ...shown, displayOptions: { show: { ...shown.displayOptions?.show, inputMode: [...modes] } } };
}

/** Orders come with lists of unknown length: items one by one, or as a list from an expression. */
export const itemsFrom = field('itemsFrom', choice('Items From', 'How to give the customs items', { Fields: ['fields', 'Enter each item of the parcel'], JSON: ['json', 'Pass a list, e.g. the lines of a shop order'] }), {
  noDataExpression: true,
});

export const FROM_LIST = 'From a List';

const LISTED: INodePropertyOptions = {
  name: FROM_LIST,
  value: 'list',
  description: 'Drag the list of another system here, e.g. the lines of a shop order: what its fields are called is found by itself',
};

/** The choice with the list of another system as a third way. */
export function orFromList(from: INodeProperties): INodeProperties {
  const options = [...(from.options ?? []), LISTED];
  return { ...from, options: options.sort((left, right) => left.name.localeCompare(right.name, 'en')) };
}

export const combineRows = field(
  'combineRows',
  flag(
    'Combine Rows',
    'Whether items with the same reference are one order, as in exports that have a row for each line. What is said of the whole order may stand in one of its rows or in all; rows that contradict each other are refused. Works with Items From: From a List, and with Input Mode: From an Order.',
  ),
  { displayOptions: { hide: { '/inputMode': ['json'] } } },
);

/** Options of every operation. */
export const commonOptions: INodeProperties[] = [
  field('concurrency', count('Concurrency', 'How many calls to the carrier may run at the same time. Each uses one connection. Carriers that forbid parallel calls get one at a time, whatever is set here.', { initial: 5 })),
  field('pauseBetweenRequests', count('Pause Between Requests (Milliseconds)', 'Milliseconds between the starts of two calls, for carriers that limit calls per second', { initial: 0 })),
  field('timeout', count('Timeout (Milliseconds)', 'Milliseconds that one call may take before it is given up', { initial: 60000 })),
];

/** Option of every operation that writes. On as soon as it is added: n8n keeps what an option was saved with, whatever a new one begins with. */
export const dryRun = field(
  'dryRun',
  flag('Dry Run', 'Whether to show what would be sent instead of sending it. All checks of this node run, nothing leaves your machine, and the output is the request, with keys hidden.', { initial: true }),
);

/** The Options collection of an operation. */
export function optionsField(options: readonly INodeProperties[]): INodeProperties {
  return {
    displayName: 'Options',
    name: 'options',
    type: 'collection',
    placeholder: 'Add option',
    default: {},
    options: [...options].sort((left, right) => left.displayName.localeCompare(right.displayName, 'en')),
  };
}

export const ifReferenceExists = field(
  'ifReferenceExists',
  choice('If Reference Exists', 'What to do when the carrier already has an order with this reference, e.g. when a workflow runs again', {
    Fail: ['fail', "Show the carrier's message"],
    'Return Existing Order': ['return', 'Look the order up and output it with "recovered: true"'],
  }),
);

export const download = field('download', flag('Download File', 'Whether to download the file behind the link that the carrier gives, or to return the link only', { initial: true }));
