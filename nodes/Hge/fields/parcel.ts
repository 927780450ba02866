import type { INodeProperties } from 'n8n-workflow';
import { customsFields, goodsFields, manufacturerFields, moreItemFields } from './item';

const group = (displayName: string, name: string, options: INodeProperties[]): INodeProperties => ({
  displayName,
  name,
  type: 'collection',
  placeholder: 'Add field',
  default: {},
  options,
});

/** The groups of an item's form besides the fields that are always shown. */
export const ITEM_GROUPS = ['customs', 'manufacturer', 'more'] as const;

const items: INodeProperties = {
  displayName: 'Items',
  name: 'items',
  type: 'fixedCollection',
  typeOptions: { multipleValues: true, sortable: true },
  placeholder: 'Add Item',
  default: {},
  options: [
    {
      displayName: 'Item',
      name: 'entry',
      values: [
        ...goodsFields,
        group('Customs', 'customs', customsFields),
        group('Manufacturer', 'manufacturer', manufacturerFields),
        group('More Fields', 'more', moreItemFields),
      ],
    },
  ],
};

/** Fields of an entry of `parcel_list`, by the camelCase of their names on the wire (`hge.md` 9.3). */
export const parcelFields: INodeProperties[] = [
  {
    displayName: 'Parcel Number',
    name: 'parcelNum',
    type: 'string',
    default: '',
    description: 'Your own number of this parcel (parcel_num)',
  },
  {
    displayName: 'Weight',
    name: 'weight',
    type: 'string',
    default: '',
    placeholder: 'e.g. 0.5',
    description: 'Weight of the parcel (weight). The manual does not state the unit: ask HGE.',
  },
  {
    displayName: 'Length',
    name: 'length',
    type: 'string',
    default: '',
    description: 'Length (length). The manual does not state the unit.',
  },
  {
    displayName: 'Width',
    name: 'width',
    type: 'string',
    default: '',
    placeholder: 'e.g. 0.1',
    description: 'Width, sent as text as in the manual (width). It does not state the unit.',
  },
  {
    displayName: 'Height',
    name: 'height',
    type: 'string',
    default: '',
    placeholder: 'e.g. 0.1',
    description: 'Height, sent as text as in the manual (height). It does not state the unit.',
  },
];

/** The parcels of an order, entered one by one or passed as a list. */
export const parcelsInput: INodeProperties[] = [
  {
    displayName: 'Parcels From',
    name: 'parcelsFrom',
    type: 'options',
    noDataExpression: true,
    options: [
      { name: 'Fields', value: 'fields', description: 'Enter each parcel and its items' },
      { name: 'JSON', value: 'json', description: 'Pass a list, e.g. built by an earlier node' },
    ],
    default: 'fields',
    description: 'How to give the parcels and the items in them',
  },
  {
    displayName: 'Parcels',
    name: 'parcels',
    type: 'fixedCollection',
    typeOptions: { multipleValues: true, sortable: true },
    displayOptions: { show: { parcelsFrom: ['fields'] } },
    placeholder: 'Add Parcel',
    default: {},
    options: [{ displayName: 'Parcel', name: 'entry', values: [...parcelFields, items] }],
  },
  {
    displayName: 'Parcels (JSON)',
    name: 'parcelList',
    type: 'json',
    displayOptions: { show: { parcelsFrom: ['json'] } },
    default: '[]',
    placeholder: 'e.g. {{ $json.parcels }}',
    description: "List of parcels with HGE's field names, such as parcel_num, weight and item_list (parcel_list)",
  },
];
