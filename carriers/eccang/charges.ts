import { amountOf, numberOf, textOf, type JsonObject } from '#carriers/shared/json-value';
import { present, type Charge, type Parcel } from '#carriers/shared/parcel';
import type { EccangClient } from './client';
import { withCleanNumbers } from '#carriers/shared/exact-numbers';
import { contentOf, entriesOf } from './answer';
import { QUOTE } from './quote';

/** Amounts of getReceivingExpense and feeTrail with names that users can read; the carrier names no currency. */
const EXPENSES: readonly { field: string; name: string }[] = [
  { field: 'Freight', name: 'Freight' },
  { field: 'FuelCharge', name: 'Fuel' },
  { field: 'Register', name: 'Registration' },
  { field: 'HandlingFee', name: 'Handling' },
  { field: 'FreightFee', name: 'Freight' },
  { field: 'FuelFee', name: 'Fuel' },
  { field: 'RegisteredFee', name: 'Registration' },
  { field: 'OtherFee', name: 'Other' },
];

/** What an order costs, as the nodes output it. */
export interface OrderCharges extends Parcel {
  /** As it was asked for. */
  number: string;
  /** What the carrier calls the sum; it is no charge besides the others. */
  total?: string | number;
}

export interface ChargesAnswer {
  raw: JsonObject;
  charges: OrderCharges;
}

/** getReceivingExpense (`eccang.md` 3.15): empty data means that the order is not billed yet. */
export async function getReceivingExpense(client: EccangClient, number: string): Promise<ChargesAnswer> {
  const reply = await client.call('getReceivingExpense', { reference_no: number }, { intent: 'read' });
  const found = entriesOf(reply);
  const entries = found.length > 0 ? found : [contentOf(reply)];
  const [first = {}] = entries;
  return {
    raw: entries.length > 1 ? reply : first,
    charges: present<OrderCharges>({
      carrier: client.deployment.carrier,
      number,
      reference: textOf(first['CustomerOrderNumber']),
      trackingNumber: textOf(first['TrackingNumber']),
      country: textOf(first['CountryCode']),
      weightKg: numberOf(first['SettleWeight']),
      charges: entries.flatMap(chargesOf),
      total: entries.length > 1 ? undefined : amountOf(first['TotalFee']),
    }),
  };
}

export function chargesOf(amounts: JsonObject): Charge[] {
  return EXPENSES.flatMap(({ field, name }) => {
    const amount = amountOf(amounts[field]);
    return amount === undefined ? [] : [{ name, amount }];
  });
}

/** A quote of feeTrail as the nodes output it. */
export interface Quote {
  carrier: string;
  service?: { code?: string; name?: string; localName?: string };
  charges?: Charge[];
  /** Of all charges. */
  total?: string | number;
  /** As the carrier writes it, e.g. 3-7. */
  transitDays?: string;
  trackable?: boolean;
  chargeableWeightKg?: number;
  note?: string;
}

/** The request as it will be sent, or a RequestError that names every field to mend. */
export function checkQuoteRequest(request: JsonObject): JsonObject {
  return withCleanNumbers(QUOTE.check(request));
}

/** feeTrail (`eccang.md` 3.14): one quote per product. */
export async function quoteRates(client: EccangClient, request: JsonObject): Promise<JsonObject[]> {
  const reply = await client.call('feeTrail', request, { intent: 'read' });
  return entriesOf(reply);
}

export function quoteOf(carrier: string, entry: JsonObject): Quote {
  const trackable = textOf(entry['Traceability']);
  const unit = textOf(entry['ChargeWeightUnit']) ?? 'KG';
  return present<Quote>({
    carrier,
    service: present({
      code: textOf(entry['ServiceCode']),
      name: textOf(entry['ServiceEnName']),
      localName: textOf(entry['ServiceCnName']),
    }),
    charges: chargesOf(entry),
    total: amountOf(entry['TotalFee']),
    transitDays: textOf(entry['Effectiveness']),
    trackable: trackable === 'Y' ? true : trackable === 'N' ? false : undefined,
    chargeableWeightKg: unit.toUpperCase() === 'KG' ? numberOf(entry['ChargeWeight']) : undefined,
    note: textOf(entry['Remark']),
  });
}
