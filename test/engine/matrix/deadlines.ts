/** The deadlines of calls end when the fault server says so: no cell waits for one, and none depends on the machine's speed. */

/** Milliseconds. No other timer has this length. */
export const DEADLINE_MS = 61_007;

/** Node's own timers, of `test/n8n/held-timers.js`. */
interface HeldTimers {
  hold: (length: number) => void;
  endAll: () => void;
  release: () => void;
}

const timers = loadOnce('./held-timers.js');

export function holdDeadlines(): void {
  timers.hold(DEADLINE_MS);
}

export function endDeadlines(): void {
  timers.endAll();
}

export function releaseDeadlines(): void {
  timers.release();
}

/** Loaded by Node itself, as n8n is: see `test/n8n/environment.js`. */
function loadOnce(file: string): HeldTimers {
  const load: unknown = Reflect.get(globalThis, 'requireOnce');
  const loaded: unknown = typeof load === 'function' ? Reflect.apply(load, undefined, [file]) : undefined;
  if (!isHeldTimers(loaded)) throw new Error(`${file} holds no timers`);
  return loaded;
}

function isHeldTimers(value: unknown): value is HeldTimers {
  return (
    typeof value === 'object' &&
    value !== null &&
    ['hold', 'endAll', 'release'].every((name) => typeof Reflect.get(value, name) === 'function')
  );
}
