import type { INodeProperties } from 'n8n-workflow';
import { isBlank } from '#carriers/shared/blank';
import { leavesOf } from '#carriers/shared/leaves';
import { lookUp } from '#carriers/shared/lookup';
import type { JsonObject } from '#carriers/shared/json-value';
import { RequestError } from '#carriers/shared/request-check';
import { withReference } from './demanded-reference';
import type { OrderDefaults } from '#carriers/shared/order-defaults';
import type { RequestTable } from '#carriers/shared/request';
import type { EntryRules } from './entered-value';
import { combineRows, inMode, inputMode, inputModes } from '../fields';
import type { ItemParameters } from '../parameters';
import { OrderMode, type OrderInput } from './order-mode';
import { saidByAll } from '../combined-rows';
import type { LineOrigins } from '../line-list';
import { placesOf } from './listed-lines';
import { inTerms, MISSING, withoutIndexes, withoutRepeats } from './order-words';
import type { FormPart, Labels } from './parts';
import { placed, type Place } from './places';
import { Source } from './source';
import { withToldDefaults } from './told-defaults';

/** The form of a request: its fields in n8n, the object on the wire that they describe, and their labels in errors. */
export class RequestForm {
  readonly #form: FormPart;
  readonly #order: OrderMode | undefined;
  /** Where the sender's own number of what is created stands. */
  readonly #references: readonly string[];

  /**
   * @param places in the order of the form; a row of the table that none of them takes is an error
   * @param order for a request that an order of another shape may make too
   */
  constructor(
    private readonly table: RequestTable,
    places: readonly Place[],
    rules: EntryRules = {},
    order?: OrderInput,
  ) {
    const rows = order ? withToldDefaults(table.rows, order.mapping) : table.rows;
    this.#form = placed(rows, places, { ...rules, atTop: true });
    this.#order = order && new OrderMode(table, order, rules);
    this.#references = order ? placesOf(order.mapping.order['reference']) : [table.reference ?? []].flat();
  }

  get properties(): INodeProperties[] {
    return this.#form.properties;
  }

