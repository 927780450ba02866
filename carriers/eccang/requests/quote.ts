import { isBlank } from '#carriers/shared/blank';
import type { JsonObject } from '#carriers/shared/json-value';
import { RequestTable, type Finding } from '#carriers/shared/request';
import { amount, choice, count, country, list, listed, text } from '#carriers/shared/rows';

/** feeTrail: the request of a quote. Country and warehouse may not both be empty. */
export const QUOTE = new RequestTable(
  'eccang.md 3.14',
  {
    weight: amount('Weight (Kilograms)', 'What the whole parcel would weigh (重量)', { required: true, example: '1.35' }),
    shipping_type_id: choice(
      'Goods Type',
      'What is sent: the price may depend on it (货物类型)',
      { Document: ['D', '文件'], 'Letter or Envelope': ['L', '信封'], Parcel: ['W', '包裹'] },
      { required: true, initial: 'W', source: 'eccang.md 4.12' },
    ),
    country_code: country('Destination Country', 'Country that the parcel goes to (目的国家), ISO 3166-1 alpha-2'),
    city: text('City', 'Town that the parcel would go to (城市)'),
    postcode: text('Postcode', 'Postal code that the parcel would go to (邮编)'),
    length: text('Length (Centimetres)', 'Longest side of the parcel (长)'),
    width: text('Width (Centimetres)', 'Second side of the parcel (宽)'),
    height: text('Height (Centimetres)', 'Third side of the parcel (高)'),
    group: text('Product Group', 'Quote only what the carrier has put into it (产品组)', { example: 'PY' }),
    cube: text('Volume', 'Volume; the carrier does not document its unit (体积)'),
    product_code: listed('Product Code', 'Quote this product only (产品代码)', { search: 'searchProducts', entry: 'a product' }, { example: 'PK0001' }),
    warehouse_code: text('Warehouse Code', 'Warehouse; then country, city and postcode are ignored (仓库代码)'),
    volume_list: list(['Boxes', 'Box'], {
      box_count: count('Number of Boxes', 'How many boxes of this size there are (box_count)', { required: true }),
      length: amount('Length', 'Length of one box; the manual states no unit here, and centimetres elsewhere (长)', { required: true, example: '30' }),
    }),
    is_check_oda: choice('Check Remote Area', 'Whether the carrier checks for a remote area (偏远检查)', { No: 'N', Yes: 'Y' }),
  },
  { rule: placeFindings },
);

function placeFindings({ country_code, warehouse_code }: JsonObject): Finding[] {
  if (!isBlank(country_code) || !isBlank(warehouse_code)) return [];
  return [{ path: [], problem: 'country_code and warehouse_code are both empty: the carrier needs one of them' }];
}
