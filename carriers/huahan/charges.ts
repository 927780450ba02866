import {
  CONTAINERS,
  contentOf,
  detailsOfBills,
  entriesFor,
  entriesOf,
  quoting,
  toldIn,
  type ChargesAnswer,
  type EccangCharge,
  type EccangClient,
  type OrderCharges,
} from '../eccang';
import { defined } from '#carriers/shared/defined';
import { CarrierError } from '../http';
import { firstOf, isObject, listOf, membersOf, textOf, type JsonObject } from '#carriers/shared/json-value';
import { ofOneOrder } from '#carriers/shared/one-order';
import { present, type Charge } from '#carriers/shared/parcel';
import type { Told } from '#carriers/shared/told';

/**
 * getOrderFee (`huahan.md` 3.14). `data` is an object in the page's table and a string in its example, and an object may
 * be a list (`eccang.md` 1.4 no. 10); a string that is no JSON becomes an error that holds the text. `total_price` is not
 * trusted: in the example the lines add up to more.
 */
export async function getOrderFee(client: EccangClient, number: string): Promise<ChargesAnswer> {
  const reply = ofOneOrder(
    await client.call('getOrderFee', { reference_no: number }, { intent: 'read', quotable: true }),
  );
  const fees = feesOf(client, reply);
  const echo = defined({ reference_no: reply['reference_no'] });
  const [first = {}, ...others] = fees;
  const only = { ...echo, ...first };
  const bills = [only, ...others].map((fee) => ({ fee, told: toldIn(fee) }));
  for (const { told } of bills) told.repeated('reference_no', number);
  return {
    raw: others.length > 0 ? reply : only,
    charges: present<OrderCharges>({
      carrier: client.deployment.carrier,
      number,
      charges: bills.flatMap(({ fee, told }) => chargesOf(told, fee)),
      details: detailsOfBills(bills.map(({ told }) => told)),
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

/** The lines of a fee, or the line that stands in its place. Lines that are no charge stay with the fee. */
function chargesOf(fee: Told, content: JsonObject): EccangCharge[] {
  const lines = listOf(content['details']);
  if (lines.length === 0) return chargeOf(fee);
  const charges = lines.map((line) => {
    const told = toldIn(line);
    return chargeOf(told).map((charge) => present<EccangCharge>({ ...charge, details: told.details() }));
  });
  if (charges.every(({ length }) => length > 0)) fee.value('details');
  return charges.flat();
}

function chargeOf(line: Told): Charge[] {
  const amount = line.amount('price');
  if (amount === undefined) return [];
  return [
    present<Charge>({
      name: line.text('fee_name'),
      amount,
      currency: line.text('currency'),
      date: line.text('create_date'),
    }),
  ];
}

export interface BilledWeight {
  carrier: string;
  /** As it was asked for: any of the three numbers. */
  number: string;
  weightKg: number;
  /** The same: what is charged, not what was declared. */
  billedWeightKg: number;
  message?: string;
  /** What else the carrier told, by its own names. */
  details?: Readonly<Record<string, unknown>>;
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
    const told = toldIn(raw);
    told.repeated('Code', number);
    const weightKg = told.number('chargeweight');
    const message = told.text('message');
    if (weightKg === undefined) return withoutWeight(client, number, textOf(raw['chargeweight']), message);
    const { carrier } = client.deployment;
    const weight = { carrier, number, weightKg, billedWeightKg: weightKg, message, details: told.details() };
    return { raw, weight: present<BilledWeight>(weight) };
  });
}

function withoutWeight(
  client: EccangClient,
  number: string,
  weight: string | undefined,
  reason: string | undefined,
): CarrierError {
  const { displayName } = client.deployment;
  if (weight !== undefined) {
    const message = `${displayName}: the billed weight of ${number} is no number.`;
    return new CarrierError({ kind: 'invalid-reply', message, carrierText: weight });
  }
  return new CarrierError({
    kind: reason?.includes(UNKNOWN) ? 'not-found' : 'rejected',
    message: reason ?? `${displayName} gave no weight for ${number}`,
    hint: `No billed weight for ${number}. An order has one once it was weighed in the warehouse.`,
  });
}
