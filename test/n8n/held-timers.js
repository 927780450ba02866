/**
 * Timers of one length, which end when they are told to and not by the clock. They are those of Node itself, in which
 * n8n and the nodes run: jest's fake timers are those of the tests.
 */
const { setTimeout: start, clearTimeout: stop } = globalThis;
/** What runs at the end of each timer that is held. */
const held = new Map();

/** From now on, timers of so many milliseconds are held. */
exports.hold = (length) => {
  const holding = (run, ms, ...given) => {
    if (ms !== length) return start(run, ms, ...given);
    // Beyond the end of any test.
    const timer = start(() => undefined, 2 ** 31 - 1);
    held.set(timer, () => run(...given));
    return timer;
  };
  globalThis.setTimeout = Object.defineProperties(holding, Object.getOwnPropertyDescriptors(start));
  globalThis.clearTimeout = (timer) => {
    held.delete(timer);
    stop(timer);
  };
};

/** Ends all that are held. */
exports.endAll = () => {
  for (const [timer, end] of held) {
    globalThis.clearTimeout(timer);
    end();
  }
};

/** Timers are Node's own again. */
exports.release = () => {
  exports.endAll();
  Object.assign(globalThis, { setTimeout: start, clearTimeout: stop });
};
