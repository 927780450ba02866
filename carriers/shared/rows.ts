import type * as z from 'zod/v4';
import { COUNTRY, CURRENCY, type Fold } from './pasted';

/** The fields of an object in a request, by their names on the wire, in the documented order. */
export type Rows = { readonly [wireName: string]: Part };

export type Part = Row | Group | List;

export type RowKind =
  /** Text; a number is written out. */
  | 'text'
  /** An amount of money: digits, entered and kept as text. */
  | 'money'
  /** An amount without a stated unit, entered as text. */
  | 'amount'
  /** Kilograms, centimetres and the like; a form begins with 0, which says that nothing was filled in. */
  | 'measure'
  /** A whole number of pieces. */
  | 'count'
  /** true or false. */
  | 'flag'
  /** One of a few values. Others pass: carriers add values of their own. */
  | 'choice'
  /** One of a list that the carrier gives, or its code. */
  | 'listed'
  /** A country by its two letters, from a list. */
  | 'country'
  /** Several codes of a list that the carrier gives. */
  | 'several'
  /** A day. */
  | 'date'
  /** A point in time, in Unix seconds. */
  | 'seconds'
  /** JSON as it is. */
  | 'json';

/** A row of the manual's table: one field. */
export interface Row extends RowDetails {
  kind: RowKind;
  label: string;
  /** What the field means, with the carrier's own term in brackets. */
  description: string;
}

export interface RowDetails {
  /** No request can do without it. */
  required?: boolean;
  /** The form asks for it, though the manual does not say that a request needs it: JSON mode may leave it out. */
  asked?: boolean;
  /** Most requests have it, so the form has it open; whether one needs it depends on the product. */
  usual?: boolean;
  /** The most characters. */
  most?: number;
  /** The most decimals; what the form's arrows step by follows, unless `steps` says otherwise. */
  decimals?: number;
  steps?: number;
  /** The least amount, where that is not anything above 0. */
  least?: number;
  /** 0 is an amount like any other. */
  zero?: boolean;
  /** A day that is written, not picked from a calendar. */
  written?: boolean;
  /** What a text must look like besides, and what is said when it does not. */
  rules?: readonly { holds: (text: string) => boolean; problem: string }[];
  /** How pasted text goes out, where the carrier takes it in one form alone. */
  fold?: Fold;
  /** A list of codes is one text, with semicolons between them. */
  joins?: boolean;
  /** The whole check, where no kind says it. */
  check?: z.ZodType;
  choices?: readonly Choice[];
  /** The list to choose from. */
  list?: CarrierList;
  example?: string;
  /** What a new form holds; otherwise nothing. */
  initial?: string | number | boolean;
  /** Asked for only where another field has one of these values; there it is required. */
  when?: { readonly [name: string]: readonly string[] };
  /** The name in the form, where it is not the camelCase of the name on the wire. */
  name?: string;
  /** Stands in none of the carrier's samples, which otherwise send empty text for what is not used. */
  unseen?: boolean;
  /** Where the field is documented, if not where its table is. */
  source?: string;
}

/** A value of the carrier's with our name for it, and the carrier's own words. */
export interface Choice {
  name: string;
  value: string;
  description?: string;
}

/** A list that the carrier gives: what loads it, one entry with its article, and what may be entered instead. */
export interface CarrierList {
  search: string;
  entry: string;
  by?: 'Code' | 'Number' | 'Name';
  /** Fields of the form that have to be chosen before. */
  after?: readonly string[];
}

/** An object in the request. */
export interface Group {
  kind: 'group';
  label: string;
  rows: Rows;
  required?: boolean;
}

/** A list of objects in the request. */
export interface List {
  kind: 'list';
  /** What the form calls the list, and one entry of it. */
  label: string;
  entry: string;
  rows: Rows;
  /** There must be an entry. */
  required?: boolean;
  /** The form asks for one, as for a row. */
  asked?: boolean;
  /** One entry may stand without its list (declared "Object/Array"). */
  orOne?: boolean;
}

