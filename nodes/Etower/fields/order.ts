import type { INodeProperties } from 'n8n-workflow';
import { country, facility, serviceCode, serviceOption } from './locators';

/** Text, by the carrier's own name of the field (`etower.md` B.4.1). */
export function text(displayName: string, name: string, description: string, placeholder?: string): INodeProperties {
  return { displayName, name, type: 'string', default: '', description, ...(placeholder ? { placeholder } : {}) };
}

export function amount(displayName: string, name: string, description: string): INodeProperties {
  return { displayName, name, type: 'number', typeOptions: { minValue: 0 }, default: 0, description };
}

function flag(displayName: string, name: string, description: string): INodeProperties {
  return { displayName, name, type: 'boolean', default: false, description };
}

export const weightUnit: INodeProperties = {
  displayName: 'Weight Unit',
  name: 'weightUnit',
  type: 'options',
  options: [
    { name: 'Gram', value: 'G', description: '克' },
    { name: 'Kilogram', value: 'KG', description: '千克' },
    { name: 'Pound', value: 'LB', description: '磅' },
  ],
  default: 'KG',
  description: 'Unit of the weight of the parcel; items are always in kilograms (重量单位)',
};

export const dimensionUnit: INodeProperties = {
  displayName: 'Size Unit',
  name: 'dimensionUnit',
  type: 'options',
  options: [
    { name: 'Centimetre', value: 'CM', description: '厘米' },
    { name: 'Metre', value: 'M', description: '米' },
  ],
  default: 'CM',
  description: 'Unit of length, width and height (尺寸单位)',
};

/** Always shown. */
export const mainFields: INodeProperties[] = [
  {
    ...text(
      'Reference Number',
      'referenceNo',
      'Your own order number, unique at the carrier (参考号)',
      'e.g. SHOP-10023',
    ),
    required: true,
  },
  serviceCode,
  serviceOption,
  facility,
  country,
  {
    ...text(
      'Goods (English)',
      'description',
      'What the parcel holds, in English, at most 60 characters (英文品名)',
      'e.g. Dress',
    ),
    required: true,
  },
  { ...amount('Weight', 'weight', 'Weight of the whole parcel (重量)'), required: true },
  weightUnit,
  {
    ...text(
      'Declared Value',
      'invoiceValue',
      'Value of the whole parcel; may differ by 0.1 at most from the sum of its items (申报价值)',
      'e.g. 6.23',
    ),
    required: true,
  },
  {
    ...text('Currency', 'invoiceCurrency', 'ISO code of the currency of all values (申报币种)', 'e.g. USD'),
    default: 'USD',
    required: true,
  },
];

const address = (prefix: string): INodeProperties[] => {
  const name = (field: string): string =>
    prefix === '' ? field : prefix + field.charAt(0).toUpperCase() + field.slice(1);
  return [
    text('Street', name('addressLine1'), 'Address line 1, in English or French letters (地址1)'),
    text('Street 2', name('addressLine2'), 'Address line 2 (地址2)'),
    text('Street 3', name('addressLine3'), 'Address line 3 (地址3)'),
    text('City', name('city'), 'City (城市)'),
    text('State or Province', name('state'), 'State or province, in English or French letters (省/州)'),
    text('Postcode', name('postcode'), 'Postcode (邮编)'),
  ];
};

export const recipientFields: INodeProperties[] = [
  text('Name', 'recipientName', 'Recipient, in English or French letters, at most 50 characters (收件人)'),
  text('Company', 'recipientCompany', 'Company of the recipient (收件人公司)'),
  ...address(''),
  text('Phone', 'phone', 'Telephone (电话)'),
  { ...text('Email', 'email', 'E-mail address (邮箱)'), placeholder: 'e.g. name@email.com' },
  text('Tax Number', 'recipientTaxId', 'Tax number of the recipient (收件人税号)'),
];

/** Open when the form is new. */
export const OPEN_RECIPIENT = ['recipientName', 'addressLine1', 'city', 'state', 'postcode', 'phone'];

const countryOf = (who: string, name: string): INodeProperties =>
  text('Country Code', name, `Country of the ${who}, ISO 3166-1 alpha-2 (国家)`, 'e.g. CN');

export const shipperFields: INodeProperties[] = [
  text('Name', 'shipperName', 'Sender, in English or French letters (发件人)'),
  ...address('shipper'),
  countryOf('sender', 'shipperCountry'),
  text('Phone', 'shipperPhone', 'Telephone (电话)'),
  { ...text('Email', 'shipperEmail', 'E-mail address (邮箱)'), placeholder: 'e.g. name@email.com' },
];

export const returnFields: INodeProperties[] = [
  {
    displayName: 'If Undeliverable',
    name: 'returnOption',
    type: 'options',
    options: [
      { name: 'Destroy', value: 'Destroy', description: '销毁' },
      { name: 'Return', value: 'Return', description: '退回' },
    ],
    default: 'Return',
    description: 'What becomes of a parcel that cannot be delivered (退件方式)',
  },
  text('Name', 'returnName', 'Who takes the parcel back (退件人)'),
  ...address('return'),
  countryOf('return address', 'returnCountry'),
  text('Phone', 'returnPhone', 'Telephone (电话)'),
];

