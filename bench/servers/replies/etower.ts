import { objectOf, textOf, type JsonObject } from '../../../carriers/shared/json-value';
import { UNDER_WAY } from '../../measured/items';
import { objectsIn, textsIn, type Carrier } from './answer';
import { LABEL_IN_BASE64 } from './label';

const entry = { status: 'Success', errors: null };

const made = (order: JsonObject) => {
  const reference = textOf(order['referenceNo']) ?? '';
  return {
    ...entry,
    warnings: null,
    orderId: reference,
    referenceNo: reference,
    trackingNo: `TN${reference}`,
    connoteId: null,
    piecesResult: null,
  };
};

const labelled = (number: string) => ({
  ...entry,
  labelContent: LABEL_IN_BASE64,
  orderId: number,
  trackingNo: number,
  labelContents: null,
});

const EVENTS = [
  ['2026-01-09T14:13:43', 'DEL', 'DELIVERED', 'AU', 'GMT+11:00'],
  ['2026-01-09T07:40:00', 'OFD', 'OUT FOR DELIVERY', 'AU', 'GMT+11:00'],
  ['2026-01-07T09:05:10', 'ARR', 'ARRIVED AT DESTINATION', 'AU', 'GMT+11:00'],
  ['2026-01-05T22:10:31', 'DEP', 'DEPARTED FROM ORIGIN', 'CN', 'GMT+08:00'],
  ['2026-01-04T14:13:43', 'INF', 'SHIPPING INFORMATION RECEIVED', 'CN', 'GMT+08:00'],
] as const;

const DAY_MS = 24 * 60 * 60_000;
const DAYS_SINCE = Math.floor((Date.now() - Date.parse(`${EVENTS[0][0]}Z`)) / DAY_MS);

/** The same, up to the day before this one: those above are so old that a parcel is not asked about any more. */
const NEWER_EVENTS = EVENTS.map(([time, ...others]) => [later(time, DAYS_SINCE - 1), ...others] as const);

function later(time: string, days: number): string {
  return new Date(Date.parse(`${time}Z`) + days * DAY_MS).toISOString().slice(0, 19);
}

const tracked = (number: string) => ({
  orderId: number,
  ...entry,
  events: (number.startsWith(UNDER_WAY) ? NEWER_EVENTS : EVENTS).map(
    ([eventTime, eventCode, activity, country, timeZone]) => ({
      trackingNo: number,
      eventTime,
      eventCode,
      activity,
      location: '',
      referenceTrackingNo: null,
      destCountry: 'AU',
      country,
      timeZone,
    }),
  ),
});

/** The documented answer to `queryorders`. */
const found = (number: string) => ({
  ...entry,
  orderId: number,
  order: {
    referenceNo: number,
    recipientName: 'Sample Recipient',
    recipientCompany: '',
    email: 'recipient@example.com',
    phone: '0400000000',
    addressline1: '71, Example Highway',
    city: 'OXLEY PARK',
    state: 'NSW',
    postcode: '2760',
    country: 'Australia',
    returnName: 'Logistics',
    returnAddressLine1: 'P O Box 0000',
    returnCity: 'CHULLORA',
    returnCountry: 'Australia',
    weight: 0.02,
    volume: 0.06,
    length: 50.0,
    width: 40.0,
    height: 30.0,
    invoiceValue: 1.51,
    invoiceCurrency: 'AUD',
    description: 'smarwristband',
    nativeDescription: '智能手环',
    serviceOption: 'E-Parcel',
    shipperName: 'Logistics',
    shipperCountry: 'Australia',
    incoterm: 'DDU',
    weightUnit: 'kg',
    dimensionUnit: 'cm',
    orderItems: [{ itemNo: '283856695918', sku: 'S8559024940' }],
  },
});

export const etower: Carrier = (url, body) => {
  const { data, order } = answered(url.slice(url.lastIndexOf('/') + 1), JSON.parse(body));
  return { type: 'application/json', body: JSON.stringify({ ...entry, data }), order };
};

function answered(operation: string, sent: unknown): { data: object[]; order?: JsonObject | undefined } {
  const orders = objectsIn(operation === 'orderLabels' ? objectOf(sent)['orders'] : sent);
  switch (operation) {
    case 'orderLabels':
      return { data: orders.map((order) => ({ ...made(order), labelContent: LABEL_IN_BASE64 })), order: orders[0] };
    case 'orders':
      return { data: orders.map(made), order: orders[0] };
    case 'labels':
      return { data: textsIn(objectOf(sent)['orderIds']).map(labelled) };
    case 'trackingEvents':
      return { data: textsIn(sent).map(tracked) };
    case 'queryorders':
      return { data: textsIn(sent).map(found) };
    default:
      return { data: textsIn(sent).map((number) => ({ ...entry, orderId: number, trackingNo: number })) };
  }
}
