import type { IExecuteFunctions, INodeExecutionData, NodeApiError, NodeOperationError } from 'n8n-workflow';
import { defined } from '#carriers/shared/defined';
import { objectAsIs } from '#carriers/shared/json-value';
import type { Parcel } from '#carriers/shared/parcel';
import type { RunProgress } from './progress';

export interface RunContext<Session> {
  functions: IExecuteFunctions;
  session: Session;
  /** Makes an output an n8n item. Done as each answer comes, so that files do not pile up in memory. */
  finish: (output: FinishedOutput) => Promise<INodeExecutionData>;
  signal?: AbortSignal;
  /** Holds back what was not sent yet, once the run stops at an error. */
  stop: AbortController;
  /** Is told what n8n shows beside the outputs; equal notes are shown once. */
  tell?: (note: string) => void;
  /** Is told how far the run is. */
  progress?: RunProgress;
}

/** What an operation gives for one input item. The runner makes it an n8n item and pairs it. */
export type Output = FinishedOutput | SimplifiedOutput;

export interface FinishedOutput extends Besides {
  json: object;
}

/** Of an operation with Simplify: the carrier's own data, and the neutral form. The runner gives out what the user chose. */
export interface SimplifiedOutput extends Besides {
  raw: object;
  simplified: object;
}

interface Besides {
  /** By the name of the binary property. */
  files?: Record<string, OutputFile>;
  /** What the user should know besides the data; n8n shows it beside the output, equal ones once. */
  hint?: string;
  /** How the item tells of its files, where nobody is handed the files themselves. */
  filesAs?: FilesAs;
}

export type FilesAs = 'link' | 'base64';

export interface OutputFile {
  content: Buffer;
  fileName: string;
  mimeType: string;
}

/** What the runner adds to the neutral form where the form asks for a number: what was asked. */
export type Numbered = Pick<Parcel, 'number'>;

/** What a new order may have besides what the carrier told of it. */
export interface Made extends Pick<Parcel, 'notes' | 'recovered'> {
  /** Fields of the order that the carrier has no place for. */
  notSent?: string[];
}

/** What the carrier's answer makes of one input item. */
export type Answer = Output | Output[] | Error;

/**
 * The answer with the number that was asked about in its neutral form, after the carrier's name: one place for all
 * operations. A `number` that an operation gives itself stays.
 */
export function namedBy(asked: string, answer: Answer): Answer {
  if (answer instanceof Error) return answer;
  return Array.isArray(answer) ? answer.map((output) => named(asked, output)) : named(asked, answer);
}

function named(number: string, output: Output): Output {
  if (!('simplified' in output)) return output;
  const { carrier, ...parcel } = objectAsIs(output.simplified);
  return { ...output, simplified: { ...defined({ carrier }), number, ...parcel } };
}

/** The answer with what of the item's order was not sent, whichever form of it is given out. */
export function withNotSent(notSent: readonly string[], answer: Answer): Answer {
  if (notSent.length === 0 || answer instanceof Error) return answer;
  const told = (output: Output): Output =>
    'json' in output
      ? { ...output, json: { ...output.json, notSent } }
      : { ...output, raw: { ...output.raw, notSent }, simplified: { ...output.simplified, notSent } };
  return Array.isArray(answer) ? answer.map(told) : told(answer);
}

/** What became of one input item, by its index: an n8n item, or its error. `rows`: all items that it was made of. */
export type ItemResult =
  | { item: number; rows?: readonly number[]; data: INodeExecutionData }
  | { item: number; error: NodeApiError | NodeOperationError };