const rowOf =
  (kind: RowKind, own: RowDetails = {}) =>
  (label: string, description: string, details: RowDetails = {}): Row => ({
    kind,
    label,
    description,
    ...own,
    ...details,
  });

export const text = rowOf('text');
export const money = rowOf('money');
export const amount = rowOf('amount');
export const measure = rowOf('measure', { initial: 0 });
export const count = rowOf('count', { initial: 1 });
export const flag = rowOf('flag', { initial: false });
export const date = rowOf('date');
export const seconds = rowOf('seconds');
export const json = rowOf('json');
/** A currency by its three letters. */
export const currency = rowOf('text', { fold: CURRENCY });
const COUNTRIES: RowDetails = { list: { search: 'searchCountries', entry: 'a country' }, fold: COUNTRY };

export const country = rowOf('country', { ...COUNTRIES, example: 'US' });
/** A country from the same list, where the manual does not say that only two letters will do. */
export const countryOrOther = rowOf('listed', { ...COUNTRIES, example: 'CN' });

/** @param choices by our names, in alphabetical order: the value, or the value and the carrier's words */
export function choice(
  label: string,
  description: string,
  choices: { readonly [name: string]: string | readonly [value: string, words: string] },
  details: RowDetails = {},
): Row {
  const listed = Object.entries(choices).map(([name, given]): Choice =>
    typeof given === 'string' ? { name, value: given } : { name, value: given[0], description: given[1] },
  );
  return { kind: 'choice', label, description, choices: listed, ...details };
}

/** One of a list that the carrier gives, or its code. */
export function listed(label: string, description: string, list: CarrierList, details: RowDetails = {}): Row {
  return { kind: 'listed', label, description, list, ...details };
}

/** Several of a list that the carrier gives. */
export function several(label: string, description: string, list: CarrierList, details: RowDetails = {}): Row {
  return { kind: 'several', label, description, list, ...details };
}

export function group(label: string, rows: Rows, details: Pick<Group, 'required'> = {}): Group {
  return { kind: 'group', label, rows, ...details };
}

/** @param label of the list, and of one entry, in the form */
export function list(
  [label, entry]: readonly [label: string, entry: string],
  rows: Rows,
  details: Pick<List, 'required' | 'asked' | 'orOne'> = {},
): List {
  return { kind: 'list', label, entry, rows, ...details };
}

/** What a deployment makes of a part of the table: another part, or a change of the one that is there. */
export type Changes = { readonly [wireName: string]: Part | ((part: Part) => Part) };

/** The same row with other details. */
export function but(details: Partial<Omit<Row, 'kind'>> | Pick<Group, 'required'>): (part: Part) => Part {
  return (part) => ({ ...part, ...details });
}

export const optional = but({ required: false });
export const required = but({ required: true });

/** The same group or list with other rows. */
export function inside(changes: Changes): (part: Part) => Part {
  return (part) => ('rows' in part ? { ...part, rows: withChanges(part.rows, changes) } : part);
}

/** @throws TypeError for a change of a part that is not there */
export function withChanges(rows: Rows, changes: Changes): Rows {
  const changed = Object.entries(changes).map(([name, change]): [string, Part] => {
    if (typeof change !== 'function') return [name, change];
    const part = rows[name];
    if (part === undefined) throw new TypeError(`The table has no field ${name} to change`);
    return [name, change(part)];
  });
  return { ...rows, ...Object.fromEntries(changed) };
}

/** @param paths such as `cargo_type` or `Consignee.consignee_fax`; all of them must be there */
export function withoutPaths(rows: Rows, paths: readonly string[]): Rows {
  const missing = paths.filter((path) => rows[path.split('.')[0] ?? ''] === undefined);
  if (missing.length > 0) throw new TypeError(`The table has no field ${missing.join(', ')} to leave out`);
  return Object.fromEntries(
    Object.entries(rows)
      .filter(([name]) => !paths.includes(name))
      .map(([name, part]) => {
        const inner = paths.filter((path) => path.startsWith(`${name}.`)).map((path) => path.slice(name.length + 1));
        return [name, 'rows' in part && inner.length > 0 ? { ...part, rows: withoutPaths(part.rows, inner) } : part];
      }),
  );
}
