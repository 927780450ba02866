import { record, text, texts } from '../../json';
import { codes, failure, missing, orderUnknown, success } from '../answers';
import { trackingNumber, type Service } from '../deployment';
import { wireTime, type Order, type Orders } from '../orders';

/** How often a late tracking number is asked for: the last of these answers holds it. */
const asksUntilAssigned = 2;

/** `eccang.md` 3.3. Unknown references are left out; none found is a failure (sandbox's choice, not documented). */
export const getTrackNumber: Service = (params, { deployment, orders }) => {
  const references = texts(record(params).reference_no);
  if (!references) return missing('reference_no');
  const found = references.flatMap((reference) => orders.find(reference, ['reference']) ?? []);
  if (found.length === 0) return failure(codes.notFound, orderUnknown);
  for (const order of found) countAsking(order, orders);
  return success({
    data: found.map((order) => ({
      OrderNumber: order.reference,
      // Empty while pending; a product without numbers shows what createOrder showed.
      TrackingNumber: order.product.trackStatus === 2 ? order.tracking : trackingNumber(order, deployment),
      WayBillNumber: order.waybill,
    })),
  });
};

const dateFormat = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/;

/** `eccang.md` 3.17: newest first; no change in the window is a success with `data: []`. */
export const getTrackingNumberChangeRecord: Service = (params, { orders }) => {
  const sent = record(params);
  const [number, start, end] = [sent.shipper_hawbcode, sent.start_date, sent.end_date].map(text);
  if (!number) return missing('shipper_hawbcode');
  for (const date of [start, end]) {
    if (date && !dateFormat.test(date)) return failure(codes.mandatory, '日期格式必须为YYYY-MM-DD HH:mm:ss');
  }
  const order = orders.find(number, ['waybill']);
  if (!order) return failure(codes.notFound, orderUnknown);
  const records = order.assigned.map(({ number: given, at }, index) => ({
    shipper_hawbcode: order.waybill,
    shipping_method_no: given,
    old_shipping_method_no: order.assigned[index - 1]?.number ?? '',
    create_date: wireTime(at),
  }));
  return success({
    data: records
      .filter(({ create_date }) => (!start || create_date >= start) && (!end || create_date <= end))
      .reverse(),
  });
};

function countAsking(order: Order, orders: Orders): void {
  order.asked += 1;
  if (order.asked >= asksUntilAssigned) orders.assignTracking(order);
}
