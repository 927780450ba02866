/** Fills in the form of an operation from the node's own description: every field at every depth, by a rule. */
import type {
  INodeProperties,
  INodePropertyCollection,
  INodePropertyOptions,
  INodeTypeDescription,
} from 'n8n-workflow';
import type { Cases } from './requests';

/** What a field gets: by its own description, its place in the form and a number that no other field has. */
export type Rule = (field: INodeProperties, place: string, count: number) => unknown;

export interface Form {
  description: INodeTypeDescription;
  /** Such as `order.create`. */
  operation: string;
  /** Values of fields that decide which others are shown; otherwise they stay as a new node has them. */
  chosen?: Record<string, unknown>;
  /** What a field must look like, by its name, where any text or number would be refused. */
  formats?: Record<string, (count: number) => unknown>;
  /** Fields that stay as `formats` has them when texts are given as numbers: countries, dates and the like. */
  alwaysText?: readonly string[];
  /** Fields whose own error comes before that of all others: refused one by one. */
  alone?: readonly string[];
  /** The form with its required fields only. */
  required: Record<string, unknown>;
}

/** The rows that every form has: filled in, left empty, in other types, and refused. */
export function formCases(form: Form): Cases {
  const { required, chosen = {}, formats = {}, alwaysText = [], alone = [] } = form;
  const formatted: Rule = (field, place, count) => {
    const format = formats[field.name];
    return format ? format(count) : distinct(field, place, count);
  };
  const every = filled(form, formatted, 2);
  const left = (rule: Rule): Record<string, unknown> => merged(filled(form, rule, 1, false), required);
  const open = (value: unknown): Record<string, unknown> =>
    left((field) => (isOpen(field) ? inField(field, value) : field.default));
  const changed = (rule: (field: INodeProperties, value: unknown, place: string, count: number) => unknown) =>
    filled(form, (field, place, count) => rule(field, formatted(field, place, count), place, count), 2);
  const sound = filled(form, formatted, 1);
  const wrong = (value: unknown): Record<string, unknown> => {
    const bad: Rule = (field) => (isOpen(field) && !alone.includes(field.name) ? inField(field, value) : undefined);
    return merged(sound, filled(form, bad, 1, false));
  };
  const wrongAlone = alone.flatMap((name) =>
    Object.entries(WRONG_ALONE).map(([kind, value]): [string, Record<string, unknown>] => [
      `in ${name} alone: ${kind}`,
      merged(
        { ...chosen, ...required },
        filled(form, (field) => (field.name === name ? inField(field, value) : undefined), 1, false),
      ),
    ]),
  );
  const rows: [string, Record<string, unknown>][] = [
    ['every field', every],
    ['required fields only', { ...chosen, ...required }],
    ['optional fields as they come when they are added', left(added)],
    ['optional fields emptied', left(emptied)],
    [
      'optional fields with spaces only',
      left((field, ...rest) => (isText(field) ? inField(field, '   ') : emptied(field, ...rest))),
    ],
    ['optional fields null, by expression', open('={{ null }}')],
    ['optional fields undefined, by expression', open('={{ $json.nothing }}')],
    [
      'optional numbers 0 as text',
      left((field, ...rest) => (field.type === 'number' ? '={{ "0" }}' : emptied(field, ...rest))),
    ],
    [
      'numbers as text, by expression',
      changed((field, value) => (field.type === 'number' ? `={{ "${String(value)}" }}` : value)),
    ],
    [
      'texts as numbers, by expression',
      changed((field, value, _, count) => {
        if (!isText(field) || alwaysText.includes(field.name)) return value;
        const text = String(plain(value));
        return inField(field, `={{ ${/^\d+(\.\d+)?$/.test(text) ? text : 10_000 + count} }}`);
      }),
    ],
    [
      'texts with signs, accents and spaces around',
      changed((field, value, place) =>
        field.type === 'string' && !formats[field.name] ? ` ${place} é&<"'\\/> ` : value,
      ),
    ],
    [
      'numbers with the noise of calculation',
      changed((field, value) => {
        const isNumber = ['number', 'string'].includes(field.type) && /^\d+\.\d+$/.test(String(value));
        return isNumber ? `={{ ${String(value)} + 0.1 + 0.2 - 0.3 }}` : value;
      }),
    ],
    ['nothing filled in', { ...chosen }],
    ...Object.entries(WRONG).map(([kind, value]): [string, Record<string, unknown>] => [
      `everywhere: ${kind}`,
      wrong(value),
    ]),
    ...wrongAlone,
  ];
  return Object.fromEntries(rows.map(([name, parameters]) => [name, { parameters }]));
}

