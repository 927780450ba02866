import type { INodeProperties } from 'n8n-workflow';
import { listOf, type JsonObject } from '../../../carriers/json-value';
import type { ItemParameters } from '#nodes/shared/parameters';
import { prefecture } from '../fields/places';
import type { FormGroups } from '../fields/terms';
import { consigneeFields, itemFields, openConsigneeFields, orderFields, sizeFields } from './fields';

const region = prefecture('region');

const recipient: INodeProperties = {
  displayName: 'Recipient',
  name: 'consignee',
  type: 'collection',
  placeholder: 'Add field',
  default: {},
  options: consigneeFields,
};

const itemsFrom: INodeProperties = {
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

/** add_tms_order (`mgoship.md` 5.1), by the camelCase of the names on the wire. */
export const parcelOrderForm: INodeProperties[] = [
  ...orderFields,
  { ...recipient, default: Object.fromEntries(openConsigneeFields.map((name) => [name, ''])) },
  region,
  itemsFrom,
  {
    displayName: 'Items',
    name: 'items',
    type: 'fixedCollection',
    typeOptions: { multipleValues: true, sortable: true, maxAllowedFields: 2 },
    displayOptions: { show: { itemsFrom: ['fields'] } },
    placeholder: 'Add Item',
    default: {},
    description: 'Customs items (申报信息), at most 2',
    options: [{ displayName: 'Item', name: 'entry', values: itemFields }],
  },
  {
    displayName: 'Items (JSON)',
    name: 'declare',
    type: 'json',
    displayOptions: { show: { itemsFrom: ['json'] } },
    default: '[]',
    placeholder: 'e.g. {{ $json.lines }}',
    description:
      "List of at most 2 items with the carrier's field names, such as enname, cnname, qty, unitprice (JPY), material",
  },
  {
    displayName: 'Size',
    name: 'size',
    type: 'collection',
    placeholder: 'Add field',
    default: {},
    options: sizeFields,
  },
];

/** For messages: which field of the form a name on the wire is. */
export const parcelOrderGroups: FormGroups = {
  consignee: { label: 'Recipient', fields: [...consigneeFields, region] },
  declare: { label: 'Item', fields: itemFields },
  order: { fields: [...orderFields, ...sizeFields] },
};

export function parcelOrderFromForm(parameters: ItemParameters): JsonObject {
  const order = Object.fromEntries(orderFields.map(({ name }) => [name, parameters.any(name)]));
  return {
    consignee: { ...parameters.group('consignee'), region: parameters.any(region.name) },
    declare:
      parameters.text('itemsFrom', 'Items From') === 'json'
        ? parameters.json('declare', 'Items (JSON)')
        : listOf(parameters.group('items')['entry']).map(withoutZeros),
    order: { ...withoutZeros(order), ...withoutZeros(parameters.group('size')) },
  };
}

/** A number field that was not filled in is 0: no measure, quantity or price of a parcel is. */
function withoutZeros(group: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(group).filter(([, value]) => value !== 0));
}
