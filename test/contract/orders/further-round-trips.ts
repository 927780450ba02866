import { ORDER_MAPPING as ETOWER } from '../../../carriers/etower';
import { orderParcel as etowerParcel } from '../../../carriers/etower/integration/order-parcel';
import { ORDER_MAPPING as HGE } from '../../../carriers/hge';
import { orderParcel as hgeParcel } from '../../../carriers/hge/parcels';
import { ORDER_MAPPING as MGOSHIP, parcelOrderParams } from '../../../carriers/mgoship';
import { parcelOf as mgoshipParcel } from '../../../carriers/mgoship/parcels';
import { CHANNEL } from '../../../carriers/mgoship/requests/parcel-order';
import { listOf, objectAsIs, textOf, type JsonObject } from '#carriers/shared/json-value';
import type { RequestTable } from '#carriers/shared/request';
import { documentedJson, object } from '../../documented';
import type { RoundTrip } from './round-trips';

/** A documented answer of queryorders (`etower.md` B.4.7). */
function etowerAnswer(file: string): RoundTrip {
  const [entry = {}] = listOf(object(documentedJson('etower', file))['data']);
  const { order, ...others } = entry;
  const answered = withoutFieldsOf(ETOWER.table, objectAsIs(order), ['batteryType', 'batteryPacking']);
  return {
    name: `etower ${file}`,
    mapping: ETOWER,
    got: etowerParcel(entry, ''),
    getAfter: (request) => etowerParcel({ ...others, order: { ...answered, ...storedByEtower(request) } }, ''),
  };
}

/** A documented order of `orders` (B.4.1), as queryorders would answer it. */
function etowerRequest(): RoundTrip {
  const [request = {}] = listOf(documentedJson('etower', 'create-orders.request.json'));
  return {
    name: 'etower create-orders.request.json',
    mapping: ETOWER,
    got: etowerParcel({ order: storedByEtower(request) }, ''),
    getAfter: (again) => etowerParcel({ order: storedByEtower(again) }, ''),
  };
}

/** The address lines have a lower-case l there, and extendData is not answered. */
function storedByEtower(request: JsonObject): JsonObject {
  const { addressLine1: addressline1, addressLine2: addressline2, addressLine3: addressline3, ...rest } = request;
  return { ...rest, extendData: undefined, addressline1, addressline2, addressline3 };
}

/** "The answer echoes the order as submitted" (`hge.md` 7.6). */
function hgeAnswer(): RoundTrip {
  const file = 'query_order.response.json';
  return {
    name: `hge ${file}`,
    mapping: HGE,
    got: hgeParcel(object(object(documentedJson('hge', file))['data'])),
    getAfter: hgeParcel,
  };
}

/** A documented answer of get_tms_order_detail (`mgoship.md` 5.2). What has no field of its own is named. */
function mgoshipAnswer(file: string): RoundTrip {
  const data = object(object(documentedJson('mgoship', file))['data']);
  const got = mgoshipParcel(data);
  const lines = got.customsItems ?? [];
  return {
    name: `mgoship ${file}`,
    mapping: MGOSHIP,
    got,
    getAfter: (request) => mgoshipParcel({ ...data, ...storedByMgoship(request, objectAsIs(data['order'])) }),
    notSent: [...lines.map((_, at) => `customsItems[${at}].currency`), 'insurance.currency'],
  };
}

/** The answer has words for the channel, and two decimals in prices (5.2). */
function storedByMgoship(request: JsonObject, answered: JsonObject): JsonObject {
  const { order, declare, consignee } = parcelOrderParams(request);
  const sent = objectAsIs(order);
  const channel = CHANNEL.choices?.find(({ value }) => value === textOf(sent['channel']))?.description;
  return {
    order: { ...withoutFieldsOf(MGOSHIP.table.only('order'), answered, [], 'order'), ...sent, channel },
    declare: listOf(declare).map((line) => ({ ...line, unitprice: Number(line['unitprice']).toFixed(2) })),
    consignee,
  };
}

/** Of an answer what the carrier adds. */
function withoutFieldsOf({ rows }: RequestTable, data: JsonObject, own: readonly string[], group?: string): JsonObject {
  const part = group === undefined ? undefined : rows[group];
  const names = part && 'rows' in part ? part.rows : rows;
  const isOwn = (name: string): boolean => own.includes(name) || !Object.hasOwn(names, name);
  return Object.fromEntries(Object.entries(data).filter(([name]) => isOwn(name)));
}

export const FURTHER_ROUND_TRIPS: readonly RoundTrip[] = [
  etowerAnswer('query-orders.response.json'),
  etowerAnswer('derived/query-orders.response.every-field.json'),
  etowerRequest(),
  hgeAnswer(),
  mgoshipAnswer('tms_orders.get_tms_order_detail.response.json'),
  mgoshipAnswer('derived/tms_orders.get_tms_order_detail.response.every-field.json'),
];