const WRONG: Record<string, string> = {
  'no value': '={{ $json.nothing }}',
  letters: 'abc',
  '300 letters': '={{ "x".repeat(300) }}',
  true: '={{ true }}',
  lists: '={{ ["a"] }}',
  objects: '={{ ({ a: 1 }) }}',
  'negative numbers': '={{ -1 }}',
  zeros: '={{ 0 }}',
  'many decimals': '={{ 1.23456789 }}',
  exponents: '1e3',
  'more digits than a number holds': '={{ 12345678901234567890 }}',
};

/** Fields whose error comes first take any text and number. */
const WRONG_ALONE = Object.fromEntries(
  Object.entries(WRONG).filter(
    ([kind]) => !['letters', 'exponents', 'zeros', 'many decimals', 'negative numbers'].includes(kind),
  ),
);

/** Every parameter of a simple operation in one row, its options included. */
export function everyParameter(form: Omit<Form, 'required'>): Record<string, unknown> {
  const { formats = {} } = form;
  return filled(
    { ...form, required: {} },
    (field, place, count) => formats[field.name]?.(count) ?? distinct(field, place, count),
    2,
  );
}

/** The form with what the rule gives for each field; lists with so many entries. Undefined leaves a field out. */
function filled(
  { description, operation, chosen = {} }: Form,
  rule: Rule,
  entries: number,
  withOptions = true,
): Record<string, unknown> {
  const [resource, name] = operation.split('.');
  const values: Record<string, unknown> = {};
  let count = 0;
  const valueOf = (field: INodeProperties, place: string): unknown => {
    if (field.type === 'collection') return membersOf(fieldsOf(field), place);
    if (field.type === 'fixedCollection') {
      const groups = groupsOf(field).map((group) => [
        group.name,
        field.typeOptions?.multipleValues === true
          ? Array.from({ length: entries }, (_, index) => membersOf(group.values, `${place}${index + 1}.`))
          : membersOf(group.values, place),
      ]);
      return Object.fromEntries(groups);
    }
    count += 1;
    return COMMON_OPTIONS[field.name] ?? rule(field, place, count);
  };
  const membersOf = (fields: readonly INodeProperties[], place: string): Record<string, unknown> =>
    Object.fromEntries(
      fields
        .map((field): [string, unknown] => [field.name, valueOf(field, `${place}.${field.name}`.replace('..', '.'))])
        .filter(([, value]) => value !== undefined),
    );
  for (const field of description.properties) {
    if (['resource', 'operation'].includes(field.name) || field.type === 'notice') continue;
    if (!isShown(field, { resource, operation: name, ...values })) continue;
    if (field.name === 'options' && !withOptions) continue;
    if (Object.hasOwn(chosen, field.name)) values[field.name] = chosen[field.name];
    else if (field.noDataExpression === true) values[field.name] = field.default;
    else {
      const value = valueOf(field, field.name);
      if (value !== undefined) values[field.name] = value;
    }
  }
  return values;
}

/** How calls are made, not what they say. */
const COMMON_OPTIONS: Record<string, number> = { concurrency: 1, pauseBetweenRequests: 0, timeout: 30_000 };

function isShown({ displayOptions }: INodeProperties, values: Record<string, unknown>): boolean {
  return Object.entries(displayOptions?.show ?? {}).every(([name, allowed = []]) =>
    allowed.some((each) => each === values[name.replace('/', '')]),
  );
}

