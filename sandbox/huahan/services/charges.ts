import { record, text, texts, type JsonRecord } from '../../json';
import { codes, failure, missing, success } from '../../eccang/answers';
import { chargesFor } from '../../eccang/charges';
import type { Service } from '../../eccang/deployment';
import { checkedInAt } from '../../eccang/events';
import { anyNumber } from '../../eccang/numbers';
import type { Order } from '../../eccang/orders';

const notYours = '订单不存在,或运单不属于该客户';

/** `huahan.md` 3.14. Before check-in there are no lines (not documented). */
export const getOrderFee: Service = (params, { orders }) => {
  const number = text(record(params).reference_no);
  if (number === '') return missing('reference_no');
  const order = orders.find(number, anyNumber);
  if (!order) return failure(codes.notYours, notYours);
  // The live service most likely sends JSON inside a text, the inner text with \u escapes (shape trap, inferred); the total
  // does not add up, as in the example.
  return success({ reference_no: number, data: asciiJson({ total_price: '0.00', details: feeLines(order) }) });
};

/** `huahan.md` 3.15: what is wrong with a number stands in its own entry. */
export const getBillingWeight: Service = (params, { orders }) => {
  const numbers = texts(record(params).codes);
  if (!numbers) return missing('codes');
  return success({
    Data: numbers.map((number) => ({ Code: number, ...billedWeight(orders.find(number, anyNumber)) })),
  });
};

function feeLines(order: Order): JsonRecord[] {
  const at = checkedInAt(order);
  if (at === undefined) return [];
  const charges = chargesFor(order.product, order.weight);
  const lines: [string, number][] = [
    ['速递运费', charges.freight],
    ['挂号费', charges.registration],
  ];
  return lines
    .filter(([, price]) => price > 0)
    .map(([fee_name, price]) => ({ fee_name, price: price.toFixed(2), currency: 'RMB', create_date: at }));
}

function billedWeight(order: Order | undefined): JsonRecord {
  if (!order) return { chargeweight: '', message: notYours };
  if (checkedInAt(order) === undefined) return { chargeweight: '', message: '订单还未入库' };
  return { chargeweight: chargesFor(order.product, order.weight).chargeWeight.toFixed(3), message: '' };
}

function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[^\x20-\x7e]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
