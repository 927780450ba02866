import { defined } from '#carriers/shared/defined';
import { objectAsIs, textOf, type JsonObject } from '#carriers/shared/json-value';
import { present } from '#carriers/shared/parcel';
import { MGOSHIP } from './account';
import type { MgoshipClient } from './client';
import { withHintIfLost } from '#carriers/shared/lost-answer';
import { paramsOf } from './params';
import type { MgoshipParcel } from './parcels';
import { hasOrderNumber, isEmptyAnswer, madeParcel, orderNumberIn } from './made';
import { OUTBOUND_ORDER } from './requests/outbound-order';

const CREATE = { module: 'out_orders', action: 'add_out_order' };

/**
 * The params of add_out_order for what the user gave, in the form of the samples.
 * @throws RequestError naming every field that is wrong
 */
export function outboundOrderParams(given: JsonObject): JsonObject {
  return paramsOf(OUTBOUND_ORDER, given);
}

/**
 * Sent once. No operation that looks an outbound order up is known, so a lost answer stays unknown.
 * @param params as `outboundOrderParams` gave them
 * @returns the whole reply, which is not documented. When nothing is in it, with the order's own number
 */
export async function createOutboundOrder(client: MgoshipClient, params: JsonObject): Promise<JsonObject> {
  const ownNumber = ownNumberOf(params);
  const where = ownNumber === undefined ? '' : `, by own number ${ownNumber},`;
  const reply = await withHintIfLost(
    client.call(CREATE, params, {
      intent: 'write',
      isMade: hasOrderNumber,
      number: { name: 'ownNO', sent: ownNumber ?? '' },
    }),
    `No operation that looks outbound orders up is documented. Check in Mgoship's customer portal${where} before you run this again: it may ship twice.`,
  );
  return isEmptyAnswer(reply['data']) ? { ...reply, ...defined({ ownNO: ownNumber }), notes: [NO_NUMBER] } : reply;
}

const NO_NUMBER = `${MGOSHIP.displayName} said that it created the order, but gave no number. Look for it in Mgoship's customer portal by its own number.`;

/** What is certain of a new order: its own number, and the order number in the answer, or else what the answer has. */
export function outboundParcelOf({ data }: JsonObject, params: JsonObject): MgoshipParcel {
  const reference = ownNumberOf(params);
  const orderNumber = orderNumberIn(data);
  if (orderNumber !== undefined) return madeParcel(data, orderNumber, reference);
  const notes = isEmptyAnswer(data) ? [NO_NUMBER] : [];
  return present<MgoshipParcel>({ carrier: MGOSHIP.carrier, reference, data: data ?? undefined, notes });
}

function ownNumberOf(params: JsonObject): string | undefined {
  return textOf(objectAsIs(params['sender_info'])['ownNO']);
}
