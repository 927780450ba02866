import { CARRIER_NUMBER } from '#carriers/shared/pasted';
import { choice, listed, seconds, text, type Choice, type Row } from '#carriers/shared/rows';
import { WAREHOUSE } from '../warehouses';

/** What several of the lists can be narrowed by. */
export const orderNumber = (example: string): Row => text('Order Number', 'Give out the order that Mgoship knows by it alone (orderNo)', { fold: CARRIER_NUMBER, example });
export const status = (choices: readonly Choice[], source: string): Row => ({
  ...choice('Status', 'Only orders in this status (状态)', {}),
  choices: [...choices].sort((left, right) => left.name.localeCompare(right.name, 'en')),
  source,
});
export const product = text('Product Code', 'By which Mgoship knows the goods (goodsId)', { example: '1000100003' });
export const sku = text('SKU', 'Your article number (SKU)');
export const warehouse = listed(...WAREHOUSE, { example: '4' });
export const subUser = text('Sub-User', 'Code of a sub-user (子用户). The operation that lists them is known by name only.');
export const from = seconds('From', 'Earliest time (start_time)');
export const until = seconds('Until', 'Latest time (end_time)');
