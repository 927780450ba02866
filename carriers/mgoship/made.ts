import { isBlank } from '#carriers/shared/blank';
import { detailsOf } from '#carriers/shared/details';
import { opened, textOf } from '#carriers/shared/json-value';
import { leavesOf } from '#carriers/shared/leaves';
import { present, type Parcel } from '#carriers/shared/parcel';
import { readable } from '#carriers/shared/unreadable';
import { MGOSHIP } from './account';
import { groupOf } from './reply';

/** The order number that an undocumented answer may hold, at the places where documented answers have it. */
export function orderNumberIn(data: unknown): string | undefined {
  const bare = textOf(opened(data));
  if (bare !== undefined) return /^\d{12}$/.test(bare) ? bare : undefined;
  return readable({ intent: 'write' }, () => {
    const first = groupOf(data);
    return textOf(first['orderNo']) ?? textOf(groupOf(first['order'])['orderNo']);
  });
}

/** Whether a create answered with nothing at all: its answer is not documented, so anything may be its number. */
export function isEmptyAnswer(data: unknown): boolean {
  return leavesOf(opened(data)).every(({ leaf }) => isBlank(leaf));
}

export function hasOrderNumber(data: unknown): boolean {
  return orderNumberIn(data) !== undefined;
}

/** What is told of a new order. */
export type MadeParcel = Pick<Parcel, 'carrier' | 'reference' | 'orderNumber' | 'trackingNumber' | 'details'>;

/** What an undocumented answer to a create tells: the numbers, and whatever stands beside them. */
export function madeParcel(data: unknown, orderNumber: string, reference: string | undefined): MadeParcel {
  const first = groupOf(data);
  const order = groupOf(first['order']);
  return present<MadeParcel>({
    carrier: MGOSHIP.carrier,
    reference,
    orderNumber,
    trackingNumber: textOf(first['trackno']) ?? textOf(order['trackno']),
    details: present<Record<string, unknown>>({
      ...detailsOf(first, NUMBERS, ['order']),
      order: detailsOf(order, NUMBERS),
    }),
  });
}

const NUMBERS = ['customerno', 'orderNo', 'ownNO', 'trackno'] as const;
