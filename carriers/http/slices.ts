import { setImmediate as turn } from 'node:timers/promises';

/** Work in small steps: each `yield` is a place to pause. */
export type Steps<Result> = Generator<undefined, Result, undefined>;

/** Milliseconds at a stretch; n8n serves its other workflows and its editor in between. */
const LONGEST_SLICE_MS = 15;

/** Does all steps, and lets others have a turn between them. Rejects with what a step throws. */
export async function inSlices<Result>(steps: Steps<Result>): Promise<Result> {
  let begun = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - begun < LONGEST_SLICE_MS) continue;
    await turn();
    begun = performance.now();
  }
}

/** Does all steps at once: for texts that are short. */
export function atOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
