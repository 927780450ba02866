import type { INodeProperties } from 'n8n-workflow';
import type { JsonObject } from '#carriers/shared/json-value';
import { mergeObjects } from '#carriers/shared/merge';
import type { Row } from '#carriers/shared/rows';
import { enteredValue, type EntryRules } from './entered-value';
import { folding, inCollection, parameterName, propertyOf } from './row-property';
import type { Source } from './source';

/** What the form calls the fields, by their names on the wire. What has no word of its own has no label. */
export interface Labels {
  readonly [wireName: string]: {
    label?: string;
    /** Of a list as a whole, where `label` is that of an entry. */
    whole?: string;
    inside?: Labels;
  };
}

/** Some fields of a form, and what they say of the request. */
export interface FormPart {
  properties: INodeProperties[];
  read: (source: Source) => JsonObject;
  labels: Labels;
}

export const NOTHING: FormPart = { properties: [], read: () => ({}), labels: {} };

export type NamedRow = readonly [wireName: string, row: Row];

/** How values are read, and whether the fields stand in the form itself, where n8n marks those that are required. */
export interface Setting extends EntryRules {
  atTop?: boolean;
}

/** Fields that are always shown. */
export function rowsPart(rows: readonly NamedRow[], { atTop = false, ...rules }: Setting): FormPart {
  const properties = rows.map(([wireName, row]) => {
    const property = propertyOf(wireName, row);
    return folding(
      row,
      atTop ? { ...property, ...(isDemanded(row) ? { required: true } : {}) } : inCollection(property, row),
    );
  });
  return { properties, labels: labelsOf(rows), read: reading(rows, rules) };
}

/** A dropdown has a value unless it begins with none, and what is asked for only sometimes is required then. */
function isDemanded({ kind, required = false, asked = false, when, initial }: Row): boolean {
  return when !== undefined || ((required || asked) && (kind !== 'choice' || initial === ''));
}

export interface CollectionSettings {
  /** Fields that a new form has open; otherwise those that are required. */
  opened?: readonly string[];
  /** In the order of the table, not of the alphabet. */
  asListed?: boolean;
  /** Errors name it before its fields, because others have fields of the same names. */
  named?: boolean;
  /** What is added, on its button. */
  adds?: string;
}

/** Fields that the user adds, but for those that are open from the start. */
export function collectionPart(
  { displayName, name }: Pick<INodeProperties, 'displayName' | 'name'>,
  rows: readonly NamedRow[],
  rules: EntryRules,
  { opened, asListed = false, adds = 'field' }: CollectionSettings,
): FormPart {
  if (rows.length === 0) return NOTHING;
  const options = rows.map(([wireName, row]) => inCollection(propertyOf(wireName, row), row));
  const openNames = rows
    .filter(([wireName, row]) => opened?.includes(wireName) ?? isUsual(row))
    .map(([wireName, row]) => parameterName(wireName, row));
  const open = options.filter((option) => openNames.includes(option.name));
  const read = reading(rows, rules);
  const property: INodeProperties = {
    ...COLLECTION,
    displayName,
    name,
    placeholder: `Add ${adds}`,
    default: Object.fromEntries(open.map((option) => [option.name, option.default])),
    options: asListed ? options : [...options].sort(byDisplayName),
  };
  return {
    properties: [property],
    labels: labelsOf(rows),
    read: (source) => read(source.collection(name)),
  };
}

/** Most requests have it, so that a new form has it open. */
export function isUsual({ required, usual, asked }: Row): boolean {
  return required || usual || asked || false;
}

const COLLECTION: INodeProperties = {
  displayName: '',
  name: '',
  type: 'collection',
  default: {},
};

function byDisplayName(left: INodeProperties, right: INodeProperties): number {
  return left.displayName.localeCompare(right.displayName, 'en');
}

function labelsOf(rows: readonly NamedRow[]): Labels {
  return Object.fromEntries(rows.map(([wireName, { label }]) => [wireName, { label }]));
}

function reading(rows: readonly NamedRow[], rules: EntryRules): FormPart['read'] {
  const fields = rows.map(([wireName, row]) => ({ wireName, row, name: parameterName(wireName, row) }));
  return (source) => {
    const values = fields.map(({ wireName, row, name }): [string, unknown] => [
      wireName,
      enteredValue(row, heldBy(source, name, row), rules),
    ]);
    return Object.fromEntries(values.filter(([, value]) => value !== undefined));
  };
}

function heldBy(source: Source, name: string, { kind }: Row): unknown {
  if (kind === 'json') return source.json(name);
  if (kind === 'date') return source.date(name);
  return kind === 'seconds' ? source.seconds(name) : source.value(name);
}

/** Several parts in one; two of them may show fields of the same object, or fields in the same collection. */
export function together(parts: readonly FormPart[]): FormPart {
  return {
    properties: parts.flatMap(({ properties }) => properties).reduce(withProperty, []),
    labels: parts.map(({ labels }) => labels).reduce(mergeLabels, {}),
    read: (source) => parts.map(({ read }) => read(source)).reduce(mergeObjects, {}),
  };
}

function withProperty(properties: INodeProperties[], property: INodeProperties): INodeProperties[] {
  const same = property.type === 'collection' ? properties.find(({ name }) => name === property.name) : undefined;
  if (same === undefined) return [...properties, property];
  const options = [...optionsOf(same), ...optionsOf(property)].sort(byDisplayName);
  return properties.map((each) => (each === same ? { ...same, options } : each));
}

function optionsOf({ options = [] }: INodeProperties): INodeProperties[] {
  return options.filter((option): option is INodeProperties => 'type' in option);
}

function mergeLabels(labels: Labels, more: Labels): Labels {
  const merged = Object.entries(more).map(([name, label]): [string, Labels[string]] => {
    const inside = mergeLabels(labels[name]?.inside ?? {}, label.inside ?? {});
    return [name, Object.keys(inside).length > 0 ? { ...labels[name], ...label, inside } : label];
  });
  return { ...labels, ...Object.fromEntries(merged) };
}

export function withPrefix(prefix: string, labels: Labels): Labels {
  return Object.fromEntries(
    Object.entries(labels).map(([name, { label, whole, ...more }]) => [
      name,
      {
        ...more,
        label: label === undefined ? prefix : `${prefix}: ${label}`,
        ...(whole === undefined ? {} : { whole: `${prefix}: ${whole}` }),
      },
    ]),
  );
}
