import { detailsOf } from '#carriers/shared/details';
import { amountOf, textOf, type JsonObject } from '#carriers/shared/json-value';
import { present, type Charge } from '#carriers/shared/parcel';

/** Two payments, for the way to Japan and for the delivery there. */
export interface Payment {
  /** 头段, China to Japan. */
  firstLegPaid?: boolean;
  firstLegTotal?: string | number;
  firstLegCurrency?: string;
  /** 尾段, delivery in Japan. */
  lastLegPaid?: boolean;
  lastLegTotal?: string | number;
  lastLegCurrency?: string;
  /** As the carrier wrote it; it does not state from which currency into which. */
  exchangeRate?: string | number;
  /** Why other charges arose, in the carrier's words. */
  note?: string;
}

/** Currencies are mixed inside `fee` (`mgoship.md` 9 no. 9). The two sums are in `payment`, so that these may be added up. */
const CHARGES = [
  { field: 'shipFee', name: 'Freight', currency: 'CNY' },
  { field: 'insuranceFee', name: 'Insurance', currency: 'CNY' },
  { field: 'taxFee', name: 'Tax', currency: 'JPY' },
  { field: 'otherFee', name: 'Other charges', currency: 'JPY' },
] as const;

export function chargesOf(fee: JsonObject): Charge[] {
  return CHARGES.flatMap(({ field, name, currency }) => {
    const amount = amountOf(fee[field]);
    return amount === undefined ? [] : [{ name, amount, currency }];
  });
}

export function paymentOf(fee: JsonObject): Payment {
  const firstLegTotal = amountOf(fee['sumCN']);
  const lastLegTotal = amountOf(fee['sumEnd']);
  return present<Payment>({
    firstLegPaid: paid(fee['pay_cn']),
    firstLegTotal,
    firstLegCurrency: firstLegTotal === undefined ? undefined : 'CNY',
    lastLegPaid: paid(fee[lastLegState(fee)]),
    lastLegTotal,
    lastLegCurrency: lastLegTotal === undefined ? undefined : 'CNY',
    exchangeRate: amountOf(fee['rate']),
    note: textOf(fee['feeNote']),
  });
}

/** What is neither a charge nor of the payment, states that are not documented among it. */
export function feeDetailsOf(fee: JsonObject): Readonly<Record<string, unknown>> {
  const states = ['pay_cn', lastLegState(fee)].filter((name) => paid(fee[name]) !== undefined);
  return detailsOf(fee, [...states, 'sumCN', 'sumEnd', 'rate', 'feeNote', ...CHARGES.map(({ field }) => field)]);
}

/** The table calls the state of the last leg `statusEnd`, the sample `pay_jp` (`mgoship.md` 9 no. 1). */
function lastLegState({ pay_jp }: JsonObject): 'pay_jp' | 'statusEnd' {
  return textOf(pay_jp) === undefined ? 'statusEnd' : 'pay_jp';
}

const PAYMENT_STATES = new Map([
  ['0', false],
  ['1', true],
]);

function paid(state: unknown): boolean | undefined {
  return PAYMENT_STATES.get(textOf(state) ?? '');
}
