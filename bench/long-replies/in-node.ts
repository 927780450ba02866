import type { IExecuteFunctions, INodeType } from 'n8n-workflow';

/** Runs a node on one item, with these parameters by their names, outside n8n's engine, whose work is not ours. */
export async function inNode(
  node: INodeType,
  credentials: object,
  parameters: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  const known = {
    getNode: () => ({ id: '1', name: 'Node', type: 'node', typeVersion: 1, position: [0, 0], parameters: {} }),
    getInputData: () => [{ json: {} }],
    continueOnFail: () => false,
    getNodeParameter: (name: string, _: number, otherwise: unknown): unknown =>
      name in parameters ? parameters[name] : (defaultOf(node, name) ?? otherwise),
    getTimezone: () => 'UTC',
    getExecutionCancelSignal: () => undefined,
    getCredentials: async () => credentials,
    addExecutionHints: () => undefined,
    helpers: { prepareBinaryData: async (_: Buffer, fileName: string) => ({ fileName }) },
  };
  return isEnough(known) ? node.execute?.call(known) : undefined;
}

/** As much of n8n as a node looks at here. */
function isEnough(known: object): known is IExecuteFunctions {
  return 'getInputData' in known;
}

function defaultOf({ description }: INodeType, name: string): unknown {
  return description.properties.find((property) => property.name === name)?.default;
}
