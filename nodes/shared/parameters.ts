import { NodeOperationError, type IExecuteFunctions, type INodeProperties } from 'n8n-workflow';
import { lineOfMistake, parseJson } from '../../carriers/http';
import { isObject, textOf, type JsonObject } from '#carriers/shared/json-value';
import { folded, type Fold } from '#carriers/shared/pasted';
import { DEEPEST, isTooDeep } from '#carriers/shared/leaves';
import { foldIn, labelIn } from './form/row-property';
import { inputFile, type InputFile } from './input-file';
import { millisecondsOf, withOffset, writtenDate } from './instant';
import type { LineOrigins } from './line-list';
import { withoutLocator } from './locator';
import { FilledForm, SavedForm } from './saved-form';

type Functions = Pick<
  IExecuteFunctions,
  'getNodeParameter' | 'getNode' | 'evaluateExpression' | 'getInputData' | 'getTimezone' | 'helpers'
>;

const AS_IT_IS: Fold = { to: (text) => text, told: '' };

/** Where an item's values come from. Names are those of fields: `number`, `options.timeout`, `items.entry[0].quantity`. */
export interface Values {
  value: (name: string) => unknown;
}

const NO_FILES = 'Use it in the workflow itself, after the step that gives out the files.';

/** The fields in which an operation is told which order it is about. */
const NUMBERS: readonly string[] = ['number', 'uuid'];

/** The parameters of one item. Errors name the field as the form shows it, never its value. */
export class ItemParameters {
  /** What the user should know of how they were read: names of fields, never values. */
  readonly notes = new Set<string>();
  /** The number that the item asks about, as it is sent; several with commas between them. */
  asked: string | undefined;
  /** Further items of the same order, where several are one (`combined-rows.ts`). */
  readonly rows: ItemParameters[] = [];
  /** Where the lines of the order were read from, where they are a list of another system's. */
  origins: LineOrigins | undefined;
  /** Of these lines the weights that were read in another unit than kilograms, by their neutral paths. */
  converted: readonly string[] = [];
  #isFurther = false;
  /** What the item's order says and the carrier has no place for, by its neutral paths. */
  notSent: readonly string[] = [];

  constructor(
    private readonly functions: Functions,
    readonly item: number,
    /** The fields of the operation, which give the labels. */
    private readonly fields: readonly INodeProperties[],
    private readonly values: Values = new FilledForm(functions, item),
    /** The fields that the user sees, where they are those of another operation. */
    private readonly seen = fields,
  ) {}

  /**
   * The same item as another operation reads it. Errors call a field as this one does.
   * @param fields of the other operation
   * @param valuesOf what its fields hold, by what this one's do: of each row
   * @param rows that it reads by itself
   */
  as(
    fields: readonly INodeProperties[],
    valuesOf: (row: ItemParameters, own: Values) => Values,
    rows: readonly ItemParameters[] = this.rows,
  ): ItemParameters {
    const other = new ItemParameters(this.functions, this.item, fields, valuesOf(this, this.values), this.seen);
    for (const row of rows) other.add(row.as(fields, valuesOf));
    return other;
  }

  /** Makes a further item a row of this one's order. */
  add(row: ItemParameters): void {
    row.#isFurther = true;
    this.rows.push(row);
  }

  /** Whether the item is a row of another one's order, which has the lines of all of them. */
  get isFurther(): boolean {
    return this.#isFurther;
  }

  /**
   * Text that must be there; a number is written out, as order numbers often come as numbers.
   * @param fold how pasted text goes out, where the field does not say it
   */
  text(name: string, fold?: Fold): string {
    const text = this.optionalText(name, fold);
    if (text === undefined) throw this.empty(name);
    if (NUMBERS.includes(name)) this.asked = text;
    return text;
  }

  /** One or more texts: a list, or text with commas, semicolons or white space between them. */
  texts(name: string): string[] {
    const value = this.value(name);
    const parts = Array.isArray(value)
      ? value.map((each: unknown) => textOf(this.exact(each, name)) ?? '')
      : this.text(name, AS_IT_IS).split(/[\s,;，；]+/);
    const texts = parts.map((part) => this.asSent(name, part)).filter((part) => part !== '');
    if (texts.length === 0) throw this.empty(name);
    if (NUMBERS.includes(name)) this.asked = texts.join(', ');
    return texts;
  }

  /** What is wrong with a field that holds nothing and must. */
  private empty(name: string): NodeOperationError {
    const label = this.label(name);
    return this.problem(
      `${label} is empty`,
      `Enter a value for ${label}, or check that its expression gives one for this item.`,
    );
  }

  /** @throws an error for a whole number of this size: it was rounded before it came here */
  private exact(value: unknown, name: string): unknown {
    if (typeof value === 'number' && !Number.isSafeInteger(value) && Number.isInteger(value)) {
      throw this.problem(
        `${this.label(name)} has too many digits for a number`,
        'Pass it as text, so that no digit is lost.',
      );
    }
    return value;
  }

