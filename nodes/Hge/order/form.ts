import type { INodeProperties } from 'n8n-workflow';
import { ADDRESS, ITEM, ORDER, PARCEL, TAX } from '../../../carriers/hge';
import { listOf, objectOf, type JsonObject } from '../../../carriers/json-value';
import type { ItemParameters } from '#nodes/shared/parameters';
import { addressFields, partyFields } from '../fields/address';
import { customsFields, goodsFields, manufacturerFields, moreItemFields } from '../fields/item';
import { additionalOrderFields, orderFields, taxFields } from '../fields/order';
import { ITEM_GROUPS, parcelFields, parcelsInput } from '../fields/parcel';
import { additionalFieldsJson, fromGroup, withoutEmpty } from '../form';
import type { Labels } from '../form-terms';

/** The three addresses of an order, by their names in the form. */
const PARTIES = {
  shipper: 'shipper_info',
  consignee: 'consignee_info',
  return: 'return_info',
} as const;

export const orderForm: INodeProperties[] = [
  ...orderFields,
  ...partyFields('Sender', 'shipper', { open: true }),
  ...partyFields('Recipient', 'consignee', { open: true }),
  ...partyFields('Return Address', 'return', { open: false }),
  ...parcelsInput,
  collection('Tax', 'taxInfo', taxFields),
  collection('Additional Fields', 'additionalFields', additionalOrderFields),
  additionalFieldsJson,
];

/** The order object that the form describes, without what was left empty. */
export function orderFromForm(parameters: ItemParameters): JsonObject {
  const order = {
    ...parameters.group('additionalFields'),
    customerOrderNum: parameters.text('customerOrderNum'),
    serviceCode: parameters.any('serviceCode'),
    shipDate: parameters.any('shipDate'),
  };
  const addresses = Object.entries(PARTIES).map(([name, wireName]) => [wireName, addressOf(parameters, name)] as const);
  return withoutEmpty({
    ...fromGroup(ORDER, order),
    ...Object.fromEntries(addresses),
    parcel_list:
      parameters.text('parcelsFrom') === 'json'
        ? parameters.json('parcelList')
        : listOf(parameters.group('parcels')['entry']).map(parcelOf),
    tax_info: fromGroup(TAX, parameters.group('taxInfo')),
  });
}

/** The labels of the form for the names on the wire. */
export const orderLabels: Labels = {
  fields: [...orderFields, ...additionalOrderFields],
  groups: {
    shipper_info: { label: 'Sender', fields: addressFields },
    consignee_info: { label: 'Recipient', fields: addressFields },
    return_info: { label: 'Return Address', fields: addressFields },
    tax_info: { label: 'Tax', fields: taxFields },
    parcel_list: {
      label: 'Parcel',
      fields: parcelFields,
      groups: {
        item_list: {
          label: 'Item',
          fields: [...goodsFields, ...customsFields, ...manufacturerFields, ...moreItemFields],
        },
      },
    },
  },
};

function addressOf(parameters: ItemParameters, name: string): JsonObject {
  if (parameters.text(`${name}From`) === 'stored') {
    return { address_num: parameters.text(`${name}AddressNum`) };
  }
  return fromGroup(ADDRESS, parameters.group(`${name}Info`));
}

function parcelOf(parcel: JsonObject): JsonObject {
  const items = listOf(objectOf(parcel['items'])['entry']);
  return withoutEmpty({ ...fromGroup(PARCEL, parcel), item_list: items.map(itemOf) });
}

/** The form spreads an item over groups; on the wire it is flat. */
function itemOf(item: JsonObject): JsonObject {
  const groups = ITEM_GROUPS.flatMap((group) => Object.entries(objectOf(item[group])));
  return fromGroup(ITEM, { ...item, ...Object.fromEntries(groups) });
}

function collection(displayName: string, name: string, options: INodeProperties[]): INodeProperties {
  return { displayName, name, type: 'collection', placeholder: 'Add field', default: {}, options };
}
