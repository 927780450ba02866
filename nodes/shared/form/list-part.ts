import type { INodeProperties } from 'n8n-workflow';
import type { List } from '#carriers/shared/rows';
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
  };
  description?: string;
  mostEntries?: number;
}

/** Entries of a list, one by one or as JSON. */
export function listPart(wireName: string, list: List, entry: FormPart, settings: ListSettings): FormPart {
  const { name, orJson } = settings;
  const read = (source: Source): unknown =>
    orJson !== undefined && source.value(orJson.from.name) === 'json'
      ? source.json(orJson.name)
      : source.entries(name).map((each) => entry.read(each));
  return {
    properties: listProperties(list, entry.properties, settings),
    labels: { [wireName]: { label: list.entry, inside: entry.labels } },
    read: (source) => {
      const value = read(source);
      const isLeftOut = value === undefined || (Array.isArray(value) && value.length === 0 && !list.required);
      return isLeftOut ? {} : { [wireName]: value };
    },
  };
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
  const shownFor = (value: string) => ({ displayOptions: { show: { [orJson.from.name]: [value] } } });
  const asJson: INodeProperties = {
    displayName: jsonLabel(list),
    name: orJson.name,
    type: 'json',
    ...shownFor('json'),
    default: '[]',
    placeholder: `e.g. ${orJson.example}`,
    description: orJson.description,
  };
  return [orJson.from, { ...oneByOne, ...shownFor('fields') }, asJson];
}
