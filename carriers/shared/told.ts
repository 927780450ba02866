import { detailsOf } from './details';
import { isBlank } from './blank';
import { amountOf, numberOf, objectOf, textOf, type JsonObject } from './json-value';

/**
 * An object that a carrier sent, read field by field. `details` gives what was not read: fields that nobody asked for, and
 * those that do not hold what they should, such as words for a weight. So nothing is lost, and nothing told twice.
 */
export class Told {
  private readonly read: Set<string>;

  /** @param frame fields that only say whether the answer is one */
  constructor(
    private readonly from: JsonObject,
    frame: readonly string[] = [],
  ) {
    this.read = new Set(frame);
  }

  /** The first of several spellings or languages that holds a text. */
  text(...names: readonly string[]): string | undefined {
    return this.first(names, textOf);
  }

  number(...names: readonly string[]): number | undefined {
    return this.first(names, numberOf);
  }

  /** A measure: carriers write 0.000 for what was not measured. */
  measure(...names: readonly string[]): number | undefined {
    const measured = this.first(names, (value) => {
      const number = numberOf(value);
      return number !== undefined && number >= 0 ? number : undefined;
    });
    return measured === 0 ? undefined : measured;
  }

  /** Money and the like, as the carrier wrote it. */
  amount(...names: readonly string[]): string | number | undefined {
    return this.first(names, amountOf);
  }

  /** One of a few codes by what it stands for; any other stays among the details. */
  one<Meaning>(name: string, meanings: Readonly<Record<string, Meaning>>): Meaning | undefined {
    return this.first([name], (value) => {
      const code = textOf(value)?.trim();
      return code !== undefined && Object.hasOwn(meanings, code) ? meanings[code] : undefined;
    });
  }

  /** `Y` or `N`. */
  flag(name: string): boolean | undefined {
    return this.one(name, { Y: true, N: false });
  }

  /** @throws CarrierError when something stands there that begins as an object and is none */
  object(name: string): JsonObject {
    return this.first([name], (value) => filled(objectOf(value))) ?? {};
  }

  /** What `read` makes of a field; undefined where it holds no such thing. */
  as<Value>(name: string, read: (value: unknown) => Value | undefined): Value | undefined {
    return this.first([name], read);
  }

  /** A field that only says again what stands elsewhere, in whatever case, is no detail. */
  repeated(name: string, elsewhere: string | undefined): void {
    const plain = (text: string | undefined): string | undefined => text?.trim().toUpperCase();
    if (elsewhere !== undefined && plain(textOf(this.from[name])) === plain(elsewhere)) this.read.add(name);
  }

  /** As it stands there. */
  value(name: string): unknown {
    this.read.add(name);
    return this.from[name];
  }

  details(): Readonly<Record<string, unknown>> {
    const blank = Object.keys(this.from).filter((name) => isBlank(this.from[name]));
    return detailsOf(this.from, [], [...this.read, ...blank]);
  }

  private first<Value>(names: readonly string[], read: (value: unknown) => Value | undefined): Value | undefined {
    for (const name of names) {
      const value = read(this.from[name]);
      if (value === undefined) continue;
      this.read.add(name);
      return value;
    }
    return undefined;
  }
}

function filled(object: JsonObject): JsonObject | undefined {
  return Object.keys(object).length > 0 ? object : undefined;
}
