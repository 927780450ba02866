import { setImmediate as turn } from 'node:timers/promises';
import { oneAtATime } from './one-at-a-time';

/** Work in small steps: each `yield` is a place to pause. */
export type Steps<Result> = Generator<undefined, Result, undefined>;

/** Milliseconds at a stretch; n8n serves its other workflows and its editor in between. */
const LONGEST_SLICE_MS = 15;

/**
 * Does all steps, and lets others have a turn between them. Of several that take longer than a slice one is done after the
 * other: together they would take as many slices at a stretch, and hold what they read in memory. Rejects with what a step
 * throws.
 * @param characters that it reads: long work does not even begin before its turn
 */
export async function inSlices<Result>(steps: Steps<Result>, characters = 0): Promise<Result> {
  if (characters > LONG) return oneAtATime('slices', () => theRest(steps));
  const first = slice(steps);
  return first.done ? first.value : oneAtATime('slices', () => theRest(steps));
}

/** Characters, or bytes. */
const LONG = 1024 * 1024;

async function theRest<Result>(steps: Steps<Result>): Promise<Result> {
  for (;;) {
    await turn();
    const next = slice(steps);
    if (next.done) return next.value;
  }
}

function slice<Result>(steps: Steps<Result>): IteratorResult<undefined, Result> {
  const begun = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done || performance.now() - begun >= LONGEST_SLICE_MS) return step;
  }
}

/** What is made of each entry of a long list, in their order, and in slices. Rejects with the first that is thrown. */
export function eachInSlices<Entry, Result>(
  entries: readonly Entry[],
  resultOf: (entry: Entry, index: number) => Result,
): Promise<Result[]> {
  return inSlices(making(entries, resultOf));
}

function* making<Entry, Result>(
  entries: readonly Entry[],
  resultOf: (entry: Entry, index: number) => Result,
): Steps<Result[]> {
  const results: Result[] = [];
  for (const [index, entry] of entries.entries()) {
    results.push(resultOf(entry, index));
    yield;
  }
  return results;
}

/** Does all steps at once: for texts that are short. */
export function atOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