export const itemFields: INodeProperties[] = [
  text('Item Number', 'itemNo', 'Your number of this line of the order (商品编号)', 'e.g. 1'),
  text('SKU', 'sku', 'Your article number (SKU)'),
  text('Description (English)', 'description', 'What it is, in English or French letters (英文品名)', 'e.g. Dress'),
  text(
    'Description (Chinese)',
    'nativeDescription',
    'What it is, in Chinese; some services demand it (中文品名)',
    'e.g. 连衣裙',
  ),
  text('HS Code', 'hsCode', 'Customs tariff number, digits only; some services demand it (海关编码)'),
  {
    ...text(
      'Country of Origin',
      'originCountry',
      'Where it was made: code of two or three letters, or name (原产国)',
      'e.g. CN',
    ),
    default: 'CN',
  },
  { ...amount('Quantity', 'itemCount', 'Number of pieces (数量)'), typeOptions: { minValue: 1 }, default: 1 },
  text('Unit Value', 'unitValue', 'Declared value of one piece (单价)', 'e.g. 3.87'),
  amount('Weight (Kilograms)', 'weight', 'Weight in kilograms; together not more than the parcel (重量)'),
  text(
    'Product Link',
    'productURL',
    'Link to the article in the shop (产品链接)',
    'e.g. https://shop.example.com/dress',
  ),
  text('Warehouse Number', 'warehouseNo', 'Place in the warehouse, cut to 50 characters (仓库号)'),
  text('Use', 'use', 'What it is used for (用途)'),
  text('Material', 'material', 'What it is made of (材质)'),
];

export const sizeFields: INodeProperties[] = [
  amount('Length', 'length', 'Length of the parcel (长)'),
  amount('Width', 'width', 'Width of the parcel (宽)'),
  amount('Height', 'height', 'Height of the parcel (高)'),
  dimensionUnit,
  amount('Volume (M³)', 'volume', 'Volume in cubic metres, at least 0.01 (体积)'),
];

/** Alphabetical, as the menu of a collection is. */
export const additionalFields: INodeProperties[] = [
  flag('Authority to Leave', 'authorityToLeave', 'Whether the parcel may be left without a signature (授权放置)'),
  {
    displayName: 'Battery Packing',
    name: 'batteryPacking',
    type: 'options',
    options: [
      { name: 'Battery Only', value: 'Battery Only' },
      { name: 'Inside Equipment', value: 'Inside Equipment' },
      { name: 'No Battery', value: 'No Battery' },
      { name: 'Other', value: 'Other' },
      { name: 'Packaged With Equipment', value: 'Packaged with Equipment' },
    ],
    default: 'No Battery',
    description: 'How batteries are packed (电池包装)',
  },
  {
    displayName: 'Battery Type',
    name: 'batteryType',
    type: 'options',
    options: [
      { name: 'Lithium Ion Alloy', value: 'Lithium Ion Alloy' },
      { name: 'Lithium Ion Polymer', value: 'Lithium Ion Polymer' },
      { name: 'No Battery', value: 'No Battery' },
    ],
    default: 'No Battery',
    description: 'Kind of batteries (电池类型)',
  },
  flag('Dangerous Goods', 'dangerousGoods', 'Whether the parcel holds other dangerous goods (危险品)'),
  text('Goods (Chinese)', 'nativeDescription', 'What the parcel holds, in Chinese; some services demand it (中文品名)'),
  {
    displayName: 'Incoterm',
    name: 'incoterm',
    type: 'options',
    options: [
      { name: 'DDP', value: 'DDP', description: 'Delivered duty paid (完税后交货)' },
      { name: 'DDU', value: 'DDU', description: 'Delivered duty unpaid (未完税交货)' },
    ],
    default: 'DDU',
    description: 'Who pays duties (贸易条款)',
  },
  text('Instruction', 'instruction', 'Delivery instruction, at most 255 characters (派送说明)'),
  flag('Locker Service', 'lockerService', 'Whether the parcel goes to a parcel locker (自提柜)'),
  text('Order Number', 'referenceNo1', 'Another number of the order, e.g. at the marketplace (客户订单号)'),
  text(
    'Own Tracking Number',
    'trackingNo',
    'Only when your account may bring its own; normally the carrier issues it (跟踪号)',
  ),
  {
    displayName: 'Pick Up',
    name: 'pickUp',
    type: 'options',
    options: [
      { name: 'No', value: 'N' },
      { name: 'Yes', value: 'Y' },
    ],
    default: 'N',
    description: 'Whether the parcel is picked up (上门揽收)',
  },
  text('Picking List', 'sku', 'Text for picking, printed on the label, at most 128 characters (配货信息)'),
  {
    displayName: 'Pieces',
    name: 'pieces',
    type: 'json',
    default: '[]',
    description:
      'Further pieces of this shipment: a list of orders with the same recipient and sender. This order is the master (一票多件).',
  },
  text('Platform', 'platform', 'Code of the platform that the order comes from, at most 20 characters (平台代码)'),
];
