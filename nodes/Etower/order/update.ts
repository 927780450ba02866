import type { INodeProperties } from 'n8n-workflow';
import { checkUpdate, updateOrder, type EtowerClient } from '../../../carriers/etower';
import { listOf, numberOf, textOf, type JsonObject } from '../../../carriers/json-value';
import { RequestError } from '../../../carriers/request-check';
import { inputMode, simplify } from '#nodes/shared/fields';
import { perItem } from '#nodes/shared/operation';
import type { ItemParameters } from '#nodes/shared/parameters';
import { amount, dimensionUnit, itemFields, text, weightUnit } from '../fields/order';
import { given, withoutGaps } from './form';

const form = { displayOptions: { show: { inputMode: ['form'] } } };

const body: INodeProperties = {
  displayName: 'Body',
  name: 'body',
  type: 'json',
  displayOptions: { show: { inputMode: ['json'] } },
  default: '{}',
  placeholder: 'e.g. {"orderId": "SHOP-10023", "weight": 0.3}',
  description: "The carrier's own object: orderId, weight, and what is to change (address, items and others)",
};

/** `address` of the change (`etower.md` B.4.11): an object here, flat fields on creation. */
const addressFields: INodeProperties[] = [
  text('Street', 'addressLine1', 'Address line 1 (地址1)'),
  text('Street 2', 'addressLine2', 'Address line 2 (地址2)'),
  text('Street 3', 'addressLine3', 'Address line 3 (地址3)'),
  text('City', 'city', 'City (城市)'),
  text('State or Province', 'state', 'State or province (省/州)'),
  text('Postcode', 'postcode', 'Postcode (邮编)'),
  text('Country Code', 'country', 'Country, ISO 3166-1 alpha-2 (国家)', 'e.g. CA'),
];

const changeFields: INodeProperties[] = [
  text('Company', 'recipientCompany', 'Company of the recipient (收件人公司)'),
  text('Currency', 'invoiceCurrency', 'ISO code of the currency of all values (申报币种)', 'e.g. USD'),
  text('Declared Value', 'invoiceValue', 'Value of the whole parcel (申报价值)', 'e.g. 6.23'),
  { ...text('Email', 'email', 'E-mail address of the recipient (邮箱)'), placeholder: 'e.g. name@email.com' },
  text('Goods (Chinese)', 'nativeDescription', 'What the parcel holds, in Chinese (中文品名)'),
  text('Goods (English)', 'description', 'What the parcel holds, in English (英文品名)'),
  amount('Height', 'height', 'Height of the parcel (高)'),
  amount('Length', 'length', 'Length of the parcel (长)'),
  text('Phone', 'phone', 'Telephone of the recipient (电话)'),
  text('Recipient Name', 'recipientName', 'Recipient, in English or French letters (收件人)'),
  dimensionUnit,
  amount('Width', 'width', 'Width of the parcel (宽)'),
];

/** Items of a change have fewer fields than those of a new order. */
const ITEM_FIELDS = [
  'sku',
  'description',
  'nativeDescription',
  'hsCode',
  'originCountry',
  'itemCount',
  'unitValue',
  'weight',
];

/** Begins empty: what the user leaves so is not sent, and stays as it is. */
const changedItemFields = itemFields
  .filter(({ name }) => ITEM_FIELDS.includes(name))
  .map((field): INodeProperties =>
    field.type === 'number' ? { ...field, typeOptions: { minValue: 0 }, default: 0 } : { ...field, default: '' },
  );

export const updateOneOrder = perItem<EtowerClient, { update: JsonObject; simplified: boolean }>({
  description: {
    name: 'Update',
    value: 'update',
    action: 'Update an order',
    description: 'Change weight, address or goods of an order before its forecast; what you leave out stays as it is',
    properties: [
      inputMode,
      body,
      {
        ...text(
          'Order ID',
          'orderId',
          'Order to change, at most 80 characters (订单号)',
          'e.g. {{ $json.orderNumber }}',
        ),
        required: true,
        ...form,
      },
      {
        ...amount('Weight', 'weight', 'New weight of the whole parcel; the carrier demands it (重量)'),
        required: true,
        ...form,
      },
      { ...weightUnit, ...form },
      {
        displayName: 'Address',
        name: 'address',
        type: 'collection',
        placeholder: 'Add Field',
        default: {},
        options: addressFields,
        ...form,
      },
      {
        displayName: 'Items',
        name: 'items',
        type: 'fixedCollection',
        typeOptions: { multipleValues: true, sortable: true },
        placeholder: 'Add Item',
        default: {},
        options: [{ displayName: 'Item', name: 'entry', values: changedItemFields }],
        ...form,
      },
      {
        displayName: 'Other Changes',
        name: 'changes',
        type: 'collection',
        placeholder: 'Add Field',
        default: {},
        options: changeFields,
        ...form,
      },
      simplify,
    ],
  },
  read: (parameters) => ({
    update: checkUpdate(
      parameters.text('inputMode') === 'json' ? parameters.object('body') : updateFromForm(parameters),
    ),
    simplified: parameters.flag('simplify'),
  }),
  send: async (client, { update, simplified }) => {
    const { raw, parcel } = await updateOrder(client, update);
    return { json: simplified ? { ...parcel, updated: true } : raw };
  },
});

function updateFromForm(parameters: ItemParameters): JsonObject {
  const weight = parameters.any('weight');
  // It is mandatory and replaces the old one: an empty field would set it to 0.
  if (textOf(weight) === undefined || numberOf(weight) === 0) {
    throw new RequestError([{ path: 'Weight', problem: 'is required' }]);
  }
  const changes = parameters.group('changes');
  const address = withoutGaps(Object.entries(parameters.group('address')));
  const items = listOf(parameters.group('items')['entry']).map((entry) =>
    withoutGaps(changedItemFields.map((field): [string, unknown] => [field.name, given(field, entry[field.name])])),
  );
  return {
    ...withoutGaps([
      ['orderId', parameters.any('orderId')],
      ['weight', weight],
      ['weightUnit', parameters.any('weightUnit')],
      ...changeFields.map((field): [string, unknown] => [field.name, given(field, changes[field.name])]),
    ]),
    ...(Object.keys(address).length > 0 ? { address } : {}),
    ...(items.length > 0 ? { items } : {}),
  };
}
