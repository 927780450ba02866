/** The shops of the templates: they give out what the templates have pinned, and take what they are told. */
import { textOf, type JsonObject } from '../carriers/shared/json-value';
import type { Answer } from './shop-recorder';
import { pinnedTo } from './template-stage';

/** One address for everything: the body tells what is asked. */
export function playShopify(workflow: JsonObject): Answer[] {
  const graphql = (body: RegExp, json: unknown): Answer => ({
    method: 'POST',
    path: /^\/admin\/api\/\d{4}-\d\d\/graphql\.json$/,
    body,
    json,
  });
  const [first, second] = pinnedTo(workflow, 'Tell Shopify the Number');
  return [
    graphql(/fulfillment_status:unfulfilled/, pinnedTo(workflow, 'Orders to Send')[0]),
    graphql(/fulfillment_status:shipped/, pinnedTo(workflow, 'Orders Under Way')[0]),
    graphql(/fulfillmentCreate.*FulfillmentOrder\/563001/, first),
    graphql(/fulfillmentCreate.*FulfillmentOrder\/563002/, second),
    graphql(/fulfillmentEventCreate.*Fulfillment\/662999/, pinnedTo(workflow, 'Tell Shopify the Status')[0]),
  ];
}

export function playWooCommerce(workflow: JsonObject): Answer[] {
  const orders = pinnedTo(workflow, 'Orders in Processing');
  const [note] = pinnedTo(workflow, 'Write to the Buyer');
  const changed = [...pinnedTo(workflow, 'Set to Completed'), ...pinnedTo(workflow, 'Keep the Number')];
  return [
    { method: 'GET', path: /^\/wp-json\/wc\/v3\/orders$/, json: orders },
    { method: 'POST', path: /^\/wp-json\/wc\/v3\/orders\/4002\/notes$/, json: note },
    ...changed.map((order): Answer => {
      const path = new RegExp(`^/wp-json/wc/v3/orders/${textOf(order['id']) ?? ''}$`);
      return { method: 'PUT', path, json: order };
    }),
  ];
}
