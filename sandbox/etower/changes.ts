import { record, text, type JsonRecord } from '../json';
import { failed, problem, succeeded, unknownOrder, type Entry } from './answers';
import { parcelEvents } from './events';
import type { Order, Orders } from './orders';

/** B.4.5 and B.4.6: label first. */
export function forecast(order: Order, fields: JsonRecord = {}): Entry {
  if (order.stage === 'created') return failed([problem(100016, 'Order is not labelled')]);
  for (const each of [order, ...order.pieces]) each.stage = 'forecast';
  return succeeded(fields);
}

/** B.4.12. */
export function hold(order: Order, holdType: unknown): Entry {
  if (Number(holdType) === 2) return failed([{ code: null, message: 'Release is not enabled' }]);
  if (Number(holdType) !== 1) return failed([problem(100001, 'holdType must be 1 or 2')]);
  if (parcelEvents(order).length > 1)
    return failed([problem(100011, `No permission to process order ${order.reference}`)]);
  order.held = true;
  return succeeded();
}

/** The reply to a change is not documented; the sandbox answers as the other operations do. */
export function update(value: unknown, orders: Orders): Entry {
  const { orderId, address, items, ...changes } = record(value);
  const names = { orderId: text(orderId) };
  const order = orders.byAny(text(orderId));
  if (!order) return failed([unknownOrder], names);
  if (order.stage === 'forecast')
    return failed([problem(100011, `No permission to process order ${text(orderId)}`)], names);
  if (changes.weight === undefined) return failed([problem(130003, 'Weight is missing')], names);
  // Zeros and empty texts mean "unchanged" (inferred).
  const given = Object.entries({ ...changes, ...record(address) }).filter(([, each]) => each !== 0 && each !== '');
  order.sent = { ...order.sent, ...Object.fromEntries(given), ...(Array.isArray(items) ? { orderItems: items } : {}) };
  return succeeded({ ...names, trackingNo: order.tracking });
}

/** B.4.13. */
export function pickup(value: unknown): Entry {
  const { contact, pickupTime } = record(value);
  const problems = [
    ...(text(contact) === '' ? [problem(950002, 'contact is null')] : []),
    ...(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[+-]\d{4}$/.test(text(pickupTime))
      ? []
      : [problem(100001, "pickupTime must be yyyy-MM-dd'T'HH:mm:ssZ")]),
  ];
  return problems.length === 0 ? succeeded() : failed(problems);
}
