/** A running n8n with the package in it, the sandbox carriers beside it, and what the parts need to know of both. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { isObject, objectOf, textOf, type JsonObject } from '../carriers/shared/json-value';
import { startSandbox, type Sandbox } from '../sandbox/server';
import { PROJECT_ROOT, type CredentialFields, type Credentials } from '../engine';
import { readCredentials, readJson } from '../engine/json-files';
import { EXAMPLE_ITEMS, NODE_ROWS, type NodeRow } from './carriers';
import { PACKAGE_NAME } from './installation';
import { idOf, type Rest } from './rest';

export interface Workspace {
  rest: Rest;
  sandbox: Sandbox;
  /** Rows of the nodes that the package has. */
  rows: readonly NodeRow[];
  /** Fields by type, pointed at the sandbox. */
  credentials: Credentials;
  /** n8n's ids of these credentials, by type. */
  credentialIds: Readonly<Record<string, string>>;
}

export interface Example {
  file: string;
  name: string;
  /** As exported by n8n, with the ids of n8n's own credentials. */
  workflow: JsonObject;
  /** What its trigger gives out. */
  items: readonly JsonObject[];
}

const EXAMPLES = path.join(PROJECT_ROOT, 'examples');

/** Stores the sandbox's credentials in n8n. The port of the sandbox is its own, whatever the file says. */
export async function openWorkspace(rest: Rest, sandboxPort = 0): Promise<Workspace> {
  const sandbox = await startSandbox({ port: sandboxPort });
  const rows = await packagedRows();
  const credentials = await sandboxCredentials(sandbox.url);
  const credentialIds: Record<string, string> = {};
  for (const [type, fields] of Object.entries(credentials)) {
    credentialIds[type] = await storeCredential(rest, type, fields);
  }
  return { rest, sandbox, rows, credentials, credentialIds };
}

/** @returns n8n's id of it */
export async function storeCredential(
  rest: Rest,
  type: string,
  fields: CredentialFields,
  name = credentialName(type),
): Promise<string> {
  return idOf(await rest.post('/rest/credentials', { name, type, data: fields }));
}

export async function packagedRows(): Promise<NodeRow[]> {
  const manifest = objectOf(await readJson(path.join(PROJECT_ROOT, 'package.json')));
  const files = objectOf(manifest['n8n'])['nodes'];
  const names = (Array.isArray(files) ? files : []).map((file) =>
    path.basename(String(file), '.node.js').toLowerCase(),
  );
  const rows = NODE_ROWS.filter(({ node }) => names.includes(node.toLowerCase()));
  const unknown = names.filter((name) => !rows.some(({ node }) => node.toLowerCase() === name));
  if (unknown.length > 0) throw new Error(`e2e/carriers.ts has no row for the node ${unknown.join(', ')}`);
  return rows;
}

/** The workflows of `examples/`, without its templates, that start with items which they are handed; those that start by a schedule are not among them. */
export async function readExamples({ credentialIds }: Pick<Workspace, 'credentialIds'>): Promise<Example[]> {
  const files = (await readdir(EXAMPLES)).filter((name) => name.endsWith('.workflow.json')).sort();
  const examples = await Promise.all(
    files.map(async (file) => {
      const workflow = await readWorkflow(file, credentialIds);
      const { items: itemsFile, count } = EXAMPLE_ITEMS[file] ?? { items: 'orders.json' };
      const items = await readJson(path.join(EXAMPLES, itemsFile));
      return {
        file,
        name: textOf(workflow['name']) ?? file,
        workflow,
        items: Array.isArray(items) ? items.filter(isObject).slice(0, count) : [],
      };
    }),
  );
  return examples.filter(({ workflow }) => triggerOf(workflow) !== '');
}

/** Names of the templates in `examples/`, besides the tracking routine. */
export async function templateFiles(): Promise<string[]> {
  const files = await readdir(path.join(EXAMPLES, 'templates'));
  return files.filter((name) => name.endsWith('.workflow.json')).map((name) => `templates/${name}`);
}

/** @param file its name in `examples/` */
export async function readWorkflow(file: string, credentialIds: Readonly<Record<string, string>>): Promise<JsonObject> {
  return withCredentials(objectOf(await readJson(path.join(EXAMPLES, file))), credentialIds);
}

