import { withHintIfLost } from '#carriers/shared/lost-answer';
import { isObject, type JsonObject } from '#carriers/shared/json-value';
import type { EtowerClient } from './client';
import { settle } from './entries';
import { PICKUP } from './pickup';

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
  const [settled = []] = settle(client, ['the pickup'], envelope, 'write');
  if (settled instanceof Error) throw settled;
  return settled[0] ?? {};
}
