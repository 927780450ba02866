import type { IExecuteFunctions } from 'n8n-workflow';
import { isObject, type JsonObject } from '#carriers/shared/json-value';
import { PlainExpressions } from './plain-expressions';
import { isTool } from './tool';

type Functions = Pick<IExecuteFunctions, 'getNodeParameter' | 'getNode' | 'evaluateExpression' | 'getInputData'>;

/**
 * The form of a node as it was saved. What holds no expression is the same for every item: it is read once per run and
 * frozen, as all items share it.
 */
export class SavedForm {
  readonly #parameters: JsonObject;
  readonly #changing = new Set<unknown>();
  readonly #whole = new Set<string>();
  readonly #parts = new Map<string, Part>();
  readonly plain: PlainExpressions;
  readonly isTool: boolean;

  private constructor(functions: Functions) {
    const node = functions.getNode();
    this.isTool = isTool(node);
    this.#parameters = frozen(structuredClone(node.parameters));
    const texts = new Set<string>();
    for (const [name, saved] of Object.entries(this.#parameters)) {
      const found = [...this.expressionsIn(saved)];
      for (const text of found) texts.add(text);
      const looksAround = found.some((text) => text.includes('$parameter'));
      if (looksAround || (found.length > 0 && hasOtherNames(saved))) this.#whole.add(name);
    }
    this.plain = new PlainExpressions(texts);
  }

  static of(functions: Functions): SavedForm {
    const known = OF_RUN.get(functions) ?? new SavedForm(functions);
    OF_RUN.set(functions, known);
    return known;
  }

  /** Looked up once for all items. @param name `number`, `options.timeout`, `items.entry[0].quantity` */
  part(name: string): Part {
    const known = this.#parts.get(name) ?? this.found(name);
    this.#parts.set(name, known);
    return known;
  }

  private found(name: string): Part {
    const names = name.split(/[.[\]]+/).filter(Boolean);
    const [parameter = '', ...way] = names;
    const saved = within(this.#parameters, names);
    // Of a parameter that was not saved n8n may know more.
    const around = way.map((_, count) => within(this.#parameters, names.slice(0, count + 1)));
    const isLacking = saved === undefined && isObject(around.findLast((each) => each !== undefined));
    return { parameter, way, saved, isLacking };
  }

  changes(saved: unknown): boolean {
    return typeof saved === 'string' ? saved.startsWith('=') : this.#changing.has(saved);
  }

  /** Whether n8n has to give all of a parameter at once: an expression looks at others, or a part has no plain name. */
  isWhole(name: string): boolean {
    return this.#whole.has(name);
  }

  private *expressionsIn(saved: unknown): Iterable<string> {
    if (typeof saved === 'string' && saved.startsWith('=')) yield saved;
    if (typeof saved !== 'object' || saved === null) return;
    for (const each of Object.values(saved)) {
      for (const text of this.expressionsIn(each)) {
        this.#changing.add(saved);
        yield text;
      }
    }
  }
}

interface Part {
  parameter: string;
  /** The names from there. */
  way: readonly string[];
  /** With its expressions; undefined where n8n has to be asked. */
  saved: unknown;
  /** n8n has nothing there either: the form holds what is around it, and that is no expression. */
  isLacking: boolean;
}

const OF_RUN = new WeakMap<Functions, SavedForm>();

/** What the form holds for one item. Each part is read once, when it is first asked for. */
export class FilledForm {
  readonly #saved: SavedForm;
  readonly #read = new Map<string, unknown>();
  #plain: ReadonlyMap<string, unknown> | undefined;

  constructor(
    private readonly functions: Functions,
    private readonly item: number,
  ) {
    this.#saved = SavedForm.of(functions);
  }

  /**
   * As n8n gives it; null or undefined where there is nothing.
   * @param name `number`, `options.timeout`, `items.entry[0].quantity`
   * @throws ExpressionError of n8n
   */
  value(name: string): unknown {
    const { parameter, way, saved, isLacking } = this.#saved.part(name);
    if (way.length > 0 && this.#read.has(parameter)) return within(this.#read.get(parameter), way);
    if (this.#read.has(name)) return this.#read.get(name);
    if (isLacking) return undefined;
    const isAsked = saved === undefined || (way.length === 0 && this.#saved.isWhole(parameter));
    const value = isAsked ? this.asked(name) : this.filled(saved, name, way.length > 0);
    this.#read.set(name, value);
    return value;
  }

  private filled(saved: unknown, name: string, isInside: boolean): unknown {
    if (!this.#saved.changes(saved)) return saved;
    if (typeof saved === 'string') return this.ofExpression(saved, name, isInside);
    if (Array.isArray(saved)) return saved.map((each, at) => this.filled(each, `${name}[${at}]`, true));
    if (!isObject(saved)) return saved;
    return Object.fromEntries(
      Object.entries(saved).map(([part, each]) => [part, this.filled(each, `${name}.${part}`, true)]),
    );
  }

  private ofExpression(text: string, name: string, isInside: boolean): unknown {
    this.#plain ??= this.#saved.plain.valuesFor(this.functions, this.item);
    if (this.#plain.has(text)) return this.#plain.get(text);
    const value = this.asked(name);
    // Within a collection n8n writes its dates out.
    return isInside && isDateTime(value) ? String(value) : value;
  }

  private asked(name: string): unknown {
    return this.functions.getNodeParameter(name, this.item, null);
  }
}

function within(value: unknown, way: readonly string[]): unknown {
  return way.reduce<unknown>(
    (held, name) =>
      typeof held === 'object' && held !== null && Object.hasOwn(held, name) ? Reflect.get(held, name) : undefined,
    value,
  );
}

/** n8n is asked for a part by the names on the way to it, which have to be plain ones. */
function hasOtherNames(saved: unknown): boolean {
  if (typeof saved !== 'object' || saved === null) return false;
  return Object.entries(saved).some(([name, each]) => !/^\w+$/.test(name) || hasOtherNames(each));
}

function isDateTime(value: unknown): boolean {
  return isObject(value) && value['isLuxonDateTime'] === true;
}

function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(frozen);
  return Object.freeze(value);
}
