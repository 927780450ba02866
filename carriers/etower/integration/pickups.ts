import { withHintIfLost } from '#carriers/shared/lost-answer';
import { detailsOf } from '#carriers/shared/details';
import { isObject, textOf, type JsonObject } from '#carriers/shared/json-value';
import { present } from '#carriers/shared/parcel';
import { CARRIER } from '../account';
import type { Details } from '../details';
import type { EtowerClient } from './client';
import { settle } from './entries';
import { warningsOf } from './reply';
import { PICKUP } from './requests/pickup';

/** The request as it will be sent. Throws a RequestError that names every field that is missing or wrong. */
export function checkPickup(pickup: JsonObject): JsonObject {
  return PICKUP.check(pickup);
}

/** Request a pickup (B.4.13). The carrier gives no number for it. */
export async function requestPickup(client: EtowerClient, pickup: JsonObject): Promise<JsonObject> {
  const envelope = await withHintIfLost(
    client.call({ path: '/services/shipper/pickup-requests', body: [pickup] }, { intent: 'write' }),
    'Ask your logistics provider whether the pickup is booked before you request it again.',
  );
  if (envelope.entries.length === 0 && envelope.status === 'success' && isObject(envelope.raw)) return envelope.raw;
  const [settled] = settle(client, ['the pickup'], envelope, 'write');
  if (settled instanceof Error) throw settled;
  return settled?.entries[0] ?? {};
}

/** What was booked, and what the carrier said of it. */
export interface BookedPickup {
  carrier: string;
  requested: true;
  /** As it was asked for. */
  pickupTime?: string;
  warnings?: string[];
  /** What else the carrier told, by its own names. */
  details?: Details;
}

export function bookedPickup({ pickupTime }: JsonObject, raw: JsonObject): BookedPickup {
  return present<BookedPickup>({
    carrier: CARRIER,
    requested: true,
    pickupTime: textOf(pickupTime),
    warnings: warningsOf(raw),
    details: detailsOf(raw, ['status'], ['errors', 'warnings', 'data']),
  });
}

/** The carrier's form of an ISO 8601 time that names its zone: `Z`, `+08:00` or `+0800`, milliseconds or not. */
export function pickupTimeOf(time: string): string {
  const [, local, sign = '+', hours = '00', minutes = '00'] =
    /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.\d+)?(?:Z|([+-])(\d{2}):?(\d{2}))$/.exec(time.trim()) ?? [];
  return local === undefined ? time : `${local}${sign}${hours}${minutes}`;
}
