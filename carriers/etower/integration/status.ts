import { codeOf, lookUp, placeIn } from '#carriers/shared/lookup';
import type { ParcelStatus, StatusReason } from '#carriers/shared/parcel';

interface Meaning {
  status: ParcelStatus;
  /** What the reference says of the code (Enumerations). */
  text?: string;
  reason?: StatusReason;
}

/**
 * Event codes of the integration API (`tracking-status.md`, eTower), in the order in which a parcel comes by them. A code
 * that is not listed is `unknown`.
 */
const EVENTS: Readonly<Record<string, Meaning>> = {
  INF: { status: 'pending', text: 'shipping information received' },
  RCV: { status: 'picked_up', text: 'received shipment' },
  SCN: { status: 'in_transit', text: 'processed at origin hub' },
  DVR: { status: 'in_transit', text: 'collected from the airport terminal' },
  HLD: { status: 'on_hold', reason: 'customs', text: 'held by customs' },
  CCD: { status: 'in_transit', reason: 'customs', text: 'customs cleared' },
  DLV: { status: 'delivery_failed', text: 'attempted delivery' },
  CRD: { status: 'ready_for_pickup', text: 'carded, left at a nearby pickup point' },
  DLD: { status: 'delivered', text: 'delivered' },
  RTN: { status: 'return_to_sender', text: 'returned' },
};

export function eventMeaning(code: string | undefined): Meaning {
  return lookUp(EVENTS, codeOf(code)) ?? { status: 'unknown' };
}

/** How far along its way a parcel is: greater is later, 0 is not known. */
export function eventProgress(code: string | undefined): number {
  return placeIn(EVENTS, codeOf(code));
}
