import { isBlank } from '../blank';
import { isObject, textOf, type JsonObject } from '../json-value';
import { RequestError, type RequestProblem } from '../request-check';

/** One entry of a list in a shop's order, and where it stands: `line_items[0]`. */
export interface Entry {
  path: string;
  entry: JsonObject;
}

/**
 * The entries of a list: of a plain one, and of GraphQL's connections (`nodes`, `edges` with a `node` each).
 * @throws RequestError when something else stands there, or when the shop has more of them than it gave
 */
export function entriesOf(value: unknown, path: string): Entry[] {
  if (Array.isArray(value)) return value.map((entry: unknown, index) => entryAt(entry, `${path}[${index}]`));
  if (!isObject(value)) throw refusal(path, isBlank(value) ? 'is required' : 'must be a list [ ]');
  if (isObject(value.pageInfo) && value.pageInfo.hasNextPage === true) throw refusal(path, MORE);
  if (Array.isArray(value.edges)) {
    const edges = entriesOf(value.edges, `${path}.edges`);
    return edges.map(({ entry, path: edge }) => entryAt(entry.node, `${edge}.node`));
  }
  if (value.nodes === undefined) throw refusal(path, 'must be a list [ ], or hold edges or nodes');
  return entriesOf(value.nodes, `${path}.nodes`);
}

const MORE = 'holds only some of its entries (pageInfo.hasNextPage): ask for all of them, such as first: 250';

function entryAt(entry: unknown, path: string): Entry {
  if (!isObject(entry)) throw refusal(path, 'must be an object { }');
  return { path, entry };
}

/** Reads each entry, and names what is wrong in all of them. */
export function readEach<T>(entries: readonly Entry[], read: (entry: Entry) => T): T[] {
  const problems: RequestProblem[] = [];
  const values = entries.flatMap((entry) => {
    try {
      return [read(entry)];
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      problems.push(...error.problems);
      return [];
    }
  });
  if (problems.length > 0) throw new RequestError(problems);
  return values;
}

/**
 * A number of pieces.
 * @throws RequestError when it is no whole number
 */
export function piecesAt(value: unknown, path: string): number {
  if (isBlank(value)) throw refusal(path, 'is required');
  const text = textOf(value)?.trim() ?? '';
  if (!/^\d{1,9}$/.test(text)) throw refusal(path, 'must be a whole number');
  return Number(text);
}

/** Text and numbers as text, without blanks around it; nothing for anything else. */
export function trimmedOf(value: unknown): string | undefined {
  return typeof value === 'boolean' ? undefined : textOf(value)?.trim();
}

/** The first that says something. */
export function firstTextOf(...values: unknown[]): string | undefined {
  return values.map(trimmedOf).find((text) => text !== undefined && text !== '');
}

/** Each that says something, with a blank between them. */
export function joinedTextsOf(...values: unknown[]): string | undefined {
  const texts = values.flatMap((value) => firstTextOf(value) ?? []);
  return texts.length === 0 ? undefined : texts.join(' ');
}

export function refusal(path: string, problem: string): RequestError {
  return new RequestError([{ path, problem }]);
}

/** Told where the buyer saw other prices than those that are declared. */
export function otherCurrency(shop: unknown, presentment: unknown): string[] {
  const [own, seen] = [firstTextOf(shop), firstTextOf(presentment)];
  if (own === undefined || seen === undefined || own === seen || !/^[A-Z]{6}$/.test(own + seen)) return [];
  return [`The values are in the shop's currency, ${own}. The buyer saw prices in ${seen}.`];
}
