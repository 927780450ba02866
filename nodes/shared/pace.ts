import { setTimeout as wait } from 'node:timers/promises';
import type { RunContext } from './output';
import { commonParameters } from './settings';

/** How many calls the user lets run side by side, and how many milliseconds apart they begin. */
export interface ChosenPace {
  concurrency: number;
  pauseMs: number;
}

/** @throws NodeOperationError when an option is no number */
export function chosenPace(functions: RunContext<unknown>['functions']): ChosenPace {
  const parameters = commonParameters(functions);
  return {
    concurrency: Math.max(1, Math.floor(parameters.number('options.concurrency') ?? 5)),
    pauseMs: Math.max(0, parameters.number('options.pauseBetweenRequests') ?? 0),
  };
}

/** When the calls of one lane begin. */
export class Pace {
  #nextStart = 0;

  /** @param over ends every wait */
  constructor(
    private readonly pauseMs: number,
    private readonly over: AbortSignal,
  ) {}

  /** Calls begin in order and, with a pause, at least that far apart, whichever of those side by side it is. */
  async turn(): Promise<void> {
    const now = Date.now();
    const start = Math.max(now, this.#nextStart);
    this.#nextStart = start + this.pauseMs;
    if (start === now) return;
    const delay = Math.min(start - now, LONGEST_WAIT);
    await wait(delay, undefined, { signal: this.over }).catch(() => undefined);
  }
}

/** A timer that is set to more runs off at once. */
const LONGEST_WAIT = 2 ** 31 - 1;
