import { entries, record, text, type JsonRecord } from '../json';

/** A field whose value, when there is one, must match. */
export interface FieldFormat {
  field: string;
  accepts: RegExp;
  /** What the failure text says after the field's name. */
  problem: string;
}

const positive = /^(?=.*[1-9])\d+(\.\d+)?$/;
const amount = /^\d+(\.\d+)?$/;
const alpha2 = /^[A-Za-z]{2}$/;

/** Kilograms, more than 0, at most 3 decimals (`eccang.md` 3.1, 3.13). */
export const weightFormat = /^(?=.*[1-9])\d+(\.\d{1,3})?$/;

/** Formats that both references state; each deployment adds its own. */
export const sharedFormats: readonly FieldFormat[] = [
  { field: 'country_code', accepts: alpha2, problem: '必须为两位国家二字码' },
  { field: 'order_weight', accepts: weightFormat, problem: '必须大于0且最多3位小数' },
  { field: 'order_pieces', accepts: /^[1-9]\d*$/, problem: '必须为正整数' },
  { field: 'insurance_value', accepts: amount, problem: '必须为数字' },
  { field: 'mail_cargo_type', accepts: /^[1-4]$/, problem: '必须为1-4' },
  { field: 'length', accepts: positive, problem: '必须大于0' },
  { field: 'width', accepts: positive, problem: '必须大于0' },
  { field: 'height', accepts: positive, problem: '必须大于0' },
  { field: 'consignee_certificatetype', accepts: /^(ID|PP)$/, problem: '必须为ID或PP' },
  { field: 'consignee_credentials_period', accepts: /^\d{4}-\d{2}-\d{2}$/, problem: '格式必须为YYYY-MM-DD' },
  { field: 'shipper_countrycode', accepts: alpha2, problem: '必须为两位国家二字码' },
  { field: 'invoice_quantity', accepts: /^[1-9]\d*$/, problem: '必须为正整数' },
  { field: 'invoice_weight', accepts: /^\d+(\.\d{1,3})?$/, problem: '必须为数字且最多3位小数' },
  { field: 'invoice_unitcharge', accepts: amount, problem: '必须为数字' },
];

/** Formats of the generic createOrder, `eccang.md` 3.1. */
export const eccangFormats: readonly FieldFormat[] = [
  ...sharedFormats,
  { field: 'reference_no', accepts: /^.{1,50}$/su, problem: '长度不能超过50' },
  { field: 'platform_number', accepts: /^.{1,50}$/su, problem: '长度不能超过50' },
  { field: 'sales_currency', accepts: /^.{1,3}$/su, problem: '长度不能超过3' },
  { field: 'sales_amount', accepts: amount, problem: '必须为数字' },
  { field: 'invoice_fee', accepts: amount, problem: '必须为数字' },
  { field: 'other_fee', accepts: amount, problem: '必须为数字' },
  // `B` is one client's third value, `L` the vendor's (`eccang.md` 4.3): both pass.
  { field: 'cargo_type', accepts: /^[WDLB]$/, problem: '必须为W、D或L' },
  { field: 'is_COD', accepts: /^[YN]$/, problem: '必须为Y或N' },
  { field: 'is_return', accepts: /^[01]$/, problem: '必须为1或0' },
  { field: 'Volume.length', accepts: positive, problem: '必须大于0' },
  { field: 'Volume.width', accepts: positive, problem: '必须大于0' },
  { field: 'Volume.height', accepts: positive, problem: '必须大于0' },
  { field: 'Volume.weight', accepts: positive, problem: '必须大于0' },
];

/** The part of createOrder that a field name belongs to. `getFieldRule` names fields flat, `Volume.weight` dotted. */
const sections: readonly { fields: RegExp; of(order: JsonRecord): Section[] }[] = [
  { fields: /^consignee_/, of: (order) => [{ path: 'Consignee.', values: record(order.Consignee) }] },
  { fields: /^shipper_/, of: (order) => [{ path: 'Shipper.', values: record(order.Shipper) }] },
  {
    fields: /^(invoice_(?!fee$)|material|hs_code$|sku$|unit_code$)/,
    of: (order) => itemsOf(order).map((values, index) => ({ path: `ItemArr[${index}].`, values })),
  },
  {
    fields: /^Volume\./,
    of: (order) => volumesOf(order).map((values, index) => ({ path: `Volume[${index}].`, values })),
  },
  { fields: /^/, of: (order) => [{ path: '', values: order }] },
];

interface Section {
  path: string;
  values: JsonRecord;
}

/** The field belongs to a part that `addressValidate` sends: order, consignee or invoice (`eccang.md` 3.19). */
export function isValidated(field: string): boolean {
  return !/^(shipper_|Volume\.|order_pieces$)/.test(field);
}

/** Customs lines; `ItemArr` may be an array or an object (`eccang.md` 1.4 no. 10). */
export function itemsOf(order: JsonRecord): JsonRecord[] {
  return entries(order.ItemArr, (candidate) => 'invoice_enname' in candidate);
}

export function volumesOf(order: JsonRecord): JsonRecord[] {
  return entries(order.Volume, (candidate) => 'length' in candidate || 'weight' in candidate);
}

/** A text for each required field that is absent or empty. */
export function missingFields(order: JsonRecord, required: readonly string[]): string[] {
  return required.flatMap((field) => {
    const places = placesOf(field, order);
    if (places.length === 0) return [`${field}不能为空`];
    return places.filter(({ value }) => value.trim() === '').map(({ path }) => `${path}不能为空`);
  });
}

/** A text for each value that breaks its format. */
export function malformedFields(order: JsonRecord, formats: readonly FieldFormat[]): string[] {
  return formats.flatMap(({ field, accepts, problem }) =>
    placesOf(field, order)
      .filter(({ value }) => value !== '' && !accepts.test(value))
      .map(({ path }) => `${path}${problem}`),
  );
}

function placesOf(field: string, order: JsonRecord): { path: string; value: string }[] {
  const name = field.replace(/^Volume\./, '');
  const section = sections.find(({ fields }) => fields.test(field));
  return (section?.of(order) ?? []).map(({ path, values }) => ({ path: `${path}${name}`, value: text(values[name]) }));
}
