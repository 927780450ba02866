import type { INodeProperties } from 'n8n-workflow';
import { checkQuoteRequest, quoteOf, quoteRates, type EccangClient } from '../../../carriers/eccang';
import { textOf, type JsonObject } from '../../../carriers/json-value';
import { inFormMode, inputMode, simplify } from '#nodes/shared/fields';
import { perItem } from '#nodes/shared/operation';
import type { ItemParameters } from '#nodes/shared/parameters';
import { orderFields } from '../fields/order';

const body: INodeProperties = {
  displayName: 'Body',
  name: 'body',
  type: 'json',
  displayOptions: { show: { inputMode: ['json'] } },
  default: '{}',
  placeholder: 'e.g. {{ $json }}',
  description:
    "The carrier's own feeTrail object: weight, shipping_type_id, country_code or warehouse_code, volume_list …",
};

const country = orderFields.filter(({ name }) => name === 'countryCode');

const form: INodeProperties[] = [
  ...country,
  {
    displayName: 'Weight (Kilograms)',
    name: 'weight',
    type: 'string',
    required: true,
    default: '',
    placeholder: 'e.g. 1.35',
    description: 'Weight of the parcel in kilograms (重量)',
  },
  {
    displayName: 'Goods Type',
    name: 'shippingTypeId',
    type: 'options',
    options: [
      { name: 'Document', value: 'D', description: '文件' },
      { name: 'Letter or Envelope', value: 'L', description: '信封' },
      { name: 'Parcel', value: 'W', description: '包裹' },
    ],
    default: 'W',
    description: 'Kind of goods (货物类型)',
  },
  {
    displayName: 'Additional Fields',
    name: 'additionalFields',
    type: 'collection',
    placeholder: 'Add field',
    default: {},
    options: [
      {
        displayName: 'Check Remote Area',
        name: 'isCheckOda',
        type: 'options',
        options: [
          { name: 'No', value: 'N' },
          { name: 'Yes', value: 'Y' },
        ],
        default: 'N',
        description: 'Whether the carrier checks for a remote area (偏远检查)',
      },
      { displayName: 'City', name: 'city', type: 'string', default: '', description: 'Destination city (城市)' },
      {
        displayName: 'Height (Centimetres)',
        name: 'height',
        type: 'string',
        default: '',
        description: 'Height in centimetres (高)',
      },
      {
        displayName: 'Length (Centimetres)',
        name: 'length',
        type: 'string',
        default: '',
        description: 'Length in centimetres (长)',
      },
      {
        displayName: 'Postcode',
        name: 'postcode',
        type: 'string',
        default: '',
        description: 'Destination postcode (邮编)',
      },
      {
        displayName: 'Product Code',
        name: 'productCode',
        type: 'string',
        default: '',
        placeholder: 'e.g. PK0001',
        description: 'Quote this product only (产品代码)',
      },
      {
        displayName: 'Product Group',
        name: 'group',
        type: 'string',
        default: '',
        placeholder: 'e.g. PY',
        description: 'Quote the products of this group (产品组)',
      },
      {
        displayName: 'Volume',
        name: 'cube',
        type: 'string',
        default: '',
        description: 'Volume; the carrier does not document its unit (体积)',
      },
      {
        displayName: 'Warehouse Code',
        name: 'warehouseCode',
        type: 'string',
        default: '',
        description: 'Warehouse; then country, city and postcode are ignored (仓库代码)',
      },
      {
        displayName: 'Width (Centimetres)',
        name: 'width',
        type: 'string',
        default: '',
        description: 'Width in centimetres (宽)',
      },
    ],
  },
];

/** Field of the form to field on the wire, in the documented order (`eccang.md` 3.14). */
const ADDITIONAL: Record<string, string> = {
  city: 'city',
  postcode: 'postcode',
  length: 'length',
  width: 'width',
  height: 'height',
  group: 'group',
  cube: 'cube',
  productCode: 'product_code',
  warehouseCode: 'warehouse_code',
  isCheckOda: 'is_check_oda',
};

export const getRates = perItem<EccangClient, { request: JsonObject; simplified: boolean }>({
  description: {
    name: 'Get',
    value: 'get',
    action: 'Get rates',
    description: 'Quote the freight of a parcel; one output item per product (运费试算)',
    properties: [inputMode, body, ...form.map(inFormMode), simplify],
  },
  read: (parameters) => {
    const request =
      parameters.text('inputMode', 'Input Mode') === 'json' ? parameters.object('body', 'Body') : fromForm(parameters);
    return { request: checkQuoteRequest(request), simplified: parameters.flag('simplify') };
  },
  send: async (client, { request, simplified }) => {
    const quotes = await quoteRates(client, request);
    return quotes.map((quote) => ({ json: simplified ? quoteOf(client.deployment.carrier, quote) : quote }));
  },
});

function fromForm(parameters: ItemParameters): JsonObject {
  const additional = parameters.group('additionalFields');
  const country_code = parameters.optionalText('countryCode', 'Destination Country');
  return {
    weight: parameters.text('weight', 'Weight (Kilograms)'),
    shipping_type_id: parameters.text('shippingTypeId', 'Goods Type'),
    ...(country_code === undefined ? {} : { country_code }),
    ...Object.fromEntries(
      Object.entries(ADDITIONAL).flatMap(([name, wireName]) => {
        const value = textOf(additional[name]);
        return value === undefined ? [] : [[wireName, value]];
      }),
    ),
  };
}
