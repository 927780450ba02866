import { setTimeout as sleep } from 'node:timers/promises';
import type { HttpReply, SendOptions } from './exchange';

export interface RetryPolicy {
  /** All tries, the first one included. */
  tries: number;
  /** Upper end of the first delay, in milliseconds; it doubles with every try ... */
  baseMs: number;
  /** ... up to this. */
  capMs: number;
  /** A longer Retry-After is not waited for: the call fails at once and says how long. */
  longestRetryAfterMs: number;
  /** Ends early, by rejecting, when the signal is aborted. */
  wait: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** From 0 to 1. */
  random: () => number;
  /** Milliseconds since 1970, for a Retry-After that is a date. */
  now: () => number;
}

export const RETRY: RetryPolicy = {
  tries: 3,
  baseMs: 500,
  capMs: 30_000,
  longestRetryAfterMs: 120_000,
  wait: (ms, signal) => sleep(ms, undefined, signal ? { signal } : {}),
  random: Math.random,
  now: Date.now,
};

/** Reads: overload and faults that pass. Writes: 429 only, the one that says that nothing was done. */
export function statusMayTryAgain(status: number, intent: SendOptions['intent']): boolean {
  return intent === 'read' ? PASSING.has(status) : status === 429;
}

const PASSING = new Set([408, 429, 500, 502, 503, 504]);

/** Full jitter: anything from nothing to the whole delay, so that items that failed together do not come back together. */
export function jitterMs({ baseMs, capMs, random }: RetryPolicy, triesDone: number): number {
  return random() * Math.min(capMs, baseMs * 2 ** (triesDone - 1));
}

/** Retry-After in milliseconds: seconds or an HTTP date; undefined when there is none or it is neither. */
export function retryAfterMs({ headers }: Pick<HttpReply, 'headers'>, now: number): number | undefined {
  const value = headers['retry-after']?.trim() ?? '';
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  // Without a month's name it is no date, though JavaScript reads -5 and 1.5 as one.
  const date = /[A-Za-z]{3}/.test(value) ? Date.parse(value) : NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
