import { codeOf, lookUp, placeIn } from '#carriers/shared/lookup';
import type { ParcelStatus, StatusReason } from '#carriers/shared/parcel';

interface Meaning {
  status: ParcelStatus;
  reason?: StatusReason;
}

/**
 * Tracking codes (`tracking-status.md`, Eccang family), in the order in which a parcel comes by them. A code that is not
 * listed is `unknown`, never guessed.
 */
const TRACKING: Record<string, Meaning> = {
  NA: { status: 'pending' },
  NO: { status: 'pending' },
  IR: { status: 'pending' },
  RP: { status: 'picked_up' },
  IS: { status: 'picked_up' },
  AF: { status: 'in_transit' },
  NT: { status: 'in_transit' },
  DF: { status: 'in_transit' },
  NC: { status: 'in_transit', reason: 'customs' },
  AC: { status: 'on_hold', reason: 'customs' },
  AT: { status: 'on_hold', reason: 'carrier' },
  AO: { status: 'on_hold', reason: 'carrier' },
  NE: { status: 'on_hold', reason: 'carrier' },
  ND: { status: 'out_for_delivery' },
  AD: { status: 'delivery_failed' },
  DA: { status: 'delivery_failed' },
  CC: { status: 'delivered' },
  CP: { status: 'delivered' },
  UE: { status: 'return_to_sender' },
};

/** Order states of getOrder (`eccang.md` 4.11, mapped in `tracking-status.md`). */
const ORDER: Record<string, ParcelStatus> = {
  D: 'pending',
  P: 'pending',
  V: 'picked_up',
  C: 'in_transit',
  Q: 'on_hold',
  U: 'on_hold',
  O: 'delivered',
  R: 'return_to_sender',
  E: 'cancelled',
};

/** @param isFirstScan arrival at a facility is the pick-up when nothing was scanned before it */
export function trackingMeaning(code: string | undefined, isFirstScan = false): Meaning {
  if (isFirstScan && codeOf(code) === 'AF') return { status: 'picked_up' };
  return lookUp(TRACKING, codeOf(code)) ?? { status: 'unknown' };
}

/** How far along its way a parcel is: greater is later, 0 is not known. */
export function trackingProgress(code: string | undefined): number {
  return placeIn(TRACKING, codeOf(code));
}

export function orderStatus(code: string): ParcelStatus {
  return lookUp(ORDER, codeOf(code)) ?? 'unknown';
}
