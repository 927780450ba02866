import { isBlank } from '#carriers/shared/blank';
import { checkedOrder } from '#carriers/shared/checked-order';
import { isObject, objectAsIs, type JsonObject } from '#carriers/shared/json-value';
import { mappedOrder, neutralPathOf } from '#carriers/shared/mapped-order';
import type { OrderDefaults } from '#carriers/shared/order-defaults';
import type { OrderMapping } from '#carriers/shared/order-mapping';
import { valueAt } from '#carriers/shared/request-places';
import { isOfStreet, orderWithDefaults } from './default-order';
import { placesOf } from './listed-lines';

/** What of a form's request comes from the credential, where the form is blank. */
export class DefaultRequest {
  readonly #made = new WeakMap<OrderDefaults, JsonObject>();
  /** Neutral names by places in the request. */
  readonly #names = new Map<string, string>();
  /** Where a street of the sender stands. */
  #streets: readonly string[] | undefined;

  /**
   * @param sent a request as the form sends it
   * @param storedSender the place of a number that stands for the sender's whole address
   */
  constructor(
    private readonly mapping: OrderMapping,
    private readonly sent: (request: JsonObject) => JsonObject,
    private readonly storedSender: string | undefined,
  ) {}

  below(entered: JsonObject, defaults: OrderDefaults): JsonObject {
    if (Object.keys(defaults).length === 0) return entered;
    const made = this.#made.get(defaults) ?? this.sent(this.requestOf(defaults));
    this.#made.set(defaults, made);
    this.#streets ??= Object.values(this.mapping.order)
      .flatMap(placesOf)
      .filter((place) => isOfStreet(this.nameOf(place)));
    const hasStreet = this.#streets.some((place) => !isBlank(valueAt(entered, place)));
    const isStored = this.storedSender !== undefined && !isBlank(valueAt(entered, this.storedSender));
    return this.filled(entered, made, '', (name) => (hasStreet && isOfStreet(name)) || (isStored && isOfSender(name)));
  }

  /** Of an order that says nothing, with one line that stands for all. */
  private requestOf(defaults: OrderDefaults): JsonObject {
    const order = checkedOrder(orderWithDefaults({ customsItems: [{}] }, defaults, this.mapping));
    return mappedOrder(this.mapping, order).request;
  }

  private filled(entered: JsonObject, made: JsonObject, way: string, isLeftOut: (name: string) => boolean): JsonObject {
    // What has no neutral name, such as the kind of a number, goes with what stands beside it.
    const isUntouched = way !== '' && Object.values(entered).every(isBlank);
    const entries = Object.entries(made).flatMap(([field, value]): [string, unknown][] => {
      const path = way + field;
      const present = entered[field];
      if (Array.isArray(value)) {
        const line: unknown = value[0];
        const inside = (each: unknown): unknown =>
          isObject(each) && isObject(line) ? this.filled(each, line, `${path}[0].`, isLeftOut) : each;
        return isBlank(present) ? [] : [[field, Array.isArray(present) ? present.map(inside) : inside(present)]];
      }
      if (isObject(value)) {
        const isOpen = isBlank(present) || isObject(present);
        const filled = isOpen ? this.filled(objectAsIs(present), value, `${path}.`, isLeftOut) : present;
        return isBlank(present) && isObject(filled) && Object.keys(filled).length === 0 ? [] : [[field, filled]];
      }
      const name = this.nameOf(path);
      return isBlank(present) && !isLeftOut(name) && (name !== '' || isUntouched) ? [[field, value]] : [];
    });
    return { ...entered, ...Object.fromEntries(entries) };
  }

  /** Empty for what is told beside something else alone, as the carrier itself does. */
  private nameOf(path: string): string {
    const known = this.#names.get(path);
    if (known !== undefined) return known;
    const found = neutralPathOf(this.mapping, path) ?? '';
    const name = found.startsWith('details.') ? '' : found;
    this.#names.set(path, name);
    return name;
  }
}

function isOfSender(name: string): boolean {
  return name.startsWith('sender.');
}
