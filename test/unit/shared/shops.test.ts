import { checkedOrder } from '#carriers/shared/checked-order';
import type { JsonObject } from '#carriers/shared/json-value';
import { RequestError } from '#carriers/shared/request-check';
import type { ReadOrder } from '#carriers/shared/shops/shop-order';
import { orderOfShopify } from '#carriers/shared/shops/shopify';
import { orderOfWooCommerce } from '#carriers/shared/shops/woo-commerce';
import { shopJson, object } from '../../documented';

const READERS = { shopify: orderOfShopify, woocommerce: orderOfWooCommerce };
type Shop = keyof typeof READERS;

const sample = (shop: Shop, file: string): JsonObject => object(shopJson(shop, `${file}.json`));
const mixed = (): JsonObject => sample('shopify', 'derived/order.mixed.rest');
const japan = (): JsonObject => sample('woocommerce', 'derived/order.japan');
const refunded = (): JsonObject => sample('woocommerce', 'order.refunded');
const refunds = (): unknown => shopJson('woocommerce', 'refunds.json');

const ROUNDED =
  'The value of one piece was rounded up, because what the line cost after discounts cannot be divided by its quantity.';
const FREE =
  'The shop says that a piece of a line cost nothing. Customs want a value: give it in Items by SKU or Item Defaults.';
const GONE = 'Lines that were refunded or removed from the order were left out.';
const DIGITAL = 'Lines that need no shipping were left out.';
const GIFT_CARD = 'Gift cards were left out: they are not shipped.';

