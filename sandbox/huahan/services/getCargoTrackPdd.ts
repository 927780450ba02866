import { record, texts, type JsonRecord } from '../../json';
import { success, trackingFailure } from '../../eccang/answers';
import type { Service } from '../../eccang/deployment';
import { areaOf, eventsOf } from '../../eccang/events';
import { anyNumber } from '../../eccang/numbers';
import type { Order } from '../../eccang/orders';
import { look } from '../../eccang/services/getCargoTrack';

/** `huahan.md` 3.9: an unknown number does not fail the call. No limit of its own is documented. */
export const getCargoTrackPdd: Service = (params, { orders }) => {
  const numbers = texts(record(params).codes);
  if (!numbers) return trackingFailure('单号不能为空', 'codes must not be empty');
  const asked = numbers.map((number) => ({ number, order: orders.find(number, anyNumber) }));
  for (const order of new Set(asked.flatMap((parcel) => parcel.order ?? []))) look(order, orders);
  return success({
    Data: asked.map(({ number, order }) => (order ? parcelView(number, order) : unknownView(number))),
    Error: [],
  });
};

function parcelView(number: string, order: Order): JsonRecord {
  const events = eventsOf(order);
  const newest = events[0];
  return {
    Code: number,
    Country_code: order.country,
    New_date: newest?.time ?? '',
    Time_zone: newest?.zone ?? '',
    New_Comment: newest?.chinese ?? '',
    Status: newest?.code ?? '',
    Error_code: '0000',
    Detail: events.map((event) => ({
      Occur_date: event.time,
      Occur_time_zone: event.zone,
      Status: event.code,
      Comment: event.pddEnglish ?? event.english,
      track_area: areaOf(event, order, 'CHINA'),
    })),
  };
}

function unknownView(number: string): JsonRecord {
  return {
    Code: number,
    Country_code: '',
    New_date: '',
    New_Comment: '',
    Status: '',
    Error_code: '0001',
    Detail: [],
  };
}
