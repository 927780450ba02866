import {
  isExpression,
  NodeHelpers,
  Workflow,
  type IConnections,
  type IDataObject,
  type INode,
  type INodeCredentialDescription,
  type INodeExecutionData,
  type IWorkflowSettings,
} from 'n8n-workflow';
import { MANUAL_TRIGGER, STICKY_NOTE } from './core-nodes';
import type { Credentials } from './credentials';
import type { NodePackage } from './node-package';
import { isObject } from './object';
import { SetupError } from './setup-error';

/** A workflow that can be run: every node type is known and every credential it needs is there. */
export interface WorkflowPlan {
  workflow: Workflow;
  startNode: INode;
}

/**
 * Reads a workflow in the form in which n8n exports it and gives its nodes their credentials.
 * @throws SetupError when it is no workflow, has an unknown node type or no manual trigger, or lacks a credential
 */
export function planWorkflow(file: unknown, nodePackage: NodePackage, credentials: Credentials): WorkflowPlan {
  const { name, nodes, connections, settings } = readWorkflow(file);
  const runnable = nodes.filter(({ type }) => type !== STICKY_NOTE).map(completeNode);
  for (const node of runnable) {
    if (!nodePackage.has(node.type)) throw new SetupError(`Node "${node.name}" has the unknown type "${node.type}".`);
  }
  const workflow = new Workflow({
    id: 'headless',
    name: name ?? 'Workflow',
    nodes: runnable,
    connections: connections ?? {},
    active: false,
    nodeTypes: nodePackage,
    settings: settings ?? {},
  });
  const startNode = Object.values(workflow.nodes).find(({ type, disabled }) => type === MANUAL_TRIGGER && !disabled);
  if (!startNode) throw new SetupError(`The workflow has no Manual Trigger node (${MANUAL_TRIGGER}) to start from.`);
  const steps = workflow.getChildNodes(startNode.name);
  const tools = steps.flatMap((name) => workflow.getParentNodes(name, 'ALL_NON_MAIN'));
  for (const nodeName of [...steps, ...tools]) {
    const node = workflow.getNode(nodeName);
    if (node && !node.disabled) giveCredentials(node, nodePackage, credentials);
  }
  return { workflow, startNode };
}

/**
 * The items a workflow starts with: plain objects, or items in n8n's form `{ json, binary? }`. None given: one empty item.
 * @throws SetupError naming the item that is neither
 */
export function startItems(items: unknown = [{}]): INodeExecutionData[] {
  if (!Array.isArray(items)) throw new SetupError('The input is not a list of items.');
  return items.map((item: unknown, index) => {
    if (!isObject(item)) throw new SetupError(`Input item ${index} is not an object.`);
    if (!isEngineItem(item)) return { json: item };
    if (item.binary !== undefined && !isBinary(item.binary)) {
      throw new SetupError(`Input item ${index} has a binary without base64 "data" and "mimeType".`);
    }
    return item;
  });
}

interface WorkflowFile {
  name?: string;
  nodes: FileNode[];
  connections?: IConnections;
  settings?: IWorkflowSettings;
}

type FileNode = Pick<INode, 'name' | 'type'> & Partial<INode>;

function readWorkflow(file: unknown): WorkflowFile {
  const copy: unknown = structuredClone(file);
  if (!isWorkflow(copy)) {
    throw new SetupError('This is not a workflow: it needs "nodes" (each with "name" and "type") and "connections".');
  }
  return copy;
}

function isWorkflow(value: unknown): value is WorkflowFile {
  if (!isObject(value) || !Array.isArray(value.nodes)) return false;
  const optionalObjects = [value.connections, value.settings];
  return value.nodes.every(isFileNode) && optionalObjects.every((part) => part === undefined || isObject(part));
}

function isFileNode(value: unknown): value is FileNode {
  return isObject(value) && typeof value.name === 'string' && typeof value.type === 'string';
}

function completeNode(node: FileNode): INode {
  return {
    ...node,
    id: node.id ?? node.name,
    typeVersion: node.typeVersion ?? 1,
    position: node.position ?? [0, 0],
    parameters: node.parameters ?? {},
  };
}

/** The engine only looks whether a node has a credential of that type; which one is settled by the type alone. */
function giveCredentials(node: INode, nodePackage: NodePackage, credentials: Credentials): void {
  const { description } = nodePackage.getByNameAndVersion(node.type, node.typeVersion);
  for (const credential of description.credentials ?? []) {
    const { name } = credential;
    if (!NodeHelpers.displayParameter(node.parameters, credential, node, description)) continue;
    if (credentials[name]) {
      node.credentials = { ...node.credentials, [name]: { id: name, name } };
    } else if (isNeeded(credential, node)) {
      throw new SetupError(`Node "${node.name}" needs the credential "${name}", which was not given.`);
    }
  }
}

/** Which of several credentials a node takes may hang on an expression; then only the run itself can tell. */
function isNeeded({ name, required, displayOptions }: INodeCredentialDescription, node: INode): boolean {
  const deciding = Object.keys({ ...displayOptions?.show, ...displayOptions?.hide }).map(
    (parameter) => node.parameters[parameter],
  );
  return !deciding.some(isExpression) && (required === true || node.credentials?.[name] !== undefined);
}

function isEngineItem(item: IDataObject): item is INodeExecutionData & IDataObject {
  return isObject(item.json) && Object.keys(item).every((key) => ['json', 'binary', 'pairedItem'].includes(key));
}

function isBinary(value: unknown): boolean {
  return (
    isObject(value) &&
    Object.values(value).every(
      (file) => isObject(file) && typeof file.data === 'string' && typeof file.mimeType === 'string',
    )
  );
}
