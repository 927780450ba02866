import type { Step } from '../engine/chain';

/** What is measured together, and compared. */
export interface Case {
  /** As in `npm run bench -- NAME`. */
  name: string;
  title: string;
  rows: readonly Row[];
  marks: readonly Mark[];
  /** What keeps it from being faster, in words. */
  limits: string;
}

/** One line of the table. Its runs are measured in turns with those of the other rows of the case. */
export interface Row {
  name: string;
  job: Job;
  /** Not this package: what people would pick instead, or what n8n itself needs. */
  isPeer?: true;
  /** The row that it is a multiple of in the table. */
  beside?: string;
  /** Where five would take too long. The report says how many there were. */
  runs?: number;
}

/** What one process does, while it is measured. Goes to it as JSON. */
export type Job = WorkflowJob | CallsJob | ReadJob | RequireJob | SizeJob;

/** In milliseconds, there and back; the servers have an address for each. */
export type RoundTrip = 0 | 50 | 150;

export interface WorkflowJob {
  kind: 'workflow';
  /** One chain, or several that start side by side. `CARRIER` in a parameter stands for the address of the stub. */
  chains: readonly (readonly Step[])[];
  items: { of: ItemKind; count: number };
  roundTrip: RoundTrip;
  atOnce: number;
  /** Where each item takes as many calls, one after the other: the limit can be told then. */
  callsPerItem?: number;
  /** Through an HTTP proxy, as `HTTPS_PROXY` names it. */
  throughProxy?: true;
  /** Files go to the disk, as in n8n, and not into memory. */
  filesOnDisk?: true;
  /** Items before the measurement begins, so that the engine is warm. Left out: 100. */
  warmUp?: number;
  /** In the place of our node: its parameters are evaluated once per item, and nothing else is done. */
  onlyEvaluates?: true;
}

/**
 * What the items of a workflow hold: a number, or the number of a parcel under way with the known key of a first run, or an
 * order in the form or the JSON that the case gives.
 */
export type ItemKind = 'numbers' | 'knownNumbers' | { order: OrderForm; from: 'form' | 'json' };

export interface OrderForm {
  carrier: FormCarrier;
  extent: 'typical' | 'full';
  /** Expressions that do more than point at a value. */
  computes?: true;
  /** Its goods are a list of so many lines of a shop, dragged into the form. */
  lines?: number;
}

export type FormCarrier = 'eccang' | 'huahan' | 'etower' | 'hge' | 'mgoship';

/** The calls of a table of peers, sent by a bare undici pool. */
export interface CallsJob {
  kind: 'calls';
  /** Each item makes these, one after the other. */
  calls: readonly CallName[];
  items: { count: number };
  roundTrip: RoundTrip;
  atOnce: number;
}

export type CallName =
  | 'mgoshipGet'
  | 'etowerTrack'
  | 'etowerGet'
  | 'etowerCreate'
  | 'huahanTrack'
  | 'eccangCreate'
  | 'eccangLabel'
  | 'eccangFile';

/** A reply of 5 MB: its text read by us, or its JSON by `JSON.parse`, or fetched and read by the carrier's client. */
export interface ReadJob {
  kind: 'read';
  reply: ReplyName;
  by: 'us' | 'JSON.parse' | 'client';
}

export type ReplyName =
  'json' | 'oneLongNumber' | 'longNumbers' | 'longTexts' | 'xml' | 'xmlLongTexts' | 'xmlEscapedQuotes' | 'xmlCdata';

/** Loads a file in a process that has n8n-workflow already, as every n8n has. Relative to the project. */
export interface RequireJob {
  kind: 'require';
  file: string;
}

/** What `npm pack` says of the package. */
export interface SizeJob {
  kind: 'size';
}

/** What is measured of a run. Which of them there are depends on the job. */
export const MEASURES = {
  wallMs: 'wall time',
  cpuMs: 'CPU',
  msPerItem: 'wall time per item',
  cpuMsPerItem: 'CPU per item',
  overLimit: 'wall time as a multiple of items / at once x round trip',
  memoryMb: 'memory above idle',
  kbPerItem: 'memory above idle per item',
  blockMs: 'longest block of the event loop',
  connections: 'connections',
  requests: 'requests',
  unpackedMb: 'unpacked package',
} as const;

export type Measure = keyof typeof MEASURES;

export type Sample = Partial<Record<Measure, number>>;

/** A goal: the median of a measure of one row, alone or as a multiple of another row's. */
export interface Mark {
  says: string;
  measure: Measure;
  row: string;
  than?: string;
  atMost?: number;
  atLeast?: number;
  /** Why it is not reached and what was tried, shown when it is missed. */
  whenMissed?: string;
}
