/** The same orders for a carrier's own Create and for Order: Create of all carriers. */
import { givenList, isObject, objectAsIs, type JsonObject } from '#carriers/shared/json-value';
import { mergeObjects } from '#carriers/shared/merge';
import { NEUTRAL_ORDER } from '../../../nodes/Parcel/fields/order';
import { step, type Step } from '../../../engine';
import { FULL_ORDER } from '../../contract/orders/full-order';
import { FURTHER_ROUND_TRIPS } from '../../contract/orders/further-round-trips';
import { ROUND_TRIPS } from '../../contract/orders/round-trips';
import { CREATES, createFrom, type OrderCarrier } from '../orders';
import { located } from '../every-field';

export const CARRIERS: readonly OrderCarrier[] = CREATES.filter(({ operation }) => operation === 'create');

/** What an order needs beyond its own fields so that the carrier takes it. */
function overridesFor({ carrier }: OrderCarrier, { battery, insurance }: JsonObject): object {
  if (carrier === 'mgoship') return insurance === undefined ? {} : { order: { insurance: '6P' } };
  if (carrier !== 'etower') return {};
  const ofBattery = { batteryType: 'Lithium Ion Polymer', batteryPacking: 'Inside Equipment' };
  return { serviceOption: 'E-Parcel', facility: 'CAN', ...(battery === true ? ofBattery : {}) };
}

/** The code of a service at the sandbox. */
export function serviceOf({ service }: OrderCarrier): string {
  const [value] = Object.values(service);
  return String(isObject(value) ? value['value'] : value);
}

/** Every documented sample order, what each carrier's own manual has and what the others have. */
export const SAMPLES: readonly JsonObject[] = [
  objectAsIs(FULL_ORDER),
  ...[...ROUND_TRIPS, ...FURTHER_ROUND_TRIPS].map(({ got }) => objectAsIs(got)),
  ...CARRIERS.map(({ order }, at) => order(`S-${at}`)),
];

/** The samples with what they lack for a carrier, and to where it delivers, so that it takes more of them. */
export function completedFor({ carrier, order }: OrderCarrier): JsonObject[] {
  return SAMPLES.map((sample, at) => {
    const good = order(`S-${at}`);
    const [line] = givenList(good['customsItems']);
    const { country } = objectAsIs(good['recipient']);
    const lines = givenList(sample['customsItems']).map((each) => ({
      ...line,
      ...each,
      currency: line?.['currency'],
    }));
    const merged = {
      ...mergeObjects(good, sample),
      ...{ declaredValue: undefined, country: undefined },
      customsItems: lines.length > 0 ? lines : good['customsItems'],
    };
    const recipient = { ...objectAsIs(objectAsIs(merged)['recipient']), country };
    return { ...merged, recipient, ...(carrier === 'mgoship' ? { insurance: undefined } : {}) };
  });
}

export interface OrderOfItem extends JsonObject {
  carrier: string;
  service: string;
  order: JsonObject;
  overrides: object;
}

/** An item for the carrier of each of these orders. */
export function itemsOf(carrier: OrderCarrier, orders: readonly JsonObject[]): OrderOfItem[] {
  const service = serviceOf(carrier);
  return orders.map((order) => ({
    carrier: carrier.carrier,
    service,
    order,
    overrides: overridesFor(carrier, order),
  }));
}

const dry = { dryRun: true };
const settings = { onError: 'continueRegularOutput' };
const given = { order: '={{ $json.order }}', overrides: '={{ $json.overrides }}' };

/** The carrier's own step. */
export function ownStep(carrier: OrderCarrier, parameters: JsonObject = {}, options: JsonObject = dry): Step {
  const [service = ''] = Object.keys(carrier.service);
  const chosen = {
    [service]: isObject(carrier.service[service]) ? located({}, serviceOf(carrier)) : serviceOf(carrier),
  };
  return createFrom(carrier, { ...chosen, ...given, options, ...parameters }, settings);
}

/** The step for all carriers. */
export function parcelStep(parameters: JsonObject, options: JsonObject = dry): Step {
  const named = { carrier: '={{ $json.carrier }}', service: located({}, '={{ $json.service }}') };
  return step('parcel', 'Create', 'order', 'create', { ...named, ...given, options, ...parameters }, settings);
}

/** The fields of the form, each with what the item's order has for it. Items come as JSON. */
export function formFromItem(): JsonObject {
  const fields = Object.entries(NEUTRAL_ORDER.rows).flatMap(([name, part]): [string, unknown][] => {
    if (part.kind === 'group') {
      const inside = Object.entries(part.rows).map(([field, { kind }]) => [field, valueOf(`${name}.${field}`, kind)]);
      return [[name, Object.fromEntries(inside)]];
    }
    return part.kind === 'list' || name === 'service' || ADDITIONAL.includes(name)
      ? []
      : [[name, valueOf(name, part.kind)]];
  });
  const additionalFields = Object.fromEntries(ADDITIONAL.map((name) => [name, valueOf(name, 'text')]));
  const items = { itemsFrom: 'json', customsItems: '={{ $json.order.customsItems }}' };
  return { inputMode: 'form', ...Object.fromEntries(fields), ...items, additionalFields };
}

const ADDITIONAL = ['incoterm', 'battery', 'signature', 'remark'];

function valueOf(path: string, kind: string): unknown {
  const expression = `={{ $json.order.${path} }}`;
  return kind === 'country' || kind === 'listed' ? located({}, expression) : expression;
}

/** Of an order what the form has fields for. */
export function asFormHas(order: JsonObject): JsonObject {
  const country = order['country'] ?? objectAsIs(order['recipient'])['country'];
  const kept = Object.entries(NEUTRAL_ORDER.rows).flatMap(([name, part]): [string, unknown][] => {
    const value = name === 'country' ? country : order[name];
    if (value === undefined || name === 'service') return [];
    return [[name, part.kind === 'group' ? only(objectAsIs(value), Object.keys(part.rows)) : value]];
  });
  return Object.fromEntries(kept);
}

function only(object: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => names.includes(name)));
}
