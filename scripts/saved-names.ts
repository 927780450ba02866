import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ICredentialType, INodeProperties, INodeType, IVersionedNodeType } from 'n8n-workflow';

/** What n8n has loaded of the package. */
export interface LoadedPackage {
  packageName: string;
  nodeTypes: Record<string, { type: INodeType | IVersionedNodeType }>;
  credentialTypes: Record<string, { type: ICredentialType }>;
}

/**
 * Every name on which a saved workflow or a saved credential depends, sorted, one a line:
 *
 *     n8n-nodes-crossborder.hge@1: node                     a node and its version
 *     hge@1.credentials = hgeApi                            a credential that it takes
 *     hge@1.resource = order                                a value of a dropdown
 *     hge@1.order.create.sender.city: string                a parameter, by its way, and its type
 *     hge@1.order.create.pieces: fixedCollection, several   more than one entry: saved as a list
 *     hgeApi.apiKey: string                                 a field of a credential
 *     hge@1.order.operation: options, default "create"      n8n saves no value that equals the default
 */
export function savedNames({ packageName, nodeTypes, credentialTypes }: LoadedPackage): string[] {
  const nodes = Object.values(nodeTypes).flatMap(({ type }) =>
    ('nodeVersions' in type ? Object.values(type.nodeVersions) : [type]).flatMap((node) =>
      namesOfNode(node, packageName),
    ),
  );
  const credentials = Object.values(credentialTypes).flatMap(({ type: { name, properties } }) => [
    `${name}: credential`,
    ...properties.flatMap((property) => namesOf(property, name)),
  ]);
  return [...new Set([...nodes, ...credentials])].sort();
}

/** What is pinned and is there no more, and what is there and not pinned. A changed type is both. */
export function lostAndAdded(
  pinned: readonly string[],
  present: readonly string[],
): { lost: string[]; added: string[] } {
  return {
    lost: pinned.filter((name) => !present.includes(name)),
    added: present.filter((name) => !pinned.includes(name)),
  };
}

const PINNED = path.join(__dirname, '../test/structure/names.txt');

export function readPinned(): string[] {
  return readFileSync(PINNED, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
}

export function writePinned(names: readonly string[]): void {
  writeFileSync(PINNED, `${[...names].sort().join('\n')}\n`);
}

function namesOfNode({ description }: INodeType, packageName: string): string[] {
  return [description.version].flat().flatMap((version) => {
    const node = `${description.name}@${version}`;
    return [
      `${packageName}.${node}: node`,
      ...(description.credentials ?? []).map(({ name }) => `${node}.credentials = ${name}`),
      ...description.properties.flatMap((property) =>
        placesOf(property).flatMap((place) => namesOf(property, [node, ...place].join('.'))),
      ),
    ];
  });
}

/** Resource and operation for which a property is shown: every pair of them, or less where it is shown for more. */
function placesOf({ displayOptions }: INodeProperties): string[][] {
  const shownFor = (name: string): string[][] =>
    displayOptions?.show?.[name]?.map((value) => [typeof value === 'string' ? value : JSON.stringify(value)]) ?? [[]];
  return shownFor('resource').flatMap((resource) =>
    shownFor('operation').map((operation) => [...resource, ...operation]),
  );
}

function namesOf(property: INodeProperties, above: string): string[] {
  if (property.type === 'notice') return [];
  const way = `${above}.${property.name}`;
  return [
    `${way}: ${[property.type, ...severalOf(property), ...defaultOf(property)].join(', ')}`,
    ...(property.modes ?? []).map(({ name }) => `${way} = ${name}`),
    ...(property.options ?? []).flatMap((option) => {
      if ('values' in option)
        return [
          `${way}.${option.name}: group`,
          ...option.values.flatMap((each) => namesOf(each, `${way}.${option.name}`)),
        ];
      return 'type' in option ? namesOf(option, way) : [`${way} = ${option.value}`];
    }),
  ];
}

function severalOf({ typeOptions }: INodeProperties): string[] {
  return typeOptions?.multipleValues ? ['several'] : [];
}

function defaultOf({ default: value }: INodeProperties): string[] {
  const isPlain =
    typeof value === 'boolean' || typeof value === 'number' || (typeof value === 'string' && value !== '');
  return isPlain ? [`default ${JSON.stringify(value)}`] : [];
}
