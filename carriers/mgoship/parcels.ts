import { detailsOf, measuresIn, objectsIn, readable } from '#carriers/shared/details';
import { amountOf, listOf, numberOf, positiveOf, textOf, type JsonObject } from '#carriers/shared/json-value';
import { newestFirst, type Happening } from '#carriers/shared/newest-first';
import {
  present,
  type CustomsItem,
  type Dimensions,
  type Money,
  type Parcel,
  type Party,
  type Service,
  type TrackingEvent,
} from '#carriers/shared/parcel';
import type { Row } from '#carriers/shared/rows';
import { eventTimeOf, momentOf } from '#carriers/shared/written-time';
import { MGOSHIP } from './account';
import { chargesOf, feeDetailsOf, paymentOf, type Payment } from './fees';
import { groupOf, GROUPS } from './reply';
import { CHANNEL, INSURANCE, SHIPMENT_TYPE } from './requests/parcel-order';
import { parcelStatus } from './status';
import { yesOrNo } from './yes-or-no';

/** A parcel with what Mgoship alone says. */
export interface MgoshipParcel extends Parcel {
  /** Whether the goods contain a battery (是否带电). */
  battery?: boolean;
  /** The carrier's code with the words that its manual has for it (货物类型). */
  shipmentType?: Service;
  /** The same of the kind of insurance (保险); `insurance` is the insured value. */
  insuranceType?: Service;
  payment?: Payment;
  /** What the carrier answered to a create, unchanged, when no order number is known: its form is not documented. */
  data?: unknown;
}

/** What is told of an order as a whole. */
export type OrderParcel = Pick<
  MgoshipParcel,
  keyof TrackedParcel | 'recipient' | 'customsItems' | 'charges' | 'payment'
>;

/** What is told of where a parcel is. */
export type TrackedParcel = Pick<
  MgoshipParcel,
  | 'carrier'
  | 'reference'
  | 'orderNumber'
  | 'trackingNumber'
  | 'lastMileCarrier'
  | 'status'
  | 'statusRaw'
  | 'service'
  | 'warehouse'
  | keyof Measures
  | 'battery'
  | 'shipmentType'
  | 'insuranceType'
  | 'insurance'
  | 'events'
  | 'details'
>;

/** `data` of get_tms_order_detail (`mgoship.md` 5.2). */
export function parcelOf(data: JsonObject): MgoshipParcel {
  const { details, ...tracked } = trackedParcelOf(data);
  const fee = groupOf(data['fee']);
  return present<OrderParcel>({
    ...tracked,
    recipient: recipientOf(groupOf(data['consignee'])),
    customsItems: listOf(data['declare']).map(customsItemOf),
    charges: chargesOf(fee),
    payment: paymentOf(fee),
    details: present<Record<string, unknown>>({ fee: feeDetailsOf(fee), ...details }),
  });
}

/**
 * The same answer without recipient, goods and fees. Events have no code of their own, so the order's status counts;
 * there are no words for it, because it is words itself.
 */
export function trackedParcelOf(data: JsonObject): MgoshipParcel {
  const order = groupOf(data['order']);
  const status = textOf(order['status']);
  return present<TrackedParcel>({
    carrier: MGOSHIP.carrier,
    reference: textOf(order['customerno']),
    orderNumber: textOf(order['orderNo']),
    trackingNumber: textOf(order['trackno']),
    lastMileCarrier: textOf(order['shipway']),
    status: status === undefined ? undefined : parcelStatus(status),
    statusRaw: status,
    service: channelOf(order['channel']),
    warehouse: textOf(order['storage']),
    ...measuresOf(order),
    battery: yesOrNo(order['hasbattery']),
    shipmentType: kindOf(order['shipmenttype'], SHIPMENT_TYPE),
    insuranceType: kindOf(order['insurance'], INSURANCE),
    insurance: insuredValueOf(order),
    events: eventsOf(listOf(data['route'])),
    details: present<Record<string, unknown>>({
      order: orderDetailsOf(order),
      ...detailsOf(data, [], objectsIn(data, GROUPS)),
    }),
  });
}

type Measures = Pick<
  Parcel,
  'weightKg' | 'dimensionsCm' | 'measuredWeightKg' | 'measuredDimensionsCm' | 'billedWeightKg'
>;

