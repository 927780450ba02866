import { decimalOf, isEqual, times } from './decimals';
import { objectAsIs } from './json-value';
import type { NeutralOrder, OrderLine } from './neutral-order';
import type { OrderMapping } from './order-mapping';
import { valueAt } from './request-places';

/** What a carrier says of an order that is there, and no one says of an order to be made. */
const OF_ORDER = [
  ...[
    'carrier',
    'number',
    'orderNumber',
    'trackingNumber',
    'trackingNumberPending',
    'lastMileNumber',
    'lastMileCarrier',
  ],
  ...['exchangeNumber', 'systemNumber', 'status', 'statusRaw', 'statusText', 'warehouse', 'measuredWeightKg'],
  ...['measuredDimensionsCm', 'billedWeightKg', 'events', 'charges', 'notes', 'recovered', 'details', 'payment'],
  ...['notSent', 'key', 'changed', 'changes'],
];

const OF_BOX = [
  'orderNumber',
  'trackingNumber',
  'lastMileNumber',
  'measuredWeightKg',
  'measuredDimensionsCm',
  'details',
];

/**
 * Tells by its path whether a value has no place in any request: what only an output has, and what says again what was
 * sent under another name.
 * @param sent paths of what stands in the request
 */
export function passedOver(
  mapping: OrderMapping,
  order: NeutralOrder,
  sent: ReadonlySet<string>,
): (path: string) => boolean {
  const ofOrder = new Set([...OF_ORDER, ...(mapping.outputOnly ?? [])]);
  const isRepeated = repeatsGoods(order);
  return (path) => {
    const [first = '', second = '', third] = path.split('.');
    const [, list, at = ''] = /^(customsItems|parcels)\[(\d+)\]$/.exec(first) ?? [];
    const [name = ''] = first.split('[');
    const [inner = ''] = second.split('[');
    if (list === undefined) {
      if (ofOrder.has(name) || ofOrder.has(path)) return true;
      if (path === 'service.name') return order.service?.code !== undefined;
      if (path === 'country') return sent.has('recipient.country');
      if (path === 'recipient.country') return sent.has('country');
      return third !== undefined && second === 'details' && PARTIES.includes(first);
    }
    if (list === 'parcels') return OF_BOX.includes(inner) || (inner === 'customsItems' && isRepeated);
    if (inner === 'details') return true;
    return sent.has(`${first}.${PIECES[inner]}`) && repeatsPiece(order.customsItems?.[Number(at)] ?? {}, inner);
  };
}

const PARTIES: readonly string[] = ['recipient', 'sender', 'returnTo'];

/** What a carrier told beyond the neutral names, of the order or of something in it. */
export function standsInDetails(path: string): boolean {
  return path.startsWith('details.') || path.includes('.details.');
}

/** What says of one piece what totals say of the line. */
const PIECES: Readonly<Record<string, string>> = { totalValue: 'unitValue', totalWeightKg: 'weightKg' };

/** Whether a total says no more than the value of one piece. */
function repeatsPiece(line: OrderLine, name: string): boolean {
  if (name === 'totalValue') return isTimes(line.unitValue, line.quantity, line.totalValue);
  return name === 'totalWeightKg' && isTimes(line.weightKg, line.quantity, line.totalWeightKg);
}

function isTimes(piece: unknown, quantity: unknown, total: unknown): boolean {
  const [each, count, sum] = [decimalOf(piece), decimalOf(quantity), decimalOf(total)];
  const product = each && count && times(each, count);
  return product !== undefined && sum !== undefined && isEqual(product, sum);
}

/** Whether the goods in the boxes are those of the order, one by one. */
function repeatsGoods({ parcels = [], customsItems = [] }: NeutralOrder): boolean {
  const inBoxes = parcels.flatMap((box) => box.customsItems ?? []);
  return inBoxes.every((line, at) => {
    const same = objectAsIs(customsItems[at]);
    return Object.entries(line).every(([name, value]) => JSON.stringify(value) === JSON.stringify(valueAt(same, name)));
  });
}