function fieldsOf({ options = [] }: INodeProperties): INodeProperties[] {
  return options.filter((option) => isField(option));
}

function groupsOf({ options = [] }: INodeProperties): INodePropertyCollection[] {
  return options.filter((option) => isGroup(option));
}

type Option = INodePropertyOptions | INodeProperties | INodePropertyCollection;

function isField(option: Option): option is INodeProperties {
  return 'type' in option;
}

function isGroup(option: Option): option is INodePropertyCollection {
  return 'values' in option;
}

/** A value that no other field has: its place in the form, or its number. Of choices the last one. */
const distinct: Rule = (field, place, count) => {
  switch (field.type) {
    case 'number':
      return field.typeOptions?.minValue === 1 ? count : count + 0.5;
    case 'boolean':
      return field.default !== true;
    case 'options': {
      const last = field.options?.at(-1);
      return last && 'value' in last ? last.value : field.default;
    }
    case 'multiOptions':
      return [`${place}-1`, `${place}-2`];
    case 'resourceLocator':
      return located(field, place);
    case 'dateTime':
      return `2026-01-${String((count % 28) + 1).padStart(2, '0')}T00:30:00.000+09:00`;
    case 'json':
      return JSON.stringify({ [place]: count });
    default:
      return place;
  }
};

/** As n8n fills in a field that nobody touched. */
const added: Rule = ({ type, default: value }) =>
  type === 'resourceLocator' && isRecord(value) ? { __rl: true, ...value } : value;

/** As the editor has a field that was filled in and emptied again. */
const emptied: Rule = (field) => {
  if (field.type === 'number') return 0;
  if (field.type === 'boolean') return false;
  if (field.type === 'multiOptions') return [];
  return inField(field, '');
};

/** What a resource locator holds when it was given otherwise than from the list. */
export function located(field: Pick<INodeProperties, 'modes'>, value: unknown): unknown {
  return { __rl: true, mode: field.modes?.find(({ type }) => type === 'string')?.name ?? 'list', value };
}

function inField(field: INodeProperties, value: unknown): unknown {
  return field.type === 'resourceLocator' ? located(field, value) : value;
}

function plain(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'value' in value ? value.value : value;
}

function isText({ type }: INodeProperties): boolean {
  return type === 'string' || type === 'resourceLocator';
}

/** A field that takes any value by expression; the others are switches and choices. */
function isOpen({ type }: INodeProperties): boolean {
  return ['string', 'number', 'resourceLocator', 'dateTime', 'options'].includes(type);
}

/** The second over the first, member by member, entry by entry. */
export function merged(first: Record<string, unknown>, second: Record<string, unknown>): Record<string, unknown> {
  const together = (one: unknown, other: unknown): unknown => {
    if (Array.isArray(one) && Array.isArray(other)) {
      return Array.from({ length: Math.max(one.length, other.length) }, (_, index): unknown =>
        index < other.length ? together(one[index], other[index]) : one[index],
      );
    }
    return isRecord(one) && isRecord(other) && !('__rl' in other) ? merged(one, other) : other;
  };
  return {
    ...first,
    ...Object.fromEntries(
      Object.entries(second).map(([name, value]) => [
        name,
        Object.hasOwn(first, name) ? together(first[name], value) : value,
      ]),
    ),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A date in the ways in which workflows have it; the workflow's time zone is eight hours ahead of UTC. */
export const DATES: Readonly<Record<string, string>> = {
  'ISO text': '2025-12-13T00:30:00.000+09:00',
  'ISO text in UTC': '2025-12-13T20:30:00Z',
  'ISO text without zone': '2025-12-13T00:30:00',
  'date and time with a space': '2025-12-13 00:30:00',
  'a date': '2025-12-13',
  'a date with slashes': '2025/12/13',
  'a JavaScript date': '={{ new Date("2025-12-13T20:30:00.000Z") }}',
  'a date of n8n': '={{ DateTime.fromISO("2025-12-13T20:30:00.000Z") }}',
  'Unix seconds': '={{ 1765600000 }}',
  'no date': 'tomorrow',
};
