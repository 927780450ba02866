import { CarrierError } from '../http';
import { givenList, isObject, objectAsIs, textOf, type JsonObject } from '#carriers/shared/json-value';
import { RequestError, type RequestProblem } from '#carriers/shared/request-check';
import type { Rows } from '#carriers/shared/rows';
import { getRequiredFields } from './catalogue';
import type { EccangClient } from './client';

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
    const last = checked.at(-1);
    // The node sends nothing more then, so neither does this.
    if (last instanceof CarrierError && last.ofAccount) break;
    try {
      const names = await ruleOf(textOf(order['shipping_method']) ?? '', textOf(order['country_code']) ?? '');
      const problems = names.flatMap((name) => missing(order, name, client.deployment.order.rows));
      checked.push(problems.length > 0 ? new RequestError(problems) : undefined);
    } catch (error) {
      if (!(error instanceof CarrierError)) throw error;
      checked.push(error);
    }
  }
  return checked;
}

/** To which part a name without a group belongs that the table does not know. */
const PREFIXES: Readonly<Record<string, string>> = {
  consignee_: 'Consignee',
  shipper_: 'Shipper',
  invoice_: 'ItemArr',
  box_: 'Volume',
};

function missing(order: JsonObject, name: string, rows: Rows): RequestProblem[] {
  const [first = name, second] = name.split('.');
  const field = second ?? first;
  const part = second === undefined ? partOf(first, rows) : partNamed(first, rows);
  if (part === undefined) return isFilled(order[field]) ? [] : [{ path: field, problem: DEMANDED }];
  const value = order[part];
  if (rows[part]?.kind === 'group') {
    return isFilled(objectAsIs(value)[field]) ? [] : [{ path: `${part}.${field}`, problem: DEMANDED }];
  }
  const entries = givenList(value);
  if (entries.length === 0) return [{ path: `${part}[0].${field}`, problem: DEMANDED }];
  return entries.flatMap((entry, index) =>
    isFilled(entry[field]) ? [] : [{ path: `${part}[${index}].${field}`, problem: DEMANDED }],
  );
}

/** The group or list that has a field of this name; undefined where it stands on the order itself. */
function partOf(name: string, rows: Rows): string | undefined {
  const own = rows[name];
  if (own !== undefined && !('rows' in own)) return undefined;
  const holder = Object.entries(rows).find(([, part]) => 'rows' in part && Object.hasOwn(part.rows, name));
  const prefix = Object.keys(PREFIXES).find((each) => name.startsWith(each));
  return holder?.[0] ?? (prefix === undefined ? undefined : PREFIXES[prefix]);
}

function partNamed(name: string, rows: Rows): string | undefined {
  return Object.keys(rows).find((each) => each.toLowerCase() === name.toLowerCase() && 'rows' in (rows[each] ?? {}));
}

const DEMANDED = 'is required by this product';

function isFilled(value: unknown): boolean {
  return textOf(value) !== undefined || isObject(value) || (Array.isArray(value) && value.length > 0);
}
