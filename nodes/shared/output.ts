import type { IExecuteFunctions, INodeExecutionData, NodeApiError, NodeOperationError } from 'n8n-workflow';

export interface RunContext<Session> {
  functions: IExecuteFunctions;
  session: Session;
  /** Makes an output an n8n item. Done as each answer comes, so that files do not pile up in memory. */
  finish: (output: Output) => Promise<INodeExecutionData>;
  signal?: AbortSignal;
}

/** What an operation gives for one input item. The runner makes it an n8n item and pairs it. */
export interface Output {
  json: object;
  /** By the name of the binary property. */
  files?: Record<string, OutputFile>;
  /** What the user should know besides the data; n8n shows it beside the output, equal ones once. */
  hint?: string;
}

export interface OutputFile {
  content: Buffer;
  fileName: string;
  mimeType: string;
}

/** What became of one input item, by its index: an n8n item, or its error. */
export type ItemResult =
  { item: number; data: INodeExecutionData } | { item: number; error: NodeApiError | NodeOperationError };
