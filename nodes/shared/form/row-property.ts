import type {
  INodeProperties,
  INodePropertyCollection,
  INodePropertyMode,
  INodePropertyOptions,
  NodePropertyTypes,
} from 'n8n-workflow';
import type { Fold } from '#carriers/shared/pasted';
import type { CarrierList, Row, RowKind } from '#carriers/shared/rows';

/** The field of n8n for a row of a request's table. */
export function propertyOf(wireName: string, row: Row): INodeProperties {
  const { kind, label, description, example, when } = row;
  const { type, default: nothing, ...own } = KINDS[kind](row);
  return {
    displayName: label,
    name: parameterName(wireName, row),
    type,
    ...own,
    ...(when ? { displayOptions: { show: mutable(when) } } : {}),
    default: kind === 'listed' || kind === 'country' ? nothing : (row.initial ?? nothing),
    ...(example !== undefined && !LISTS.has(kind) ? { placeholder: `e.g. ${example}` } : {}),
    description: own.description ?? description,
  };
}

/**
 * A field of a form that belongs to no request's table.
 * @param name of the parameter
 * @param more what n8n alone knows, such as where it is shown
 */
export function field(name: string, row: Row, more: Partial<INodeProperties> = {}): INodeProperties {
  return folding(row, { ...propertyOf(name, row), ...(row.required ? { required: true } : {}), ...more });
}

/** n8n's fields have no place for it. */
const FOLDS = new WeakMap<INodeProperties, Fold>();

/** The field remembers how its row folds pasted text. */
export function folding({ fold }: Row, property: INodeProperties): INodeProperties {
  if (fold !== undefined) FOLDS.set(property, fold);
  return property;
}

/** How pasted text in one of these fields goes out. */
export function foldIn(fields: readonly INodeProperties[], name: string): Fold | undefined {
  const field = fields.find((each) => each.name === name);
  return field && FOLDS.get(field);
}

/** `consignee_street2` is `consigneeStreet2` in the form. */
export function parameterName(wireName: string, { name }: Pick<Row, 'name'>): string {
  return name ?? wireName.replace(/_([a-z0-9])/gi, (_, letter: string) => letter.toUpperCase());
}

type KindOfField = Partial<INodeProperties> & { type: NodePropertyTypes; default: INodeProperties['default'] };

const LISTS: ReadonlySet<RowKind> = new Set(['listed', 'country', 'several']);

const text = (): KindOfField => ({ type: 'string', default: '' });

const measure = ({ decimals = 0, steps = decimals }: Row): KindOfField => ({
  type: 'number',
  typeOptions: { minValue: 0, ...(Number.isFinite(steps) && steps > 0 ? { numberPrecision: steps } : {}) },
  default: 0,
});

const locator = ({ list, example, initial = '' }: Row): KindOfField => ({
  type: 'resourceLocator',
  default: { mode: 'list', value: initial },
  modes: modesOf(list, example),
});

const KINDS: Record<RowKind, (row: Row) => KindOfField> = {
  text,
  money: text,
  amount: text,
  measure,
  count: ({ initial }) => ({ type: 'number', typeOptions: { minValue: initial === 0 ? 0 : 1 }, default: 1 }),
  // A switch is on or off; one that may also be left open has choices.
  flag: ({ choices }) =>
    choices ? { type: 'options', options: [...choices], default: '' } : { type: 'boolean', default: false },
  choice: ({ choices = [] }) => ({ type: 'options', options: [...choices], default: choices[0]?.value ?? '' }),
  listed: locator,
  country: locator,
  several: ({ list }) => ({
    type: 'multiOptions',
    typeOptions: {
      loadOptionsMethod: list?.search ?? '',
      ...(list?.after ? { loadOptionsDependsOn: [...list.after] } : {}),
    },
    default: [],
    description:
      'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
  }),
  date: ({ written }) => (written ? text() : { type: 'dateTime', typeOptions: { dateOnly: true }, default: '' }),
  seconds: () => ({ type: 'dateTime', default: '' }),
  json: () => ({ type: 'json', default: '{}' }),
};

/** n8n writes the mark of a locator by itself, but not inside a collection. */
export function inCollection(property: INodeProperties, { initial = '' }: Row): INodeProperties {
  if (property.type !== 'resourceLocator') return property;
  return { ...property, default: { __rl: true, mode: 'list', value: initial } };
}

function modesOf(list: CarrierList | undefined, example: string | undefined): INodePropertyMode[] {
  const { search = '', entry = '', by = 'Code' } = list ?? {};
  return [
    mode('From List', 'list', {
      placeholder: `Choose ${entry}`,
      typeOptions: { searchListMethod: search, searchable: true },
    }),
    mode(`By ${by}`, 'string', { name: by.toLowerCase(), placeholder: `e.g. ${example ?? ''}` }),
  ];
}

function mode(
  displayName: string,
  type: INodePropertyMode['type'],
  more: Partial<INodePropertyMode>,
): INodePropertyMode {
  return { displayName, type, name: type, ...more };
}

function mutable(when: { readonly [name: string]: readonly string[] }): { [name: string]: string[] } {
  return Object.fromEntries(Object.entries(when).map(([name, values]) => [name, [...values]]));
}

/** What the form calls a field, by the names on the way to it. */
export function labelIn(
  fields: readonly (INodeProperties | INodePropertyOptions | INodePropertyCollection)[],
  [name, ...rest]: readonly string[],
): string | undefined {
  const field = fields.find((each) => each.name === name);
  if (field === undefined || rest.length === 0) return field && 'displayName' in field ? field.displayName : undefined;
  return labelIn('values' in field ? field.values : 'options' in field ? (field.options ?? []) : [], rest);
}
