import { CredentialTestContext, LoadOptionsContext } from 'n8n-core';
import {
  Workflow,
  type INode,
  type INodeCredentialTestResult,
  type INodeListSearchResult,
  type INodeParameters,
  type INodePropertyOptions,
  type INodeType,
} from 'n8n-workflow';
import { PROJECT_ROOT } from './build';
import { GivenCredentials, withDefaults, type CredentialFields, type Credentials } from './credentials';
import { executionSurroundings } from './execution';
import { loadNodePackage, type NodePackage } from './node-package';
import { SetupError } from './setup-error';

/** A method of a node that n8n's editor calls while the form is filled in. */
export interface NodeMethodCall {
  /** `huahan` or the full type name. */
  node: string;
  method: string;
  /** What the form holds so far. */
  parameters?: INodeParameters;
  credentials?: Credentials;
  typeVersion?: number;
  packageRoot?: string;
}

/**
 * The options that a node offers for a drop-down field.
 * @throws whatever the method throws, and SetupError when there is no such node or method
 */
export async function loadOptions(call: NodeMethodCall): Promise<INodePropertyOptions[]> {
  return inEditor(call, (type, context) => methodOf(type.methods?.loadOptions, call.method).call(context));
}

/**
 * One page of a searchable list of a node.
 * @throws whatever the method throws, and SetupError when there is no such node or method
 */
export async function listSearch(
  call: NodeMethodCall & { filter?: string; paginationToken?: string },
): Promise<INodeListSearchResult> {
  return inEditor(call, (type, context) =>
    methodOf(type.methods?.listSearch, call.method).call(context, call.filter, call.paginationToken),
  );
}

/**
 * What the Test button of a credential says.
 * @throws SetupError when no node of the package tests this type by a function (`testedBy`)
 */
export async function testCredential(
  type: string,
  fields: CredentialFields,
  packageRoot: string = PROJECT_ROOT,
): Promise<INodeCredentialTestResult> {
  const nodePackage = await loadNodePackage(packageRoot);
  const data = withDefaults(nodePackage.credential(type).properties, fields);
  const surroundings = executionSurroundings(new GivenCredentials(nodePackage, { [type]: fields }));
  const test = credentialTestOf(nodePackage, type);
  return test.call(new CredentialTestContext(surroundings), { id: type, name: type, type, data });
}

async function inEditor<T>(
  call: NodeMethodCall,
  method: (type: INodeType, context: FormContext) => Promise<T>,
): Promise<T> {
  const { parameters = {}, credentials = {}, packageRoot = PROJECT_ROOT } = call;
  const nodePackage = await loadNodePackage(packageRoot);
  const nodeType = nodePackage.getByNameAndVersion(nodePackage.fullName(call.node), call.typeVersion);
  const node: INode = {
    id: 'form',
    name: nodeType.description.displayName,
    type: nodePackage.fullName(call.node),
    typeVersion: call.typeVersion ?? latestVersion(nodeType),
    position: [0, 0],
    parameters: { ...parameters },
    credentials: Object.fromEntries(Object.keys(credentials).map((name) => [name, { id: name, name }])),
  };
  const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes: nodePackage });
  const surroundings = {
    ...executionSurroundings(new GivenCredentials(nodePackage, credentials)),
    currentNodeParameters: node.parameters,
  };
  const context = new FormContext(workflow, node, surroundings, '');
  return workflow.expression.withIsolate(() => method(nodeType, context));
}

/** n8n-core's context as it is; the type of `name` alone is made to fit `ILoadOptionsFunctions` under strict optional types. */
class FormContext extends LoadOptionsContext {
  override getWorkflow() {
    const { id, name = '', active } = super.getWorkflow();
    return { id, name, active };
  }
}

function latestVersion({ description: { version } }: INodeType): number {
  return Array.isArray(version) ? Math.max(...version) : version;
}

function methodOf<T>(methods: Record<string, T> | undefined, name: string): T {
  const method = methods?.[name];
  if (!method)
    throw new SetupError(`The node has no method "${name}" (it has: ${Object.keys(methods ?? {}).join(', ')}).`);
  return method;
}

function credentialTestOf(nodePackage: NodePackage, type: string) {
  for (const { description, methods } of nodePackage.nodes()) {
    const testedBy = description.credentials?.find(({ name }) => name === type)?.testedBy;
    if (typeof testedBy === 'string') return methodOf(methods?.credentialTest, testedBy);
  }
  throw new SetupError(`No node tests the credential "${type}" by a function.`);
}