/** As declared, and apart from it as the warehouse confirmed it. Sizes that nobody declared are those of the warehouse. */
function measuresOf(order: JsonObject): Measures {
  const declared = sidesOf(order, DECLARED);
  const confirmed = sidesOf(order, CONFIRMED);
  return present<Measures>({
    weightKg: positiveOf(order['weight']),
    dimensionsCm: Object.keys(declared).length > 0 ? declared : confirmed,
    measuredWeightKg: positiveOf(order['confirm_weight']),
    measuredDimensionsCm: confirmed,
    billedWeightKg: positiveOf(order['billable_weight']),
  });
}

const DECLARED = ['length', 'width', 'height'] as const;
const CONFIRMED = ['confirm_length', 'confirm_width', 'confirm_height'] as const;
const WEIGHTS = ['weight', 'confirm_weight', 'billable_weight'] as const;

function sidesOf(order: JsonObject, [length, width, height]: typeof DECLARED | typeof CONFIRMED): Dimensions {
  return present<Dimensions>({
    length: positiveOf(order[length]),
    width: positiveOf(order[width]),
    height: positiveOf(order[height]),
  });
}

function orderDetailsOf(order: JsonObject): Readonly<Record<string, unknown>> {
  const read = measuresIn(order, [...WEIGHTS, ...DECLARED, ...CONFIRMED]);
  return detailsOf(order, [...ORDER, ...read, ...(yesOrNo(order['hasbattery']) === undefined ? [] : ['hasbattery'])]);
}

/** Fields of the order that are told by neutral names, besides measures. */
const ORDER = [
  'channel',
  'customerno',
  'insurance',
  'insvalue',
  'orderNo',
  'shipmenttype',
  'shipway',
  'status',
  'storage',
  'trackno',
] as const;

/** The answer has words (`mgoship.md` 8.1), also where they are none of those that are held. */
function channelOf(said: unknown): Service {
  const known = kindOf(said, CHANNEL);
  return known.name === undefined ? present<Service>({ name: textOf(said) }) : known;
}

/** A code of the table of requests, or the words beside it: the answer has either (`mgoship.md` 9 no. 8). */
function kindOf(said: unknown, { choices = [] }: Row): Service {
  const text = textOf(said) ?? '';
  const known = choices.find(({ value, description }) => text === value || text === description);
  if (known) return present<Service>({ code: known.value, name: known.description });
  return present<Service>(/^\w+$/.test(text) ? { code: text } : { name: text });
}

function insuredValueOf(order: JsonObject): Money {
  const amount = amountOf(order['insvalue']);
  return amount === undefined ? {} : { amount, currency: 'CNY' };
}

/** Free texts with a time in Unix seconds; the sample has the oldest first. */
function eventsOf(route: readonly JsonObject[]): TrackingEvent[] {
  const happeningOf = ({ addtime }: JsonObject): Happening => ({
    moment: momentOf(addtime),
    status: 'unknown',
    progress: 0,
  });
  return newestFirst(route, happeningOf, 'oldest first').map((event) => ({
    ...eventTimeOf(event['addtime']),
    status: 'unknown',
    ...present<Pick<TrackingEvent, 'description' | 'details'>>({
      description: textOf(event['remark']),
      details: detailsOf(event, ['addtime', 'remark']),
    }),
  }));
}

function recipientOf(consignee: JsonObject): Party {
  return present<Party>({
    name: textOf(consignee['name']),
    street: textOf(consignee['address']),
    province: textOf(consignee['region']),
    postcode: textOf(consignee['postcode']),
    phone: textOf(consignee['phone']),
    mobile: textOf(consignee['mobile']),
    email: textOf(consignee['email']),
    details: detailsOf(consignee, ['name', 'address', 'region', 'postcode', 'phone', 'mobile', 'email']),
  });
}

function customsItemOf(item: JsonObject): CustomsItem {
  const unitValue = amountOf(item['unitprice']);
  return present<CustomsItem>({
    description: textOf(item['enname']),
    localDescription: textOf(item['cnname']),
    sku: textOf(item['pickupname']),
    quantity: numberOf(item['qty']),
    unitValue,
    currency: unitValue === undefined ? undefined : 'JPY',
    url: textOf(item['url']),
    material: textOf(item['material']),
    details: detailsOf(item, [
      ...['enname', 'cnname', 'pickupname', 'unitprice', 'url', 'material'],
      ...readable(item, ['qty']),
    ]),
  });
}
