import { isDeepStrictEqual } from 'node:util';
import type { IExecuteFunctions } from 'n8n-workflow';
import { DEEPEST } from '#carriers/shared/leaves';

type Functions = Pick<IExecuteFunctions, 'evaluateExpression' | 'getInputData'>;

/** The way to a value. */
interface Way {
  /** As n8n is asked for it: undefined where it leads nowhere, as the expression is. */
  safe: string;
  /** The names on it, where it begins at the item itself. */
  names?: readonly string[];
  /** What stands there is what n8n gives for it. */
  isProven: boolean;
}

/**
 * Fields of a form that hold nothing but the way to a value, as n8n writes it when one is dragged there:
 * `{{ $json.order.number }}`, `{{ $('Shop').item.json["Order ID"] }}`. n8n takes about as long for one expression as for
 * fifty ways within one, so they are asked for together, once per item. A way into the item itself is asked for once per
 * run: where n8n gives what stands there, n8n is not asked for the other items.
 */
export class PlainExpressions {
  readonly #ways: Map<string, Way>;
  #asked: ReadonlyMap<string, Way>;
  #together: string;

  /** @param texts expressions as they were saved, of which others than plain ones are passed over */
  constructor(texts: Iterable<string>) {
    this.#ways = new Map([...texts].flatMap((text) => wayIn(text) ?? []));
    this.#asked = this.#ways;
    this.#together = listOf(this.#asked);
  }

  /** By their texts, the values of those that can be told together; n8n has to be asked for each of the others. */
  valuesFor(functions: Functions, item: number): ReadonlyMap<string, unknown> {
    const values = new Map<string, unknown>();
    const json = functions.getInputData()[item]?.json;
    for (const [text, { names, isProven }] of this.#ways) {
      const value = isProven && names ? standingAt(names, json) : UNKNOWN;
      if (value !== UNKNOWN) values.set(text, value);
    }
    const given = this.#asked.size === 0 ? [] : evaluated(functions, this.#together, item);
    if (given.length !== this.#asked.size) return values;
    for (const [at, [text, way]] of [...this.#asked].entries()) {
      way.isProven = way.names !== undefined && isTheSame(standingAt(way.names, json), given[at]);
      if (way.isProven || isSimple(given[at])) values.set(text, given[at]);
      else this.#ways.delete(text);
    }
    this.askForTheUnproven();
    return values;
  }

  private askForTheUnproven(): void {
    const unproven = new Map([...this.#ways].filter(([, { isProven }]) => !isProven));
    if (unproven.size === this.#asked.size) return;
    this.#asked = unproven;
    this.#together = listOf(unproven);
  }
}

/** The way in an expression that is nothing else. */
function wayIn(text: string): [text: string, way: Way][] | undefined {
  const [, source, steps] = PLAIN.exec(text) ?? [];
  if (source === undefined || steps === undefined) return undefined;
  const safe = source + steps.replace(STEP, (step) => (step.startsWith('.') ? `?${step}` : `?.${step}`));
  const names = [...steps.matchAll(STEP)].map(([step]) => step.replace(/^\.|^\[['"]?|['"]?\]$/g, ''));
  return [[text, { safe, isProven: false, ...(source === '$json' ? { names } : {}) }]];
}

const STEP = /\.[\p{L}_][\p{L}\p{N}_]*|\[(?:'[^'\\{}\r\n]*'|"[^"\\{}\r\n]*"|\d{1,9})\]/gu;
const NODE = /\$\((?:'[^'\\{}\r\n]+'|"[^"\\{}\r\n]+")\)\.(?:item|first\(\)|last\(\))\.json/u;
const PLAIN = new RegExp(`^=\\{\\{\\s*(\\$json|${NODE.source})((?:${STEP.source})*)\\s*\\}\\}$`, 'u');

function listOf(ways: ReadonlyMap<string, Way>): string {
  return `{{ [${[...ways.values()].map(({ safe }) => safe).join(', ')}] }}`;
}

/** Nothing where n8n has an error to tell: it tells it of the field that is asked for alone. */
function evaluated(functions: Functions, expression: string, item: number): unknown[] {
  try {
    const given: unknown = functions.evaluateExpression(expression, item);
    return Array.isArray(given) ? given : [];
  } catch {
    return [];
  }
}

/**
 * A copy of what stands there, or undefined where the way leads nowhere. What a text or an object has by itself, such as its
 * length, is for n8n to tell, and so are dates.
 */
function standingAt(names: readonly string[], json: unknown): unknown {
  let value = json;
  for (const name of names) {
    if (value === undefined || value === null) return undefined;
    if (typeof value !== 'object') return UNKNOWN;
    if (!Object.hasOwn(value, name)) return name in value ? UNKNOWN : undefined;
    value = Reflect.get(value, name);
  }
  return value === undefined ? undefined : copyOf(value);
}

/** Compared as copies, because n8n may make objects in a context of its own, where their classes are others. */
function isTheSame(standing: unknown, given: unknown): boolean {
  return standing !== UNKNOWN && isDeepStrictEqual(standing, given === undefined ? undefined : copyOf(given));
}

const UNKNOWN = Symbol('for n8n to tell');

/** Of what JSON can hold. */
function copyOf(value: unknown, levels = DEEPEST): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  if (typeof value !== 'object' || levels === 0) return UNKNOWN;
  if (Array.isArray(value)) {
    const entries = Array.from(value, (entry) => copyOf(entry, levels - 1));
    return entries.includes(UNKNOWN) ? UNKNOWN : entries;
  }
  if (!isPlain(value) || Object.hasOwn(value, '__proto__')) return UNKNOWN;
  const whole: Record<string, unknown> = {};
  for (const [name, each] of Object.entries(value)) {
    const copy = copyOf(each, levels - 1);
    if (copy === UNKNOWN) return UNKNOWN;
    whole[name] = copy;
  }
  return whole;
}

/** No object of a class, in whatever context it was made. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return typeof prototype === 'object' && prototype !== null && Object.getPrototypeOf(prototype) === null;
}

/** Dates, lists and objects n8n gives in other ways to a field of its own. */
function isSimple(value: unknown): boolean {
  return value === null || (typeof value !== 'object' && typeof value !== 'function');
}
