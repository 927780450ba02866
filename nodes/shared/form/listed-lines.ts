import type { INodeProperties } from 'n8n-workflow';
import { checkedOrder } from '#carriers/shared/checked-order';
import { givenList, isObject, objectAsIs, textOf, type JsonObject } from '#carriers/shared/json-value';
import { lookUp } from '#carriers/shared/lookup';
import { mappedOrder } from '#carriers/shared/mapped-order';
import type { Moves, OrderMapping } from '#carriers/shared/order-mapping';
import { RequestError } from '#carriers/shared/request-check';
import { json, text } from '#carriers/shared/rows';
import { tooHeavy } from '#carriers/shared/order-weight';
import { USUAL_NAMES } from '#carriers/shared/usual-names';
import { entriesOf, LineOrigins, readLine, type ReadLine } from '../line-list';
import { givenPart, type EntryRules } from './entered-value';
import { itemDefaultsPart } from './line-fields';
import { withLines } from './order-lines';
import { inTerms } from './order-words';
import { collectionPart, type FormPart, type NamedRow } from './parts';
import { field, parameterName } from './row-property';
import type { Source } from './source';

/** Lines of goods from a list of another system's, under whatever names it has for their fields. */
export class ListedLines {
  readonly properties: INodeProperties[];
  readonly #fields: FormPart;
  readonly #defaults: FormPart;

