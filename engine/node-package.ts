import { realpath } from 'node:fs/promises';
import { PackageDirectoryLoader } from 'n8n-core';
import {
  NodeHelpers,
  type ICredentialType,
  type IDataObject,
  type INodeType,
  type INodeTypes,
  type IVersionedNodeType,
} from 'n8n-workflow';
import { CORE_NODES } from './core-nodes';
import { startEngine } from './engine';
import { settingUp, SetupError } from './setup-error';
import { asTool } from './tool-types';

const loaded = new Map<string, Promise<NodePackage>>();

/** Loads the built nodes and credentials of a package as n8n does, from the `n8n` section of its package.json. */
export async function loadNodePackage(root: string): Promise<NodePackage> {
  await startEngine();
  const path = await settingUp('The package folder cannot be read', () => realpath(root));
  const nodePackage = loaded.get(path) ?? load(path);
  loaded.set(path, nodePackage);
  nodePackage.catch(() => loaded.delete(path));
  return nodePackage;
}

/** What a package brings, and n8n's core nodes beside it, in the form the engine asks for node types. */
export class NodePackage implements INodeTypes {
  readonly #tools = new Map<string, INodeType>();

  constructor(private readonly loader: PackageDirectoryLoader) {}

  has(type: string): boolean {
    return this.find(type) !== undefined;
  }

  getByName(type: string): INodeType | IVersionedNodeType {
    const node = this.find(type);
    if (!node) throw new SetupError(`Unknown node type "${type}". Known types: ${this.names().join(', ')}.`);
    return node;
  }

  getByNameAndVersion(type: string, version?: number): INodeType {
    return NodeHelpers.getVersionedNodeType(this.getByName(type), version);
  }

  getKnownTypes(): IDataObject {
    return Object.fromEntries(Object.entries(this.loader.known.nodes).map(([name, node]) => [name, { ...node }]));
  }

  /** All versions of every node of the package. */
  nodes(): INodeType[] {
    return Object.values(this.loader.nodeTypes).flatMap(({ type }) =>
      'nodeVersions' in type ? Object.values(type.nodeVersions) : [type],
    );
  }

  /** The full type name of a node of this package, given that or the bare name. */
  fullName(node: string): string {
    return this.has(node) ? node : `${this.loader.packageName}.${node}`;
  }

  credential(type: string): ICredentialType {
    const credential = this.loader.credentialTypes[type];
    if (!credential) throw new SetupError(`Unknown credential type "${type}".`);
    return credential.type;
  }

  private names(): string[] {
    return [
      ...Object.keys(this.loader.nodeTypes).map((name) => `${this.loader.packageName}.${name}`),
      ...CORE_NODES.keys(),
    ];
  }

  private find(type: string): INodeType | IVersionedNodeType | undefined {
    const prefix = `${this.loader.packageName}.`;
    const own = type.startsWith(prefix) ? this.loader.nodeTypes[type.slice(prefix.length)]?.type : undefined;
    return own ?? CORE_NODES.get(type) ?? this.tool(type);
  }

  /** The copy of a node for models, as n8n has one of each node that is usable as a tool. */
  private tool(type: string): INodeType | undefined {
    const node = type.endsWith('Tool') ? this.find(type.slice(0, -'Tool'.length)) : undefined;
    if (!node || 'nodeVersions' in node || node.description.usableAsTool === undefined) return undefined;
    const tool = this.#tools.get(type) ?? asTool(node);
    this.#tools.set(type, tool);
    return tool;
  }
}

async function load(root: string): Promise<NodePackage> {
  return settingUp('The nodes cannot be loaded, build the package first (npm run build)', async () => {
    const loader = new PackageDirectoryLoader(root);
    await loader.loadAll();
    return new NodePackage(loader);
  });
}
