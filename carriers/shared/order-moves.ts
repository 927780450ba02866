import { isBlank } from './blank';
import { textOf } from './json-value';
import type { Move } from './order-mapping';
import type { Party } from './parcel';
import { RequestError } from './request-check';

export type PartyName = 'recipient' | 'sender' | 'returnTo';

/** Several texts as one, without those that are blank; undefined when all are. One alone stays as it is. */
export function joined(separator: string, ...texts: readonly unknown[]): string | undefined {
  const [first, ...others] = texts.filter((text) => !isBlank(text)).map((text) => textOf(text) ?? '');
  if (first === undefined || others.length === 0) return first;
  return [first, ...others].map((text) => text.trim()).join(separator);
}

/** Several fields of a party in one place of the carrier's, in this order. */
export function together(party: PartyName, to: string, separator: string, ...fields: readonly (keyof Party)[]): Move {
  return {
    to,
    as: (_, order) => {
      const from: Party = order[party] ?? {};
      return joined(separator, ...fields.map((field) => from[field]));
    },
  };
}

/** A field of a party that goes out only where the one that the place is for is missing, or is the same. */
export function inPlaceOf(party: PartyName, field: keyof Party, to: string): Move {
  return {
    to,
    as: (value, order) => {
      const first = order[party]?.[field];
      return isBlank(first) || first === value ? value : undefined;
    },
  };
}

/** The recipient's tax number, which the neutral order has twice because carriers answer it in either place. */
export function recipientTaxId(to: string): Move {
  return {
    to,
    as: (value, { recipient }) => {
      const other = recipient?.taxNumber;
      if (isBlank(other) || textOf(other) === textOf(value)) return value;
      throw refused('taxNumbers.recipientTaxId', 'is not the same as recipient.taxNumber: give one of them');
    },
  };
}

/** @param path in the neutral order; of a line, in the line */
export function refused(path: string, problem: string): RequestError {
  return new RequestError([{ path, problem }]);
}
