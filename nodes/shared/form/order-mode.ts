import type { INodeProperties } from 'n8n-workflow';
import { checkedOrder } from '#carriers/shared/checked-order';
import { isBlank } from '#carriers/shared/blank';
import { isObject, objectAsIs, textOf, type JsonObject } from '#carriers/shared/json-value';
import { mappedOrder, neutralPathOf } from '#carriers/shared/mapped-order';
import { mergeObjects } from '#carriers/shared/merge';
import type { OrderDefaults } from '#carriers/shared/order-defaults';
import type { OrderMapping } from '#carriers/shared/order-mapping';
import { addsUpWeights, SUMMED, withWeightOfLines } from '#carriers/shared/order-weight';
import { OWN_NUMBER } from '#carriers/shared/pasted';
import type { RequestTable } from '#carriers/shared/request';
import type { Rows } from '#carriers/shared/rows';
import { orderOfRows } from '../combined-rows';
import { inMode } from '../fields';
import { placesOf } from './listed-lines';
import { parameterName } from './row-property';
import type { ItemParameters } from '../parameters';
import { filledIn, orderWithDefaults } from './default-order';
import { DefaultRequest } from './default-request';
import { givenRequest, type EntryRules } from './entered-value';
import { itemDefaultsPart } from './line-fields';
import { adviceOn, IN_CREDENTIAL } from './order-advice';
import { itemsBySku, order, orderFormat, overridesField, serviceField } from './order-fields';
import { articlesBySku, withLines } from './order-lines';
import { readOrder, type ReadOrder } from './order-formats';
import { inItems, inTerms, OrderWords, withoutIndexes } from './order-words';
import type { FormPart } from './parts';
import { Source } from './source';
import { comesFromCredential } from './told-defaults';

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
  /** Defaults that this carrier's form does not have, but that of all carriers does. */
  readonly #placeless: FormPart;
  readonly #defaults: DefaultRequest;

  /** @param rules how the form sends what is entered */
  constructor(
    private readonly table: RequestTable,
    private readonly input: OrderInput,
    private readonly rules: EntryRules,
  ) {
    const { order, lines } = input.mapping;
    const isTaken = (name: string): boolean =>
      Object.hasOwn(lines.moves, name) || (name === 'weightKg' && addsUpWeights(order[name]));
    this.#itemDefaults = itemDefaultsPart(isTaken);
    this.#placeless = itemDefaultsPart((name) => !isTaken(name));
    const sent = (request: JsonObject): JsonObject => givenRequest(table.rows, request, rules);
    this.#defaults = new DefaultRequest(input.mapping, sent, input.storedSender);
  }

  /** The fields of the form, each in its mode, with those of this mode around them. */
  around(form: readonly INodeProperties[]): INodeProperties[] {
    const { service, example } = this.input;
    return [
      ...[orderFormat, order].map((field) => inMode(field, 'order')),
      ...form.map((field) => (field.name === service.name ? serviceField(field) : inMode(this.asked(field), 'form'))),
      ...[...this.#itemDefaults.properties, itemsBySku, overridesField(example)].map((field) => inMode(field, 'order')),
    ];
  }

  /** n8n asks for no field that the credential may fill in: where it is empty everywhere, the item is refused in words. */
  private asked(field: INodeProperties): INodeProperties {
    const { mapping } = this.input;
    const isTold = Object.entries(this.table.rows).some(
      ([wireName, part]) =>
        !('rows' in part) && parameterName(wireName, part) === field.name && comesFromCredential(wireName, mapping),
    );
    return field.required === true && isTold ? { ...field, required: false } : field;
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
        const checked = checkedOrder(withExtra(this.completed(neutral, parameters, defaults, overrides), overrides));
        const weighed = withWeightOfLines(mapping, checked);
        if (weighed === undefined) return { order: checked, ...mappedOrder(mapping, checked, converted) };
        const mapped = mappedOrder(mapping, weighed, [...(converted ?? []), 'weightKg']);
        return { order: weighed, ...mapped, hints: [...mapped.hints, SUMMED] };
      },
      (error) => inItems(error, items),
    );
    const isShops = parameters.text(orderFormat.name) !== 'neutral';
    const advice = (name: string): string | undefined => adviceOn(name, order, isShops);
    const words = new OrderWords(mapping, service, mergeObjects({ ...order.extra }, overrides), advice, items);
    const { rows } = this.table;
    const made = mergeObjects(withDemanded(rows, givenRequest(rows, request, this.rules)), overrides);
    const folded = this.table.folded(this.table.arranged(made), (path, told) =>
      parameters.notes.add(`${withoutIndexes(words.nameOf(path))} ${told}`),
    );
    for (const hint of [...read, ...hints]) parameters.notes.add(hint);
    const placeless = Object.keys(this.#placeless.read(new Source(parameters)));
    parameters.notSent = [...notSent, ...placeless.map((name) => `itemDefaults.${name}`)];
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

  /** Where else a field of the form that is missing may be given, by its path on the wire. */
  adviceOn(path: string): string | undefined {
    const isTold = path === this.input.service.path || comesFromCredential(path, this.input.mapping);
    return isTold ? IN_CREDENTIAL : undefined;
  }

  /** What the form says, and where it is blank, what the credential has. */
  withDefaults(entered: JsonObject, defaults: OrderDefaults | undefined): JsonObject {
    return defaults === undefined ? entered : this.#defaults.below(entered, defaults);
  }

  /** The order with what the step and the credential have for it. */
  private completed(
    neutral: JsonObject,
    parameters: ItemParameters,
    defaults: OrderDefaults | undefined,
    overrides: JsonObject,
  ): JsonObject {
    const code = parameters.optionalText(this.input.service.name);
    const served = code === undefined ? neutral : { ...neutral, service: { ...objectAsIs(neutral['service']), code } };
    const articles = articlesBySku(parameters.json(itemsBySku.name), itemsBySku.displayName);
    const ofAllLines = this.#itemDefaults.read(new Source(parameters));
    if (defaults === undefined) return withLines(served, articles, ofAllLines);
    const own = filledIn(mergeObjects(objectAsIs(neutral['extra']), overrides));
    const { storedSender, mapping } = this.input;
    const isStored = storedSender !== undefined && own.includes(storedSender);
    const said = own.map((path) => neutralPathOf(mapping, path) ?? '');
    return orderWithDefaults(
      withLines(served, articles, ofAllLines),
      isStored ? { ...defaults, sender: {} } : defaults,
      mapping,
      said,
    );
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
