import {
  CONTAINERS,
  entriesFor,
  entriesOf,
  quoting,
  type ChargesAnswer,
  type EccangClient,
  type OrderCharges,
} from '../eccang';
import { CarrierError, parseJson } from '../http';
import { amountOf, firstOf, isObject, listOf, numberOf, textOf, type JsonObject } from '../json-value';
import { present, type Charge } from '../parcel';

/**
 * getOrderFee (`huahan.md` 3.14). `data` is an object in the page's table and a string in its example; a string that is
 * no JSON becomes an error that holds the text. `total_price` is not trusted: in the example the lines add up to more.
 */
export async function getOrderFee(client: EccangClient, number: string): Promise<ChargesAnswer> {
  const reply = await client.call('getOrderFee', { reference_no: number }, { intent: 'read', quotable: true });
  const raw = feeOf(client, reply);
  return {
    raw,
    charges: present<OrderCharges>({
      carrier: client.deployment.carrier,
      number,
      charges: listOf(raw['details']).flatMap(chargeOf),
    }),
  };
}

function feeOf(client: EccangClient, reply: JsonObject): JsonObject {
  const data = firstOf(reply, 'data', 'Data') ?? {};
  if (isObject(data)) return data;
  const text = typeof data === 'string' ? data : JSON.stringify(data);
  try {
    const parsed: unknown = text.trim() === '' ? {} : parseJson(text);
    if (isObject(parsed)) return parsed;
    if (Array.isArray(parsed) && parsed.length === 0) return {};
  } catch {
    // Told below, with the text.
  }
  const error = new CarrierError({
    kind: 'invalid-reply',
    message: `${client.deployment.displayName}: the charges came as text that is no valid JSON.`,
  });
  throw quoting(error, text);
}

function chargeOf(line: JsonObject): Charge[] {
  const amount = amountOf(line['price']);
  if (amount === undefined) return [];
  return [present<Charge>({ name: textOf(line['fee_name']) ?? '', amount, currency: textOf(line['currency']) })];
}

export interface BilledWeight {
  carrier: string;
  /** As it was asked for: any of the three numbers. */
  number: string;
  weightKg: number;
}

/** `message` of a number that the carrier does not know (`huahan.md` 3.15). */
const UNKNOWN = '订单不存在';

/**
 * getBillingWeight (`huahan.md` 3.15). A number without a weight carries the reason in its own `message`.
 * @returns one answer or error per number, in their order
 */
export async function getBilledWeights(
  client: EccangClient,
  numbers: readonly string[],
): Promise<({ raw: JsonObject; weight: BilledWeight } | CarrierError)[]> {
  const asked = [...new Set(numbers)];
  const reply = await client.call('getBillingWeight', { codes: asked }, { intent: 'read', answersIn: CONTAINERS });
  const entries = entriesFor(asked, entriesOf(reply), 'Code');
  return numbers.map((number) => {
    const raw = entries[asked.indexOf(number)];
    if (!raw) return client.notFound(number);
    const refusal = client.refusalIn(raw);
    if (refusal) return refusal;
    const weightKg = numberOf(raw['chargeweight']);
    if (weightKg === undefined) return withoutWeight(client, number, textOf(raw['message']));
    return { raw, weight: { carrier: client.deployment.carrier, number, weightKg } };
  });
}

function withoutWeight(client: EccangClient, number: string, reason: string | undefined): CarrierError {
  return new CarrierError({
    kind: reason?.includes(UNKNOWN) ? 'not-found' : 'rejected',
    message: reason ?? `${client.deployment.displayName} gave no weight for ${number}`,
    hint: `No billed weight for ${number}. An order has one once it was weighed in the warehouse.`,
  });
}
