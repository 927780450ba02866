import { NodeApiError, NodeOperationError, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import type { Operation, OperationDescription } from '../../../../nodes/shared/operation';
import type { ItemResult, Output, RunContext } from '../../../../nodes/shared/output';
import { textOf } from '#carriers/shared/json-value';
import type { ItemParameters } from '../../../../nodes/shared/parameters';

/** How the node is set and what stops it. */
export interface NodeSetup {
  continueOnFail?: boolean;
  retryOnFail?: boolean;
  /** What stands in the Options collection, by its name without `options.`. */
  options?: Record<string, unknown>;
  signal?: AbortSignal;
  /** Stores an output; by default its json as it is. */
  finish?: RunContext<unknown>['finish'];
}

/** A node with these input items, as far as an operation looks at one: its parameters are the json of each item. */
export function fakeNode(
  input: readonly INodeExecutionData[],
  setup: NodeSetup = {},
): { context: RunContext<object>; hints: string[] } {
  const hints: string[] = [];
  const parameters = setup.options ? { options: setup.options } : {};
  const node = { id: '1', name: 'Test', type: 'test', typeVersion: 1, position: [0, 0], parameters };
  const known = {
    getNode: () => ({ ...node, retryOnFail: setup.retryOnFail ?? false }),
    getInputData: () => input,
    continueOnFail: () => setup.continueOnFail ?? false,
    getNodeParameter: (name: string, item: number, otherwise: unknown) =>
      (name.startsWith('options.') ? setup.options?.[name.slice('options.'.length)] : input[item]?.json[name]) ??
      otherwise,
    getTimezone: () => 'UTC',
    addExecutionHints: ({ message }: { message: string }) => void hints.push(message),
  };
  // Whatever else an operation asked for would fail by its name.
  const functions: IExecuteFunctions = Object.assign(Object.create(null), known);
  const finish: RunContext<unknown>['finish'] = async ({ json }) => ({ json: JSON.parse(JSON.stringify(json)) });
  const { signal } = setup;
  return {
    hints,
    context: {
      functions,
      session: {},
      finish: setup.finish ?? finish,
      stop: new AbortController(),
      ...(signal ? { signal } : {}),
    },
  };
}

export function itemsOf(...numbers: string[]): INodeExecutionData[] {
  return numbers.map((number) => ({ json: { number } }));
}

export const description: OperationDescription = {
  name: 'Try',
  value: 'try',
  action: 'Try an order',
  description: 'Try an order',
  properties: [{ displayName: 'Number', name: 'number', type: 'string', default: '' }],
};

/** What became of the items, in the order in which the node gives it: the answer, or the error's message. */
export async function endsOf(
  operation: Operation<object>,
  input: readonly INodeExecutionData[],
  setup: NodeSetup = {},
): Promise<string[]> {
  return (await operation.run(fakeNode(input, setup).context)).map(endOf);
}

/** `<item>: <number>` for an output with a number, `<item>: ! <message>` for an error. */
export function endOf(result: ItemResult): string {
  return `${result.item}: ${'error' in result ? `! ${result.error.message}` : textOf(result.data.json['number'])}`;
}

/** The error that stops a node. */
export async function stopOf(
  operation: Operation<object>,
  input: readonly INodeExecutionData[],
  setup: NodeSetup = {},
): Promise<{ message: string; description: unknown; item: unknown }> {
  const thrown: unknown = await operation.run(fakeNode(input, setup).context).then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(thrown instanceof NodeApiError || thrown instanceof NodeOperationError)) {
    throw new Error('Expected an error of the node', { cause: thrown });
  }
  return { message: thrown.message, description: thrown.description, item: thrown.context['itemIndex'] };
}

/** Lets all that can go on without the test go on. */
export function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Calls that the test answers itself, one by one. */
export function heldCalls(): {
  /** The numbers of each call, in the order in which they began. */
  begun: string[][];
  send: (session: object, requests: readonly string[]) => Promise<Answer[]>;
  /** By default each number is its own answer. */
  answer: (number: string, answers?: Answer[]) => Promise<void>;
} {
  const begun: string[][] = [];
  const open = new Map<string, (answers: Answer[] | undefined) => void>();
  return {
    begun,
    send: async (_, requests) => {
      begun.push([...requests]);
      const given = await new Promise<Answer[] | undefined>((resolve) => open.set(requests[0] ?? '', resolve));
      return given ?? requests.map(outputOf);
    },
    answer: async (number, answers) => {
      open.get(number)?.(answers);
      await turn();
    },
  };
}

type Answer = Output | Output[] | Error;

export const outputOf = (number: string): Output => ({ json: { number } });

export const readNumber = (parameters: ItemParameters): string => parameters.text('number');
