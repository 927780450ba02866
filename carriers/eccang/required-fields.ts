import { CarrierError } from '../http';
import { isObject, listOf, objectOf, textOf, type JsonObject } from '../json-value';
import { RequestError, type RequestProblem } from '../request-check';
import { getRequiredFields } from './catalogue';
import type { EccangClient } from './client';
import type { OrderFields } from './order-schema';

/**
 * Asks what the product of each order demands, once per product and country, and looks for what is missing.
 * @returns per order: a RequestError that names every missing field, the CarrierError of the question, or undefined
 */
export async function checkRequiredFields(
  client: EccangClient,
  orders: readonly JsonObject[],
): Promise<(Error | undefined)[]> {
  const rules = new Map<string, Promise<string[]>>();
  const ruleOf = (product: string, country: string): Promise<string[]> => {
    const key = JSON.stringify([product, country]);
    const rule = rules.get(key) ?? getRequiredFields(client, product, country);
    rules.set(key, rule);
    return rule;
  };
  const checked: (Error | undefined)[] = [];
  for (const order of orders) {
    try {
      const names = await ruleOf(textOf(order['shipping_method']) ?? '', textOf(order['country_code']) ?? '');
      const problems = names.flatMap((name) => missing(order, name, client.deployment.order.fields));
      checked.push(problems.length > 0 ? new RequestError(problems) : undefined);
    } catch (error) {
      if (!(error instanceof CarrierError)) throw error;
      checked.push(error);
    }
  }
  return checked;
}

const GROUPS = [
  { key: 'Consignee', fields: 'consignee', prefix: 'consignee_' },
  { key: 'Shipper', fields: 'shipper', prefix: 'shipper_' },
  { key: 'ItemArr', fields: 'item', prefix: 'invoice_' },
  { key: 'Volume', fields: 'box', prefix: 'box_' },
] as const;

function missing(order: JsonObject, name: string, fields: OrderFields): RequestProblem[] {
  const [first = name, second] = name.split('.');
  const group =
    second === undefined
      ? Object.hasOwn(fields.order, first)
        ? undefined
        : (GROUPS.find((each) => Object.hasOwn(fields[each.fields] ?? {}, first)) ??
          GROUPS.find(({ prefix }) => first.startsWith(prefix)))
      : GROUPS.find(({ key }) => key.toLowerCase() === first.toLowerCase());
  const field = second ?? first;
  if (!group) return isFilled(order[field]) ? [] : [{ path: field, problem: DEMANDED }];
  const value = order[group.key];
  if (group.key === 'Consignee' || group.key === 'Shipper') {
    return isFilled(objectOf(value)[field]) ? [] : [{ path: `${group.key}.${field}`, problem: DEMANDED }];
  }
  const entries = listOf(value);
  if (entries.length === 0) return [{ path: `${group.key}[0].${field}`, problem: DEMANDED }];
  return entries.flatMap((entry, index) =>
    isFilled(entry[field]) ? [] : [{ path: `${group.key}[${index}].${field}`, problem: DEMANDED }],
  );
}

const DEMANDED = 'is required by this product';

function isFilled(value: unknown): boolean {
  return textOf(value) !== undefined || isObject(value) || (Array.isArray(value) && value.length > 0);
}
