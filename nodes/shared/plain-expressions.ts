import type { IExecuteFunctions } from 'n8n-workflow';

/**
 * Fields of a form that hold nothing but the way to a value, as n8n writes it when one is dragged there:
 * `{{ $json.order.number }}`, `{{ $('Shop').item.json["Order ID"] }}`. n8n takes about as long for one expression as for
 * fifty ways within one, so they are asked for together, once per item.
 */
export class PlainExpressions {
  readonly #ways: Map<string, string>;
  #together: string;

  /** @param texts expressions as they were saved, of which others than plain ones are passed over */
  constructor(texts: Iterable<string>) {
    this.#ways = new Map([...texts].flatMap((text) => safeWayIn(text) ?? []));
    this.#together = listOf(this.#ways);
  }

  /** By their texts, the values of those that can be told together; n8n has to be asked for each of the others. */
  valuesFor(functions: Pick<IExecuteFunctions, 'evaluateExpression'>, item: number): ReadonlyMap<string, unknown> {
    const values = new Map<string, unknown>();
    if (this.#ways.size < 2) return values;
    const given = evaluated(functions, this.#together, item);
    if (given.length !== this.#ways.size) return values;
    const texts = [...this.#ways.keys()];
    for (const [at, text] of texts.entries()) {
      if (isPlain(given[at])) values.set(text, given[at]);
      else this.#ways.delete(text);
    }
    if (this.#ways.size < texts.length) this.#together = listOf(this.#ways);
    return values;
  }
}

/** The way in an expression that is nothing else, so that it is undefined where it leads nowhere, as the expression is. */
function safeWayIn(text: string): [text: string, way: string][] | undefined {
  const [, source, steps] = PLAIN.exec(text) ?? [];
  if (source === undefined || steps === undefined) return undefined;
  return [[text, source + steps.replace(STEP, (step) => (step.startsWith('.') ? `?${step}` : `?.${step}`))]];
}

const STEP = /\.[\p{L}_][\p{L}\p{N}_]*|\[(?:'[^'\\{}\r\n]*'|"[^"\\{}\r\n]*"|\d{1,9})\]/gu;
const NODE = /\$\((?:'[^'\\{}\r\n]+'|"[^"\\{}\r\n]+")\)\.(?:item|first\(\)|last\(\))\.json/u;
const PLAIN = new RegExp(`^=\\{\\{\\s*(\\$json|${NODE.source})((?:${STEP.source})+)\\s*\\}\\}$`, 'u');

function listOf(ways: ReadonlyMap<string, string>): string {
  return `{{ [${[...ways.values()].join(', ')}] }}`;
}

/** Nothing where n8n has an error to tell: it tells it of the field that is asked for alone. */
function evaluated(
  functions: Pick<IExecuteFunctions, 'evaluateExpression'>,
  expression: string,
  item: number,
): unknown[] {
  try {
    const given: unknown = functions.evaluateExpression(expression, item);
    return Array.isArray(given) ? given : [];
  } catch {
    return [];
  }
}

/** Dates, lists and objects n8n gives in other ways to a field of its own. */
function isPlain(value: unknown): boolean {
  return value === null || (typeof value !== 'object' && typeof value !== 'function');
}
