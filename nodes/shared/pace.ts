import { setTimeout as wait } from 'node:timers/promises';
import type { RunContext } from './output';
import { commonParameters } from './settings';

/** How many calls may run side by side, and how far apart they begin. */
export class Pace {
  readonly concurrency: number;
  /** Milliseconds between the starts of two calls. */
  readonly #pause: number;
  readonly #over: AbortSignal;
  #nextStart = 0;

  /** @throws NodeOperationError when an option is no number */
  constructor({ functions, signal, stop }: RunContext<unknown>, oneCallAtATime: boolean) {
    const parameters = commonParameters(functions);
    const concurrency = parameters.number('options.concurrency') ?? 5;
    this.concurrency = oneCallAtATime ? 1 : Math.max(1, Math.floor(concurrency));
    this.#pause = Math.max(0, parameters.number('options.pauseBetweenRequests') ?? 0);
    this.#over = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal;
  }

  /** Calls begin in order and, with a pause, at least that far apart, in whichever lane they run. */
  async turn(): Promise<void> {
    const now = Date.now();
    const start = Math.max(now, this.#nextStart);
    this.#nextStart = start + this.#pause;
    if (start === now) return;
    const delay = Math.min(start - now, LONGEST_WAIT);
    await wait(delay, undefined, { signal: this.#over }).catch(() => undefined);
  }
}

/** A timer that is set to more runs off at once. */
const LONGEST_WAIT = 2 ** 31 - 1;
