import {
  CONTAINERS,
  contentOf,
  entriesFor,
  entriesOf,
  quoting,
  type ChargesAnswer,
  type EccangClient,
  type OrderCharges,
} from '../eccang';
import { CarrierError } from '../http';
import {
  amountOf,
  firstOf,
  isObject,
  listOf,
  membersOf,
  numberOf,
  textOf,
  type JsonObject,
} from '#carriers/shared/json-value';
import { present, type Charge } from '#carriers/shared/parcel';

/**
 * getOrderFee (`huahan.md` 3.14). `data` is an object in the page's table and a string in its example, and an object may
 * be a list (`eccang.md` 1.4 no. 10); a string that is no JSON becomes an error that holds the text. `total_price` is not
 * trusted: in the example the lines add up to more.
 */
export async function getOrderFee(client: EccangClient, number: string): Promise<ChargesAnswer> {
  const reply = await client.call('getOrderFee', { reference_no: number }, { intent: 'read', quotable: true });
  const fees = feesOf(client, reply);
  const [first = {}] = fees;
  return {
    raw: fees.length > 1 ? reply : first,
    charges: present<OrderCharges>({
      carrier: client.deployment.carrier,
      number,
      charges: fees.flatMap(linesOf).flatMap(chargeOf),
    }),
  };
}

function feesOf(client: EccangClient, reply: JsonObject): JsonObject[] {
  const data = firstOf(reply, ...CONTAINERS) ?? contentOf(reply);
  const fees = membersOf(data, ['details']);
  if (fees.every(isObject)) return fees;
  const error = new CarrierError({
    kind: 'invalid-reply',
    message: `${client.deployment.displayName}: the charges came neither as an object nor as text that holds one.`,
  });
  throw quoting(error, typeof data === 'string' ? data : JSON.stringify(data));
}

/** The lines of a fee, or the line that stands in its place. */
function linesOf(fee: JsonObject): JsonObject[] {
  const lines = listOf(fee['details']);
  return lines.length > 0 ? lines : [fee];
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

const ANSWERED_BY = ['chargeweight', 'message'];

/**
 * getBillingWeight (`huahan.md` 3.15). A number without a weight carries the reason in its own `message`.
 * @returns one answer or error per number, in their order
 */
export async function getBilledWeights(
  client: EccangClient,
  numbers: readonly string[],
): Promise<({ raw: JsonObject; weight: BilledWeight } | CarrierError)[]> {
  const asked = [...new Set(numbers)];
  const reply = await client.call(
    'getBillingWeight',
    { codes: asked },
    { intent: 'read', answersIn: CONTAINERS, answeredBy: ANSWERED_BY },
  );
  const entries = entriesFor(asked, entriesOf(reply), 'Code');
  return numbers.map((number) => {
    const raw = client.judgeRead(entries[asked.indexOf(number)], number, reply, ANSWERED_BY);
    if (raw instanceof CarrierError) return raw;
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
