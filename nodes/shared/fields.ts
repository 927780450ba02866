import type { INodeProperties } from 'n8n-workflow';
import type { ItemParameters } from './parameters';

export const simplify: INodeProperties = {
  displayName: 'Simplify',
  name: 'simplify',
  type: 'boolean',
  default: true,
  description: 'Whether to return a simplified version of the response instead of the raw data',
};

export const returnAll: INodeProperties = {
  displayName: 'Return All',
  name: 'returnAll',
  type: 'boolean',
  default: false,
  description: 'Whether to return all results or only up to a given limit',
};

export const limit: INodeProperties = {
  displayName: 'Limit',
  name: 'limit',
  type: 'number',
  typeOptions: { minValue: 1 },
  displayOptions: { show: { returnAll: [false] } },
  default: 50,
  description: 'Max number of results to return',
};

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

export const inputBinaryPropertyName: INodeProperties = {
  displayName: 'Input Binary Field',
  name: 'binaryPropertyName',
  type: 'string',
  required: true,
  default: 'data',
  placeholder: 'e.g. data',
  hint: 'The name of the input binary field that holds the file',
};

export const inputMode: INodeProperties = {
  displayName: 'Input Mode',
  name: 'inputMode',
  type: 'options',
  noDataExpression: true,
  options: [
    { name: 'Form', value: 'form', description: 'Fill in fields one by one' },
    { name: 'JSON', value: 'json', description: "Pass the carrier's own object, e.g. built by an earlier node" },
  ],
  default: 'form',
  description: 'How to give the data. JSON is the faster way for many items.',
};

/** A field of the form, hidden when the data comes as JSON. */
export function inFormMode(field: INodeProperties): INodeProperties {
  return { ...field, displayOptions: { show: { ...field.displayOptions?.show, inputMode: ['form'] } } };
}

/** Orders come with lists of unknown length: items one by one, or as a list from an expression. */
export const itemsFrom: INodeProperties = {
  displayName: 'Items From',
  name: 'itemsFrom',
  type: 'options',
  noDataExpression: true,
  options: [
    { name: 'Fields', value: 'fields', description: 'Enter each item of the parcel' },
    { name: 'JSON', value: 'json', description: 'Pass a list, e.g. the lines of a shop order' },
  ],
  default: 'fields',
  description: 'How to give the customs items',
};

/** Options of every operation. */
export const commonOptions: INodeProperties[] = [
  {
    displayName: 'Concurrency',
    name: 'concurrency',
    type: 'number',
    typeOptions: { minValue: 1 },
    default: 5,
    description:
      'How many calls to the carrier may run at the same time. Each uses one connection. Carriers that forbid parallel calls get one at a time, whatever is set here.',
  },
  {
    displayName: 'Pause Between Requests (Milliseconds)',
    name: 'pauseBetweenRequests',
    type: 'number',
    typeOptions: { minValue: 0 },
    default: 0,
    description: 'Milliseconds between the starts of two calls, for carriers that limit calls per second',
  },
  {
    displayName: 'Timeout (Milliseconds)',
    name: 'timeout',
    type: 'number',
    typeOptions: { minValue: 1 },
    default: 60000,
    description: 'Milliseconds that one call may take before it counts as failed',
  },
];

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