const ORDERS: Record<string, { shop: Shop; given: () => JsonObject; read: ReadOrder }> = {
  'Shopify, REST, as documented': {
    shop: 'shopify',
    given: () => sample('shopify', 'order.rest'),
    read: {
      order: {
        reference: '1001',
        recipient: {
          name: 'Sample Recipient',
          street: '100 Example Street',
          city: 'Louisville',
          province: 'KY',
          postcode: '40202',
          country: 'US',
          phone: '555-0100',
          email: 'recipient@example.com',
        },
        weightKg: '0.2',
        customsItems: [
          {
            description: 'IPod Nano - 8gb',
            sku: 'IPOD2008RED',
            quantity: 1,
            unitValue: '195.67',
            currency: 'USD',
            weightKg: '0.2',
          },
        ],
      },
      hints: [GONE],
      converted: ['weightKg', 'customsItems[0].weightKg'],
    },
  },
  'Shopify, REST: gift card, tip, file, refunds, taxes in prices, another currency, Japan': {
    shop: 'shopify',
    given: mixed,
    read: {
      order: {
        reference: 'JP#1017-A',
        recipient: {
          name: '太郎 見本',
          street: '例町1-2-3',
          street2: '見本ビル 4F',
          city: '千代田区',
          province: 'Tōkyō',
          postcode: '〒100-0001',
          country: 'JP',
          phone: '+81 90-0000-0000',
          email: 'recipient@example.com',
        },
        weightKg: '0.965',
        customsItems: [
          {
            description: 'Ceramic mug',
            sku: 'MUG-7',
            quantity: 2,
            unitValue: '20.67',
            currency: 'EUR',
            weightKg: '0.36',
          },
          {
            description: 'Tea towel',
            sku: 'TOWEL-2',
            quantity: 2,
            unitValue: '10.00',
            currency: 'EUR',
            weightKg: '0.12',
          },
          { description: 'Sample sachet', sku: 'SAMPLE', quantity: 1, currency: 'EUR', weightKg: '0.005' },
        ],
        remark: 'Bitte als Geschenk verpacken',
      },
      hints: [
        "The values are in the shop's currency, EUR. The buyer saw prices in JPY.",
        GIFT_CARD,
        'Tips were left out: they are no goods.',
        DIGITAL,
        GONE,
        ROUNDED,
        FREE,
      ],
      converted: ['weightKg', 'customsItems[0].weightKg', 'customsItems[1].weightKg', 'customsItems[2].weightKg'],
    },
  },
  'Shopify, GraphQL, data and edges: ounces, pounds, grams, kilograms, HS codes, Germany': {
    shop: 'shopify',
    given: () => sample('shopify', 'derived/order.edges.graphql'),
    read: {
      order: {
        reference: '1044',
        recipient: {
          name: 'Erika Beispiel',
          company: 'Muster GmbH',
          street: 'Musterstraße 5',
          street2: 'Hinterhaus',
          city: 'München',
          province: 'Bayern',
          postcode: '80331',
          country: 'DE',
          phone: '+49 30 000000',
          email: 'recipient@example.com',
        },
        weightKg: '1.452233309375',
        customsItems: [
          {
            description: 'Enamel pin',
            sku: 'SKU-1',
            quantity: 2,
            unitValue: '12.5',
            currency: 'USD',
            weightKg: '0.0425242846875',
            hsCode: '711790',
            originCountry: 'CN',
          },
          {
            description: 'Cotton hoodie',
            sku: 'SKU-2',
            quantity: 1,
            unitValue: '43.50',
            currency: 'USD',
            weightKg: '0.90718474',
            hsCode: '611020',
            originCountry: 'PT',
          },
          {
            description: 'Poster',
            sku: 'SKU-3',
            quantity: 1,
            unitValue: '20.0',
            currency: 'USD',
            weightKg: '0.15',
          },
          {
            description: 'Notebook',
            sku: 'SKU-4',
            quantity: 1,
            unitValue: '9.0',
            currency: 'USD',
            weightKg: '0.31',
          },
        ],
        remark: 'Leave at the door',
      },
      hints: ["The values are in the shop's currency, USD. The buyer saw prices in EUR.", GIFT_CARD, GONE, DIGITAL],
      converted: [
        'weightKg',
        'customsItems[0].weightKg',
        'customsItems[1].weightKg',
        'customsItems[2].weightKg',
        'customsItems[3].weightKg',
      ],
    },
  },
  "Shopify, GraphQL, order and nodes: refunds to be taken off, the buyer's currency alone, no weights of lines": {
    shop: 'shopify',
    given: () => sample('shopify', 'derived/order.nodes.graphql'),
    read: {
      order: {
        reference: '1045',
        recipient: {
          name: 'Sample Recipient',
          street: '1 Example Road',
          city: 'Sydney',
          province: 'NSW',
          postcode: '2000',
          country: 'AU',
        },
        weightKg: '0.9',
        customsItems: [{ description: 'Custom engraving', quantity: 2, unitValue: '30.0', currency: 'AUD' }],
      },
      hints: ['The query did not ask for discountAllocations: the values are those before discounts.'],
      converted: ['weightKg'],
    },
  },
  'WooCommerce, as documented': {
    shop: 'woocommerce',
    given: () => sample('woocommerce', 'order'),
    read: {
      order: {
        reference: '727',
        recipient: {
          name: 'Sample Recipient',
          street: '100 Example Street',
          city: 'San Francisco',
          province: 'CA',
          postcode: '94103',
          country: 'US',
          phone: '(555) 555-5555',
          email: 'recipient@example.com',
        },
        customsItems: [
          { description: 'Woo Single #1', quantity: 2, unitValue: '3.00', currency: 'USD' },
          {
            description: 'Ship Your Idea – Color: Black, Size: M Test',
            sku: 'Bar3',
            quantity: 1,
            unitValue: '12.00',
            currency: 'USD',
          },
        ],
      },
      hints: [],
      converted: [],
    },
  },
  'WooCommerce, as documented, with its documented refunds put in': {
    shop: 'woocommerce',
    given: () => ({ ...refunded(), refunds: refunds() }),
    read: {
      order: {
        reference: '723',
        recipient: {
          name: 'Destinatário Exemplo',
          street: 'Av. Exemplo, 432',
          city: 'Rio de Janeiro',
          province: 'RJ',
          postcode: '12345-000',
          country: 'BR',
          phone: '(11) 1111-1111',
          email: 'recipient@example.com',
        },
        customsItems: [{ description: 'Woo Ninja', quantity: 1, unitValue: '20.00', currency: 'USD' }],
      },
      hints: [GONE],
      converted: [],
    },
  },
  'WooCommerce: no shipping address, yen without decimals, entities, Japan': {
    shop: 'woocommerce',
    given: japan,
    read: {
      order: {
        reference: 'JP-901',
        recipient: {
          name: '花子 見本',
          company: '見本商店',
          street: '例町4-5-6',
          street2: '201号',
          city: '大阪市',
          province: 'Osaka',
          postcode: '530-0001',
          country: 'JP',
          phone: '06-0000-0000',
          email: 'recipient@example.com',
        },
        customsItems: [
          { description: 'Soap & Brush – Set', sku: 'SOAP', quantity: 3, unitValue: '334', currency: 'JPY' },
          { description: 'Bath salt', sku: 'SALT', quantity: 4, unitValue: '1000', currency: 'JPY' },
          { description: 'Sticker', sku: 'STICKER', quantity: 1, currency: 'JPY' },
        ],
        remark: '午前中に届けてください',
      },
      hints: [ROUNDED, FREE],
      converted: [],
    },
  },
};

