import { record, texts, type JsonRecord } from '../json';
import { envelope, failed, nothingGiven, problem, succeeded, tooMany, unknownOrder, type Entry } from './answers';
import { handOver } from './bags';
import { catalogueEntry, services } from './catalogue';
import { forecast, hold, pickup, update } from './changes';
import { createOrder } from './creation';
import { eventsOf } from './events';
import type { Order, Orders } from './orders';
import { createWithLabels, printLabels } from './printing';
import { labelSpecs, queryView } from './views';

export type Operation = (body: unknown, orders: Orders) => Promise<JsonRecord> | JsonRecord;

/** One entry per number, in request order (`etower.md` B.3); `orderId` echoes the number, as the vendor's samples do. */
function perNumber(
  value: unknown,
  most: number,
  find: (number: string) => Order | undefined,
  entryOf: (order: Order, number: string) => Entry,
): JsonRecord {
  const numbers = texts(value);
  if (!numbers) return nothingGiven;
  if (numbers.length > most) return tooMany;
  return envelope(
    numbers.map((number) => {
      const order = find(number);
      const names = { orderId: number, trackingNo: order?.tracking ?? null };
      return { ...names, ...(order ? entryOf(order, number) : failed([unknownOrder])) };
    }),
  );
}

function eachOf(body: unknown, most: number, entryOf: (value: unknown) => Entry): JsonRecord {
  if (!Array.isArray(body) || body.length === 0) return nothingGiven;
  return body.length > most ? tooMany : envelope(body.map(entryOf));
}

/** POST operations by the last part of their path (B.4). */
export const operations: ReadonlyMap<string, Operation> = new Map<string, Operation>([
  ['orders', (body, orders) => ({ ...eachOf(body, 300, (order) => createOrder(order, orders).entry), warnings: null })],
  ['orderLabels', createWithLabels],
  ['labels', printLabels],
  [
    'labelSpecs',
    (body, orders) =>
      perNumber(
        body,
        300,
        (number) => orders.byAny(number),
        (order) => succeeded(labelSpecs(order)),
      ),
  ],
  [
    'manifests',
    (body, orders) =>
      perNumber(
        body,
        300,
        (number) => orders.byAny(number),
        (order) => forecast(order),
      ),
  ],
  [
    'closeShipments',
    (body, orders) => {
      const sent = record(body);
      const numbers = texts(sent.shipmentIds) ? sent.shipmentIds : sent.masterIds;
      const relabel = { warnings: null, relabelstatus: 0, lastMailcarrier: null };
      return {
        ...perNumber(
          numbers,
          2000,
          (number) => orders.byAny(number),
          (order) => forecast(order, relabel),
        ),
        warnings: null,
      };
    },
  ],
  [
    'queryorders',
    (body, orders) =>
      perNumber(
        body,
        300,
        (number) => orders.byTrackingNumber(number),
        // The documented reply names the order by the number that was asked for alone.
        (order) => succeeded({ trackingNo: undefined, order: queryView(order) }),
      ),
  ],
  [
    'trackingEvents',
    (body, orders) =>
      perNumber(
        body,
        30,
        (number) => orders.byAny(number),
        (order) => succeeded({ events: eventsOf(order) }),
      ),
  ],
  [
    'trackingNumbers',
    (body, orders) =>
      perNumber(
        body,
        300,
        (number) => orders.byReference(number),
        (order) => {
          orders.assignTracking(order);
          return succeeded({
            warnings: null,
            relabelStatus: null,
            trackingNo: order.tracking,
            lastMileCarrier: order.service.provider,
          });
        },
      ),
  ],
  ['update-order', (body, orders) => eachOf(body, 300, (change) => update(change, orders))],
  [
    'hold',
    (body, orders) => {
      const { orderIds, holdType } = record(body);
      return perNumber(
        orderIds,
        300,
        (number) => orders.byAny(number),
        (order) => hold(order, holdType),
      );
    },
  ],
  ['handover', handOver],
  ['pickup-requests', (body) => eachOf(body, 300, pickup)],
]);

export function catalogue(): JsonRecord {
  return envelope(services.map((service) => ({ ...succeeded(), ...catalogueEntry(service) })));
}

/** DELETE of one order; `data` is an object (B.4.10). */
export function deleteOrder(number: string, orders: Orders): JsonRecord {
  const order = orders.byReference(number);
  const entry = (): Entry => {
    if (!order) return failed([unknownOrder]);
    if (order.stage === 'forecast') return failed([problem(100010, 'Order cannot be deleted')]);
    orders.remove(order);
    return succeeded();
  };
  const data = { ...entry(), orderId: number, referenceNo: order?.reference ?? null, trackingNo: null };
  return { status: data.status, errors: null, data };
}
