import * as z from 'zod/v4';
import { objectOf, textOf, type JsonObject } from '../json-value';
import { present } from '../parcel';
import { MGOSHIP } from './account';
import type { MgoshipClient } from './client';
import { withHintIfLost } from './lost-answer';
import type { MgoshipParcel } from './parcel';
import { orderNumberIn } from './parcel-orders';
import { amount, paramsOf, postcode, schemaOf, text, type Shape } from './shape';

const CREATE = { module: 'out_orders', action: 'add_out_order' };

const serviceInfo = z.looseObject({ serviceId: z.string().optional(), mark: text(50).optional() });

/**
 * add_out_order (`mgoship.md` 6.1). Whether `service_info` is an object or a list is not known: both pass. It and
 * `subid` stand in no sample, so they are left out unless used.
 */
const OUTBOUND_ORDER: Shape = {
  goods_info: [{ goodsId: text(50, { required: true }), qty: amount({ required: true }) }],
  receiver_info: {
    AddressLine: text(200, { required: true }),
    Name: text(10, { required: true }),
    Phone: text(20, { required: true }),
    PostalCode: postcode(),
    StateOrRegion: text(10, { required: true }),
  },
  sender_info: { ownInfo: text(50), ownNO: text(20), sender: text(20, { required: true }) },
  service_info: z.union([serviceInfo, z.array(serviceInfo)]).optional(),
  ship_way: amount({ required: true }),
  storageid: amount({ required: true }),
  subid: amount().optional(),
};

const schema = schemaOf(OUTBOUND_ORDER).check(({ value, issues }) => {
  const goods = value['goods_info'];
  if (Array.isArray(goods) && goods.length === 0) {
    issues.push({ code: 'custom', path: ['goods_info'], message: 'needs at least one product', input: goods });
  }
});

/**
 * The params of add_out_order for what the user gave, in the form of the samples.
 * @throws RequestError naming every field that is wrong
 */
export function outboundOrderParams(given: JsonObject): JsonObject {
  return paramsOf(OUTBOUND_ORDER, given, schema);
}

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
