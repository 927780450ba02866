import { withHintIfLost } from '#carriers/shared/lost-answer';
import * as z from 'zod/v4';
import { isObject, type JsonObject } from '../../json-value';
import { checkRequest } from '../../request-check';
import { optionalAmount, optionalText, requiredText } from '../../request-fields';
import type { EtowerClient } from './client';
import { settle } from './entries';

/** `yyyy-MM-dd'T'HH:mm:ssZ`, e.g. 2020-08-16T13:47:12+0800 (`etower.md` B.4.13). */
const PICKUP_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[+-]\d{4}$/;

const PICKUP_SCHEMA = z.looseObject({
  contact: requiredText(80),
  phone: optionalText(80),
  city: optionalText(80),
  province: optionalText(80),
  address: optionalText(80),
  pickupTime: requiredText(80).refine(
    (value) => PICKUP_TIME.test(String(value)),
    'must be a date and time with its zone, e.g. 2020-08-16T13:47:12+0800',
  ),
  parcelCount: optionalAmount(),
  weight: optionalAmount(),
});

/** The request as it will be sent. Throws a RequestError that names every field that is missing or wrong. */
export function checkPickup(pickup: JsonObject): JsonObject {
  return checkRequest(PICKUP_SCHEMA, pickup);
}

/** The carrier's form of an ISO 8601 time that names its zone: `Z`, `+08:00` or `+0800`, milliseconds or not. */
export function pickupTimeOf(time: string): string {
  const [, local, sign = '+', hours = '00', minutes = '00'] =
    /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.\d+)?(?:Z|([+-])(\d{2}):?(\d{2}))$/.exec(time.trim()) ?? [];
  return local === undefined ? time : `${local}${sign}${hours}${minutes}`;
}

/** Request a pickup (B.4.13). The carrier gives no number for it. */
export async function requestPickup(client: EtowerClient, pickup: JsonObject): Promise<JsonObject> {
  const envelope = await withHintIfLost(
    client.call({ path: '/services/shipper/pickup-requests', body: [pickup] }, { intent: 'write' }),
    'Ask your logistics provider whether the pickup is booked before you request it again.',
  );
  if (envelope.entries.length === 0 && envelope.status === 'success' && isObject(envelope.raw)) return envelope.raw;
  const [settled = []] = settle(client, ['the pickup'], envelope, 'write');
  if (settled instanceof Error) throw settled;
  return settled[0] ?? {};
}
