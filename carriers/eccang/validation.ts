import { withCleanNumbers } from '#carriers/shared/exact-numbers';
import { givenList, textOf, type JsonObject } from '#carriers/shared/json-value';
import { verdictOf } from '#carriers/shared/verdict';
import { present } from '#carriers/shared/parcel';
import { RequestTable } from '#carriers/shared/request';
import { group, list, text } from '#carriers/shared/rows';
import type { EccangClient } from './client';
import { toldIn } from './answer';
import { codesOf, errorCodeOf, errorTextsOf } from './reply';

/** What says that the order was looked at and found invalid (`eccang.md` 3.19): the code may be empty (1.4 no. 8). */
const INVALID = { code: '50048', message: '信息不合法' };

/** What addressValidate found, as the nodes output it. */
export interface Validation {
  carrier: string;
  reference?: string;
  valid: boolean;
  message?: string;
  /** In the carrier's words, one by one. */
  problems?: string[];
  /** The carrier's code of what it found. */
  code?: string;
  /** What else the carrier told, by its own names. */
  details?: Readonly<Record<string, unknown>>;
}

/**
 * addressValidate (`eccang.md` 3.19). An order that does not pass is an answer, not an error.
 * @param request as `validationRequestOf` makes it
 */
export async function validateOrder(
  client: EccangClient,
  request: JsonObject,
): Promise<{ raw: JsonObject; validation: Validation }> {
  const raw = await client.call('addressValidate', request, {
    intent: 'read',
    accepts: ({ code, message }) => {
      const codes = codesOf(code);
      // Under another code the same words may be about something else, such as the account.
      return codes.length === 0 ? message.includes(INVALID.message) : codes.includes(INVALID.code);
    },
  });
  const valid = verdictOf(raw['ask']) === 'yes';
  return {
    raw,
    validation: present<Validation>({
      carrier: client.deployment.carrier,
      reference: textOf(request['reference_no']),
      valid,
      message: textOf(raw['message']),
      problems: valid ? undefined : problemsOf(raw),
      code: valid ? undefined : errorCodeOf(raw),
      details: toldIn(raw).details(),
    }),
  };
}

/** What addressValidate demands; what stands inside the groups is the carrier's to judge. */
const demanded = {
  reference_no: text('Reference Number', 'Your own order number, by which you know the result (客户单号)', {
    required: true,
  }),
  order_weight: text('Weight (Kilograms)', 'Total weight in kilograms, as text (订单重量)', { required: true }),
  shipping_method: text('Product', 'Shipping method (运输方式)', { required: true }),
  country_code: text('Destination Country', 'Country that the parcel goes to (目的国家)', { required: true }),
};
const consignee = group('Recipient', {}, { required: true });
const items = list(['Items', 'Item'], {}, { required: true, orOne: true });
const VALIDATION = new RequestTable('eccang.md 3.19', { ...demanded, consignee, invoice: items });
const ORDER_TO_VALIDATE = new RequestTable('eccang.md 3.19', { ...demanded, Consignee: consignee, ItemArr: items });

/**
 * The method's own object, from it or from an order of createOrder.
 * @throws RequestError when a required field is missing, by the names in the object that was given
 */
export function validationRequestOf(given: JsonObject): JsonObject {
  const isOrder = given['Consignee'] !== undefined || given['ItemArr'] !== undefined;
  const request = withCleanNumbers(isOrder ? requestOf(ORDER_TO_VALIDATE.check(given)) : VALIDATION.check(given));
  return {
    ...request,
    // Typed as text, unlike in createOrder.
    order_weight: textOf(request['order_weight']),
    invoice: givenList(request['invoice']).map(withCleanNumbers),
  };
}

function requestOf(order: JsonObject): JsonObject {
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
  const problems = errorTextsOf(raw)
    .flatMap((text) => text.split(/[;；]/))
    .map((problem) => problem.trim());
  return [...new Set(problems)].filter((problem) => problem !== '');
}
