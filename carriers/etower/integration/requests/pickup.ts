import { RequestTable } from '#carriers/shared/request';
import { count, measure, text } from '#carriers/shared/rows';

/** `yyyy-MM-dd'T'HH:mm:ssZ` */
const PICKUP_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[+-]\d{4}$/;

/** pickup-requests, in the documented order. Numbers are typed String, and are numbers in the sample. */
export const PICKUP = new RequestTable('etower.md B.4.13', {
  contact: text('Contact', 'Who hands the parcels over, at most 80 characters (联系人)', { required: true, most: 80 }),
  phone: text('Phone', 'Number that the driver may call (电话)', { most: 80 }),
  city: text('City', 'Town where the parcels are picked up (城市)', { most: 80 }),
  province: text('Province', 'Region where the parcels are picked up (省)', { most: 80 }),
  address: text('Address', 'Where the parcels are, at most 80 characters (地址)', { most: 80 }),
  pickupTime: text('Pickup Time', 'Date and time in ISO 8601, with its zone or in that of the workflow; an expression such as {{ $now.plus({ days: 1 }) }} gives it (揽收时间)', {
    required: true,
    most: 80,
    example: '2026-01-05T14:00:00+0800',
    rules: [{ holds: (time) => PICKUP_TIME.test(time), problem: 'must be a date and time with its zone, e.g. 2020-08-16T13:47:12+0800' }],
  }),
  parcelCount: count('Number of Parcels', 'How many parcels there are (包裹数量)', { initial: 0 }),
  weight: measure('Weight', 'Weight of all parcels; the manual names no unit (重量)'),
});
