import { codeOf, lookUp, placeIn } from '#carriers/shared/lookup';
import type { ParcelStatus, StatusReason } from '#carriers/shared/parcel';

interface Meaning {
  status: ParcelStatus;
  reason?: StatusReason;
}

/**
 * Event codes of the integration API (`tracking-status.md`, eTower), in the order in which a parcel comes by them. A code
 * that is not listed is `unknown`.
 */
const EVENTS: Readonly<Record<string, Meaning>> = {
  INF: { status: 'pending' },
  RCV: { status: 'picked_up' },
  SCN: { status: 'in_transit' },
  DVR: { status: 'in_transit' },
  HLD: { status: 'on_hold', reason: 'customs' },
  CCD: { status: 'in_transit', reason: 'customs' },
  DLV: { status: 'delivery_failed' },
  CRD: { status: 'ready_for_pickup' },
  DLD: { status: 'delivered' },
  RTN: { status: 'return_to_sender' },
};

export function eventMeaning(code: string | undefined): Meaning {
  return lookUp(EVENTS, codeOf(code)) ?? { status: 'unknown' };
}

/** How far along its way a parcel is: greater is later, 0 is not known. */
export function eventProgress(code: string | undefined): number {
  return placeIn(EVENTS, codeOf(code));
}
