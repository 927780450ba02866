import { isObject, textOf, type JsonObject } from '../json-value';
import { present } from '../parcel';
import type { EccangClient } from './client';
import { errorTextOf } from './reply';

const INVALID = '50048';

/** What addressValidate found, as the nodes output it. */
export interface Validation {
  carrier: string;
  reference?: string;
  valid: boolean;
  message?: string;
  /** In the carrier's words, one by one. */
  problems?: string[];
}

/**
 * addressValidate (`eccang.md` 3.19). An order that does not pass is an answer, not an error.
 * @param order an order of createOrder, or the method's own object, whose groups are `consignee` and `invoice`
 */
export async function validateOrder(
  client: EccangClient,
  order: JsonObject,
): Promise<{ raw: JsonObject; validation: Validation }> {
  const raw = await client.call('addressValidate', requestOf(order), {
    intent: 'read',
    accepts: ({ code }) => code === INVALID,
  });
  const valid = textOf(raw['ask'])?.toLowerCase() === 'success';
  return {
    raw,
    validation: present<Validation>({
      carrier: client.deployment.carrier,
      reference: textOf(order['reference_no']),
      valid,
      message: textOf(raw['message']),
      problems: valid ? undefined : problemsOf(raw),
    }),
  };
}

function requestOf(order: JsonObject): JsonObject {
  if (!isObject(order['Consignee'])) return order;
  const {
    reference_no,
    shipping_method_no = '',
    order_weight,
    shipping_method,
    country_code,
    Consignee,
    ItemArr,
  } = order;
  return {
    reference_no,
    shipping_method_no,
    order_weight,
    shipping_method,
    country_code,
    consignee: Consignee,
    invoice: ItemArr,
  };
}

/** `errMessage` lists them separated by semicolons (`eccang.md` 1.6). */
function problemsOf(raw: JsonObject): string[] {
  const text = errorTextOf({ Error: raw['Error'] }) ?? '';
  return text
    .split(/[;；]/)
    .map((problem) => problem.trim())
    .filter((problem) => problem !== '');
}
