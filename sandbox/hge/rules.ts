import { isRecord, record, type JsonRecord } from '../json';

/** What the example value of a field is (`hge.md` 7.3, 9). Nothing is documented as required. */
type Type = 'text' | 'number' | 'flag' | 'object' | 'list';

const checks: Readonly<Record<Type, (value: unknown) => boolean>> = {
  text: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  flag: (value) => typeof value === 'boolean',
  object: isRecord,
  list: (value) => Array.isArray(value) && value.every(isRecord),
};

const order: Readonly<Record<string, Type>> = {
  customer_order_num: 'text',
  service_code: 'text',
  order_remark: 'text',
  is_confirm_label: 'flag',
  ship_date: 'text',
  need_track: 'text',
  is_overseas_return: 'flag',
  is_signature: 'flag',
  shipper_info: 'object',
  consignee_info: 'object',
  return_info: 'object',
  parcel_list: 'list',
  tax_info: 'object',
};

const address: Readonly<Record<string, Type>> = Object.fromEntries(
  [
    ...['address_num', 'full_name', 'first_name', 'middle_name', 'last_name', 'company', 'phone', 'mobile', 'email'],
    ...['country', 'postcode', 'province', 'city', 'region', 'street', 'house_no', 'address', 'tax_id', 'creds_type'],
    ...['creds_id', 'creds_issuing_code', 'creds_issuing_name', 'creds_issuing_date', 'creds_birthday'],
  ].map((name) => [name, 'text']),
);

const tax: Readonly<Record<string, Type>> = Object.fromEntries(
  ['mode', 'type', 'num', 'company', 'country', 'address'].map((name) => [name, 'text']),
);

/** The sizes of a parcel are left out: the example has null and text, and what is wanted is not known (`hge.md` 9.3). */
const parcel: Readonly<Record<string, Type>> = { parcel_num: 'text', weight: 'number', item_list: 'list' };

const item: Readonly<Record<string, Type>> = {
  ...Object.fromEntries(
    [
      ...['name', 'sku', 'brand', 'model', 'desc', 'desc_en', 'remark', 'material', 'uses', 'sale_currency'],
      ...['sale_link', 'export_declared', 'export_hscode', 'export_price_currency', 'import_declared', 'import_hscode'],
      ...['import_price_currency', 'manuacture_name', 'manufacture_address', 'manufacture_postcode'],
      ...['manufacture_city', 'manufacture_state', 'manufacture_country', 'manuacture_country', 'manufacture_code'],
      'manufacture_mid',
    ].map((name): [string, Type] => [name, 'text']),
  ),
  ...Object.fromEntries(
    ['qty', 'weight', 'length', 'width', 'height', 'sale_price', 'export_price', 'import_price'].map(
      (name): [string, Type] => [name, 'number'],
    ),
  ),
};

/** HGE misspells it `manuacture_name` (`hge.md` 9.4): accepting the right spelling would hide that the name is lost. */
const misnamed = 'manufacture_name';

/** Documented fields of order_create whose value is not of the type of the example. */
export function orderProblems(body: JsonRecord): string[] {
  const parties = ['shipper_info', 'consignee_info', 'return_info'] as const;
  return [
    ...wrong(order, body, ''),
    ...parties.flatMap((party) => wrong(address, record(body[party]), `${party}.`)),
    ...wrong(tax, record(body.tax_info), 'tax_info.'),
    ...list(body.parcel_list).flatMap((each, index) => [
      ...wrong(parcel, each, `parcel_list[${index}].`),
      ...list(each.item_list).flatMap((one, position) =>
        wrong(item, one, `parcel_list[${index}].item_list[${position}].`),
      ),
    ]),
  ];
}

/** The visible part of scanform and manifest (`hge.md` 8.1, 8.3): a reference and one object. */
export function jobProblems(body: JsonRecord, objectName: string): string[] {
  return wrong({ reference_num: 'text', [objectName]: 'object' }, body, '');
}

function wrong(types: Readonly<Record<string, Type>>, values: JsonRecord, path: string): string[] {
  return Object.entries(values).flatMap(([name, value]) => {
    if (name === misnamed) return [`${path}${name} is not a field`];
    const type = types[name];
    return type === undefined || value === null || checks[type](value) ? [] : [`${path}${name} is not ${type}`];
  });
}

function list(value: unknown): JsonRecord[] {
  return Array.isArray(value) ? value.map(record) : [];
}
