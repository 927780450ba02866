import {
  type NodeApiError,
  NodeOperationError,
  type IDataObject,
  type IExecuteFunctions,
  type INodeExecutionData,
  type INodeProperties,
  jsonParse,
} from 'n8n-workflow';
import { eachInSlices } from '../../carriers/http';
import { defined } from '#carriers/shared/defined';
import { nodeErrorOf } from './errors';
import { fieldsOf, type Operation, type Resource } from './operation';
import type { FinishedOutput, ItemResult, RunContext } from './output';
import { RunProgress } from './progress';
import type { RunSettings } from './settings';
import { isTool } from './tool';
import { fileAsText } from './tool-output';

/** A form does not depend on what its operations run with. */
type Form = Resource<never>;

/** Resource and operation dropdowns, and each operation's fields shown for it alone. */
export function propertiesOf(resources: readonly Form[]): INodeProperties[] {
  const preselected =
    resources.find((resource) => resource.preselected) ??
    resources.find(({ value }) => value === 'order') ??
    resources[0];
  return [
    {
      ...resourceDropdown,
      options: resources.map(({ name, value }) => ({ name, value })),
      default: preselected?.value ?? '',
    },
    ...resources.map(operationDropdown),
    ...resources.flatMap((resource) => resource.operations.flatMap((operation) => shownFields(resource, operation))),
  ];
}

const resourceDropdown: INodeProperties = {
  displayName: 'Resource',
  name: 'resource',
  type: 'options',
  noDataExpression: true,
  options: [],
  default: '',
};

const operationDropdownBase: INodeProperties = { ...resourceDropdown, displayName: 'Operation', name: 'operation' };

function operationDropdown({ value: resource, operations }: Form): INodeProperties {
  return {
    ...operationDropdownBase,
    displayOptions: { show: { resource: [resource] } },
    options: operations.map(({ description: { name, value, action, description } }) => ({
      name,
      value,
      action,
      description,
    })),
    default: operations[0]?.description.value ?? '',
  };
}

function shownFields({ value: resource }: Form, { description }: Operation<never>): INodeProperties[] {
  const shown = { resource: [resource], operation: [description.value] };
  return fieldsOf(description).map((property) => ({
    ...property,
    displayOptions: {
      ...property.displayOptions,
      show: { ...property.displayOptions?.show, ...shown },
    },
  }));
}

/**
 * Runs the operation that the node is set to and turns its outputs into paired n8n items.
 * @param openSession with what ends its calls, and is told what the user should know of them
 * @throws NodeOperationError when resource and operation do not exist together
 */
export async function runNode<Session>(
  functions: IExecuteFunctions,
  resources: readonly Resource<Session>[],
  openSession: (settings: RunSettings) => Promise<Session>,
): Promise<INodeExecutionData[][]> {
  const operation = operationOf(functions, resources);
  if (functions.getInputData().length === 0) return [[]];
  const hints = new Set<string>();
  const finish = async (output: FinishedOutput): Promise<INodeExecutionData> => {
    if (output.hint !== undefined) hints.add(output.hint);
    return itemOf(functions, output);
  };
  const signal = functions.getExecutionCancelSignal();
  const stop = new AbortController();
  const progress = new RunProgress(functions);
  const tell = (note: string): void => void hints.add(note);
  const run = { functions, finish, stop, tell, progress, ...defined({ signal }) };
  const results = await runOperation(run, operation, openSession);
  for (const message of hints) functions.addExecutionHints({ message, location: 'outputPane' });
  return [await eachInSlices(inOutputOrder(functions, results), (result) => paired(functions, result))];
}

async function runOperation<Session>(
  run: Omit<RunContext<Session>, 'session'>,
  operation: Operation<Session>,
  openSession: (settings: RunSettings) => Promise<Session>,
): Promise<ItemResult[]> {
  const { functions, signal, stop, tell, progress } = run;
  let session: Session;
  try {
    session = await openSession({ stop: stop.signal, ...defined({ signal, tell, waiting: progress?.waiting }) });
  } catch (error) {
    // Thrown, it would let the items pass as if they had been sent, where the node continues on fail.
    const failed = (item: number) => ({ item, error: nodeErrorOf(functions.getNode(), error, item) });
    if (!functions.continueOnFail()) throw failed(0).error;
    return functions.getInputData().map((_, item) => failed(item));
  }
  return operation.run({ ...run, session });
}

function paired(functions: IExecuteFunctions, result: ItemResult): INodeExecutionData {
  const rows = 'rows' in result ? result.rows : undefined;
  const pairedItem = rows?.map((item) => ({ item })) ?? { item: result.item };
  return { ...('error' in result ? errorItem(functions, result.error) : result.data), pairedItem };
}

function operationOf<Session>(
  functions: IExecuteFunctions,
  resources: readonly Resource<Session>[],
): Operation<Session> {
  const resource = functions.getNodeParameter('resource', 0);
  const name = functions.getNodeParameter('operation', 0);
  const operation = resources
    .find(({ value }) => value === resource)
    ?.operations.find(({ description }) => description.value === name);
  if (operation) return operation;
  throw new NodeOperationError(functions.getNode(), 'This resource has no such operation', {
    description: 'Choose Resource and Operation again in the node.',
  });
}

async function itemOf(functions: IExecuteFunctions, output: FinishedOutput): Promise<INodeExecutionData> {
  const json = jsonParse<IDataObject>(JSON.stringify(output.json));
  const files = Object.entries(output.files ?? {});
  if (files.length === 0) return { json };
  const binary = await Promise.all(
    files.map(
      async ([name, { content, fileName, mimeType }]) =>
        [name, await functions.helpers.prepareBinaryData(content, fileName, mimeType)] as const,
    ),
  );
  const stored = Object.fromEntries(binary);
  const { filesAs } = output;
  if (filesAs === undefined) return { json, binary: stored };
  const texts = files.flatMap(([name, file]) => {
    const binaryFile = stored[name];
    return binaryFile ? [fileAsText(functions, binaryFile, file, filesAs)] : [];
  });
  return { json: { ...json, files: texts }, binary: stored };
}

/**
 * On the error output the engine merges the input item with json that has no keys but `error` and `message` (n8n 2.x
 * also takes `details`; in 1.x such an item would leave among those that succeeded): the order stays beside its error.
 * With `error` set on the item it would replace all of json by the message; that is
 * the form for the regular output, where the engine writes the message into json itself. A tool's output goes to the
 * model as its json, past the engine, so that the error would be lost.
 */
function errorItem(functions: IExecuteFunctions, error: NodeApiError | NodeOperationError): INodeExecutionData {
  if (!hasErrorOutput(functions) && !isTool(functions.getNode())) return { json: {}, error };
  return { json: { error: error.message, ...(error.description ? { message: error.description } : {}) } };
}

/**
 * Retry On Fail runs the whole node again, created orders included, when the json of the first item has an `error`. So
 * errors come after what succeeded; the engine moves them to the error output in any case.
 */
function inOutputOrder(functions: IExecuteFunctions, results: readonly ItemResult[]): ItemResult[] {
  if (!hasErrorOutput(functions)) return [...results];
  return [...results.filter((result) => 'data' in result), ...results.filter((result) => 'error' in result)];
}

function hasErrorOutput(functions: IExecuteFunctions): boolean {
  return functions.getNode().onError === 'continueErrorOutput';
}
