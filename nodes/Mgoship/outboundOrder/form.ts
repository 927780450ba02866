import type { INodeProperties } from 'n8n-workflow';
import { listOf, textOf, type JsonObject } from '../../../carriers/json-value';
import type { ItemParameters } from '#nodes/shared/parameters';
import { prefecture, shipWay, warehouse } from '../fields/places';
import type { FormGroups } from '../fields/terms';

const recipientFields: INodeProperties[] = [
  {
    displayName: 'Address',
    name: 'addressLine',
    type: 'string',
    default: '',
    placeholder: 'e.g. 二海郡八雲町見本町1-2',
    description: 'Full address with city, town, block and number, at most 200 characters (详细地址)',
  },
  {
    displayName: 'Name',
    name: 'name',
    type: 'string',
    default: '',
    placeholder: 'e.g. 山田 花子',
    description: "Recipient's name, at most 10 characters (姓名)",
  },
  {
    displayName: 'Phone',
    name: 'phone',
    type: 'string',
    default: '',
    placeholder: 'e.g. 08000000000',
    description: 'Phone, at most 20 characters (电话)',
  },
  {
    displayName: 'Postcode',
    name: 'postalCode',
    type: 'string',
    default: '',
    placeholder: 'e.g. 049-3104',
    description: 'Japanese postcode with its hyphen, NNN-NNNN (邮编)',
  },
];

const recipient: INodeProperties = {
  displayName: 'Recipient',
  name: 'receiverInfo',
  type: 'collection',
  placeholder: 'Add field',
  default: {},
  options: recipientFields,
};

const goodsFields: INodeProperties[] = [
  {
    displayName: 'Product Code',
    name: 'goodsId',
    type: 'string',
    default: '',
    placeholder: 'e.g. 1000100003',
    description: "Mgoship's code of the product (goodsId)",
  },
  {
    displayName: 'Quantity',
    name: 'qty',
    type: 'number',
    typeOptions: { minValue: 1 },
    default: 1,
    description: 'Number of pieces (数量)',
  },
];

const sender: INodeProperties = {
  displayName: 'Shop Name',
  name: 'sender',
  type: 'string',
  required: true,
  default: '',
  description: 'Sender that is printed, at most 20 characters (发件人)',
};

const ownFields: INodeProperties[] = [
  {
    displayName: 'Own Information',
    name: 'ownInfo',
    type: 'string',
    default: '',
    description: 'Your own note, at most 50 characters (自有信息)',
  },
  {
    displayName: 'Own Number',
    name: 'ownNO',
    type: 'string',
    default: '',
    placeholder: 'e.g. SHOP-10023',
    description: 'Your own order number, at most 20 characters (自有单号)',
  },
];

const unseenFields: INodeProperties[] = [
  {
    displayName: 'Sub-User',
    name: 'subid',
    type: 'string',
    default: '',
    description: 'Code of a sub-user (子用户). The operation that lists them is known by name only.',
  },
  {
    displayName: 'Value-Added Services (JSON)',
    name: 'serviceInfo',
    type: 'json',
    default: '{}',
    placeholder: 'e.g. {"serviceId": "1", "mark": "gift wrap"}',
    description:
      'Sent as service_info (增值服务). Whether the carrier wants one object or a list is not documented in what is held: write it as your manual says.',
  },
];

const stateOrRegion = prefecture('stateOrRegion');
const requiredWarehouse: INodeProperties = { ...warehouse, required: true };
const additionalFields = [...ownFields, ...unseenFields];

/** add_out_order (`mgoship.md` 6.1), by the camelCase of the names on the wire. */
export const outboundOrderForm: INodeProperties[] = [
  requiredWarehouse,
  shipWay,
  {
    displayName: 'Goods',
    name: 'goodsInfo',
    type: 'fixedCollection',
    typeOptions: { multipleValues: true, sortable: true },
    placeholder: 'Add Product',
    default: {},
    description: 'Products to ship (商品信息), at least one',
    options: [{ displayName: 'Product', name: 'entry', values: goodsFields }],
  },
  { ...recipient, default: Object.fromEntries(recipientFields.map(({ name }) => [name, ''])) },
  stateOrRegion,
  sender,
  {
    displayName: 'Additional Fields',
    name: 'additionalFields',
    type: 'collection',
    placeholder: 'Add field',
    default: {},
    options: additionalFields,
  },
];

/** For messages: which field of the form a name on the wire is. */
export const outboundOrderGroups: FormGroups = {
  '': { fields: [requiredWarehouse, shipWay, ...unseenFields] },
  goods_info: { label: 'Product', fields: goodsFields },
  receiver_info: { label: 'Recipient', fields: [...recipientFields, stateOrRegion] },
  sender_info: { fields: [sender, ...ownFields] },
};

export function outboundOrderFromForm(parameters: ItemParameters): JsonObject {
  const { addressLine, name, phone, postalCode } = parameters.group('receiverInfo');
  const { ownInfo, ownNO, subid } = parameters.group('additionalFields');
  const services = parameters.json('additionalFields.serviceInfo', 'Value-Added Services (JSON)');
  return {
    goods_info: listOf(parameters.group('goodsInfo')['entry']),
    receiver_info: {
      AddressLine: addressLine,
      Name: name,
      Phone: phone,
      PostalCode: postalCode,
      StateOrRegion: parameters.any('stateOrRegion'),
    },
    sender_info: { ownInfo, ownNO, sender: parameters.any('sender') },
    ...(isEmpty(services) ? {} : { service_info: services }),
    ship_way: parameters.any('shipWay'),
    storageid: parameters.any('storageid'),
    ...(textOf(subid) === undefined ? {} : { subid }),
  };
}

function isEmpty(value: unknown): boolean {
  return typeof value !== 'object' || value === null || Object.keys(value).length === 0;
}
