import type { INodeProperties } from 'n8n-workflow';
import { checkOrder } from '../../../carriers/etower';
import { isExact, withoutNoise } from '../../../carriers/exact-numbers';
import { listOf, textOf, type JsonObject } from '../../../carriers/json-value';
import { RequestError } from '../../../carriers/request-check';
import { inFormMode, inputMode, itemsFrom } from '#nodes/shared/fields';
import type { ItemParameters } from '#nodes/shared/parameters';
import {
  additionalFields,
  itemFields,
  mainFields,
  OPEN_RECIPIENT,
  recipientFields,
  returnFields,
  shipperFields,
  sizeFields,
} from '../fields/order';

/** Collections of the form by their parameter; their fields stand on the order itself (`etower.md` B.4.1). */
const GROUPS: readonly { displayName: string; name: string; fields: INodeProperties[]; open?: readonly string[] }[] = [
  { displayName: 'Recipient', name: 'recipient', fields: recipientFields, open: OPEN_RECIPIENT },
  { displayName: 'Sender', name: 'shipper', fields: shipperFields },
  { displayName: 'Size', name: 'size', fields: sizeFields },
  { displayName: 'Return Address', name: 'returnAddress', fields: returnFields },
  { displayName: 'Additional Fields', name: 'additionalFields', fields: additionalFields },
];

const body: INodeProperties = {
  displayName: 'Body',
  name: 'body',
  type: 'json',
  displayOptions: { show: { inputMode: ['json'] } },
  default: '{}',
  placeholder: 'e.g. {{ $json }}',
  description:
    "The carrier's own order object: referenceNo, serviceCode, weight, invoiceValue, recipientName, addressLine1, orderItems. One order per item; up to 300 share a call.",
};

const extendData: INodeProperties = {
  displayName: 'Extra Data',
  name: 'extendData',
  type: 'fixedCollection',
  typeOptions: { multipleValues: true },
  placeholder: 'Add Value',
  default: {},
  description: 'Further data that some services ask for, such as vendorid, injectPort or abnnumber (extendData)',
  options: [
    {
      displayName: 'Value',
      name: 'entry',
      values: [
        {
          displayName: 'Name',
          name: 'name',
          type: 'string',
          default: '',
          placeholder: 'e.g. vendorid',
          description: "Name as the carrier's manual writes it",
        },
        {
          displayName: 'Value',
          name: 'value',
          type: 'string',
          default: '',
          description: 'What to send under this name',
        },
      ],
    },
  ],
};

/** The fields of an order, in both input modes. */
export const orderFields: INodeProperties[] = [
  inputMode,
  body,
  ...[
    ...mainFields,
    ...GROUPS.slice(0, 2).map(groupField),
    itemsFrom,
    {
      displayName: 'Items',
      name: 'items',
      type: 'fixedCollection',
      typeOptions: { multipleValues: true, sortable: true },
      displayOptions: { show: { itemsFrom: ['fields'] } },
      placeholder: 'Add Item',
      default: {},
      options: [{ displayName: 'Item', name: 'entry', values: itemFields }],
    } satisfies INodeProperties,
    {
      displayName: 'Items (JSON)',
      name: 'orderItems',
      type: 'json',
      displayOptions: { show: { itemsFrom: ['json'] } },
      default: '[]',
      placeholder: 'e.g. {{ $json.lines }}',
      description:
        "List of items with the carrier's field names: itemNo, sku, description, originCountry, itemCount, unitValue",
    } satisfies INodeProperties,
    ...GROUPS.slice(2).map(groupField),
    extendData,
  ].map(inFormMode),
];

/** The order of one item, checked. Errors of the form name the field as the form shows it. */
export function readOrder(parameters: ItemParameters): JsonObject {
  if (parameters.text('inputMode') === 'json') return checkOrder(parameters.object('body'));
  try {
    return checkOrder(orderFromForm(parameters));
  } catch (error) {
    throw error instanceof RequestError ? inFormTerms(error) : error;
  }
}

