import { isBlank } from '#carriers/shared/blank';
import { kilogramsOf } from '#carriers/shared/exact-units';
import { isObject, textOf, type JsonObject } from '#carriers/shared/json-value';
import { lookUp } from '#carriers/shared/lookup';
import { RequestError } from '#carriers/shared/request-check';
import { USUAL_NAMES, usualKeysIn, type FoundKeys } from '#carriers/shared/usual-names';

/** A line of goods in neutral words, as it was found in what some other system has. */
export interface ReadLine {
  /** Not checked; without what is blank. */
  line: JsonObject;
  /** In which key each field of it stood. */
  keys: ReadonlyMap<string, string>;
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
  if (!Array.isArray(given)) throw refused(label, `must be a list [ ] of lines, or one line { }: here is ${kindOf(given)}`);
  return given.map((entry: unknown, at) => {
    if (isObject(entry)) return entry;
    throw refused(`${label}: line ${at + 1}`, `must be an object { } with the fields of a line: here is ${kindOf(entry)}`);
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
  const chosen = Object.entries(named).flatMap(([field, key]): [string, string][] => {
    const text = textOf(key)?.trim();
    return text === undefined ? [] : [[field, text]];
  });
  const found = usualKeysIn(entry, new Set(chosen.map(([, key]) => key)));
  const keys = new Map<string, string>([...found, ...chosen].filter(([field]) => !WEIGHTS.has(field)));
  const line = Object.fromEntries(
    [...keys].flatMap(([field, key]): [string, unknown][] => {
      const value = valueAt(entry, key);
      return isBlank(value) ? [] : [[field, value]];
    }),
  );
  const weight = weightIn(entry, found, new Map(chosen));
  if (weight.key !== undefined) keys.set('weightKg', weight.key);
  return {
    line: isBlank(weight.value) ? line : { ...line, weightKg: weight.value },
    keys,
    isConverted: weight.isConverted ?? false,
    unitless: weight.unitless,
  };
}

const WEIGHTS: ReadonlySet<string> = new Set(['weightKg', 'weightGrams', 'weight', 'weightUnit']);

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
    return grams === undefined || isBlank(valueAt(entry, grams)) ? undefined : inUnit(valueAt(entry, grams), 'g', grams);
  };
  const key = found.get('weight');
  const hasChoice = chosen.has('weightKg') || chosen.has('weightGrams');
  const told = of(chosen) ?? (hasChoice ? {} : of(found));
  if (told !== undefined) return told;
  if (key === undefined) return {};
  const [, digits, unit] = WITH_UNIT.exec(textOf(entry[key]) ?? '') ?? [];
  const unitKey = found.get('weightUnit');
  const weight = unit === undefined ? inUnit(entry[key], unitKey && textOf(entry[unitKey]), key) : inUnit(digits, unit, key);
  return weight ?? { unitless: key };
}

/** `0.5 kg` */
const WITH_UNIT = /^\s*([\d.]+)\s*([a-z]+)\s*$/i;

function inUnit(weight: unknown, unit: string | undefined, key: string): FoundWeight | undefined {
  if (unit === undefined || kilogramsOf(1, unit) === undefined) return undefined;
  const kilograms = kilogramsOf(weight, unit);
  return { value: kilograms ?? weight, key, isConverted: kilograms !== undefined };
}

/** Under a key as it is written, or by the keys on the way to it: `price.amount`. */
function valueAt(entry: JsonObject, key: string): unknown {
  if (Object.hasOwn(entry, key)) return entry[key];
  return key
    .split('.')
    .reduce<unknown>((held, part) => (isObject(held) ? lookUp(held, part.trim()) : undefined), entry);
}

/** Where the lines of an order come from, for errors: the lines in their order, each with its item where there are several. */
export class LineOrigins {
  constructor(private readonly lines: readonly (ReadLine & { item?: number })[]) {}

  /**
   * @param path of a field in neutral words: `customsItems[1].quantity`
   * @returns what stands behind the name of the field in an error, and what the user can do where the field is missing
   */
  of(path: string): { from?: string; advice?: string } {
    const [, at, field = ''] = /^customsItems\[(\d+)\]\.(\w+)$/.exec(path) ?? [];
    const line = this.lines[Number(at)];
    if (line === undefined) return {};
    const inItem = line.item === undefined ? '' : `in item ${line.item}`;
    const key = line.keys.get(field);
    const isThere = !isBlank(line.line[field]);
    const from = [isThere && key !== undefined ? `read from "${key}"` : '', inItem].filter(Boolean).join(' ');
    return { ...(from === '' ? {} : { from }), ...(isThere ? {} : { advice: adviceFor(field, key, line.unitless) }) };
  }
}

function adviceFor(field: string, key: string | undefined, unitless: string | undefined): string {
  if (key !== undefined) return `the line has nothing under "${key}", which Item Fields name for it`;
  const usual = field === 'weightKg' ? [...USUAL_NAMES.weightKg, ...USUAL_NAMES.weightGrams] : lookUp(USUAL_NAMES, field);
  const where = 'Name its key in Item Fields, or give it in Item Defaults';
  if (field === 'weightKg' && unitless !== undefined)
    return `nothing tells the unit of "${unitless}". ${where}`;
  return `the line has none of ${(usual ?? [field]).slice(0, SHOWN).join(', ')}. ${where}`;
}

const SHOWN = 5;
