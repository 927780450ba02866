import { givenList, objectAsIs, type JsonObject } from '#carriers/shared/json-value';
import { readRow } from '../combined-rows';
import { writtenDate } from '../instant';
import type { LineOrigins } from '../line-list';
import { withoutLocator } from '../locator';
import type { ItemParameters } from '../parameters';

/** Where fields of a form stand: in the parameters of an item, in a collection there, or in an entry of a list. */
export class Source {
  constructor(
    private readonly parameters: ItemParameters,
    /** The collection or entry; undefined for the parameters themselves. */
    private readonly values?: JsonObject,
    private readonly way = '',
  ) {}

  value(name: string): unknown {
    return this.values ? withoutLocator(this.values[name]) : this.parameters.any(name);
  }

  /** Text that must be there; otherwise the item's error names the field. */
  text(name: string): string {
    return this.parameters.text(this.way + name);
  }

  /** JSON of an expression, or the content of JSON text. */
  json(name: string): unknown {
    return this.parameters.json(this.way + name);
  }

  /** The same, if it is an object or nothing. */
  object(name: string): JsonObject {
    return this.json(name) === undefined ? {} : this.parameters.object(this.way + name);
  }

  /** What a date field holds; a date object of an expression as ISO 8601, in the workflow's time zone. */
  date(name: string): unknown {
    return writtenDate(this.value(name), this.parameters.timeZone);
  }

  /** Unix seconds of a point in time, in the workflow's time zone where it names none. */
  seconds(name: string): string | undefined {
    const milliseconds = this.parameters.instant(this.way + name);
    return milliseconds === undefined ? undefined : String(Math.floor(milliseconds / 1000));
  }

  collection(name: string): Source {
    return new Source(this.parameters, objectAsIs(this.value(name)), `${this.way}${name}.`);
  }

  /** Whether the item is a row of another one's order, which has the lines of all of them. */
  get isFurther(): boolean {
    return this.parameters.isFurther;
  }

  /** What each item of the order says, where several are one; otherwise what this one does. */
  ofEachRow<Value>(read: (row: Source) => Value): { item: number; value: Value }[] {
    const { parameters } = this;
    if (parameters.rows.length === 0) return [{ item: parameters.item, value: read(this) }];
    return [parameters, ...parameters.rows].map((row) => ({
      item: row.item,
      value: readRow(row, (each) => read(new Source(each))),
    }));
  }

  get hasRows(): boolean {
    return this.isFurther || this.parameters.rows.length > 0;
  }

  /**
   * Keeps for errors where the lines come from.
   * @param converted neutral paths of the weights that were read in another unit
   */
  noteOrigins(origins: LineOrigins, converted: readonly string[]): void {
    this.parameters.origins = origins;
    this.parameters.converted = converted;
  }

  /** @param notSent neutral paths of what the carrier has no place for */
  noteSent(notSent: readonly string[], hints: readonly string[]): void {
    this.parameters.notSent = [...this.parameters.notSent, ...notSent];
    for (const hint of hints) this.parameters.notes.add(hint);
  }

  /** The entries of a list whose fields are entered one by one. */
  entries(name: string): Source[] {
    const { entry } = objectAsIs(this.value(name));
    return givenList(entry).map((each, at) => new Source(this.parameters, each, `${this.way}${name}.entry[${at}].`));
  }
}
