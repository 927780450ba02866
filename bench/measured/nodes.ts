/** The nodes of a run: ours as n8n loads them, or one of those that they are measured beside. */
import { createRequire } from 'node:module';
import path from 'node:path';
import { PackageDirectoryLoader } from 'n8n-core';
import {
  NodeHelpers,
  type IExecuteFunctions,
  type INode,
  type INodeExecutionData,
  type INodeType,
  type IVersionedNodeType,
} from 'n8n-workflow';
import { isObject } from '../../carriers/shared/json-value';
import { PROJECT_ROOT } from '../../engine';
import { NodePackage } from '../../engine/node-package';
import { CALLS, inCall, type Call } from '../calls';
import type { CallName, WorkflowJob } from '../case';
import { HTTP_REQUEST, LOOP } from '../peers';

/** Loads what the steps need, and no other node: it would be in the memory of the others. */
export async function nodesFor({ chains, onlyEvaluates }: WorkflowJob): Promise<BenchNodes> {
  const types = new Set(chains.flat().map(({ type }) => type));
  const loader = new PackageDirectoryLoader(PROJECT_ROOT);
  if ([...types].some((type) => type.startsWith('n8n-nodes-crossborder.'))) await loader.loadAll();
  const others = new Map<string, INodeType | IVersionedNodeType>();
  if (types.has(HTTP_REQUEST)) others.set(HTTP_REQUEST, httpRequestNode());
  if (types.has(LOOP)) others.set(LOOP, loopNode());
  const nodes = new BenchNodes(loader, others);
  if (onlyEvaluates) for (const type of types) others.set(type, evaluatorOf(nodes.getByName(type)));
  return nodes;
}

export class BenchNodes extends NodePackage {
  constructor(
    loader: PackageDirectoryLoader,
    private readonly others: ReadonlyMap<string, INodeType | IVersionedNodeType>,
  ) {
    super(loader);
  }

  override has(type: string): boolean {
    return this.others.has(type) || super.has(type);
  }

  override getByName(type: string): INodeType | IVersionedNodeType {
    return this.others.get(type) ?? super.getByName(type);
  }
}

function httpRequestNode(): IVersionedNodeType {
  const load = createRequire(path.join(PROJECT_ROOT, 'bench/package.json'));
  const loaded: unknown = load('n8n-nodes-base/dist/nodes/HttpRequest/HttpRequest.node.js');
  const node: unknown = isObject(loaded) && isClass(loaded['HttpRequest']) ? new loaded['HttpRequest']() : undefined;
  if (!isVersioned(node)) throw new Error("n8n's HTTP Request node is not as it was");
  return node;
}

function isClass(value: unknown): value is new () => unknown {
  return typeof value === 'function';
}

function isVersioned(value: unknown): value is IVersionedNodeType {
  return typeof value === 'object' && value !== null && 'nodeVersions' in value;
}

const DESCRIPTION = {
  group: ['transform'],
  version: 1,
  description: 'Measured beside the package',
  inputs: ['main'],
  outputs: ['main'],
} as const;

/** Calls named in its parameters, for one item after the other. */
function loopNode(): INodeType {
  return {
    description: {
      ...DESCRIPTION,
      group: ['transform'],
      inputs: ['main'],
      outputs: ['main'],
      displayName: 'Loop',
      name: 'loop',
      defaults: { name: 'Loop' },
      properties: [
        { displayName: 'Calls', name: 'calls', type: 'string', default: '' },
        { displayName: 'URL', name: 'url', type: 'string', default: '' },
      ],
    },
    async execute() {
      const results: INodeExecutionData[] = [];
      for (const [index, item] of this.getInputData().entries()) {
        const calls = textOf(this.getNodeParameter('calls', index)).split(',').filter(isCallName);
        const url = textOf(this.getNodeParameter('url', index));
        let json: unknown = {};
        for (const name of calls) json = await sent(this, CALLS[name], url, textOf(item.json['number']));
        results.push({ json: isPlain(json) ? json : { text: textOf(json) }, pairedItem: { item: index } });
      }
      return [results];
    },
  };
}

async function sent(context: IExecuteFunctions, call: Call, url: string, number: string): Promise<unknown> {
  const { path: target, body } = inCall(call, number);
  const isPost = call.method === 'POST';
  return context.helpers.httpRequest({
    method: call.method,
    url: url + target,
    json: call.reads === 'json',
    ...(call.reads === 'bytes' ? { encoding: 'arraybuffer' } : {}),
    ...(isPost ? { headers: { 'Content-Type': call.type }, body } : {}),
  });
}

function isCallName(name: string): name is CallName {
  return name in CALLS;
}

function isPlain(value: unknown): value is INodeExecutionData['json'] {
  return isObject(value) && !Buffer.isBuffer(value);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/**
 * What n8n itself needs for the same form: each parameter with an expression in it is asked for once per item, the others
 * once.
 */
function evaluatorOf(node: INodeType | IVersionedNodeType): INodeType {
  const { description } = NodeHelpers.getVersionedNodeType(node);
  return {
    description: { ...description, properties: description.properties },
    async execute() {
      const { changing, fixed } = parametersOf(this.getNode());
      for (const name of fixed) this.getNodeParameter(name, 0);
      const items = this.getInputData().map((_, index): INodeExecutionData => {
        for (const name of changing) this.getNodeParameter(name, index);
        return { json: {}, pairedItem: { item: index } };
      });
      return [items];
    },
  };
}

function parametersOf({ parameters }: INode): { changing: string[]; fixed: string[] } {
  const names = Object.keys(parameters);
  const changes = (name: string): boolean => JSON.stringify(parameters[name] ?? '').includes('={{');
  return { changing: names.filter(changes), fixed: names.filter((name) => !changes(name)) };
}
