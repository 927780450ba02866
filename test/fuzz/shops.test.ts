import fc from 'fast-check';
import { isObject, objectAsIs, type JsonObject } from '#carriers/shared/json-value';
import { RequestError } from '#carriers/shared/request-check';
import { orderOfShopify } from '#carriers/shared/shops/shopify';
import { orderOfWooCommerce } from '#carriers/shared/shops/woo-commerce';
import { always } from './property';

const address = { city: 'Example', countryCodeV2: 'DE', country_code: 'DE', country: 'DE' };

const onlyLine = (order: JsonObject): JsonObject =>
  objectAsIs(Array.isArray(order.customsItems) ? order.customsItems[0] : undefined);

const graphql = (line: JsonObject): JsonObject => ({
  shippingAddress: address,
  lineItems: [{ currentQuantity: 1, discountAllocations: [], ...line }],
});
const rest = (line: JsonObject, order: JsonObject = {}): JsonObject => ({
  shipping_address: address,
  currency: 'EUR',
  line_items: [{ id: 1, quantity: 1, ...line }],
  refunds: [],
  ...order,
});
const woo = (line: JsonObject, order: JsonObject = {}): JsonObject => ({
  shipping: address,
  currency: 'EUR',
  line_items: [{ id: 1, quantity: 1, total: '1.00', ...line }],
  ...order,
});

/** Digits as text with so many of them after the point. */
const decimal = (places: number): fc.Arbitrary<string> =>
  fc.tuple(fc.bigInt({ min: 1n, max: 10n ** 12n }), fc.nat(places)).map(([digits, point]) =>
    point === 0
      ? String(digits)
      : String(digits)
          .padStart(point + 1, '0')
          .replace(new RegExp(`\\d{${point}}$`), '.$&'),
  );

/** In units of 10 to the power of -30, which are whole for all that is compared here. */
const units = (text: string): bigint => {
  const [whole = '', part = ''] = text.split('.');
  return BigInt(whole + part.padEnd(30, '0'));
};

const KILOGRAMS = { GRAMS: '0.001', KILOGRAMS: '1', OUNCES: '0.028349523125', POUNDS: '0.45359237' };
const unit = fc.constantFrom<keyof typeof KILOGRAMS>('GRAMS', 'KILOGRAMS', 'OUNCES', 'POUNDS');

test('weights of every unit become kilograms without losing a digit, and their sum is that of the order', () => {
  always(
    fc.property(decimal(6), unit, fc.integer({ min: 1, max: 999 }), (value, name, currentQuantity) => {
      const variant = { inventoryItem: { measurement: { weight: { unit: name, value } } } };
      const { order } = orderOfShopify(graphql({ currentQuantity, variant }));
      const weight = String(onlyLine(order).weightKg);
      expect(units(weight) * 10n ** 30n).toBe(units(value) * units(KILOGRAMS[name]));
      expect(units(String(order.weightKg))).toBe(units(weight) * BigInt(currentQuantity));
    }),
  );
});

test('money from which nothing is taken off keeps its text', () => {
  always(
    fc.property(decimal(4), fc.integer({ min: 1, max: 999 }), (price, quantity) => {
      const values = [
        orderOfShopify(rest({ price, quantity })),
        orderOfShopify(graphql({ currentQuantity: quantity, originalUnitPriceSet: { shopMoney: { amount: price } } })),
        orderOfWooCommerce(woo({ total: price })),
      ].map(({ order }) => onlyLine(order).unitValue);
      expect(values).toEqual([price, price, price]);
    }),
  );
});

test('what is divided is never declared for less than it cost, nor a cent a piece above it', () => {
  always(
    fc.property(decimal(2), fc.integer({ min: 1, max: 999 }), (total, quantity) => {
      const { order, hints } = orderOfWooCommerce(woo({ total, quantity }));
      const declared = units(String(onlyLine(order).unitValue)) * BigInt(quantity);
      const over = declared - units(total);
      expect(over >= 0n && over < units('0.01') * BigInt(quantity)).toBe(true);
      expect(hints).toHaveLength(over === 0n ? 0 : 1);
    }),
  );
});

test('a discount on the line is taken off the price of its pieces', () => {
  always(
    fc.property(
      fc.bigInt(1n, 10n ** 9n),
      fc.bigInt(1n, 10n ** 9n),
      fc.integer({ min: 1, max: 99 }),
      (paid, off, quantity) => {
        const cents = (amount: bigint): string => String(amount).padStart(3, '0').replace(/\d\d$/, '.$&');
        const whole = (paid + off) * BigInt(quantity);
        const line = {
          price: cents(paid + off),
          quantity,
          discount_allocations: [{ amount: cents(off * BigInt(quantity)) }],
        };
        expect(whole).toBeGreaterThan(0n);
        expect(onlyLine(orderOfShopify(rest(line)).order).unitValue).toBe(cents(paid));
      },
    ),
  );
});

test('what is left of a line is what was ordered less what was refunded, and never below 0', () => {
  const pieces = fc.integer({ min: 0, max: 20 });
  always(
    fc.property(
      fc.integer({ min: 1, max: 20 }),
      fc.array(fc.array(pieces, { maxLength: 3 }), { maxLength: 3 }),
      (quantity, parts) => {
        const left = Math.max(0, quantity - parts.flat().reduce((sum, part) => sum + part, 0));
        const orders = [
          () =>
            orderOfShopify(
              rest(
                { quantity },
                {
                  refunds: parts.map((lines) => ({
                    refund_line_items: lines.map((each) => ({ line_item_id: 1, quantity: each })),
                  })),
                },
              ),
            ),
          () =>
            orderOfWooCommerce(
              woo(
                { quantity },
                {
                  refunds: parts.map((lines) => ({
                    line_items: lines.map((each) => ({
                      quantity: -each,
                      meta_data: [{ key: '_refunded_item_id', value: '1' }],
                    })),
                  })),
                },
              ),
            ),
        ];
        for (const order of orders) {
          if (left === 0) expect(order).toThrow('holds no line to ship');
          else expect(onlyLine(order().order).quantity).toBe(left);
        }
      },
    ),
  );
});

/** Values with a mark in them, under names that the shops have. */
const hostile = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, '', 'MARK-text', -1, 0.5, true, 10 ** 21),
    fc.array(tie('value'), { maxLength: 2 }),
    fc.dictionary(
      fc.constantFrom(
        ...[
          'order',
          'data',
          'line_items',
          'lineItems',
          'edges',
          'nodes',
          'node',
          'shipping_address',
          'shippingAddress',
        ],
        ...[
          'shipping',
          'billing',
          'city',
          'country',
          'quantity',
          'current_quantity',
          'price',
          'total',
          'grams',
          'refunds',
        ],
        ...['refund_line_items', 'discount_allocations', 'amount', 'variant', 'inventoryItem', 'measurement', 'weight'],
        ...['status', 'name', 'MARK name'],
      ),
      tie('value'),
      { maxKeys: 6 },
    ),
  ),
})).value;

test('whatever is given becomes an order, or is refused without repeating it', () => {
  always(
    fc.property(hostile, fc.constantFrom(orderOfShopify, orderOfWooCommerce), (given, read) => {
      try {
        const { order } = read(given);
        expect(isObject(onlyLine(order))).toBe(true);
      } catch (error) {
        expect(error).toBeInstanceOf(RequestError);
        expect(String(error)).not.toContain('MARK');
      }
    }),
  );
});
