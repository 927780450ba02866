import { lookUp } from '#carriers/shared/lookup';
import type { ParcelStatus } from '#carriers/shared/parcel';

/** Order status texts (`tracking-status.md`, Mgoship). The full list is not held: any other text is `unknown`. */
const PARCEL: Readonly<Record<string, ParcelStatus>> = {
  草稿: 'pending',
  已预报: 'pending',
  仓库作业中: 'picked_up',
};

/** FBA status numbers (`tracking-status.md`, Mgoship; `mgoship.md` 8.13). */
const FBA: Readonly<Record<string, ParcelStatus>> = {
  1: 'pending',
  2: 'picked_up',
  3: 'on_hold',
  4: 'in_transit',
  5: 'in_transit',
  6: 'in_transit',
  7: 'out_for_delivery',
  8: 'delivered',
  9: 'return_to_sender',
};

export function parcelStatus(text: string): ParcelStatus {
  return lookUp(PARCEL, text) ?? 'unknown';
}

export function fbaStatus(number: string): ParcelStatus {
  return lookUp(FBA, number) ?? 'unknown';
}
