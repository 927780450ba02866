import { isObject, textOf, type JsonObject } from '../json-value';
import { RequestError } from '../request-check';

export type Shop = 'Shopify' | 'WooCommerce';

/**
 * The order in what a node of n8n gave: itself, or inside `data`, `order`, `node` and `body`, as GraphQL, HTTP Request and
 * Webhook give it.
 * @throws RequestError that says what was found instead, by its kind or its keys, never by its values
 */
export function openedOrder(given: unknown, shop: Shop): JsonObject {
  const layers = layersOf(given);
  const order = layers.findLast((layer) => holdsOneOf(layer, [...MARKS[shop], ...LINES]));
  if (isObject(order) && otherKindOf(order, shop) === undefined) return order;
  const found = layers.map((layer) => otherKindOf(layer, shop)).find((kind) => kind !== undefined);
  throw new RequestError([{ path: '', problem: `This is no ${shop} order: ${found ?? keysIn(layers.at(-1))}` }]);
}

function layersOf(given: unknown): unknown[] {
  const layers: unknown[] = [given];
  for (let layer = given; layers.length < MOST_LAYERS && isObject(layer) && !holdsOneOf(layer, LINES);) {
    const object: JsonObject = layer;
    const name = WRAPPERS.find((each) => isObject(object[each]) || Array.isArray(object[each]));
    if (name === undefined) break;
    layer = object[name];
    layers.push(layer);
  }
  return layers;
}

const MOST_LAYERS = 5;
const WRAPPERS = ['body', 'data', 'order', 'node'];

const LINES = ['line_items', 'lineItems'];

/** Names that the orders of one shop have and those of the other do not. */
const MARKS: Record<Shop, readonly string[]> = {
  Shopify: [
    'admin_graphql_api_id',
    'financial_status',
    'order_number',
    'shipping_address',
    'shippingAddress',
    'displayFinancialStatus',
    'lineItems',
  ],
  WooCommerce: ['order_key', 'customer_note', 'date_created_gmt', 'billing', 'shipping'],
};

const OTHER: Record<Shop, Shop> = { Shopify: 'WooCommerce', WooCommerce: 'Shopify' };

/** What else it is, as far as its names tell. */
function otherKindOf(found: unknown, shop: Shop): string | undefined {
  if (Array.isArray(found)) return SPLIT;
  if (!isObject(found)) return found === undefined || found === null ? 'nothing is there.' : 'it is no object { }.';
  if (holdsOneOf(found, ['orders', 'edges', 'nodes'])) return SPLIT;
  if ('errors' in found) return 'it is a refusal of the shop, which gave no order.';
  if (holdsOneOf(found, ['customsItems', 'recipient']))
    return 'it looks like a neutral order. Choose Neutral as its format.';
  const type = shopifyTypeOf(found);
  if (type !== undefined && type !== 'order') return `it is a Shopify ${type}. Give the order itself.`;
  if (holdsOneOf(found, MARKS[OTHER[shop]]) && !holdsOneOf(found, MARKS[shop])) {
    return `it looks like a ${OTHER[shop]} order. Choose ${OTHER[shop]} as its format.`;
  }
  return KINDS.find(({ names }) => names.every((name) => name in found))?.kind;
}

const SPLIT = 'it is a list. Split it first, so that each item is one order (Split Out node).';

/** In this order: what has the most names of its own first. */
const KINDS: readonly { names: readonly string[]; kind: string }[] = [
  { names: ['line_items', 'request_status'], kind: 'it is a Shopify fulfillment order. Give the order itself.' },
  { names: ['lineItems', 'requestStatus'], kind: 'it is a Shopify fulfillment order. Give the order itself.' },
  { names: ['line_items', 'refunded_by'], kind: 'it is a WooCommerce refund. Give the order itself.' },
  { names: ['title', 'variants'], kind: 'it is a Shopify product.' },
  { names: ['name', 'regular_price'], kind: 'it is a WooCommerce product.' },
  { names: ['quantity', 'price'], kind: 'it is a line of an order. Give the whole order.' },
  { names: ['quantity', 'originalUnitPriceSet'], kind: 'it is a line of an order. Give the whole order.' },
  { names: ['code', 'message'], kind: 'it is a refusal of the shop, which gave no order.' },
];

/** `draft order` of `gid://shopify/DraftOrder/1`: how Shopify numbers everything it has. */
function shopifyTypeOf(found: JsonObject): string | undefined {
  const number = [found.admin_graphql_api_id, found.id].map(textOf).find((id) => id?.startsWith('gid:'));
  const [, type] = /^gid:\/\/shopify\/([a-z]{1,40})\//i.exec(number ?? '') ?? [];
  return type?.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
}

function keysIn(found: unknown): string {
  const keys = isObject(found) ? Object.keys(found) : [];
  if (keys.length === 0) return 'it is empty.';
  const names = keys.map((key) => (/^\w{1,40}$/.test(key) ? key : '…'));
  const shown = [...new Set(names.slice(0, MOST_KEYS))].join(', ');
  return `it holds ${keys.length === 1 ? 'the key' : 'the keys'} ${shown}${keys.length > MOST_KEYS ? ', …' : ''}.`;
}

const MOST_KEYS = 8;

function holdsOneOf(found: unknown, names: readonly string[]): boolean {
  return isObject(found) && names.some((name) => name in found);
}
