import type { ParcelStatus } from '#carriers/shared/parcel';
import { updatesOf } from '#carriers/shared/updates';
import { cases, type Cases } from './requests';

/** The known key of a parcel that had this status and no event. */
export function keyOf(carrier: string, number: string, status: ParcelStatus = 'in_transit'): string {
  return updatesOf({ status }, undefined, { carrier, number }, { stuckAfterDays: 0, retireAfterDays: 0 }, 0).key;
}

/** Rows of Tracking: Get Updates, besides those of an operation that takes a number. */
export function updatesCases(carrier: string): Cases {
  const key = keyOf(carrier, 'N-1');
  return cases({
    'with its known key': { number: 'N-1', knownKey: key },
    'with the known key of a parcel that is finished': { number: 'N-1', knownKey: keyOf(carrier, 'N-1', 'delivered') },
    'with the known key of another number': { number: 'N-2', knownKey: key },
    'with the known key of another carrier': { number: 'N-1', knownKey: keyOf('another', 'N-1') },
    'with a known key that was cut': { number: 'N-1', knownKey: key.slice(0, 64) },
    'with a known key of another version': { number: 'N-1', knownKey: key.replace('v1', 'v2') },
    'with null for a known key': { number: 'N-1', knownKey: '={{ null }}' },
    'with a list for a known key': { number: 'N-1', knownKey: '={{ ["a"] }}' },
    'with an output that there is not': { number: 'N-1', output: '={{ "none" }}' },
    'with days below 0': { number: 'N-1', options: { stuckAfterDays: '={{ -1 }}' } },
    'with days that are no number': { number: 'N-1', options: { retireAfterDays: '={{ "soon" }}' } },
  });
}

/** What every field of the form holds, where any text would be refused. */
export const NO_KEY = { knownKey: () => '' };
