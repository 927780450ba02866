import type { INodeProperties } from 'n8n-workflow';
import type { OrderMapping } from '#carriers/shared/order-mapping';
import type { List } from '#carriers/shared/rows';
import type { EntryRules } from './entered-value';
import { ListedLines } from './listed-lines';
import { combineRows, FROM_LIST } from '../fields';
import { RequestError } from '#carriers/shared/request-check';
import type { FormPart } from './parts';
import type { Source } from './source';

export interface ListSettings {
  /** The parameter. */
  name: string;
  /** The list may come as JSON instead. */
  orJson?: {
    /** The choice between both ways, of which `json` is one. */
    from: INodeProperties;
    name: string;
    description: string;
    example: string;
    /** The list may also be one of another system's, of lines that this makes the carrier's. `from` has `list` for it. */
    mapping?: OrderMapping;
  };
  description?: string;
  mostEntries?: number;
}

/** Entries of a list, one by one, as JSON, or from another system's list. */
export function listPart(
  wireName: string,
  list: List,
  entry: FormPart,
  settings: ListSettings,
  rules: EntryRules,
): FormPart {
  const { name, orJson } = settings;
  const listed = orJson?.mapping && new ListedLines(wireName, orJson.mapping, rules);
  const read = (source: Source): unknown => {
    const from = orJson && source.value(orJson.from.name);
    if (listed && from === 'list') return listed.read(source);
    if (listed && source.hasRows) throw needsList(orJson);
    return orJson && from === 'json' ? source.json(orJson.name) : source.entries(name).map((each) => entry.read(each));
  };
  return {
    properties: [
      ...listProperties(list, entry.properties, settings),
      ...(listed?.properties ?? []).map((property) => ({ ...property, ...shownFor(orJson?.from, 'list') })),
    ],
    labels: { [wireName]: { label: list.entry, whole: list.label, inside: entry.labels } },
    read: (source) => {
      const value = read(source);
      const isLeftOut = value === undefined || (Array.isArray(value) && value.length === 0 && !list.required);
      return isLeftOut ? {} : { [wireName]: value };
    },
  };
}

function needsList({ from }: { from: INodeProperties }): RequestError {
  const problem = `needs "${FROM_LIST}" in ${from.displayName}: the lines of the rows are put into one list`;
  return new RequestError([{ path: combineRows.displayName, problem }]);
}

function shownFor(from: INodeProperties | undefined, value: string): Pick<INodeProperties, 'displayOptions'> {
  return from ? { displayOptions: { show: { [from.name]: [value] } } } : {};
}

function jsonLabel({ label }: List): string {
  return `${label} (JSON)`;
}

function listProperties(
  list: List,
  values: INodeProperties[],
  { name, orJson, description, mostEntries }: ListSettings,
): INodeProperties[] {
  const oneByOne: INodeProperties = {
    displayName: list.label,
    name,
    type: 'fixedCollection',
    typeOptions: {
      multipleValues: true,
      sortable: true,
      ...(mostEntries === undefined ? {} : { maxAllowedFields: mostEntries }),
    },
    placeholder: `Add ${list.entry}`,
    default: {},
    ...(description === undefined ? {} : { description }),
    options: [{ displayName: list.entry, name: 'entry', values }],
  };
  if (orJson === undefined) return [oneByOne];
  const asJson: INodeProperties = {
    displayName: jsonLabel(list),
    name: orJson.name,
    type: 'json',
    ...shownFor(orJson.from, 'json'),
    default: '[]',
    placeholder: `e.g. ${orJson.example}`,
    description: orJson.description,
  };
  return [orJson.from, { ...oneByOne, ...shownFor(orJson.from, 'fields') }, asJson];
}
