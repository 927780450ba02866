/** What a node says of its items, in the words that the user reads. */
import type { OutputItem } from '../../../engine';

export type Claim = 'made' | 'not made' | 'unknown';

interface Said {
  message: string;
  description: string | null;
}

export function claimOf({ error }: Pick<OutputItem, 'error'>): Claim {
  if (!error) return 'made';
  return saysUnknown(error) ? 'unknown' : 'not made';
}

/** The words by which the nodes leave open whether something was carried out, or say how to find out. */
const UNKNOWN = [
  /may (or may not )?have (taken effect|been carried out|carried it out)/,
  /may or may not have/,
  /not known whether/,
  /may still appear/,
  /before you (run|request|send|upload) (it|this|them)/,
  /Check (at|in) .*,? (whether|which rows)/,
  /Check with \w+( \w+)?: Get/,
  /Look with Tracking: Get/,
  /Compare with Order: Get/,
  /"order does not exist" \(100009\) then means that it is gone/,
  /outcome is unknown/i,
];

export function saysUnknown({ message, description }: Said): boolean {
  const text = `${message} ${description ?? ''}`;
  return UNKNOWN.some((words) => words.test(text));
}

/** How many items a node that stopped says it had carried out. */
export function doneIn({ description }: Said): number {
  return Number(/(\d+) of \d+ items were carried out/.exec(description ?? '')?.[1] ?? 0);
}