test.each(Object.entries(ORDERS))('%s', (_name, { shop, given, read }) => {
  expect(READERS[shop](given())).toEqual(read);
});

test.each(Object.entries(ORDERS))('%s: a neutral order that passes its check unchanged', (_name, { read }) => {
  expect(checkedOrder(read.order)).toMatchObject(read.order);
});

test.each(['order', 'body', 'data', 'node'])('an order inside %s is opened', (wrapper) => {
  expect(orderOfShopify({ [wrapper]: mixed() })).toEqual(orderOfShopify(mixed()));
  expect(orderOfWooCommerce({ [wrapper]: japan() })).toEqual(orderOfWooCommerce(japan()));
});

const line = (change: JsonObject): JsonObject => ({
  ...mixed(),
  line_items: [{ id: 1, title: 'Mug', quantity: 2, price: '5.00', ...change }],
  refunds: [],
});
const graphql = (change: JsonObject): JsonObject => ({
  shippingAddress: { countryCodeV2: 'DE' },
  lineItems: { nodes: [{ title: 'Mug', currentQuantity: 1, discountAllocations: [] }] },
  ...change,
});
const linesOf = ({ order }: ReadOrder): unknown => order.customsItems;

describe('what is read of a line', () => {
  test.each<[string, ReadOrder, JsonObject]>([
    ['its name without a title', orderOfShopify(line({ title: null, name: 'Cup' })), { description: 'Cup' }],
    ['a price as a number', orderOfShopify(line({ price: 5.5 })), { unitValue: '5.5' }],
    ['a price with zeros as it stands', orderOfShopify(line({ price: '5.5000' })), { unitValue: '5.5000' }],
    [
      'fewer pieces are left than ordered: the discount is of all',
      orderOfShopify(line({ quantity: 4, current_quantity: 1, discount_allocations: [{ amount: '2.00' }] })),
      { quantity: 1, unitValue: '4.50' },
    ],
    [
      'the currency of the line where the order has none',
      orderOfShopify({ ...line({ price_set: { shop_money: { currency_code: 'GBP' } } }), currency: undefined }),
      { currency: 'GBP' },
    ],
    [
      'taxes that are not in the price are not taken off',
      orderOfShopify({ ...line({ tax_lines: [{ price: '1.90' }] }), taxes_included: false }),
      { unitValue: '5.00' },
    ],
    [
      'dinars have three decimals',
      orderOfWooCommerce({ ...japan(), currency: 'KWD', line_items: [{ name: 'Mug', quantity: 3, total: '1' }] }),
      { unitValue: '0.334' },
    ],
    [
      'an inventory item that needs shipping, where the line does not say so',
      orderOfShopify(
        graphql({
          lineItems: [
            { title: 'Mug', currentQuantity: 1, variant: { sku: 'S', inventoryItem: { requiresShipping: true } } },
            { title: 'File', currentQuantity: 1, variant: { inventoryItem: { requiresShipping: false } } },
          ],
        }),
      ),
      { description: 'Mug', sku: 'S' },
    ],
  ])('%s', (_name, read, expected) => {
    expect(linesOf(read)).toEqual([expect.objectContaining(expected)]);
  });

  test('no weight where the shop writes 0', () => {
    const read = { description: 'Mug', quantity: 2, unitValue: '5.00', currency: 'EUR' };
    expect(linesOf(orderOfShopify(line({ grams: 0 })))).toEqual([read]);
  });

  test.each<[string, JsonObject, string | undefined]>([
    ['of all lines as ordered, where none was left out', { total_weight: 1500 }, '1.5'],
    ['not where pieces are gone', { ...line({ current_quantity: 1 }), total_weight: 1500 }, undefined],
    ['not where it is 0', { total_weight: 0 }, undefined],
  ])('the weight of the order: %s', (_name, change, weightKg) => {
    expect(orderOfShopify({ ...line({}), ...change }).order.weightKg).toBe(weightKg);
  });
});

