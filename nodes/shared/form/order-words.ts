import { isBlank } from '#carriers/shared/blank';
import { isObject, type JsonObject } from '#carriers/shared/json-value';
import { lookUp } from '#carriers/shared/lookup';
import { neutralPathOf } from '#carriers/shared/mapped-order';
import type { OrderMapping } from '#carriers/shared/order-mapping';
import { RequestError, type RequestProblem } from '#carriers/shared/request-check';
import { IN_OVERRIDES } from './order-advice';

/** How the fields of a request are called where it was made of an order. */
export class OrderWords {
  /**
   * @param service the field of the step that the order may leave open too, by its path on the wire and its label
   * @param own fields that were given by their names on the wire
   */
  constructor(
    private readonly mapping: OrderMapping,
    private readonly service: { path: string; label: string },
    private readonly own: JsonObject,
    /** Where what is missing can be given, by its neutral path. */
    private readonly adviceOn: (name: string) => string | undefined,
    /** Of each line the item that it is from, where several are one order. */
    private readonly items: readonly number[] = [],
  ) {}

  /** `customsItems[1].quantity (ItemArr[1].invoice_quantity)` */
  nameOf(path: string): string {
    if (isWithin(this.own, path)) return path;
    const name = path === this.service.path ? this.service.label : neutralPathOf(this.mapping, path);
    return name === undefined ? path : `${name} (${path})`;
  }

  told({ problems }: RequestError): RequestError {
    return inItems(new RequestError(withoutRepeats(problems.map((each) => this.problem(each)))), this.items);
  }

  private problem({ path, problem }: RequestProblem): RequestProblem {
    if (problem !== MISSING || isWithin(this.own, path)) return { path: this.nameOf(path), problem };
    if (path === this.service.path) return { path: this.service.label, problem: NOWHERE };
    const name = neutralPathOf(this.mapping, path);
    const advice = name === undefined ? IN_OVERRIDES : this.adviceOn(name);
    return { path: this.nameOf(path), problem: advice === undefined ? problem : `${problem}: ${advice}` };
  }
}

/** What to do about several fields is said of the last of them. */
export function withoutRepeats(problems: readonly RequestProblem[]): RequestProblem[] {
  return problems.map((each, at) => {
    const isRepeated = each.problem.startsWith(`${MISSING}: `) && problems[at + 1]?.problem === each.problem;
    return isRepeated ? { ...each, problem: MISSING } : each;
  });
}

export const MISSING = 'is required';
const NOWHERE = 'is empty: choose it here, give service in the order, or set it in the credential';

/** @param items of each line the item that it is from */
export function inItems({ problems }: RequestError, items: readonly number[]): RequestError {
  const named = (path: string): string => {
    const item = items[Number(/customsItems\[(\d+)\]/.exec(path)?.[1])];
    return item === undefined ? path : `${path} of item ${item}`;
  };
  return new RequestError(problems.map((each) => ({ ...each, path: named(each.path) })));
}

/** Whether the value at a path, or what holds it, comes from there. */
function isWithin(own: JsonObject, path: string): boolean {
  let held: unknown = own;
  for (const [name] of path.matchAll(/\w+/g)) {
    if (!isObject(held)) return !isBlank(held);
    held = lookUp(held, name);
  }
  return !isObject(held) && !isBlank(held);
}

/** A field of every entry of its list. */
export function withoutIndexes(path: string): string {
  return path.replace(/\[\d+\]/g, '');
}

/** @throws what it throws, RequestErrors in these words */
export function inTerms<T>(make: () => T, words: (error: RequestError) => RequestError): T {
  try {
    return make();
  } catch (error) {
    throw error instanceof RequestError ? words(error) : error;
  }
}
