import { checkOrder } from '../../../carriers/hge';
import { isObject } from '#carriers/shared/json-value';
import { mergeObjects } from '#carriers/shared/merge';
import { documentedJson, object } from '../../documented';

describe('bodies', () => {
  it('are the same text for the same content, in whatever order it was given', () => {
    const order = object(object(documentedJson('hge', 'query_order.response.json'))['data']);
    const reversed = backwards({ ...order, not_documented: { b: 1, a: 2 } });
    expect(JSON.stringify(checkOrder(object(reversed)))).toBe(
      JSON.stringify({ ...order, not_documented: { a: 2, b: 1 } }),
    );
  });

  it('grow by additional fields: objects together, the rest replaced', () => {
    const body = { handoverinfo: { handover_num: '1', contact_name: 'A' }, reference_num: 'R', list: [1] };
    const more: unknown = JSON.parse(
      '{"handoverinfo":{"flight":{"no":"X"},"contact_name":"B"},"list":[2],"__proto__":{"x":1}}',
    );
    expect(JSON.stringify(mergeObjects(body, object(more)))).toBe(
      '{"handoverinfo":{"handover_num":"1","contact_name":"B","flight":{"no":"X"}},"reference_num":"R","list":[2],"__proto__":{"x":1}}',
    );
  });

  it.each<[unknown, string]>([
    [{ parcel_list: { weight: 1 } }, 'parcel_list must be a list [ ]'],
    [{ parcel_list: [{ item_list: [{ qty: 'two' }] }] }, 'parcel_list[0].item_list[0].qty must be a number'],
    [{ shipper_info: 'AD1' }, 'shipper_info must be an object { }'],
    [{ consignee_info: { creds_id: { no: 1 } } }, 'consignee_info.creds_id must be text'],
    [{ is_signature: 'Y' }, 'is_signature must be true or false'],
    [
      { customer_order_num: 2 ** 53, parcel_list: [{ item_list: [{ more: { code: 2 ** 60 } }] }] },
      'customer_order_num has too many digits for a number: pass it as text; parcel_list[0].item_list[0].more.code has',
    ],
    [{ ship_date: { day: 1 } }, 'ship_date must be a date as text, e.g. 2025-12-13'],
  ])('%j is refused before it is sent', (order, message) => {
    expect(() => checkOrder(object(order))).toThrow(message);
  });

  it('may lack everything: nothing is documented as required', () => {
    expect(checkOrder({})).toEqual({});
    const largest = { customer_order_num: Number.MAX_SAFE_INTEGER };
    expect(checkOrder(largest)).toEqual(largest);
  });
});

/** The same value with the members of every object the other way round; lists keep their order. */
function backwards(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(backwards);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, member]) => [name, backwards(member)]),
  );
}
