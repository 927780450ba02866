import type { INodeProperties } from 'n8n-workflow';
import { checkedOrder } from '#carriers/shared/checked-order';
import { isBlank } from '#carriers/shared/blank';
import { isObject, objectAsIs, textOf, type JsonObject } from '#carriers/shared/json-value';
import { mappedOrder } from '#carriers/shared/mapped-order';
import { mergeObjects } from '#carriers/shared/merge';
import type { OrderDefaults } from '#carriers/shared/order-defaults';
import type { OrderMapping } from '#carriers/shared/order-mapping';
import { OWN_NUMBER } from '#carriers/shared/pasted';
import type { RequestTable } from '#carriers/shared/request';
import type { Rows } from '#carriers/shared/rows';
import { orderOfRows } from '../combined-rows';
import { inMode } from '../fields';
import { placesOf } from './listed-lines';
import { parameterName } from './row-property';
import type { ItemParameters } from '../parameters';
import { orderWithDefaults } from './default-order';
import { DefaultRequest } from './default-request';
import { givenRequest, type EntryRules } from './entered-value';
import { itemDefaultsPart } from './line-fields';
import { itemsBySku, order, orderFormat, overridesField, serviceField } from './order-fields';
import { articlesBySku, withLines } from './order-lines';
import { readOrder, type ReadOrder } from './order-formats';
import { inItems, inTerms, OrderWords, withoutIndexes } from './order-words';
import type { FormPart } from './parts';
import { Source } from './source';

/** What a form needs to take an order in place of its fields. */
export interface OrderInput {
  mapping: OrderMapping;
  /** The code of the product or service: its path on the wire, and its field in the form, which stands beside the order too. */
  service: { path: string; name: string; label: string };
  /** What may stand in Overrides. */
  example: string;
  /** The place of a number that stands for the whole address of the sender. */
  storedSender?: string;
}

/** Input Mode `order`: its fields, and the request that comes of them. */
export class OrderMode {
  readonly #itemDefaults: FormPart;
  readonly #defaults: DefaultRequest;

  /** @param rules how the form sends what is entered */
  constructor(
    private readonly table: RequestTable,
    private readonly input: OrderInput,
    private readonly rules: EntryRules,
  ) {
    const { moves } = input.mapping.lines;
    this.#itemDefaults = itemDefaultsPart((name) => Object.hasOwn(moves, name));
    const sent = (request: JsonObject): JsonObject => givenRequest(table.rows, request, rules);
    this.#defaults = new DefaultRequest(input.mapping, sent, input.storedSender);
  }

  /** The fields of the form, each in its mode, with those of this mode around them. */
  around(form: readonly INodeProperties[]): INodeProperties[] {
    const { service, example } = this.input;
    return [
      ...[orderFormat, order].map((field) => inMode(field, 'order')),
      ...form.map((field) => (field.name === service.name ? serviceField(field) : inMode(field, 'form'))),
      ...[...this.#itemDefaults.properties, itemsBySku, overridesField(example)].map((field) => inMode(field, 'order')),
    ];
  }

  /**
   * The request that the item's order makes, not checked, and how its fields are called. What the carrier has no place for
   * is noted.
   * @throws RequestError in neutral words
   */
  request(parameters: ItemParameters, defaults: OrderDefaults | undefined): { request: JsonObject; words: OrderWords } {
    const { mapping, service } = this.input;
    const { order: neutral, converted, hints: read = [], items } = orderOfRows(parameters, ordered);
    const overrides = parameters.json('overrides') === undefined ? {} : parameters.object('overrides');
    const { order, request, notSent, hints } = inTerms(
      () => {
        const checked = checkedOrder(withExtra(this.completed(neutral, parameters, defaults), overrides));
        return { order: checked, ...mappedOrder(mapping, checked, converted) };
      },
      (error) => inItems(error, items),
    );
    const words = new OrderWords(mapping, service, mergeObjects({ ...order.extra }, overrides), items);
    const { rows } = this.table;
    const made = mergeObjects(withDemanded(rows, givenRequest(rows, request, this.rules)), overrides);
    const folded = this.table.folded(this.table.arranged(made), (path, told) =>
      parameters.notes.add(`${withoutIndexes(words.nameOf(path))} ${told}`),
    );
    for (const hint of [...read, ...hints]) parameters.notes.add(hint);
    parameters.notSent = notSent;
    return { request: folded, words };
  }

  /** The item's own number of its order, by the form or by the order, and its place there. Undefined where it has none. */
  reference(parameters: ItemParameters, mode: string): { place: string; reference: string | undefined } {
    const [wirePath = ''] = placesOf(this.input.mapping.order['reference']);
    const name = parameterName(wirePath.split('.').at(-1) ?? '', {});
    const given = mode === 'order' ? textOf(ordered(parameters).order['reference']) : parameters.optionalText(name);
    const place = mode === 'order' ? 'reference' : wirePath;
    return { place, reference: textOf(given && OWN_NUMBER.to(given)) };
  }

  /** What the form says, and where it is blank, what the credential has. */
  withDefaults(entered: JsonObject, defaults: OrderDefaults | undefined): JsonObject {
    return defaults === undefined ? entered : this.#defaults.below(entered, defaults);
  }

  /** The order with what the step and the credential have for it. */
  private completed(neutral: JsonObject, parameters: ItemParameters, defaults: OrderDefaults | undefined): JsonObject {
    const code = parameters.optionalText(this.input.service.name);
    const served = code === undefined ? neutral : { ...neutral, service: { code } };
    const articles = articlesBySku(parameters.json(itemsBySku.name), itemsBySku.displayName);
    const ofAllLines = this.#itemDefaults.read(new Source(parameters));
    return orderWithDefaults(withLines(served, articles, ofAllLines), defaults);
  }
}

function ordered(parameters: ItemParameters): ReadOrder {
  return readOrder(parameters.text(orderFormat.name), parameters.object(order.name));
}

/** What Overrides say decides how the order is read, as its own fields of the carrier do. */
function withExtra(order: JsonObject, overrides: JsonObject): JsonObject {
  const { extra } = order;
  if (Object.keys(overrides).length === 0 || !(isBlank(extra) || isObject(extra))) return order;
  return { ...order, extra: mergeObjects(objectAsIs(extra), overrides) };
}

/** With what no request can do without, empty as the form has it: then each of its fields is named. */
function withDemanded(rows: Rows, request: JsonObject): JsonObject {
  const empty = Object.entries(rows).flatMap(([name, part]): [string, unknown][] => {
    const isMissing = 'rows' in part && part.required && request[name] === undefined;
    return isMissing ? [[name, part.kind === 'list' ? [] : {}]] : [];
  });
  return { ...request, ...Object.fromEntries(empty) };
}
