import { record, text, texts, type JsonRecord } from '../../json';
import { success, trackingFailure } from '../answers';
import type { Deployment, Service } from '../deployment';
import { areaOf, eventsOf, moveOn } from '../events';
import type { Order, Orders } from '../orders';

/**
 * `eccang.md` 3.16, `huahan.md` 3.8. Each query moves the parcels one event on. Unknown numbers are not documented: here they
 * are left out when others were found, and the call fails when none was (sandbox's choice).
 */
export const getCargoTrack: Service = (params, { deployment, orders }) => {
  const sent = record(params);
  const numbers = texts(sent.codes);
  if (!numbers) return trackingFailure('单号不能为空', 'codes must not be empty');
  const limit = deployment.limits.getCargoTrack;
  if (numbers.length > limit) return trackingFailure(`一次最多查询${limit}个单号`, `At most ${limit} numbers per call`);
  const tracked = numbers.flatMap((number) => {
    const order = orders.find(number, deployment.accepts.getCargoTrack);
    return order ? [{ number, order }] : [];
  });
  if (tracked.length === 0) return trackingFailure('未查询到轨迹信息', 'No tracking information found');
  for (const order of new Set(tracked.map((parcel) => parcel.order))) look(order, orders);
  const lang = text(sent.lang).toUpperCase();
  return success({
    Data: tracked.map(({ number, order }) => parcelView(number, order, deployment, lang)),
    Error: [],
  });
};

/** A look at a parcel: it moves on, and a late tracking number is there. */
export function look(order: Order, orders: Orders): void {
  moveOn(order);
  orders.assignTracking(order);
}

function parcelView(number: string, order: Order, { tracking }: Deployment, lang: string): JsonRecord {
  const events = eventsOf(order);
  const newest = events[0];
  const announced = events.length === 1 && !order.written ? tracking.announced : undefined;
  return {
    Code: number,
    Country_code: order.country,
    New_date: newest?.time ?? '',
    New_Comment: announced?.comment ?? newest?.chinese ?? '',
    Status: announced?.status ?? newest?.code ?? '',
    Detail: events.map((event) => ({
      Occur_date: event.time,
      Status: event.code,
      Comment: tracking.comment(event, lang),
      track_area: areaOf(event, order, ''),
    })),
  };
}
