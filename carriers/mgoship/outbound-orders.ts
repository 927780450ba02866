import { objectOf, textOf, type JsonObject } from '#carriers/shared/json-value';
import { present } from '#carriers/shared/parcel';
import { MGOSHIP } from './account';
import type { MgoshipClient } from './client';
import { withHintIfLost } from '#carriers/shared/lost-answer';
import type { MgoshipParcel } from './parcels';
import { orderNumberIn } from './parcel-orders';

const CREATE = { module: 'out_orders', action: 'add_out_order' };

/**
 * Sent once. No operation that looks an outbound order up is known, so a lost answer stays unknown.
 * @param params as `outboundOrderParams` gave them
 * @returns the whole reply, which is not documented
 */
export async function createOutboundOrder(client: MgoshipClient, params: JsonObject): Promise<JsonObject> {
  const ownNumber = ownNumberOf(params);
  const where = ownNumber === undefined ? '' : `, by own number ${ownNumber},`;
  return withHintIfLost(
    client.call(CREATE, params, { intent: 'write' }),
    `No operation that looks outbound orders up is documented. Check in Mgoship's customer portal${where} before you run this again: it may ship twice.`,
  );
}

/** What is certain of a new order: its own number, and the order number in the answer, or else what the answer has. */
export function outboundParcelOf({ data }: JsonObject, params: JsonObject): MgoshipParcel {
  const orderNumber = orderNumberIn(data);
  return present<MgoshipParcel>({
    carrier: MGOSHIP.carrier,
    reference: ownNumberOf(params),
    ...(orderNumber === undefined ? { data: data ?? undefined } : { orderNumber }),
  });
}

function ownNumberOf(params: JsonObject): string | undefined {
  return textOf(objectOf(params['sender_info'])['ownNO']);
}