describe('who gets it', () => {
  test.each<[string, JsonObject, JsonObject]>([
    ['a country by name', { country: 'Germany', country_code: null, zip: '1' }, { country: 'DE' }],
    ['a whole name without its parts', { name: 'A B', zip: '1' }, { name: 'A B' }],
    ['one part of a name', { first_name: ' ', last_name: 'B', zip: '1' }, { name: 'B' }],
    [
      'a code of a state in Canada',
      { country_code: 'CA', province: 'Ontario', province_code: 'ON' },
      { province: 'ON' },
    ],
    [
      'the name of a state elsewhere',
      { country_code: 'IT', province: 'Roma', province_code: 'RM' },
      { province: 'Roma' },
    ],
  ])('%s', (_name, shipping_address, recipient) => {
    expect(orderOfShopify({ ...mixed(), shipping_address }).order.recipient).toMatchObject(recipient);
  });

  test('a WooCommerce address for shipping has its own telephone, and the mail of the bill', () => {
    const { order } = orderOfWooCommerce({ ...japan(), shipping: { city: 'Nara', phone: '1', country: 'JP' } });
    expect(order.recipient).toEqual({ city: 'Nara', country: 'JP', phone: '1', email: 'recipient@example.com' });
  });

  test.each([
    ['DE', 'DE-BY', 1],
    ['CN', 'CN4', 1],
    ['DE', 'Bayern', 0],
    ['US', 'CA', 0],
    ['JP', 'JP13', 0],
  ])('in %s, the province %s is told as a code of the shop: %d', (country, state, told) => {
    const { hints } = orderOfWooCommerce({ ...japan(), shipping: { city: 'X', country, state } });
    expect(hints.filter((hint) => hint.includes("WooCommerce's code"))).toHaveLength(told);
  });
});

describe('hints', () => {
  const NO_REFUNDS = 'The order does not tell what was refunded: all pieces were taken.';
  test.each<[string, ReadOrder, string[]]>([
    [
      'Shopify lines without what is left, and without refunds',
      orderOfShopify({ ...line({}), refunds: undefined, presentment_currency: null }),
      [NO_REFUNDS],
    ],
    [
      'a GraphQL query without it',
      orderOfShopify(graphql({ lineItems: [{ quantity: 1, discountAllocations: [] }] })),
      [NO_REFUNDS],
    ],
    [
      'a discount of the whole price',
      orderOfShopify({ ...line({ discount_allocations: [{ amount: '10' }] }), presentment_currency: 'EUR' }),
      [FREE],
    ],
    [
      'WooCommerce refunds without lines',
      orderOfWooCommerce(refunded()),
      [
        'A part was refunded. A WooCommerce order does not tell of which lines: all pieces were taken. Put the answer of orders/<id>/refunds into refunds of the order, and they are left out.',
      ],
    ],
  ])('%s', (_name, { hints }, expected) => {
    expect(hints).toEqual(expected);
  });
});

