import { amountOf, firstOf, listOf, numberOf, textOf, type JsonObject } from '../json-value';
import { present, type Charge, type Parcel } from '../parcel';
import type { EccangClient } from './client';
import type { OrderAnswer } from './orders';

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
  { field: 'TotalFee', name: 'Total' },
];

/** getReceivingExpense (`eccang.md` 3.15): empty data means that the order is not billed yet. */
export async function getReceivingExpense(client: EccangClient, number: string): Promise<OrderAnswer> {
  const reply = await client.call('getReceivingExpense', { reference_no: number }, { intent: 'read' });
  const raw = listOf(firstOf(reply, 'data', 'Data'))[0] ?? {};
  return {
    raw,
    parcel: present<Parcel>({
      carrier: client.deployment.carrier,
      reference: textOf(raw['CustomerOrderNumber']) ?? number,
      trackingNumber: textOf(raw['TrackingNumber']),
      country: textOf(raw['CountryCode']),
      weightKg: numberOf(raw['SettleWeight']),
      charges: chargesOf(raw),
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
  /** As the carrier writes it, e.g. 3-7. */
  transitDays?: string;
  trackable?: boolean;
  chargeableWeightKg?: number;
  note?: string;
}

/** feeTrail (`eccang.md` 3.14): one quote per product. */
export async function quoteRates(client: EccangClient, request: JsonObject): Promise<JsonObject[]> {
  const reply = await client.call('feeTrail', request, { intent: 'read' });
  return listOf(firstOf(reply, 'data', 'Data'));
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
    transitDays: textOf(entry['Effectiveness']),
    trackable: trackable === 'Y' ? true : trackable === 'N' ? false : undefined,
    chargeableWeightKg: unit.toUpperCase() === 'KG' ? numberOf(entry['ChargeWeight']) : undefined,
    note: textOf(entry['Remark']),
  });
}
