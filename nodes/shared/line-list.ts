import { isBlank } from '#carriers/shared/blank';
import { isWeightUnit, kilogramsOf } from '#carriers/shared/exact-units';
import { isObject, objectAsIs, textOf, type JsonObject } from '#carriers/shared/json-value';
import { lookUp } from '#carriers/shared/lookup';
import { RequestError } from '#carriers/shared/request-check';
import { USUAL_NAMES, usualKeysIn, type FoundKeys } from '#carriers/shared/usual-names';

/** A line of goods in neutral words, as it was found in what some other system has. */
export interface ReadLine {
  /** Not checked; without what is blank. */
  line: JsonObject;
  /** In which key each field of it stood. */
  keys: ReadonlyMap<string, string>;
  /** The keys that somebody chose, also where nothing stands there. */
  chosen: ReadonlyMap<string, string>;
  /** The weight was converted from another unit. */
  isConverted: boolean;
  /** The key of a weight of which nothing tells the unit: it is not taken. */
  unitless: string | undefined;
}

/**
 * The entries of a list of lines, or the one line in its place.
 * @param label of the field that holds it
 * @throws RequestError for what is no list, and for an entry that is no object
 */
export function entriesOf(given: unknown, label: string): JsonObject[] {
  if (isBlank(given)) return [];
  if (isObject(given)) return [given];
  if (!Array.isArray(given))
    throw refused(label, `must be a list [ ] of lines, or one line { }: here is ${kindOf(given)}`);
  return given.map((entry: unknown, at) => {
    if (isObject(entry)) return entry;
    throw refused(
      `${label}: line ${at + 1}`,
      `must be an object { } with the fields of a line: here is ${kindOf(entry)}`,
    );
  });
}

function refused(path: string, problem: string): RequestError {
  return new RequestError([{ path, problem }]);
}

function kindOf(value: unknown): string {
  if (isBlank(value)) return 'nothing';
  if (Array.isArray(value)) return 'a list in the list';
  if (isObject(value)) return 'an object';
  return typeof value === 'string' ? 'text' : `a ${typeof value}`;
}

/** @param named by neutral names, the keys that somebody chose: of the line itself, or `price.amount` */
export function readLine(entry: JsonObject, named: JsonObject): ReadLine {
  const chosen = new Map(
    Object.entries(named).flatMap(([field, key]): [string, string][] => {
      const text = textOf(key)?.trim();
      return text === undefined ? [] : [[field, text]];
    }),
  );
  const found = usualKeysIn(entry, new Set(chosen.values()));
  const line: JsonObject = {};
  const keys = new Map<string, string>();
  const take = (field: string, key: string, value: unknown): void => {
    if (isBlank(value)) return;
    line[field] = value;
    keys.set(field, key);
  };
  for (const [field, key] of found) if (!WEIGHTS.has(field) && !chosen.has(field)) take(field, key, entry[key]);
  for (const [field, key] of chosen) if (!CONVERTED.has(field)) take(field, key, valueAt(entry, key));
  const { key = '', value, isConverted = false, unitless } = weightIn(entry, found, chosen);
  take('weightKg', key, value);
  return { line, keys, chosen, isConverted, unitless };
}

/** A weight in the carrier's own unit (`weight`) is only ever chosen. */
const WEIGHTS: ReadonlySet<string> = new Set(['weightKg', 'weightGrams', 'weight', 'weightUnit']);
const CONVERTED: ReadonlySet<string> = new Set(['weightKg', 'weightGrams']);

interface FoundWeight {
  value?: unknown;
  key?: string;
  isConverted?: boolean;
  unitless?: string;
}

/** Chosen ones first; what cannot be converted stays as it is, so that the check names it. */
function weightIn(entry: JsonObject, found: FoundKeys, chosen: ReadonlyMap<string, string>): FoundWeight {
  const of = (keys: ReadonlyMap<string, string>): FoundWeight | undefined => {
    const [kilograms, grams] = [keys.get('weightKg'), keys.get('weightGrams')];
    if (kilograms !== undefined && !isBlank(valueAt(entry, kilograms)))
      return { value: valueAt(entry, kilograms), key: kilograms };
    return grams === undefined || isBlank(valueAt(entry, grams))
      ? undefined
      : inUnit(valueAt(entry, grams), 'g', grams);
  };
  const key = found.get('weight');
  const hasChoice = chosen.has('weightKg') || chosen.has('weightGrams');
  const told = of(chosen) ?? (hasChoice ? {} : of(found));
  if (told !== undefined) return told;
  if (key === undefined) return {};
  const [, digits, unit] = WITH_UNIT.exec(textOf(entry[key]) ?? '') ?? [];
  const unitKey = found.get('weightUnit');
  const weight =
    unit === undefined ? inUnit(entry[key], unitKey && textOf(entry[unitKey]), key) : inUnit(digits, unit, key);
  return weight ?? { unitless: key };
}

/** `0.5 kg` */
const WITH_UNIT = /^\s*([\d.]+)\s*([a-z]+)\s*$/i;

function inUnit(weight: unknown, unit: string | undefined, key: string): FoundWeight | undefined {
  if (unit === undefined || !isWeightUnit(unit)) return undefined;
  const kilograms = kilogramsOf(weight, unit);
  return { value: kilograms ?? weight, key, isConverted: kilograms !== undefined };
}

/** Under a key as it is written, or by the keys on the way to it: `price.amount`, `meta_data[0].value`. */
function valueAt(entry: JsonObject, key: string): unknown {
  if (Object.hasOwn(entry, key)) return entry[key];
  return key
    .split(/[.[\]]+/)
    .filter((part) => part !== '')
    .reduce<unknown>((held, part) => {
      const inside = Array.isArray(held) ? Object.fromEntries(held.entries()) : held;
      return lookUp(objectAsIs(inside), part.trim());
    }, entry);
}

/** Where the lines of an order come from, for errors. */
export class LineOrigins {
  /**
   * @param lines in their order, each with its item where there are several
   * @param fieldAt the line and its neutral field that stand at a place of the request; undefined for another place
   */
  constructor(
    private readonly lines: readonly (ReadLine & { item?: number })[],
    private readonly fieldAt: (path: string) => { at: number; field: string } | undefined,
  ) {}

  /** What stands behind the name of a field in an error, and what the user can do where the field is missing. */
  of(path: string): { from?: string; advice?: string } {
    const { at = -1, field = '' } = this.fieldAt(path) ?? {};
    const line = this.lines[at];
    if (line === undefined) return {};
    const key = line.keys.get(field);
    const from = [
      ...(key === undefined ? [] : [`read from "${key}"`]),
      ...(line.item === undefined ? [] : [`in item ${line.item}`]),
    ].join(' ');
    return { ...(from === '' ? {} : { from }), ...(field in line.line ? {} : { advice: adviceFor(field, line) }) };
  }
}

/** Nothing of the line itself but names. */
function adviceFor(field: string, { chosen, unitless }: ReadLine): string {
  const own = chosen.get(field) ?? (field === 'weightKg' ? chosen.get('weightGrams') : undefined);
  if (own !== undefined) return `the line has nothing under "${own}", which Item Fields name for it`;
  const names =
    field === 'weightKg' ? [...USUAL_NAMES.weightKg, ...USUAL_NAMES.weightGrams] : lookUp(USUAL_NAMES, field);
  const why =
    field === 'weightKg' && unitless !== undefined
      ? `nothing tells the unit of "${unitless}"`
      : `the line has none of ${(names ?? [field]).join(', ')}`;
  return `${why}. Name its key in Item Fields, or give it in Item Defaults`;
}