const notShopify = (what: string): string => `This is no Shopify order: ${what}`;
const notWoo = (what: string): string => `This is no WooCommerce order: ${what}`;
const SPLIT = 'it is a list. Split it first, so that each item is one order (Split Out node).';
const LINE = 'it is a line of an order. Give the whole order.';
const FULFILLMENT = 'it is a Shopify fulfillment order. Give the order itself.';
const SHOP_ERROR = 'it is a refusal of the shop, which gave no order.';

const REFUSED: [string, Shop, unknown, string][] = [
  ['a list', 'shopify', [mixed()], notShopify(SPLIT)],
  ['a list under its name', 'shopify', { orders: [mixed()] }, notShopify(SPLIT)],
  ['a list of GraphQL', 'shopify', { data: { orders: { edges: [] } } }, notShopify(SPLIT)],
  ['a list in a body', 'woocommerce', { body: [japan()] }, notWoo(SPLIT)],
  [
    "the other shop's",
    'shopify',
    japan(),
    notShopify('it looks like a WooCommerce order. Choose WooCommerce as its format.'),
  ],
  ["the other shop's", 'woocommerce', mixed(), notWoo('it looks like a Shopify order. Choose Shopify as its format.')],
  [
    'GraphQL as WooCommerce',
    'woocommerce',
    sample('shopify', 'derived/order.edges.graphql'),
    notWoo('it looks like a Shopify order. Choose Shopify as its format.'),
  ],
  [
    'a neutral order',
    'shopify',
    { recipient: {} },
    notShopify('it looks like a neutral order. Choose Neutral as its format.'),
  ],
  ['a product', 'shopify', { id: 1, title: 'T', variants: [] }, notShopify('it is a Shopify product.')],
  ['a product', 'woocommerce', { name: 'N', regular_price: '1' }, notWoo('it is a WooCommerce product.')],
  ['a line', 'shopify', { id: 1, quantity: 1, price: '1' }, notShopify(LINE)],
  ['a line of GraphQL', 'shopify', { quantity: 1, originalUnitPriceSet: {} }, notShopify(LINE)],
  ['a line', 'woocommerce', { name: 'N', quantity: 1, price: 1 }, notWoo(LINE)],
  [
    'a refund',
    'woocommerce',
    { id: 724, refunded_by: 1, line_items: [] },
    notWoo('it is a WooCommerce refund. Give the order itself.'),
  ],
  ['a fulfillment order', 'shopify', { line_items: [], request_status: 'submitted' }, notShopify(FULFILLMENT)],
  ['one of GraphQL', 'shopify', { id: 'gid://shopify/FulfillmentOrder/1', lineItems: {} }, notShopify(FULFILLMENT)],
  [
    'a draft order',
    'shopify',
    { admin_graphql_api_id: 'gid://shopify/DraftOrder/1', line_items: [] },
    notShopify('it is a Shopify draft order. Give the order itself.'),
  ],
  ['an error', 'shopify', { errors: 'Not Found' }, notShopify(SHOP_ERROR)],
  ['an error of GraphQL', 'shopify', { data: { order: null }, errors: [{ message: 'x' }] }, notShopify(SHOP_ERROR)],
  ['an error', 'woocommerce', { code: 'x', message: 'x', data: { status: 404 } }, notWoo(SHOP_ERROR)],
  ['something else', 'shopify', { a: 'secret', b: 1, 'Sample Name': 2 }, notShopify('it holds the keys a, b, ….')],
  ['one key', 'shopify', { data: { customer: {} } }, notShopify('it holds the key customer.')],
  ['nothing', 'shopify', {}, notShopify('it is empty.')],
  ['null', 'woocommerce', null, notWoo('nothing is there.')],
  ['text', 'shopify', 'secret', notShopify('it is no object { }.')],
  [
    'cancelled',
    'shopify',
    { ...mixed(), cancelled_at: '2026-01-01' },
    'This Shopify order is cancelled: nothing is to be shipped. Leave such orders out (Filter node).',
  ],
  [
    'refunded',
    'shopify',
    graphql({ displayFinancialStatus: 'REFUNDED' }),
    'This Shopify order is refunded: nothing is to be shipped. Leave such orders out (Filter node).',
  ],
  [
    'failed',
    'woocommerce',
    { ...japan(), status: 'failed' },
    'This WooCommerce order has the status failed: nothing is to be shipped. Leave such orders out (Filter node).',
  ],
  [
    'no address',
    'shopify',
    { ...mixed(), shipping_address: null },
    'This Shopify order has no shipping address: it is fetched by the buyer, or the address was not asked for.',
  ],
  [
    'no address',
    'woocommerce',
    { ...japan(), billing: { email: 'secret' } },
    'This WooCommerce order has no address, neither in shipping nor in billing.',
  ],
  ['no line', 'shopify', { ...mixed(), line_items: [] }, 'This Shopify order holds no line to ship. It has no lines.'],
  ['no line left', 'shopify', line({ gift_card: true }), `This Shopify order holds no line to ship. ${GIFT_CARD}`],
  ['all refunded', 'shopify', line({ current_quantity: 0 }), `This Shopify order holds no line to ship. ${GONE}`],
  ['lines that are no list', 'shopify', { ...mixed(), line_items: 'secret' }, 'line_items must be a list [ ]'],
  ['lines that were not asked for', 'woocommerce', { ...japan(), line_items: undefined }, 'line_items is required'],
  [
    'lines of another form',
    'shopify',
    graphql({ lineItems: { a: 1 } }),
    'lineItems must be a list [ ], or hold edges or nodes',
  ],
  ['a line that is none', 'shopify', { ...mixed(), line_items: ['secret'] }, 'line_items[0] must be an object { }'],
  [
    'some of the lines alone',
    'shopify',
    graphql({ lineItems: { nodes: [], pageInfo: { hasNextPage: true } } }),
    'lineItems holds only some of its entries (pageInfo.hasNextPage): ask for all of them, such as first: 250',
  ],
  ['a quantity in words', 'shopify', line({ quantity: 'secret' }), 'line_items[0].quantity must be a whole number'],
  [
    'half a piece',
    'woocommerce',
    { ...japan(), line_items: [{ quantity: 0.5, total: '1' }] },
    'line_items[0].quantity must be a whole number',
  ],
  ['a quantity below 0', 'shopify', line({ quantity: -1 }), 'line_items[0].quantity must be a whole number'],
  [
    'no quantity',
    'shopify',
    graphql({ lineItems: { edges: [{ node: {} }] } }),
    'lineItems.edges[0].node.quantity is required',
  ],
  [
    'a negative price',
    'shopify',
    line({ price: '-1.00' }),
    'line_items[0].price must be an amount of 0 or more, in digits',
  ],
  [
    'a weight in words',
    'shopify',
    line({ grams: 'secret' }),
    'line_items[0].grams must be a weight of 0 or more, in digits',
  ],
  [
    'several lines, each of them named',
    'shopify',
    { ...mixed(), line_items: [{ quantity: 'x' }, { quantity: 1, price: 'x' }] },
    'line_items[0].quantity must be a whole number; line_items[1].price must be an amount of 0 or more, in digits',
  ],
];

test.each(REFUSED)('refused: %s (%s)', (_name, shop, given, message) => {
  expect(() => READERS[shop](given)).toThrow(new RequestError([{ path: '', problem: message }]));
});

test.each([
  [{ quantity: 1, total: 0.1 + 0.2 }, '0.3'],
  [{ quantity: 3, total: 0.7 + 0.2 }, '0.30'],
])('a value that comes as a number is what was meant: %j', (line, unitValue) => {
  const { order } = orderOfWooCommerce({ ...japan(), currency: 'EUR', line_items: [{ name: 'Case', ...line }] });
  expect(order).toMatchObject({ customsItems: [{ unitValue }] });
});

test('what a shop holds beyond the neutral order is not carried over', () => {
  const names = Object.keys(orderOfShopify({ ...mixed(), browser_ip: '0.0.0.0', tags: 'a' }).order);
  expect(names).toEqual(['reference', 'recipient', 'weightKg', 'customsItems', 'remark']);
});
