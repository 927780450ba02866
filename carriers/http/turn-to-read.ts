import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import { incomingRead } from './idle-connections';

let before: Promise<void> = Promise.resolve();

/**
 * Until what follows on the reply that was read last, such as the next request, has gone out. Of replies that come together
 * each next request would otherwise wait until all are read, and so their replies would come together again.
 */
export function turnToRead(): Promise<void> {
  const turn = before;
  before = turn.then(nextSent);
  return turn;
}

/** A request waits as long for what is incoming. */
async function nextSent(): Promise<void> {
  await incomingRead();
  await turnOfTheLoop();
}
