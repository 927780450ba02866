import { isRecord, record, text, type JsonRecord } from '../json';

/** A field of a request, as its table describes it. */
export interface Field {
  name: string;
  required?: boolean;
  longest?: number;
  form?: RegExp;
}

const whole = /^[1-9]\d*$/;
const decimals = (most: number) => new RegExp(`^(?=.*[1-9])\\d+(\\.\\d{1,${most}})?$`);

export const forms = { whole, oneDecimal: decimals(1), twoDecimals: decimals(2), threeDecimals: decimals(3) };

/** A text for each field that breaks its rules; unknown fields are refused, as a typing mistake would be. */
export function problems(values: unknown, fields: readonly Field[], path: string): string[] {
  if (!isRecord(values)) return [`${path}必须为对象`];
  const known = new Set(fields.map(({ name }) => name));
  const unknown = Object.keys(values).filter((name) => !known.has(name));
  return [
    ...unknown.map((name) => `${path}.${name}为未知字段`),
    ...fields.flatMap((field) => problemsOf(text(values[field.name]), field, path)),
  ];
}

/** A list of groups, with at least one entry and at most `most`. */
export function problemsOfList(values: unknown, fields: readonly Field[], path: string, most: number): string[] {
  if (!Array.isArray(values) || values.length === 0) return [`${path}不能为空`];
  if (values.length > most) return [`${path}最多${most}个`];
  return values.flatMap((entry: unknown, index) => problems(entry, fields, `${path}[${index}]`));
}

/** All fields must be there, empty ones as "", as in the samples. */
export function absent(values: JsonRecord, names: readonly string[], path: string): string[] {
  return names.filter((name) => !(name in values)).map((name) => `${path}.${name}缺失`);
}

export function groupOf(params: JsonRecord, name: string): JsonRecord {
  return record(params[name]);
}

function problemsOf(value: string, { name, required, longest = Infinity, form }: Field, path: string): string[] {
  if (value === '') return required ? [`${path}.${name}不能为空`] : [];
  if (Array.from(value).length > longest) return [`${path}.${name}长度不能超过${longest}`];
  return form && !form.test(value) ? [`${path}.${name}格式不正确`] : [];
}
