import { record, text } from '../json';
import { failed, succeeded, type Entry } from './answers';
import type { Order, Orders } from './orders';
import { piecesOf, problemsOf, serviceOf } from './rules';

/** Creates one order with its pieces, `etower.md` B.4.1. */
export function createOrder(value: unknown, orders: Orders): { entry: Entry; order?: Order } {
  const sent = record(value);
  const problems = problemsOf(sent, orders);
  const service = serviceOf(sent);
  const names = { orderId: text(sent.referenceNo), referenceNo: text(sent.referenceNo), trackingNo: null };
  if (problems.length > 0 || !service) return { entry: failed(problems, names) };
  const order = orders.add(sent, service);
  const pieces = piecesOf(sent).map((piece) => orders.add({ ...sent, ...piece, pieces: null }, service, order));
  const piecesResult = pieces.length === 0 ? null : pieces.map(createdEntry);
  return { entry: { ...createdEntry(order), piecesResult }, order };
}

function createdEntry(order: Order): Entry {
  return succeeded({
    warnings: null,
    orderId: order.reference,
    referenceNo: order.reference,
    trackingNo: order.tracking === '' ? null : order.tracking,
    connoteId: null,
    piecesResult: null,
    extraProperty: { injectPort: null, customsClearanceType: null },
  });
}
