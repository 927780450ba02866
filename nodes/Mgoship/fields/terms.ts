import type { INodeProperties } from 'n8n-workflow';
import { RequestError } from '../../../carriers/request-check';

/** A group of fields by its name on the wire; '' for fields that stand outside any group. */
export type FormGroups = Readonly<Record<string, { label?: string; fields: readonly INodeProperties[] }>>;

/**
 * Makes a request of what the form holds.
 * @throws the same RequestError with the labels of the form before the names on the wire
 */
export function inTermsOf<T>(groups: FormGroups, make: () => T): T {
  try {
    return make();
  } catch (error) {
    throw error instanceof RequestError ? labelled(groups, error) : error;
  }
}

function labelled(groups: FormGroups, { problems }: RequestError): RequestError {
  return new RequestError(
    problems.map(({ path, problem }) => {
      const label = labelOf(groups, path);
      return { path: label ? `${label} (${path})` : path, problem };
    }),
  );
}

function labelOf(groups: FormGroups, path: string): string | undefined {
  const [, first = '', index, second] = /^(\w+?)(?:\[(\d+)\])?(?:\.(\w+))?$/.exec(path) ?? [];
  if (second === undefined) return groups[first]?.label ?? fieldOf(groups[''], first)?.displayName;
  const group = groups[first];
  const field = fieldOf(group, second)?.displayName;
  const place = index === undefined || !group?.label ? group?.label : `${group.label} ${Number(index) + 1}`;
  return [place, field].filter((part) => part !== undefined).join(': ');
}

/** Names in the form are the camelCase of those on the wire. */
function fieldOf(group: FormGroups[string] | undefined, wireName: string): INodeProperties | undefined {
  const plain = (name: string): string => name.replaceAll('_', '').toLowerCase();
  return group?.fields.find(({ name }) => plain(name) === plain(wireName));
}
