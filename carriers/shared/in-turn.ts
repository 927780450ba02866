import { setImmediate as turnOfTheLoop } from 'node:timers/promises';

/**
 * What is made of each entry, one after the other; n8n serves everybody else in between. Takes each entry out of the list, so
 * that what is long in it is let go once it was read. Rejects with the first that fails.
 */
export async function eachInTurn<Entry, Result>(
  entries: Entry[],
  resultOf: (entry: Entry, index: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  while (entries.length > 0) {
    for (const entry of entries.splice(0, 1)) results.push(await resultOf(entry, results.length));
    await turnOfTheLoop();
  }
  return results;
}
