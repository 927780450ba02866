/** Compares what a run gave out with what the fault server carried out. */
import type { WorkflowRun } from '../../../engine';
import { digitsOf, strangerOf } from '../../fault-server/wire';
import type { Fault } from '../../fault-server/faults';
import { outputsOf } from '../outputs';
import { claimOf, doneIn, othersUnknown, saysUnknown } from './claims';
import type { Writing } from './operations';

export const WRONGS = ['lost', 'doubled', 'wrong claim', 'wrong pairing'] as const;
export type Wrong = (typeof WRONGS)[number];

export interface Finding {
  wrong: Wrong;
  what: string;
}

export interface Evidence {
  ran: WorkflowRun;
  writing: Writing;
  fault: Fault;
  /** One for each item, in their order. */
  references: readonly string[];
  /** How often the carrier carried out what was asked under each. */
  stored: ReadonlyMap<string, number>;
  /** Name of the node's step. */
  step: string;
}

export function findingsOf(evidence: Evidence): Finding[] {
  const { ran } = evidence;
  return [...doubled(evidence), ...(ran.result.error ? ofStopped(evidence, ran.result.error) : ofItems(evidence))];
}

/** At most once for each reference, and nothing that nobody asked for. */
function doubled({ references, stored }: Evidence): Finding[] {
  return [...stored]
    .filter(([reference, times]) => times > 1 || !references.includes(reference))
    .map(([reference, times]) => ({ wrong: 'doubled', what: `${reference} was carried out ${times} times` }));
}

/** Each item ends once, as its own result or error, beside the item that it came from. */
function ofItems(evidence: Evidence): Finding[] {
  const { ran, references, step } = evidence;
  const outputs = [...outputsOf(ran, step), ...outputsOf(ran, step, 1)];
  const places = outputs.map(({ pairedItem }) => placeIn(pairedItem));
  const strays = places.filter((place, index) => references[place] === undefined || places.indexOf(place) !== index);
  return [
    ...strays.map((place): Finding => ({ wrong: 'wrong pairing', what: `an output is paired with item ${place}` })),
    ...references.flatMap((reference, item): Finding[] => {
      const output = outputs[places.indexOf(item)];
      if (!output) return [{ wrong: 'lost', what: `item ${item} has no output` }];
      return [...ofClaim(evidence, reference, output), ...ofContent(evidence, reference, output)];
    }),
  ];
}

function placeIn(pairedItem: unknown): number {
  const item: unknown = typeof pairedItem === 'object' && pairedItem !== null ? Reflect.get(pairedItem, 'item') : -1;
  return typeof item === 'number' ? item : -1;
}

type Output = ReturnType<typeof outputsOf>[number];

function ofClaim({ fault, stored }: Evidence, reference: string, output: Output): Finding[] {
  const claim = claimOf(output);
  const times = stored.get(reference) ?? 0;
  const isOpen = claim === 'unknown' && fault.says !== undefined;
  const isWrong = isOpen || (claim === 'made' ? times === 0 : claim === 'not made' && times > 0);
  const said = output.error ? `: ${output.error.message} | ${output.error.description ?? ''}` : '';
  return isWrong ? [{ wrong: 'wrong claim', what: `${claim}, but carried out ${times} times${said}` }] : [];
}

/** A result is of the item that it is paired with: it holds the numbers of no other, and its own where the answer has any. */
function ofContent({ writing, references }: Evidence, reference: string, { json, error }: Output): Finding[] {
  if (error) return [];
  const text = JSON.stringify(json);
  const others = [...references, ...references.map((_, place) => strangerOf(place))].filter(
    (each) => each !== reference,
  );
  const foreign = others.find((each) => text.includes(digitsOf(each)));
  if (foreign !== undefined) {
    return [
      { wrong: 'wrong pairing', what: `the result of ${reference} is that of ${foreign}: ${text.slice(0, 200)}` },
    ];
  }
  const isBare = writing.names === true && !text.includes(digitsOf(reference));
  return isBare ? [{ wrong: 'wrong pairing', what: `the result of ${reference} has no number of it` }] : [];
}

/** A node that stopped tells how many items were carried out, and names all of which it does not know. */
function ofStopped(
  { fault, references, stored }: Evidence,
  error: NonNullable<WorkflowRun['result']['error']>,
): Finding[] {
  const done = doneIn(error);
  const named = othersUnknown(error);
  const isUnknown = saysUnknown(error);
  const carriedOut = [...references.keys()].filter((item) => (stored.get(references[item] ?? '') ?? 0) > 0);
  // The error is of one item, and n8n does not say of which.
  const untold = carriedOut.filter((item) => !named.includes(item)).length - done - (isUnknown ? 1 : 0);
  const isOpen = (isUnknown || named.length > 0) && fault.says !== undefined;
  if (done <= carriedOut.length && untold <= 0 && !isOpen) return [];
  const told = `${done} done, ${named.length + Number(isUnknown)} unknown`;
  const what = `${told}, but ${carriedOut.length} carried out: ${error.message} | ${error.description ?? ''}`;
  return [{ wrong: 'wrong claim', what }];
}