  /** Input Mode, the field for JSON, and the form. */
  withInputMode(bodyDescription: string, example = '{{ $json }}'): INodeProperties[] {
    const body = bodyField(bodyDescription, example);
    if (this.#order) return [inputModes, body, ...this.#order.around(this.properties)];
    return [inputMode, body, ...this.properties.map((field) => inMode(field, 'form'))];
  }

  /**
   * The object on the wire that the form describes, without what was left empty, pasted text folded; not checked.
   * @param defaults for what was left empty
   */
  request(parameters: ItemParameters, defaults?: OrderDefaults): JsonObject {
    const read = saidByAll(parameters, (row) => this.#form.read(new Source(row)));
    const entered = this.table.arranged(this.#order?.withDefaults(read, defaults) ?? read);
    return this.table.folded(entered, (path, told) => parameters.notes.add(`${this.label(path)} ${told}`));
  }

  /**
   * The request of the form, of an order or of JSON mode, as the check gives it.
   * @param defaults of the credential, for what the step and its order leave empty; JSON goes out as it is given
   * @throws RequestError naming the fields as the form shows them, as the order has them, or those of JSON as they are on
   * the wire
   */
  read(
    parameters: ItemParameters,
    check: (request: JsonObject) => JsonObject = (request) => this.table.check(request),
    defaults?: OrderDefaults,
  ): JsonObject {
    return this.readWithWords(parameters, check, defaults).request;
  }

  /** The same, with how its fields are called in errors that come later. */
  readWithWords(
    parameters: ItemParameters,
    carrierCheck: (request: JsonObject) => JsonObject,
    defaults?: OrderDefaults,
  ): { request: JsonObject; inWords: (error: RequestError) => RequestError } {
    const demanded = parameters.isOfTool ? this.#references : [];
    const check = (request: JsonObject): JsonObject => withReference(carrierCheck(request), demanded);
    const mode = parameters.text('inputMode');
    if (mode === 'json') return { request: this.ofJson(parameters, check), inWords: (error) => error };
    if (mode === 'order' && this.#order) {
      const { request, words } = this.#order.request(parameters, defaults);
      const inWords = (error: RequestError): RequestError => words.told(error);
      return { request: inTerms(() => this.checked(request, check), inWords), inWords };
    }
    const inWords = (error: RequestError): RequestError => this.labelled(error, parameters.origins);
    return { request: inTerms(() => this.checked(this.request(parameters, defaults), check), inWords), inWords };
  }

  /**
   * What the items of one order have in common: its reference, where Combine Rows is on.
   * @throws RequestError for an item without one: its line would be missing in the order that was meant
   */
  readonly combines = (parameters: ItemParameters): string | undefined => {
    const mode = parameters.text('inputMode');
    if (!this.#order || mode === 'json' || !parameters.flag(`options.${combineRows.name}`)) return undefined;
    const { place, reference } = this.#order.reference(parameters, mode);
    if (reference !== undefined) return reference;
    const problem = `is empty: with ${combineRows.displayName} each row needs the reference of its order`;
    const error = new RequestError([{ path: place, problem }]);
    throw mode === 'form' ? this.labelled(error) : error;
  };

  private ofJson(parameters: ItemParameters, check: (request: JsonObject) => JsonObject): JsonObject {
    const note = (path: string, told: string): void => void parameters.notes.add(`${withoutIndexes(path)} ${told}`);
    const given = parameters.object('body');
    const checked = check(this.table.folded(given, note));
    // As the field begins: of what a carrier requires the check says more.
    if (leavesOf(given).every(({ leaf }) => isBlank(leaf)))
      throw new RequestError([{ path: 'Body', problem: 'is empty' }]);
    return checked;
  }

  /** @throws RequestError with what the check finds and what was asked for in vain, all together */
  private checked(request: JsonObject, check: (request: JsonObject) => JsonObject): JsonObject {
    const unanswered = this.table.unanswered(request);
    try {
      const checked = check(request);
      if (unanswered.length === 0) return checked;
    } catch (error) {
      throw error instanceof RequestError ? new RequestError([...error.problems, ...unanswered]) : error;
    }
    throw new RequestError(unanswered);
  }

  /** What the form calls a field of every entry of its list. */
  private label(path: string): string {
    const label = labelOf(withoutIndexes(path), this.#form.labels);
    return label === '' ? path : label;
  }

  /** @throws RequestError with the labels of the form before the names on the wire: `Item 2: Quantity (ItemArr[1].qty)` */
  inFormTerms<T>(make: () => T): T {
    return inTerms(make, (error) => this.labelled(error));
  }

  /**
   * @param error of this request, or of one that was made of it: `customsItems[1].quantity (ItemArr[1].invoice_quantity)`
   * @param origins of the lines that were read from a list
   */
  labelled({ problems }: RequestError, origins?: LineOrigins): RequestError {
    return new RequestError(
      withoutRepeats(
        problems.map(({ path, problem }) => {
          const [, own = path, madeOfIt = path] = /^(\S+) \((\S+)\)$/.exec(path) ?? [];
          const label = labelOf(own, this.#form.labels);
          const { from, advice = this.#order?.adviceOn(own) } = origins?.of(own) ?? {};
          const place = from === undefined ? madeOfIt : `${madeOfIt}, ${from}`;
          return {
            path: label === '' ? path : `${label} (${place})`,
            problem: advice !== undefined && problem === MISSING ? `${problem}: ${advice}` : problem,
          };
        }),
      ),
    );
  }
}

export function isJsonMode(parameters: ItemParameters): boolean {
  return parameters.text('inputMode') === 'json';
}

/** The carrier's object as it is, beside every form. */
function bodyField(description: string, example: string): INodeProperties {
  return {
    displayName: 'Body',
    name: 'body',
    type: 'json',
    displayOptions: { show: { inputMode: ['json'] } },
    default: '{}',
    placeholder: `e.g. ${example}`,
    description,
  };
}

function labelOf(path: string, labels: Labels): string {
  const words: string[] = [];
  let level: Labels = labels;
  const parts = path.split('.');
  for (const [at, part] of parts.entries()) {
    const [, name = '', index = ''] = /^(\w+)(?:\[(\d*)\])?$/.exec(part) ?? [];
    const known = lookUp(level, name);
    const isWhole = index === '' && at === parts.length - 1;
    const word = (isWhole ? known?.whole : undefined) ?? known?.label;
    if (word !== undefined) words.push(index === '' ? word : `${word} ${Number(index) + 1}`);
    level = known?.inside ?? {};
  }
  return words.join(': ');
}
