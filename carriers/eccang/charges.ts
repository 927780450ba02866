import { textOf, type JsonObject } from '#carriers/shared/json-value';
import { ofOneOrder } from '#carriers/shared/one-order';
import { present, type Charge, type Parcel } from '#carriers/shared/parcel';
import type { Told } from '#carriers/shared/told';
import type { EccangClient } from './client';
import { withCleanNumbers } from '#carriers/shared/exact-numbers';
import { contentOf, entriesOf, toldIn } from './answer';
import { QUOTE } from './requests/quote';

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
export interface OrderCharges extends Pick<
  Parcel,
  'carrier' | 'reference' | 'trackingNumber' | 'country' | 'billedWeightKg' | 'details'
> {
  /** As it was asked for. */
  number: string;
  /** What is charged. */
  weightKg?: number;
  charges?: EccangCharge[];
  /** What the carrier calls the sum; it is no charge besides the others. */
  total?: string | number;
}

export interface EccangCharge extends Charge {
  /** What else the carrier told, by its own names. */
  details?: Readonly<Record<string, unknown>>;
}

export interface ChargesAnswer {
  raw: JsonObject;
  charges: OrderCharges;
}

/** getReceivingExpense (`eccang.md` 3.15): empty data means that the order is not billed yet. */
export async function getReceivingExpense(client: EccangClient, number: string): Promise<ChargesAnswer> {
  const reply = ofOneOrder(await client.call('getReceivingExpense', { reference_no: number }, { intent: 'read' }));
  const found = entriesOf(reply);
  const entries = found.length > 0 ? found : [contentOf(reply)];
  const [first = {}, ...others] = entries;
  const bill = toldIn(first);
  const bills = [bill, ...others.map(toldIn)];
  bill.repeated('reference_no', number);
  const settled = bill.number('SettleWeight');
  return {
    raw: others.length > 0 ? reply : first,
    charges: present<OrderCharges>({
      carrier: client.deployment.carrier,
      number,
      reference: bill.text('CustomerOrderNumber'),
      trackingNumber: bill.text('TrackingNumber'),
      country: bill.text('CountryCode'),
      weightKg: settled,
      billedWeightKg: settled,
      charges: bills.flatMap(chargesOf),
      total: others.length > 0 ? undefined : bill.amount('TotalFee'),
      details: detailsOfBills(bills),
    }),
  };
}

/** What bills tell beyond their charges; of several, in a list. */
export function detailsOfBills(bills: readonly Told[]): Readonly<Record<string, unknown>> {
  const details = bills.map((bill) => bill.details());
  if (details.length < 2) return details[0] ?? {};
  return present<Record<string, unknown>>({ data: details.filter((each) => Object.keys(each).length > 0) });
}

function chargesOf(told: Told): Charge[] {
  return EXPENSES.flatMap(({ field, name }) => {
    const amount = told.amount(field);
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
  /** What else the carrier told, by its own names. */
  details?: Readonly<Record<string, unknown>>;
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
  const told = toldIn(entry);
  const unit = textOf(entry['ChargeWeightUnit']) ?? 'KG';
  const chargeableWeightKg = unit.trim().toUpperCase() === 'KG' ? told.number('ChargeWeight') : undefined;
  if (chargeableWeightKg !== undefined) told.repeated('ChargeWeightUnit', unit);
  return present<Quote>({
    carrier,
    service: present({
      code: told.text('ServiceCode'),
      name: told.text('ServiceEnName'),
      localName: told.text('ServiceCnName'),
    }),
    charges: chargesOf(told),
    total: told.amount('TotalFee'),
    transitDays: told.text('Effectiveness'),
    trackable: told.flag('Traceability'),
    chargeableWeightKg,
    note: told.text('Remark'),
    details: told.details(),
  });
}