/** Creates the workflow in n8n with its items pinned to the trigger, so that it runs at a click. @returns its id */
export async function importExample(rest: Rest, { workflow, items }: Example, name?: string): Promise<string> {
  const pinData = { [triggerOf(workflow)]: items.map((json) => ({ json })) };
  return importWorkflow(rest, { ...workflow, pinData, ...(name === undefined ? {} : { name }) });
}

/** Creates the workflow in n8n as it is. @returns its id */
export async function importWorkflow(rest: Rest, workflow: JsonObject): Promise<string> {
  const { name, nodes, connections, settings, pinData } = workflow;
  return idOf(await rest.post('/rest/workflows', { name, nodes, connections, settings, pinData }));
}

/** Creates the workflow in n8n and publishes it. n8n answers before it listens at the workflow's own addresses. */
export async function publishWorkflow(rest: Rest, workflow: JsonObject): Promise<void> {
  const { name, nodes, connections, settings } = workflow;
  const created = objectOf(await rest.post('/rest/workflows', { name, nodes, connections, settings }));
  await rest.post(`/rest/workflows/${idOf(created)}/activate`, { versionId: created['versionId'] });
}

export function nodesOf(workflow: JsonObject): JsonObject[] {
  return Array.isArray(workflow['nodes']) ? workflow['nodes'].filter(isObject) : [];
}

export function triggerOf(workflow: JsonObject): string {
  const trigger = nodesOf(workflow).find(({ type }) => type === 'n8n-nodes-base.manualTrigger');
  return textOf(trigger?.['name']) ?? '';
}

/** A node of this package, not one of n8n's own. */
export function isOwn({ type }: JsonObject): boolean {
  return typeof type === 'string' && type.startsWith(`${PACKAGE_NAME}.`);
}

/** A carrier numbers orders as they arrive: with one call at a time the numbers are the same in every run. */
export function oneCallAtATime(workflow: JsonObject): JsonObject {
  const nodes = nodesOf(workflow).map((node) => {
    const parameters = objectOf(node['parameters']);
    if (!isOwn(node)) return node;
    return { ...node, parameters: { ...parameters, options: { ...objectOf(parameters['options']), concurrency: 1 } } };
  });
  return { ...workflow, nodes };
}

/** Nodes of this package in n8n's list; not their copies for agents. */
export async function packageTypes(rest: Rest): Promise<JsonObject[]> {
  const types = await rest.get('/types/nodes.json');
  return (Array.isArray(types) ? types : [])
    .filter(isObject)
    .filter(({ name }) => typeof name === 'string' && name.startsWith(`${PACKAGE_NAME}.`) && !name.endsWith('Tool'));
}

/** Clears orders, counts and faults of all carriers. */
export async function resetSandbox({ url }: Sandbox): Promise<void> {
  await fetch(`${url}/_control/reset`, { method: 'POST' });
}

function credentialName(type: string): string {
  const rows = NODE_ROWS.flatMap(({ credentials }) => credentials);
  return rows.find((row) => row.type === type)?.name ?? type;
}

async function sandboxCredentials(url: string): Promise<Credentials> {
  const given = await readCredentials(path.join(PROJECT_ROOT, 'examples/credentials.sandbox.json'));
  return Object.fromEntries(
    Object.entries(given).map(([type, fields]) => {
      const { pathname } = new URL(textOf(fields['baseUrl']) ?? '');
      return [type, { ...fields, baseUrl: url + pathname }];
    }),
  );
}

function withCredentials(workflow: JsonObject, ids: Readonly<Record<string, string>>): JsonObject {
  const nodes = nodesOf(workflow).map((node) => {
    const types = Object.keys(objectOf(node['credentials']));
    if (types.length === 0) return node;
    const credentials = types.map((type) => [type, { id: ids[type], name: credentialName(type) }] as const);
    return { ...node, credentials: Object.fromEntries(credentials) };
  });
  return { ...workflow, nodes };
}

/** The step that begins a workflow by a click. */
export const TRIGGER = {
  id: 'start',
  name: 'Start',
  type: 'n8n-nodes-base.manualTrigger',
  typeVersion: 1,
  position: [0, 0],
  parameters: {},
};
