import type { IBinaryData, IDataObject, INodeExecutionData, IRun, IRunData, ITaskData } from 'n8n-workflow';
import { bytesOf } from './engine';

/** What a run came to, in the form of the `workflow` command's output. Nodes that were not reached are missing. */
export interface WorkflowResult {
  status: 'success' | 'error';
  error?: ErrorText;
  nodes: Record<string, { outputs: OutputItem[][] }>;
}

export interface OutputItem {
  json: IDataObject;
  pairedItem?: INodeExecutionData['pairedItem'];
  binary?: Record<string, BinaryDescription>;
  error?: ErrorText;
}

export interface ErrorText {
  message: string;
  description: string | null;
}

export interface BinaryDescription {
  fileName: string | null;
  mimeType: string;
  /** In bytes. */
  fileSize: number;
}

/** One binary of one output item. `passedOn`: the same binary came in from an earlier node. */
export interface BinaryFile extends BinaryDescription {
  node: string;
  output: number;
  item: number;
  property: string;
  passedOn: boolean;
  read(): Promise<Buffer>;
}

export interface WorkflowRun {
  result: WorkflowResult;
  binaries: BinaryFile[];
  /** What nodes told beside their outputs, by node. */
  hints: Record<string, string[]>;
}

/** Turns what the engine recorded into the result; the outputs of a node that ran several times follow each other. */
export function outcomeOf(run: IRun): WorkflowRun {
  const { runData, error } = run.data.resultData;
  const binaries: BinaryFile[] = [];
  const seen = new Set<IBinaryData>();
  const describe = (origin: Pick<BinaryFile, 'node' | 'output' | 'item' | 'property'>, binary: IBinaryData) => {
    const description = describeBinary(binary);
    binaries.push({ ...origin, ...description, passedOn: seen.has(binary), read: () => bytesOf(binary) });
    seen.add(binary);
    return description;
  };
  const nodes = Object.entries(runData).map(([node, runs]) => {
    const outputs = outputsOf(runs).map((items, output) =>
      items.map((item, index) =>
        outputItem(item, (property, binary) => describe({ node, output, item: index, property }, binary)),
      ),
    );
    return [node, { outputs }] as const;
  });
  const failed = run.status !== 'success';
  return {
    result: {
      status: failed ? 'error' : 'success',
      ...(failed && { error: errorText(error ?? lastError(runData)) }),
      nodes: Object.fromEntries(nodes),
    },
    binaries,
    hints: Object.fromEntries(
      Object.entries(runData).map(([node, runs]) => [
        node,
        runs.flatMap(({ hints = [] }) => hints.map(({ message }) => message)),
      ]),
    ),
  };
}

/** n8n knows error items in two forms: an error beside the json, or its message in the json, on the error output. */
function errorOf(json: IDataObject, error: INodeExecutionData['error']): Pick<OutputItem, 'error'> {
  if (error) return { error: errorText(error) };
  if (typeof json.error !== 'string') return {};
  return { error: { message: json.error, description: typeof json.message === 'string' ? json.message : null } };
}

/** A run that ended before its first node. */
export function failedAtStart(error: Error): WorkflowRun {
  return { result: { status: 'error', error: errorText(error), nodes: {} }, binaries: [], hints: {} };
}

function outputItem(
  { json, pairedItem, binary, error }: INodeExecutionData,
  describe: (property: string, binary: IBinaryData) => BinaryDescription,
): OutputItem {
  const files = Object.entries(binary ?? {}).map(([property, file]) => [property, describe(property, file)] as const);
  return {
    json,
    ...(pairedItem !== undefined && { pairedItem }),
    ...(files.length > 0 && { binary: Object.fromEntries(files) }),
    ...errorOf(json, error),
  };
}

function outputsOf(runs: readonly ITaskData[]): INodeExecutionData[][] {
  const mains = runs.map(({ data }) => data?.main ?? []);
  const outputCount = Math.max(0, ...mains.map((main) => main.length));
  return Array.from({ length: outputCount }, (_, output) => mains.flatMap((main) => main[output] ?? []));
}

function describeBinary(binary: IBinaryData): BinaryDescription {
  const { fileName, mimeType, bytes, data } = binary;
  return { fileName: fileName ?? null, mimeType, fileSize: bytes ?? Buffer.byteLength(data, 'base64') };
}

function lastError(runData: IRunData): unknown {
  return Object.values(runData)
    .flat()
    .findLast(({ error }) => error !== undefined)?.error;
}

function errorText(error: unknown): ErrorText {
  if (typeof error !== 'object' || error === null) return { message: 'The workflow failed.', description: null };
  const message = 'message' in error && typeof error.message === 'string' ? error.message : 'The workflow failed.';
  const description = 'description' in error && typeof error.description === 'string' ? error.description : null;
  return { message, description };
}
