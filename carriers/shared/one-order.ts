import { CarrierError } from '../http';
import { opened } from './json-value';

/** Objects and lists, and what stands in them: far more than any order has. To shape it all would keep n8n from everything else. */
const MOST_HOLDERS = 10_000;
const MOST_VALUES = 100_000;

/**
 * What a carrier answered of one order, as it is. All of it is shaped in one go, so its size is looked at first.
 * @throws CarrierError `invalid-reply` when it holds more than any order does
 */
export function ofOneOrder<Answer extends object>(answer: Answer): Answer {
  const found: object[] = [answer];
  for (let at = 0, values = 0; at < found.length; at += 1) {
    const members: unknown[] = Object.values(found[at] ?? {});
    values += members.length;
    if (values > MOST_VALUES) throw tooMuch(MOST_VALUES, 'values');
    for (const member of members) {
      const held = opened(member);
      if (typeof held === 'object' && held !== null) found.push(held);
    }
    if (found.length > MOST_HOLDERS) throw tooMuch(MOST_HOLDERS, 'objects and lists');
  }
  return answer;
}

function tooMuch(most: number, what: string): CarrierError {
  const message = `The reply holds more than ${most.toLocaleString('en')} ${what} for one order, which are too many to read.`;
  return new CarrierError({ kind: 'invalid-reply', message });
}
