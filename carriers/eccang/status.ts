import { codeOf, lookUp, placeIn } from '#carriers/shared/lookup';
import type { ParcelStatus, StatusReason } from '#carriers/shared/parcel';

interface Meaning {
  status: ParcelStatus;
  reason?: StatusReason;
  /** What the carrier's documents call it, where they do (`eccang.md` 4.13, `tracking-status.md`). */
  text?: string;
}

/**
 * Tracking codes (`tracking-status.md`, Eccang family), in the order in which a parcel comes by them. A code that is not
 * listed is `unknown`, never guessed.
 */
const TRACKING: Record<string, Meaning> = {
  NA: { status: 'pending', text: 'not accepted' },
  NO: { status: 'pending', text: 'electronic information received, no scan (快件电子信息已经收到)' },
  IR: { status: 'pending', text: 'forecast, shipment information received (已预报)' },
  RP: { status: 'picked_up', text: 'received' },
  IS: { status: 'picked_up', text: 'in stock' },
  AF: { status: 'in_transit', text: 'arrived at facility (签入)' },
  NT: { status: 'in_transit', text: 'normal transfer' },
  DF: { status: 'in_transit', text: 'departed facility (签出)' },
  NC: { status: 'in_transit', reason: 'customs', text: 'in customs clearance' },
  AC: { status: 'on_hold', reason: 'customs', text: 'clearance abnormal' },
  AT: { status: 'on_hold', reason: 'carrier', text: 'transfer abnormal' },
  AO: { status: 'on_hold', reason: 'carrier', text: 'operation abnormal' },
  NE: { status: 'on_hold', reason: 'carrier', text: 'parcel abnormal' },
  ND: { status: 'out_for_delivery', text: 'out for delivery (派送中)' },
  AD: { status: 'delivery_failed', text: 'delivery abnormal' },
  DA: { status: 'delivery_failed', text: 'delivery accident' },
  CC: { status: 'delivered', text: 'delivered (妥投)' },
  CP: { status: 'delivered', text: 'completed' },
  UE: { status: 'return_to_sender', text: 'returned' },
};

/** Order states of getOrder (`eccang.md` 4.11, mapped in `tracking-status.md`). */
const ORDER: Record<string, Meaning> = {
  D: { status: 'pending', text: 'draft (草稿)' },
  P: { status: 'pending', text: 'forecast, submitted (已预报)' },
  V: { status: 'picked_up', text: 'checked in (已签入)' },
  C: { status: 'in_transit', text: 'checked out (已签出)' },
  Q: { status: 'on_hold', text: 'on hold (暂存件)' },
  U: { status: 'on_hold', text: 'problem parcel (问题件)' },
  O: { status: 'delivered', text: 'delivered (妥投)' },
  R: { status: 'return_to_sender', text: 'returned (退件)' },
  E: { status: 'cancelled', text: 'discarded (已废弃)' },
};

/** @param isFirstScan arrival at a facility is the pick-up when nothing was scanned before it */
export function trackingMeaning(code: string | undefined, isFirstScan = false): Meaning {
  if (isFirstScan && codeOf(code) === 'AF') return { status: 'picked_up' };
  return lookUp(TRACKING, codeOf(code)) ?? { status: 'unknown' };
}

export function trackingText(code: string | undefined): string | undefined {
  return lookUp(TRACKING, codeOf(code))?.text;
}

/** How far along its way a parcel is: greater is later, 0 is not known. */
export function trackingProgress(code: string | undefined): number {
  return placeIn(TRACKING, codeOf(code));
}

export function orderStatus(code: string): ParcelStatus {
  return lookUp(ORDER, codeOf(code))?.status ?? 'unknown';
}

export function orderStatusText(code: string | undefined): string | undefined {
  return lookUp(ORDER, codeOf(code))?.text;
}
