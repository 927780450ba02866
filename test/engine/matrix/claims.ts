/** What a node says of its items, in the words that the user reads. */
import type { OutputItem } from '../../../engine';

export type Claim = 'made' | 'not made' | 'unknown';

interface Said {
  message: string;
  description: string | null;
}

export function claimOf({ json, error }: Pick<OutputItem, 'json' | 'error'>): Claim {
  if (!error) return MAY_BE_OLDER.test(JSON.stringify(json)) ? 'unknown' : 'made';
  return saysUnknown(error) ? 'unknown' : 'not made';
}

/** What a recovered order notes where the carrier does not tell its age. */
const MAY_BE_OLDER = /does not tell when it made this order\. An older one .* looks the same/;

/** The words by which the nodes leave open whether something was carried out, or say how to find out. */
const UNKNOWN = [
  /may (or may not )?have (taken effect|been carried out|carried it out)/,
  /may or may not have/,
  /not known whether/,
  /may still appear/,
  /before you (run|request|send|upload) (it|this|them)/,
  /Check (at|in) .*,? (whether|which rows)/,
  /Check with (\w+: )?\w+( \w+)?: Get/,
  /Look with Tracking: Get/,
  /Compare with Order: Get/,
  /"order does not exist" \(100009\) then means that it is gone/,
  /outcome is unknown/i,
];

export function saysUnknown({ message, description }: Said): boolean {
  const text = `${message} ${description ?? ''}`.replace(OTHERS, '');
  return UNKNOWN.some((words) => words.test(text));
}

/** What a node that stopped says of other items than the one of its error. */
const OTHERS = /The outcome of items? ([\d, to]+) is unknown \(the first item is 0\)[^.]*\./;

/** The items besides, by their places, of which a node that stopped does not know. */
export function othersUnknown({ description }: Said): number[] {
  const [, list = ''] = OTHERS.exec(description ?? '') ?? [];
  return list.split(', ').flatMap((each) => {
    const [first = NaN, last = first] = each.split(' to ').map(Number);
    return each === '' ? [] : Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
}

/** How many items a node that stopped says it had carried out. */
export function doneIn({ description }: Said): number {
  return Number(/(\d+) of \d+ items were carried out/.exec(description ?? '')?.[1] ?? 0);
}