  /** @param wireName of the carrier's list that holds them */
  constructor(
    private readonly wireName: string,
    private readonly mapping: OrderMapping,
    private readonly rules: EntryRules,
  ) {
    const { moves } = mapping.lines;
    const isTaken = (name: string): boolean => Object.hasOwn(moves, name);
    this.#fields = itemFieldsPart(isTaken);
    this.#defaults = itemDefaultsPart(isTaken);
    this.properties = [itemsList, ...this.#fields.properties, ...this.#defaults.properties];
  }

  /**
   * The carrier's list with the lines of all rows of the order, as the form would have sent them.
   * @throws RequestError naming the fields by their places on the wire
   */
  read(source: Source): unknown {
    if (source.isFurther) return undefined;
    const rows = source.ofEachRow((row) => this.readRow(row));
    const isOne = rows.length === 1;
    const read = rows.flatMap(({ item, value }) => value.map((line) => (isOne ? line : { ...line, item })));
    const converted = read.flatMap(({ isConverted }, at) => (isConverted ? [`customsItems[${at}].weightKg`] : []));
    source.noteOrigins(new LineOrigins(read, (path) => this.fieldAt(path)), converted);
    const order = { customsItems: read.map(({ line }) => line), ...this.wholeOrder(source) };
    const {
      request,
      notSent,
      hints,
      tooHeavy: heavy,
    } = inTerms(
      () => {
        const checked = checkedOrder(order);
        return {
          ...mappedOrder(this.mapping, checked, converted),
          tooHeavy: tooHeavy({ ...checked, ...this.weight(source) }),
        };
      },
      ({ problems }) => new RequestError(problems.map((each) => ({ ...each, path: this.wirePath(each.path) }))),
    );
    source.noteSent(
      notSent.filter((path) => path.startsWith('customsItems')),
      [...hints, ...heavy, ...this.unweighed(read)],
    );
    return givenPart(this.mapping.table.rows[this.wireName], request[this.wireName], this.rules);
  }

  /** Where the carrier wants no weight, it would be left out without a word. */
  private unweighed(lines: readonly ReadLine[]): string[] {
    const [key] = lines.flatMap(({ line, unitless }) => ('weightKg' in line ? [] : (unitless ?? [])));
    if (key === undefined || this.mapping.lines.moves['weightKg'] === undefined) return [];
    return [`The weight of lines was not sent, because nothing tells the unit of "${key}": name it in Item Fields.`];
  }

  private readRow(source: Source): ReadLine[] {
    const named = objectAsIs(source.value(ITEM_FIELDS));
    const defaults = this.#defaults.read(source);
    const given = source.json(itemsList.name);
    const lines = entriesOf(given, itemsList.displayName).map((entry) => readLine(entry, named));
    // A row of a table may have nothing but what is said of the whole order.
    const filled = isObject(given) && source.hasRows ? lines.filter(({ keys }) => keys.size > 0) : lines;
    return filled.map((line) => ({ ...line, line: withDefaults(line.line, defaults) }));
  }

  /** Where the carrier takes one currency for all lines, that of the form is it. */
  private wholeOrder(source: Source): JsonObject {
    const { order, lines } = this.mapping;
    const place = placesOf(order['declaredValue.currency'])[0];
    if (place === undefined || placesOf(lines.moves['currency']).length > 0) return {};
    return { declaredValue: { currency: source.value(parameterName(place, {})) } };
  }

  /** Of the whole order, as the form has it in one of its rows. */
  private weight(source: Source): { weightKg?: string } {
    const place = placesOf(this.mapping.order['weightKg'])[0]?.split('.').at(-1);
    if (place === undefined) return {};
    const weights = source.ofEachRow((row) => textOf(row.value(parameterName(place, {}))));
    // A number field that was passed over holds 0.
    const weightKg = weights.map(({ value }) => value).find((value) => Number(value) > 0);
    return weightKg === undefined ? {} : { weightKg };
  }

  private get linesPath(): string {
    const { to } = this.mapping.lines;
    return to === this.wireName ? to : `${this.wireName}[0].${to}`;
  }

  private fieldAt(path: string): { at: number; field: string } | undefined {
    const [, at, place] = path.startsWith(`${this.linesPath}[`)
      ? (/^\[(\d+)\]\.(.+)$/.exec(path.slice(this.linesPath.length)) ?? [])
      : [];
    const { moves } = this.mapping.lines;
    const field = Object.keys(moves).find((name) => placesOf(moves[name]).includes(place ?? ''));
    return field === undefined ? undefined : { at: Number(at), field };
  }

  /** What has no place of its own is called as Item Fields call it. */
  private wirePath(path: string): string {
    const [, at, field = ''] = /^customsItems\[(\d+)\]\.(\w+)$/.exec(path) ?? [];
    if (at === undefined) return path.startsWith('customsItems') ? itemsList.displayName : path;
    const [place] = placesOf(this.mapping.lines.moves[field]);
    if (place !== undefined) return `${this.linesPath}[${at}].${place}`;
    return `Item ${Number(at) + 1}: ${lookUp(LABELS, field) ?? field}`;
  }
}

/** Places on the wire. */
export function placesOf(move: Moves[string] | undefined): readonly string[] {
  const to = typeof move === 'object' && 'to' in move ? move.to : (move ?? []);
  return [to].flat();
}

function withDefaults(line: JsonObject, defaults: JsonObject): JsonObject {
  if (Object.keys(defaults).length === 0) return line;
  const [completed] = givenList(withLines({ customsItems: [line] }, new Map(), defaults)['customsItems']);
  return completed ?? defaults;
}

const itemsList = field(
  'itemsList',
  json(
    'Items List',
    'Drag the list of lines here from the panel of the input, such as the lines of a shop order. A single object is one line. What each field is called is found by itself for usual names: see Item Fields.',
    { initial: '[]', example: '{{ $json.line_items }}' },
  ),
);

const ITEM_FIELDS = 'itemFields';

const LABELS: Readonly<Record<string, string>> = {
  currency: 'Currency',
  description: 'Description (English)',
  hsCode: 'HS Code',
  localDescription: 'Description (Local)',
  material: 'Material',
  originCountry: 'Country of Origin',
  quantity: 'Quantity',
  sku: 'SKU',
  unitValue: 'Unit Value',
  url: 'Sales Link',
  use: 'Use',
  weight: 'Weight (in the Unit of the Carrier)',
  weightGrams: 'Unit Weight (Grams)',
  weightKg: 'Unit Weight (Kilograms)',
};

/** Which key of a line holds what: texts, where the usual names are not those of the list. */
function itemFieldsPart(isTaken: (name: string) => boolean): FormPart {
  const names = Object.keys(LABELS).filter((name) => isTaken(name === 'weightGrams' ? 'weightKg' : name));
  const rows = names.map((name): NamedRow => [
    name,
    text(LABELS[name] ?? name, wordsFor(name), { example: 'product.name' }),
  ]);
  return collectionPart({ displayName: 'Item Fields', name: ITEM_FIELDS }, rows, {}, {});
}

function wordsFor(name: string): string {
  const key = 'The key of a line that holds it, such as item_title, or product.title for what stands deeper';
  const usual = lookUp(USUAL_NAMES, name);
  // A weight without a unit is taken for none.
  if (usual === undefined || name === 'weight') return key;
  return `${key}. Found by itself, whatever the case and the separators: ${usual.join(', ')}.`;
}
