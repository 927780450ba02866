import fc from 'fast-check';
import { checkedOrder } from '#carriers/shared/checked-order';
import type { JsonObject } from '#carriers/shared/json-value';
import { leavesOf, pathText } from '#carriers/shared/leaves';
import { mappedOrder } from '#carriers/shared/mapped-order';
import type { NeutralOrder } from '#carriers/shared/neutral-order';
import { RequestError } from '#carriers/shared/request-check';
import { FIELDS, withValue } from '../contract/orders/fields';
import { MAPPINGS } from '../contract/orders/mappings';
import { always } from './property';

const STRANGE = ['', '  ', null, 0, -1, 1e-7, 1e21, 2 ** 53, true, 'x', '1,5', '12.50', '0x10', [], {}, [[]], [null]];

/** An order with some of its fields, most of them as they should be. */
const given = fc
  .array(
    fc.tuple(
      fc.constantFrom(...FIELDS),
      fc.oneof({ weight: 6, arbitrary: fc.nat(1) }, { weight: 1, arbitrary: fc.constantFrom(...STRANGE) }),
    ),
    { maxLength: 12 },
  )
  .map((fields) =>
    fields.reduce<JsonObject>(
      (order, [{ path, values }, value]) =>
        withValue(order, path, typeof value === 'number' ? (values[value] ?? value) : value),
      {},
    ),
  );

/** Undefined where it is refused. */
const refusable = <Read>(read: () => Read): Read | undefined => {
  try {
    return read();
  } catch (error) {
    expect(error).toBeInstanceOf(RequestError);
    return undefined;
  }
};

const checked = (order: unknown): NeutralOrder | undefined => refusable(() => checkedOrder(order));

it('an order is refused in words, or read in one form, which is read as the same again', () => {
  always(
    fc.property(fc.oneof({ weight: 9, arbitrary: given }, { weight: 1, arbitrary: fc.jsonValue() }), (order) => {
      const once = checked(order);
      if (once) expect(checkedOrder(once)).toEqual(once);
    }),
  );
});

it('every value of an order is in the request of each carrier, or named as not sent', () => {
  always(
    fc.property(given, fc.constantFrom(...BY_CARRIER.keys()), (order, carrier) => {
      const mapping = BY_CARRIER.get(carrier);
      const read = checked(order);
      const mapped = mapping && read && refusable(() => mappedOrder(mapping, read));
      if (mapped === undefined) return;
      const onTheWire = leavesOf(mapped.request).map(({ leaf }) => String(leaf));
      const isThere = (value: string): boolean => onTheWire.some((each) => each.includes(value));
      const lost = leavesOf(read)
        .filter(({ leaf }) => /^an?(other)? /.test(String(leaf)) && !isThere(String(leaf)))
        .map(({ path }) => pathText(path))
        .filter((path) => !mapped.notSent.includes(path) && path !== 'service.name')
        // Goods in boxes may be those of the order once more, which are named there.
        .filter((path) => !path.includes('].customsItems['));
      expect(lost).toEqual([]);
    }),
  );
});

const BY_CARRIER = new Map(MAPPINGS.map((mapping) => [mapping.carrier, mapping]));
