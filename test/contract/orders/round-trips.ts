import { orderParcel } from '../../../carriers/eccang/parcels';
import { ECCANG, type EccangDeployment } from '../../../carriers/eccang';
import { HUAHAN } from '../../../carriers/huahan';
import { listOf, objectAsIs, textOf, type JsonObject } from '#carriers/shared/json-value';
import type { OrderMapping } from '#carriers/shared/order-mapping';
import type { Parcel } from '#carriers/shared/parcel';
import { documentedJson, object } from '../../documented';

/** An order as its carrier's manual documents it, and what the carrier answers to Get once Create has been sent. */
export interface RoundTrip {
  name: string;
  mapping: OrderMapping;
  /** What Get gives of the documented order. */
  got: Parcel;
  /** What Get gives of an order that was made with this request. */
  getAfter: (request: JsonObject) => Parcel;
  /** What Create has no field for. */
  notSent?: string[];
}

/** A documented answer of getOrder. */
function eccangAnswer(deployment: EccangDeployment, file: string, notSent: string[] = []): RoundTrip {
  const data = object(object(documentedJson(deployment.carrier, file))['data']);
  return {
    name: `${deployment.carrier} ${file}`,
    mapping: deployment.orderMapping,
    got: orderParcel(deployment, data),
    getAfter: (request) => orderParcel(deployment, storedByEccang(request, withoutFieldsOf(deployment, data))),
    notSent,
  };
}

/** A documented createOrder, as getOrder would answer it. */
function eccangRequest(deployment: EccangDeployment): RoundTrip {
  const request = object(documentedJson(deployment.carrier, 'createOrder.request.json'));
  return {
    name: `${deployment.carrier} createOrder.request.json`,
    mapping: deployment.orderMapping,
    got: orderParcel(deployment, storedByEccang(request)),
    getAfter: (again) => orderParcel(deployment, storedByEccang(again)),
  };
}

/**
 * `data` of getOrder for a createOrder: the names differ (`eccang.md` 3.8 and 6), and values of a line are totals.
 * @param answer what the carrier itself adds: numbers, status, what it measured
 */
function storedByEccang(request: JsonObject, answer: JsonObject = {}): JsonObject {
  const told = objectAsIs(request);
  const lines = listOf(answer['ItemArr']);
  const boxes = listOf(told['Volume']).map((box) => renamed(box, { box_number: 'box_no' }));
  const { volume } = answer;
  return {
    ...answer,
    ...told,
    is_return: told['is_return'] === '1' ? 'Y' : told['is_return'] === '0' ? 'N' : undefined,
    Consignee: { ...objectAsIs(told['Consignee']), consignee_countrycode: told['country_code'] },
    ItemArr: listOf(told['ItemArr']).map((line, at) => ({ ...pick(lines[at] ?? {}, OF_LINE), ...storedLine(line) })),
    // Until they are measured (3.8).
    Volume: volume === undefined ? boxes : undefined,
  };
}

/** Of an answer what the carrier adds: numbers, status, what was measured. The tracking number is its own unless one is given. */
function withoutFieldsOf({ order }: EccangDeployment, data: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(data).filter(([name]) => CARRIERS_OWN.includes(name) || !Object.hasOwn(order.rows, name)),
  );
}

const CARRIERS_OWN = ['ItemArr', 'shipping_method_no'];

/** The same of its lines. */
const OF_LINE = ['HSTaxrate', 'ASIN', 'AmazonPrice', 'transaction_id'];

function storedLine(line: JsonObject): JsonObject {
  const { invoice_unitcharge: value, invoice_quantity: quantity, ...rest } = line;
  return {
    ...renamed(rest, { box_number: 'box_no', material: 'Material', invoice_function: 'use' }),
    invoice_quantity: quantity,
    invoice_totalcharge: multiplied(value, quantity),
    invoice_totalWeight: multiplied(line['invoice_weight'], quantity),
  };
}

/** With the decimals of the value. */
function multiplied(value: unknown, quantity: unknown): string | undefined {
  const text = textOf(value);
  return text && (Number(text) * Number(quantity)).toFixed(text.split('.')[1]?.length ?? 0);
}

function renamed(object: JsonObject, names: Record<string, string>): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [names[name] ?? name, value]));
}

function pick(object: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(names.map((name) => [name, object[name]]));
}

export const ROUND_TRIPS: readonly RoundTrip[] = [
  ...[ECCANG, HUAHAN].flatMap((deployment) => [
    eccangAnswer(deployment, 'getOrder.response.json'),
    eccangRequest(deployment),
  ]),
  eccangAnswer(ECCANG, 'derived/getOrder.response.every-field.json', [
    ...['parcels[0].fbaNumber', 'parcels[1].fbaNumber', 'customsItems[0].use', 'customsItems[1].use'],
  ]),
  eccangAnswer(HUAHAN, 'derived/getOrder.response.every-field.json'),
];
