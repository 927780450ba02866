import type { INodeProperties } from 'n8n-workflow';
import { RequestError } from '../../carriers/request-check';
import { camelCase } from './form';

/** What the form calls the fields of an object on the wire, and of the objects and lists in it. */
export interface Labels {
  fields: readonly INodeProperties[];
  groups?: Readonly<Record<string, Labels & { label: string }>>;
}

/** The same error with the labels of the form before the names on the wire: `Parcel 1: Item 2: Quantity (…)`. */
export function inFormTerms(error: RequestError, labels: Labels): RequestError {
  return new RequestError(
    error.problems.map(({ path, problem }) => {
      const label = labelOf(path, labels);
      return { path: label === '' ? path : `${label} (${path})`, problem };
    }),
  );
}

function labelOf(path: string, labels: Labels): string {
  const words: string[] = [];
  let level: Labels = labels;
  for (const part of path.split('.')) {
    const [, name = '', index] = /^(\w+)(?:\[(\d+)\])?$/.exec(part) ?? [];
    const group = level.groups?.[name];
    const field = level.fields.find((each) => each.name === camelCase(name));
    if (group) words.push(index === undefined ? group.label : `${group.label} ${Number(index) + 1}`);
    else if (field) words.push(field.displayName);
    level = group ?? { fields: [] };
  }
  return words.join(': ');
}
