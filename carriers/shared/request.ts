import type * as z from 'zod/v4';
import { isBlank } from './blank';
import { isObject, objectAsIs, type JsonObject } from './json-value';
import { pathText } from './leaves';
import { lookUp } from './lookup';
import { folded } from './pasted';
import { problemsOf, RequestError, type RequestProblem } from './request-check';
import { needsOne, schemaOf, type Checks } from './checks';
import { withChanges, withoutPaths, type Changes, type Part, type Rows } from './rows';

/** What is wrong with a request as a whole, told at the field that has to change. */
export interface Finding {
  path: readonly (string | number)[];
  problem: string;
}

export interface RequestSettings {
  /** What no single row says, such as a sum over a list. Is given any object: what cannot be read is another's finding. */
  rule?: (request: JsonObject) => Finding[];
  /** Kinds of rows that this carrier's requests are strict or lenient about in their own way. */
  checks?: Checks;
  /** Path of the sender's own number of what the request creates, where no mapping of orders says it. */
  reference?: string;
}

/**
 * A request as the carrier's manual documents it: a table with a row for each field. What is checked before sending, what
 * the form shows, what goes out and how errors name a field all come from it. A table does not change: `with` and
 * `without` give others.
 */
export class RequestTable {
  #schema: z.ZodType | undefined;

  /** @param source where the request is documented, e.g. `eccang.md` 3.1 */
  constructor(
    readonly source: string,
    readonly rows: Rows,
    private readonly settings: RequestSettings = {},
  ) {}

  /** Without fields that a deployment does not have, by their paths: `cargo_type`, `Consignee.consignee_fax`. */
  without(...paths: string[]): RequestTable {
    return new RequestTable(this.source, withoutPaths(this.rows, paths), this.settings);
  }

  /** With other parts, or changed ones: `{ order_pieces: optional, Consignee: inside({ IOSS: text(…) }) }`. */
  with(changes: Changes): RequestTable {
    return new RequestTable(this.source, withChanges(this.rows, changes), this.settings);
  }

  /** With these parts of the outermost level alone. */
  only(...names: string[]): RequestTable {
    const kept = names.flatMap((name): [string, Part][] => {
      const part = this.rows[name];
      return part === undefined ? [] : [[name, part]];
    });
    return new RequestTable(this.source, Object.fromEntries(kept), this.settings);
  }

  get reference(): string | undefined {
    return this.settings.reference;
  }

  get schema(): z.ZodType {
    return (this.#schema ??= schemaOf(this.rows, this.settings.checks));
  }

  /**
   * The request unchanged: what the user wrote is what is sent. Fields that the table does not know pass.
   * @throws RequestError naming every field that is wrong, by its path on the wire
   */
  check(request: JsonObject): JsonObject {
    const found = (this.settings.rule?.(request) ?? []).map(({ path, problem }) => ({
      path: pathText([...path]),
      problem,
    }));
    const problems = [...problemsOf(this.schema, request), ...found];
    if (problems.length > 0) throw new RequestError(problems);
    return request;
  }

  /**
   * The request with pasted text as the carrier takes it (`pasted.ts`).
   * @param tell gets the path of each field that goes out as other text, and what was done to it
   */
  folded(request: JsonObject, tell: (path: string, told: string) => void): JsonObject {
    return foldedBy(this.rows, request, [], tell);
  }

  /** What the form asks for (`asked`) and the request lacks: JSON mode does without it, as the manual allows. */
  unanswered(request: JsonObject): RequestProblem[] {
    return unansweredBy(this.rows, request, []);
  }

  /** The documented fields in their documented order, then the others. */
  arranged(request: JsonObject): JsonObject {
    return arrangedBy(this.rows, request);
  }
}

/** What is in order already is given back as it is: nearly every line of nearly every order. */
function arrangedBy(rows: Rows, request: JsonObject): JsonObject {
  const places = placesOf(rows);
  const placeOf = (name: string): number => places.get(name) ?? places.size;
  const names = Object.keys(request);
  const changed = new Map<string, unknown>();
  for (const name of names) {
    const arranged = arrangedPart(lookUp(rows, name), request[name]);
    if (arranged !== request[name]) changed.set(name, arranged);
  }
  const isInOrder = names.every((name, at) => at === 0 || placeOf(names[at - 1] ?? '') <= placeOf(name));
  if (isInOrder && changed.size === 0) return request;
  const sorted = names.toSorted((left, right) => placeOf(left) - placeOf(right));
  return Object.fromEntries(sorted.map((name) => [name, changed.has(name) ? changed.get(name) : request[name]]));
}

/** Of each field of a table, once for all requests. */
function placesOf(rows: Rows): ReadonlyMap<string, number> {
  const known = PLACES.get(rows) ?? new Map(Object.keys(rows).map((name, place) => [name, place]));
  PLACES.set(rows, known);
  return known;
}

const PLACES = new WeakMap<Rows, ReadonlyMap<string, number>>();

function arrangedPart(part: Part | undefined, value: unknown): unknown {
  if (part === undefined || !('rows' in part)) return value;
  const { rows } = part;
  if (!Array.isArray(value)) return isObject(value) ? arrangedBy(rows, value) : value;
  return unlessSame(value, (entry) => (isObject(entry) ? arrangedBy(rows, entry) : entry));
}

/** The list of what becomes of each entry; the same list where nothing changes. */
function unlessSame(list: readonly unknown[], made: (entry: unknown, at: number) => unknown): readonly unknown[] {
  const entries = list.map(made);
  return entries.every((entry, at) => entry === list[at]) ? list : entries;
}

type Way = readonly (string | number)[];

function unansweredBy(rows: Rows, request: JsonObject, way: Way): RequestProblem[] {
  return Object.entries(rows).flatMap(([name, part]) => unansweredPart(part, request[name], way, name));
}

function unansweredPart(part: Part, value: unknown, way: Way, name: string): RequestProblem[] {
  if (part.kind === 'group') return unansweredBy(part.rows, objectAsIs(value), [...way, name]);
  if (part.kind !== 'list') return part.asked && isBlank(value) ? [problemAt([...way, name], 'is required')] : [];
  const entries: unknown[] = [value ?? []].flat();
  if (part.asked && entries.length === 0) return [problemAt([...way, name], needsOne(part))];
  return entries.flatMap((entry, at) => (isObject(entry) ? unansweredBy(part.rows, entry, [...way, name, at]) : []));
}

function problemAt(way: Way, problem: string): RequestProblem {
  return { path: pathText([...way]), problem };
}

function foldedBy(rows: Rows, request: JsonObject, way: Way, tell: (path: string, told: string) => void): JsonObject {
  const changed = new Map<string, unknown>();
  for (const [name, value] of Object.entries(request)) {
    const part = lookUp(rows, name);
    const folded = part === undefined ? value : foldedPart(part, value, way, name, tell);
    if (folded !== value) changed.set(name, folded);
  }
  return changed.size === 0 ? request : { ...request, ...Object.fromEntries(changed) };
}

function foldedPart(
  part: Part,
  value: unknown,
  way: Way,
  name: string | number,
  tell: (path: string, told: string) => void,
): unknown {
  if ('rows' in part) {
    const own = [...way, name];
    if (Array.isArray(value)) return unlessSame(value, (entry, at) => foldedPart(part, entry, own, at, tell));
    return isObject(value) ? foldedBy(part.rows, value, own, tell) : value;
  }
  if (part.fold === undefined || typeof value !== 'string') return value;
  const { text, changed } = folded(value, part.fold);
  if (changed) tell(pathText([...way, name]), part.fold.told);
  return text;
}
