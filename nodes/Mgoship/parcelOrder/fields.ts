import type { INodeProperties } from 'n8n-workflow';

/** Fields of `order` that stand open in the form. */
export const orderFields: INodeProperties[] = [
  {
    displayName: 'Own Number',
    name: 'customerno',
    type: 'string',
    required: true,
    default: '',
    placeholder: 'e.g. SHOP-10023',
    description:
      'Your own order number, at most 30 characters (customerno). Mgoship takes the same number again, so keep it unique yourself.',
  },
  {
    displayName: 'Channel',
    name: 'channel',
    type: 'options',
    options: [
      { name: 'Air Parcel', value: '2', description: '空运小包' },
      { name: 'Sea Parcel', value: '1', description: '海运小包' },
    ],
    default: '1',
    description: 'How the parcel travels from China to Japan (头程渠道)',
  },
  {
    displayName: 'Weight (Kilograms)',
    name: 'weight',
    type: 'number',
    typeOptions: { minValue: 0, numberPrecision: 3 },
    required: true,
    default: 0,
    placeholder: 'e.g. 0.585',
    description: 'Weight in kilograms, at most 3 decimals (重量)',
  },
  {
    displayName: 'Shipment Type',
    name: 'shipmenttype',
    type: 'options',
    options: [
      { name: 'Commercial Sample', value: '3', description: '商品货样' },
      { name: 'Documents', value: '2', description: '文件' },
      { name: 'Gift', value: '1', description: '礼品' },
      { name: 'Other', value: '4', description: '其他' },
    ],
    default: '4',
    description: 'What kind of shipment it is (货物类型)',
  },
  {
    displayName: 'Battery',
    name: 'hasbattery',
    type: 'options',
    options: [
      { name: 'Contains a Battery', value: 'Y', description: '是' },
      { name: 'No Battery', value: 'N', description: '否' },
    ],
    default: 'N',
    description: 'Whether the goods contain a battery (是否带电)',
  },
  {
    displayName: 'Insurance',
    name: 'insurance',
    type: 'options',
    options: [
      { name: '0.6 % of the Insured Value', value: '6P', description: '0.6%保费' },
      { name: 'CNY 5 per Shipment', value: '5Y', description: '5元每票' },
      { name: 'No Insurance', value: 'NO', description: '不购买' },
    ],
    default: 'NO',
    description: 'Insurance of the parcel (保险)',
  },
  {
    displayName: 'Insured Value (CNY)',
    name: 'insvalue',
    type: 'string',
    displayOptions: { show: { insurance: ['5Y', '6P'] } },
    required: true,
    default: '',
    placeholder: 'e.g. 500.00',
    description: 'Insured value in CNY, at most 2 decimals (保价金额)',
  },
];

/** Fields of `order` that need not be given. */
export const sizeFields: INodeProperties[] = [
  { displayName: 'Height (Centimetres)', name: 'height', description: 'Height in centimetres, at most 1 decimal (高)' },
  { displayName: 'Length (Centimetres)', name: 'length', description: 'Length in centimetres, at most 1 decimal (长)' },
  { displayName: 'Width (Centimetres)', name: 'width', description: 'Width in centimetres, at most 1 decimal (宽)' },
].map((side) => ({ ...side, type: 'number', typeOptions: { minValue: 0, numberPrecision: 1 }, default: 0 }));

/** Shown in the recipient from the start. */
export const openConsigneeFields = ['name', 'address', 'postcode', 'phone'] as const;

/** Fields of `consignee`, but for the prefecture. */
export const consigneeFields: INodeProperties[] = [
  {
    displayName: 'Address',
    name: 'address',
    type: 'string',
    default: '',
    placeholder: 'e.g. 秋田市見本町1-2-3',
    description: 'Street address in Japanese without prefecture, at most 200 characters (地址)',
  },
  {
    displayName: 'Buyer ID',
    name: 'buyerid',
    type: 'string',
    default: '',
    description: "Buyer's account on the sales platform, at most 50 characters (买家ID)",
  },
  {
    displayName: 'Email',
    name: 'email',
    type: 'string',
    placeholder: 'e.g. name@email.com',
    default: '',
    description: 'E-mail address, at most 50 characters (邮箱)',
  },
  {
    displayName: 'Mobile',
    name: 'mobile',
    type: 'string',
    default: '',
    description: 'Mobile number, at most 15 characters (手机)',
  },
  {
    displayName: 'Name',
    name: 'name',
    type: 'string',
    default: '',
    placeholder: 'e.g. 山田 太郎',
    description: "Recipient's name in Japanese, at most 50 characters (姓名)",
  },
  {
    displayName: 'Phone',
    name: 'phone',
    type: 'string',
    default: '',
    placeholder: 'e.g. 0180000000',
    description: '10 or 11 digits that start with 0, without hyphens (电话)',
  },
  {
    displayName: 'Postcode',
    name: 'postcode',
    type: 'string',
    default: '',
    placeholder: 'e.g. 901-1515',
    description: 'Japanese postcode with its hyphen, NNN-NNNN (邮编)',
  },
];

/** Fields of an entry of `declare`. */
export const itemFields: INodeProperties[] = [
  {
    displayName: 'Description (English)',
    name: 'enname',
    type: 'string',
    default: '',
    placeholder: 'e.g. Phone case',
    description: 'What the goods are, in English, at most 50 characters (英文品名)',
  },
  {
    displayName: 'Description (Chinese and Japanese)',
    name: 'cnname',
    type: 'string',
    default: '',
    placeholder: 'e.g. 手机壳',
    description: 'What the goods are, in Chinese and Japanese, at most 60 characters (中文品名)',
  },
  {
    displayName: 'Quantity',
    name: 'qty',
    type: 'number',
    typeOptions: { minValue: 1 },
    default: 1,
    description: 'Number of pieces (数量)',
  },
  {
    displayName: 'Unit Price (JPY)',
    name: 'unitprice',
    type: 'number',
    typeOptions: { minValue: 0 },
    default: 0,
    placeholder: 'e.g. 4500',
    description: 'Selling price of one piece in JPY, without decimals (单价)',
  },
  {
    displayName: 'Material',
    name: 'material',
    type: 'string',
    default: '',
    placeholder: 'e.g. Metal,Plastic',
    description: 'Material in English, at most 50 characters (材质)',
  },
  {
    displayName: 'Sales Link',
    name: 'url',
    type: 'string',
    default: '',
    placeholder: 'e.g. https://shop.example.com/case',
    description: 'Link to the sales page, at most 200 characters (销售链接)',
  },
  {
    displayName: 'Picking SKU',
    name: 'pickupname',
    type: 'string',
    default: '',
    description: 'Your article number for picking, at most 30 characters (配货SKU)',
  },
  {
    displayName: 'Picking Note',
    name: 'note',
    type: 'string',
    default: '',
    description: 'Note for picking, at most 50 characters (配货备注)',
  },
];