  optionalText(name: string, fold?: Fold): string | undefined {
    const value = this.exact(this.value(name), name);
    if (typeof value === 'string' || typeof value === 'number') {
      const text = this.asSent(name, String(value), fold);
      return text === '' ? undefined : text;
    }
    if (value === undefined || value === null) return undefined;
    const label = this.label(name);
    throw this.problem(`${label} is not text`, `The expression of ${label} must give text or a number for each item.`);
  }

  /** Without blanks around, and as the field or the caller says of pasted text. */
  private asSent(name: string, given: string, fold = foldIn(this.fields, name)): string {
    if (fold === undefined) return given.trim();
    const { text, changed } = folded(given, fold);
    if (changed) this.notes.add(`${this.label(name)} ${fold.told}`);
    return text.trim();
  }

  /** A number, also when an expression gives it as text; undefined when empty. */
  number(name: string): number | undefined {
    const text = this.optionalText(name);
    if (text === undefined) return undefined;
    const number = Number(text);
    if (Number.isFinite(number)) return number;
    const label = this.label(name);
    throw this.problem(`${label} is not a number`, `Enter digits only for ${label}.`);
  }

  flag(name: string): boolean {
    const value = this.value(name);
    return value === true || value === 'true';
  }

  /**
   * A point in time, in milliseconds since 1970: a date field or expression (ISO 8601; without offset in the workflow's
   * time zone), a date object, or Unix seconds. `undefined` when empty.
   */
  instant(name: string): number | undefined {
    const value = this.value(name);
    const given = writtenDate(value);
    if (given === undefined || given === null || given === '') return undefined;
    const milliseconds = millisecondsOf(textOf(given)?.trim() ?? '', this.timeZone);
    if (Number.isFinite(milliseconds)) return milliseconds;
    const label = this.label(name);
    throw this.problem(
      `${label} is not a date and time`,
      `Choose a date for ${label}, or give it as ISO 8601, e.g. 2026-01-31T09:00:00+09:00, or as Unix seconds.`,
    );
  }

  /** A date and time as text with an offset: that of the workflow's time zone where it names none. Not checked. */
  zonedTime(name: string): string {
    const written = writtenDate(this.value(name));
    const text = typeof written === 'string' ? written.trim() : (this.optionalText(name) ?? '');
    return withOffset(text, this.timeZone);
  }

  /** Whether a language model calls the node. */
  get isOfTool(): boolean {
    return SavedForm.of(this.functions).isTool;
  }

  /** The workflow's, or else that of n8n. */
  get timeZone(): string {
    return this.functions.getTimezone();
  }

  /** An object, as an expression gives it, or JSON text of one. */
  object(name: string): JsonObject {
    const value = this.json(name);
    if (isObject(value)) return value;
    const label = this.label(name);
    throw this.problem(`${label} is not a JSON object`, `${label} must be one object in braces { }, for this item.`);
  }

  /** Any JSON: what an expression gives, or the content of JSON text. Digits of large numbers are kept. */
  json(name: string): unknown {
    const value = this.value(name);
    if (typeof value !== 'string') return value ?? undefined;
    return value.trim() === '' ? undefined : this.shallow(this.parsed(value, name), name);
  }

  private parsed(text: string, name: string): unknown {
    try {
      return parseJson(text);
    } catch {
      const line = lineOfMistake(text);
      const where = line === undefined ? '' : ` at line ${line}`;
      throw this.problem(
        `${this.label(name)} is not valid JSON${where}`,
        'Check commas, quotes and braces, or build the object in an expression.',
      );
    }
  }

  /** A collection or fixed collection as the form gives it. */
  group(name: string): JsonObject {
    const value = this.value(name);
    return isObject(value) ? value : {};
  }

  /**
   * The file in the binary property that the parameter names; n8n's own error when the item has none of that name.
   * @throws NodeOperationError in a tool: n8n takes files from no model
   */
  file(name: string): InputFile {
    if (this.isOfTool) throw this.problem('This step takes files, and a model has none to give', NO_FILES);
    return inputFile(this.functions, this.item, this.text(name));
  }

  /** The value as it is: for fields whose request schema says what they may be. */
  any(name: string): unknown {
    return this.value(name);
  }

  problem(message: string, description: string): NodeOperationError {
    return new NodeOperationError(this.functions.getNode(), message, { itemIndex: this.item, description });
  }

  /** What the form calls a field: `number`, `options.timeout`, `items.entry[0].quantity`. */
  private label(name: string): string {
    const way = name.replace(/\[\d+\]/g, '').split('.');
    return labelIn(this.seen, way) ?? labelIn(this.fields, way) ?? name;
  }

  private value(name: string): unknown {
    return this.shallow(withoutLocator(this.values.value(name)), name);
  }

  /** @throws an error for what is nested so deeply that it could not even be written as JSON */
  private shallow<Value>(value: Value, name: string): Value {
    if (!isTooDeep(value)) return value;
    const message = `${this.label(name)} is nested more than ${DEEPEST} levels deep`;
    throw this.problem(message, 'No carrier takes that: check what the expression gives.');
  }
}
