import { amountOf, firstOf, listOf, numberOf, positiveOf, textOf, type JsonObject } from '#carriers/shared/json-value';
import { newestFirst, type Happening } from '#carriers/shared/newest-first';
import {
  present,
  type Charge,
  type CustomsItem,
  type Dimensions,
  type Parcel,
  type Party,
  type TrackingEvent,
} from '#carriers/shared/parcel';
import { eventTimeOf, momentOf } from '#carriers/shared/written-time';
import { MGOSHIP } from './account';
import { groupOf } from './reply';
import { parcelStatus } from './status';

/** A parcel with what Mgoship alone says: two payments, for the way to Japan and for the delivery there. */
export interface MgoshipParcel extends Parcel {
  payment?: Payment;
  /** What the carrier answered to a create, unchanged, when no order number is known: its form is not documented. */
  data?: unknown;
}

export interface Payment {
  /** 头段, China to Japan. */
  firstLegPaid?: boolean;
  /** CNY. */
  firstLegTotal?: string | number;
  /** 尾段, delivery in Japan. */
  lastLegPaid?: boolean;
  /** CNY. */
  lastLegTotal?: string | number;
  /** Why other charges arose, in the carrier's words. */
  note?: string;
}

/** `data` of get_tms_order_detail (`mgoship.md` 5.2). */
export function parcelOf(data: JsonObject): MgoshipParcel {
  const order = groupOf(data['order']);
  const fee = groupOf(data['fee']);
  return present<MgoshipParcel>({
    ...trackedParcelOf(data),
    weightKg: positiveOf(order['confirm_weight']) ?? positiveOf(order['weight']),
    dimensionsCm: dimensionsOf(order),
    recipient: recipientOf(groupOf(data['consignee'])),
    customsItems: listOf(data['declare']).map(customsItemOf),
    charges: chargesOf(fee),
    payment: paymentOf(fee),
  });
}

/** The numbers, status and events of the same answer. Events have no code of their own, so the order's status counts. */
export function trackedParcelOf(data: JsonObject): Parcel {
  const order = groupOf(data['order']);
  const status = textOf(order['status']);
  return present<Parcel>({
    carrier: MGOSHIP.carrier,
    reference: textOf(order['customerno']),
    orderNumber: textOf(order['orderNo']),
    trackingNumber: textOf(order['trackno']),
    status: status === undefined ? undefined : parcelStatus(status),
    statusRaw: status,
    service: present({ name: textOf(order['channel']) }),
    events: eventsOf(listOf(data['route'])),
  });
}

/** Free texts with a time in Unix seconds; the sample has the oldest first. */
function eventsOf(route: readonly JsonObject[]): TrackingEvent[] {
  const happeningOf = ({ addtime }: JsonObject): Happening => ({
    moment: momentOf(addtime),
    status: 'unknown',
    progress: 0,
  });
  return newestFirst(route, happeningOf, 'oldest first').map(({ addtime, remark }) => ({
    ...eventTimeOf(addtime),
    status: 'unknown',
    ...present<Pick<TrackingEvent, 'description'>>({ description: textOf(remark) }),
  }));
}

/** As the warehouse measured it, or else as it was declared. */
function dimensionsOf(order: JsonObject): Dimensions {
  const sides = (prefix: string): Dimensions =>
    present<Dimensions>({
      length: positiveOf(order[`${prefix}length`]),
      width: positiveOf(order[`${prefix}width`]),
      height: positiveOf(order[`${prefix}height`]),
    });
  const confirmed = sides('confirm_');
  return Object.keys(confirmed).length === 3 ? confirmed : sides('');
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
  });
}

function customsItemOf(item: JsonObject): CustomsItem {
  return present<CustomsItem>({
    description: textOf(item['enname']),
    localDescription: textOf(item['cnname']),
    sku: textOf(item['pickupname']),
    quantity: numberOf(item['qty']),
    unitValue: amountOf(item['unitprice']),
    currency: amountOf(item['unitprice']) === undefined ? undefined : 'JPY',
    url: textOf(item['url']),
  });
}

/** Currencies are mixed inside `fee` (`mgoship.md` 9 no. 9). The two sums are in `payment`, so that these may be added up. */
const CHARGES = [
  { field: 'shipFee', name: 'Freight', currency: 'CNY' },
  { field: 'insuranceFee', name: 'Insurance', currency: 'CNY' },
  { field: 'taxFee', name: 'Tax', currency: 'JPY' },
  { field: 'otherFee', name: 'Other charges', currency: 'JPY' },
] as const;

function chargesOf(fee: JsonObject): Charge[] {
  return CHARGES.flatMap(({ field, name, currency }) => {
    const amount = amountOf(fee[field]);
    return amount === undefined ? [] : [{ name, amount, currency }];
  });
}

/** The table calls the state of the last leg `statusEnd`, the sample `pay_jp` (`mgoship.md` 9 no. 1). */
function paymentOf(fee: JsonObject): Payment {
  return present<Payment>({
    firstLegPaid: paid(fee['pay_cn']),
    firstLegTotal: amountOf(fee['sumCN']),
    lastLegPaid: paid(firstOf(fee, 'pay_jp', 'statusEnd')),
    lastLegTotal: amountOf(fee['sumEnd']),
    note: textOf(fee['feeNote']),
  });
}

const PAYMENT_STATES = new Map([
  ['0', false],
  ['1', true],
]);

function paid(state: unknown): boolean | undefined {
  return PAYMENT_STATES.get(textOf(state) ?? '');
}