function orderFromForm(parameters: ItemParameters): JsonObject {
  const main = mainFields.map(({ name }): [string, unknown] => [name, parameters.any(name)]);
  const grouped = GROUPS.flatMap(({ name, fields }) => {
    const group = parameters.group(name);
    return fields
      .filter(({ type }) => type !== 'json')
      .map((field): [string, unknown] => [field.name, given(field, group[field.name])]);
  });
  const items =
    parameters.text('itemsFrom') === 'json'
      ? parameters.json('orderItems')
      : listOf(parameters.group('items')['entry']).map((entry) =>
          withoutGaps(itemFields.map((field): [string, unknown] => [field.name, given(field, entry[field.name])])),
        );
  const extra = listOf(parameters.group('extendData')['entry']).flatMap((entry): [string, unknown][] => {
    const name = textOf(entry['name']);
    return name === undefined ? [] : [[name, entry['value']]];
  });
  const pieces = parameters.json('additionalFields.pieces');
  return {
    ...withoutGaps([...main, ...grouped]),
    orderItems: items,
    ...(Array.isArray(pieces) && pieces.length > 0 ? { pieces } : {}),
    ...(extra.length > 0 ? { extendData: Object.fromEntries(extra) } : {}),
  };
}

/** A 0 is a field that was opened and not filled in, unless the form begins it with another number. */
export function given(field: INodeProperties, value: unknown): unknown {
  const isMeant = typeof field.default === 'number' && field.default !== 0;
  return value === 0 && !isMeant ? undefined : value;
}

/** What was left empty is not sent, the rest as the type that its field has. */
export function withoutGaps(entries: readonly [string, unknown][]): JsonObject {
  return Object.fromEntries(
    entries
      .filter(([, value]) => value !== undefined && value !== null && value !== '')
      .map(([name, value]) => [name, NUMBERS.has(name) ? numeric(value) : textual(value)]),
  );
}

/** Numbers of B.4.1 and B.4.11, and of the sample of B.4.13. All other fields of the forms are text, or yes and no. */
const NUMBERS: ReadonlySet<string> = new Set([
  'weight',
  'length',
  'width',
  'height',
  'volume',
  'invoiceValue',
  'itemCount',
  'unitValue',
  'parcelCount',
]);

/** Digits of which a number keeps every one; other text is left for the check to judge. */
function numeric(value: unknown): unknown {
  if (typeof value === 'number') return withoutNoise(value);
  const text = typeof value === 'string' ? value.trim() : '';
  const isKept = /^\d*\.?\d+$/.test(text) && text.replace(/^[0.]+|\./g, '').length <= 15;
  return isKept ? Number(text) : value;
}

/** Order numbers, postcodes and telephone numbers often come as numbers. One that was rounded is left for the check. */
function textual(value: unknown): unknown {
  return typeof value === 'number' && isExact(value) ? String(withoutNoise(value)) : value;
}

/** The same error with the labels of the form before the carrier's names. */
function inFormTerms(error: RequestError): RequestError {
  return new RequestError(
    error.problems.map(({ path, problem }) => {
      const label = labelOf(path);
      return { path: label === undefined ? path : `${label} (${path})`, problem };
    }),
  );
}

function labelOf(path: string): string | undefined {
  const [, index, itemField] = /^orderItems(?:\[(\d+)\])?(?:\.(\w+))?$/.exec(path) ?? [];
  if (path.startsWith('orderItems')) {
    const entry = index === undefined ? 'Items' : `Item ${Number(index) + 1}`;
    const field = itemFields.find(({ name }) => name === itemField);
    return field ? `${entry}: ${field.displayName}` : entry;
  }
  const main = mainFields.find(({ name }) => name === path);
  if (main) return main.displayName;
  const group = GROUPS.find(({ fields }) => fields.some(({ name }) => name === path));
  const field = group?.fields.find(({ name }) => name === path);
  return group && field ? `${group.displayName}: ${field.displayName}` : undefined;
}

function groupField({ displayName, name, fields, open = [] }: (typeof GROUPS)[number]): INodeProperties {
  const shown = fields
    .filter((field) => open.includes(field.name))
    .map((field) => [field.name, field.default] as const);
  return { ...collection(displayName, name, fields), default: Object.fromEntries(shown) };
}

function collection(displayName: string, name: string, options: INodeProperties[]): INodeProperties {
  return { displayName, name, type: 'collection', placeholder: 'Add Field', default: {}, options };
}
