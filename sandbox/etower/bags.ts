import { record, text, type JsonRecord } from '../json';
import {
  envelope,
  failed,
  nothingGiven,
  overall,
  problem,
  refusal,
  succeeded,
  tooMany,
  type Entry,
  type Problem,
} from './answers';
import { services } from './catalogue';
import { createOrder } from './creation';
import type { Order, Orders } from './orders';

/** Hand over bags, `etower.md` B.4.15; the wording is the sandbox's. */
export function handOver(body: unknown, orders: Orders): JsonRecord {
  const sent = record(body);
  if (Object.keys(sent).length === 0) return nothingGiven;
  if (!Array.isArray(sent.bags) || sent.bags.length === 0) return refusal(951002, 'bags is required');
  if (sent.bags.length > 300) return refusal(951003, 'More than 300 bags');
  const bags = sent.bags.map(record);
  if (bags.flatMap(parcelsOf).length > 2000) return tooMany;
  const wrong = wrongField(sent);
  if (wrong !== undefined) return refusal(100001, `${wrong} has the wrong format`);
  const seen: Seen = { bags: new Set(), parcels: new Set() };
  return envelope(bags.map((bag) => takeBag(bag, orders, seen)));
}

/** What the same request named before. */
interface Seen {
  bags: Set<string>;
  parcels: Set<string>;
}

const TEXTS = ['batchNo', 'consignor', 'consignee', 'driver', 'plateNbr'] as const;

/** `2020-08-10T11:45:22+08:00`; the offset without colon is the printed form, and milliseconds are in an older sample. */
const TIME = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(Z|[+-]\d{2}:?\d{2})|\d{13})$/;

function wrongField(sent: JsonRecord): string | undefined {
  const long = TEXTS.find((field) => Array.from(text(sent[field])).length > 80);
  if (long !== undefined) return long;
  const time = text(sent.handoverTime);
  return time === '' || TIME.test(time) ? undefined : 'handoverTime';
}

type Rule = readonly [code: number, message: string, broken: (bag: JsonRecord, orders: Orders, seen: Seen) => boolean];

const missing = (field: string) => (bag: JsonRecord) => text(bag[field]).trim() === '';

/** 950002, 100001, 100013 and 100006 are codes of B.7: for what they stand for here, no other is documented. */
const bagRules: readonly Rule[] = [
  [951000, 'bagNo is required', missing('bagNo')],
  [951006, 'bagNo is longer than 80', (bag) => Array.from(text(bag.bagNo)).length > 80],
  [
    951020,
    'bagNo already exists',
    (bag, orders, seen) => orders.bags.has(text(bag.bagNo)) && !seen.bags.has(text(bag.bagNo)),
  ],
  [951023, 'bagNo is repeated', (bag, _orders, seen) => seen.bags.has(text(bag.bagNo))],
  [951007, 'serviceCode is required', missing('serviceCode')],
  [100013, 'Illegal service code', (bag) => text(bag.serviceCode) !== '' && !serviceOf(bag)],
  [
    100006,
    'Wrong sender facility',
    (bag) =>
      text(bag.facility) !== '' && serviceOf(bag)?.facilities.includes(text(bag.facility).toUpperCase()) === false,
  ],
  [951009, 'destCountry is required', missing('destCountry')],
  [950002, 'totalWeight is null', missing('totalWeight')],
  [100001, 'totalWeight is no number', (bag) => !missing('totalWeight')(bag) && typeof bag.totalWeight !== 'number'],
  [
    100001,
    'battery is neither true nor false',
    (bag) => !['boolean', 'undefined'].includes(typeof (bag.battery ?? undefined)),
  ],
  [951013, 'parcels is required', (bag) => parcelsOf(bag).length === 0],
];

function takeBag(bag: JsonRecord, orders: Orders, seen: Seen): Entry {
  const bagNo = text(bag.bagNo);
  const problems = bagRules
    .filter(([, , broken]) => broken(bag, orders, seen))
    .map(([code, message]) => problem(code, message));
  if (bagNo !== '') seen.bags.add(bagNo);
  if (problems.length > 0) return failed(problems, { bagNo, orderResults: [] });
  const contents: Order[] = [];
  const results = parcelsOf(bag).map((parcel) => takeParcel(parcel, bag, orders, seen, contents));
  const status = overall(results);
  // Of a bag without any parcel nothing is kept (inferred).
  if (status !== 'Failure') orders.bags.add(bagNo);
  for (const order of contents) order.bag = bagNo;
  return { status, errors: null, bagNo, orderResults: results };
}

/** A parcel that exists, or a complete new order. Those that are taken join the contents of the bag. */
function takeParcel(parcel: JsonRecord, bag: JsonRecord, orders: Orders, seen: Seen, contents: Order[]): Entry {
  const number = text(parcel.trackingNo) || text(parcel.referenceNo);
  const names = { orderId: number, referenceNo: null, trackingNo: text(parcel.trackingNo) || null, connoteId: null };
  if (seen.parcels.has(number)) return failed([problem(951021, 'The parcel or referenceNo is repeated')], names);
  seen.parcels.add(number);
  const isNew = text(parcel.trackingNo) === '';
  const differs = isNew ? differences(text(parcel.serviceCode), text(parcel.serviceOption), bag, contents) : [];
  if (differs.length > 0) return failed(differs, names);
  const { order, entry } = isNew ? createOrder(parcel, orders) : { order: orders.byTrackingNumber(number) };
  if (entry && !order) return { ...entry, connoteId: null };
  if (!order) return failed([problem(100062, 'No permission for the parcel')], names);
  const known = {
    ...names,
    orderId: order.reference,
    referenceNo: order.reference,
    trackingNo: order.tracking || null,
  };
  if (order.bag !== '') return failed([problem(951024, 'The parcel is already bagged')], known);
  const differing = differences(order.service.code, text(order.sent.serviceOption), bag, contents);
  if (differing.length > 0) return failed(differing, known);
  contents.push(order);
  return succeeded(known);
}

/** The bag names its service; its service option is that of the first parcel in it. */
function differences(code: string, option: string, bag: JsonRecord, [first]: readonly Order[]): Problem[] {
  if (code !== text(bag.serviceCode)) return [problem(951025, "serviceCode of the parcel differs from the bag's")];
  if (!first || option === text(first.sent.serviceOption)) return [];
  return [problem(951026, "serviceOption of the parcel differs from the bag's")];
}

function parcelsOf(bag: JsonRecord): JsonRecord[] {
  return Array.isArray(bag.parcels) ? bag.parcels.map(record) : [];
}

function serviceOf(bag: JsonRecord) {
  return services.find(({ code }) => code === text(bag.serviceCode));
}
