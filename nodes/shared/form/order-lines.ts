import { isBlank } from '#carriers/shared/blank';
import { isObject, textOf, type JsonObject } from '#carriers/shared/json-value';
import { lookUp } from '#carriers/shared/lookup';
import { RequestError } from '#carriers/shared/request-check';
import { LINE_NAMES } from './line-fields';

/** By their SKUs, what is known of articles. */
export type Articles = ReadonlyMap<string, JsonObject>;

/**
 * @param given a list, or its only entry; other columns than those of a line are passed over
 * @param label of the field that holds it
 * @throws RequestError for what is no list, an entry without a SKU, and two entries of one SKU that differ
 */
export function articlesBySku(given: unknown, label: string): Articles {
  const articles = new Map<string, JsonObject>();
  const entries: unknown[] = isBlank(given) ? [] : [given].flat();
  for (const [at, entry] of entries.entries()) {
    const place = `${label}: entry ${at + 1}`;
    if (!isObject(entry)) throw new RequestError([{ path: place, problem: 'must be an object { } with a sku' }]);
    const sku = skuOf(entry);
    if (sku === undefined) throw new RequestError([{ path: place, problem: 'has no sku' }]);
    const known = ofLine(entry);
    if (articles.has(sku) && JSON.stringify(articles.get(sku)) !== JSON.stringify(known))
      throw new RequestError([{ path: place, problem: 'has the sku of an entry before it, and differs from it' }]);
    articles.set(sku, known);
  }
  return articles;
}

function skuOf({ sku }: JsonObject): string | undefined {
  return textOf(sku)?.trim();
}

function ofLine(entry: JsonObject): JsonObject {
  return Object.fromEntries(
    LINE_NAMES.flatMap((name): [string, unknown][] => (isBlank(entry[name]) ? [] : [[name, entry[name]]])),
  );
}

/** The order with each of its lines completed; what is no line is left for the check to name. */
export function withLines(order: JsonObject, articles: Articles, ...layers: readonly JsonObject[]): JsonObject {
  const completed = (line: unknown): unknown => {
    if (!isObject(line)) return line;
    const article = articles.get(skuOf(line) ?? '');
    return [...(article ? [article] : []), ...layers].reduce(completedBy, line);
  };
  const inside = (holder: JsonObject): JsonObject => changed(holder, 'customsItems', completed);
  return changed(inside(order), 'parcels', (parcel) => (isObject(parcel) ? inside(parcel) : parcel));
}

function changed(holder: JsonObject, name: string, change: (each: unknown) => unknown): JsonObject {
  const held = holder[name];
  if (isBlank(held)) return holder;
  return { ...holder, [name]: Array.isArray(held) ? held.map(change) : change(held) };
}

/** An amount comes with its currency: that of a line without a value says nothing of it. */
function completedBy(line: JsonObject, layer: JsonObject): JsonObject {
  const bringsValue = isMissing(line, 'unitValue') && !isBlank(layer['unitValue']);
  const taken = Object.entries(layer).filter(
    ([name, value]) => !isBlank(value) && (isMissing(line, name) || (name === 'currency' && bringsValue)),
  );
  return { ...line, ...Object.fromEntries(taken) };
}

/** What the whole line has says what one piece has. */
const OF_LINE: Readonly<Record<string, string>> = { unitValue: 'totalValue', weightKg: 'totalWeightKg' };

function isMissing(line: JsonObject, name: string): boolean {
  const whole = lookUp(OF_LINE, name);
  return isBlank(line[name]) && (whole === undefined || isBlank(line[whole]));
}
