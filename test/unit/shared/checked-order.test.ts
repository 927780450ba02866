import fc from 'fast-check';
import { checkedOrder } from '#carriers/shared/checked-order';
import { linesAtOnce } from '#carriers/shared/lines-at-once';
import { mappedOrder } from '#carriers/shared/mapped-order';
import { ORDER_SCHEMA } from '#carriers/shared/order-schema';
import { ECCANG } from '../../../carriers/eccang';
import { HUAHAN } from '../../../carriers/huahan';

const WHOLE = 'must be a whole number greater than 0';
const MONEY = 'must be an amount of 0 or more, in digits with a point, e.g. 12.50';
const WEIGHT = 'must be a number of 0 or more, in digits with a point and without a unit, e.g. 0.175';
const CURRENCY = 'must be a currency code of three letters, e.g. EUR (ISO 4217)';
const COUNTRY = 'must be a country code of two letters, e.g.';

it.each([
  ['a list', [{}], 'The order must be one object { }; here is a list: one order for each item'],
  ['a text', '{}', 'The order must be one object { }; here is a string'],
  ['nothing', undefined, 'The order must be one object { }; here is nothing'],
  ['a list of lines that is none', { customsItems: 'a, b' }, 'customsItems must be a list [ ] of lines'],
  ['a line that is none', { customsItems: [{}, null] }, 'customsItems[1] must be an object { }'],
  ['boxes that are no list', { parcels: 2 }, 'parcels must be a list [ ] of boxes'],
  ['no piece', { customsItems: [{}, { quantity: 0 }] }, `customsItems[1].quantity ${WHOLE}`],
  ['half a piece', { customsItems: { quantity: '1.5' } }, `customsItems[0].quantity ${WHOLE}`],
  ['a weight in words', { weightKg: '2 kg' }, `weightKg ${WEIGHT}`],
  ['a weight below 0', { customsItems: [{ weightKg: -1 }] }, `customsItems[0].weightKg ${WEIGHT}`],
  ['money below 0', { customsItems: [{ unitValue: '-3.50' }] }, `customsItems[0].unitValue ${MONEY}`],
  ['money with a comma', { insurance: { amount: '1,50' } }, `insurance.amount ${MONEY}`],
  ['a date for text', { reference: new Date(0) }, 'reference must be text or a number'],
  ['an object for text', { recipient: { street: { line: 1 } } }, 'recipient.street must be text or a number'],
  ['text for a party', { recipient: 'Sample' }, 'recipient must be an object { }'],
  ['a name of no country', { country: 'Atlantis' }, `country ${COUNTRY} US`],
  ['no country', { customsItems: [{ originCountry: 'XX' }] }, `customsItems[0].originCountry ${COUNTRY} US`],
  ['a name for a currency', { customsItems: [{ currency: 'dollar' }] }, `customsItems[0].currency ${CURRENCY}`],
  ['a sign for a currency', { insurance: { amount: 1, currency: '€' } }, `insurance.currency ${CURRENCY}`],
  [
    'money that was rounded',
    { customsItems: [{ unitValue: 2 ** 60 }] },
    'customsItems[0].unitValue has too many digits',
  ],
  [
    'pieces past counting',
    { customsItems: [{ quantity: '9007199254740993' }] },
    'customsItems[0].quantity has more digits',
  ],
  [
    'a size of too many digits',
    { dimensionsCm: { length: '12.3456789012345678' } },
    'dimensionsCm.length has more digits',
  ],
  [
    'two destinations',
    { country: 'DE', recipient: { country: 'FR' } },
    'country is another one than recipient.country',
  ],
  ['a flag in words', { battery: 'perhaps' }, 'battery must be true or false'],
  ['a number that was rounded', { reference: 2 ** 64 }, 'reference has too many digits for a number'],
  ['fields of a carrier in a list', { extra: [] }, 'extra must be an object { } of fields of the carrier'],
])('refuses %s', (_, given, words) => {
  expect(() => checkedOrder(given)).toThrow(words);
});

it('reads what people and sheets write in one form', () => {
  expect(
    checkedOrder({
      reference: 10023,
      service: 'PK0001',
      recipient: { name: 'Sample', country: 'uk', company: ' ', postcode: null },
      weightKg: ' 0.50 ',
      parcels: { dimensionsCm: { length: '10' } },
      customsItems: { quantity: '4.0', totalValue: '10.00', totalWeightKg: 1, url: '' },
      battery: 'No',
      colour: 'red',
    }),
  ).toEqual({
    reference: '10023',
    service: { code: 'PK0001' },
    country: 'GB',
    recipient: { name: 'Sample', country: 'GB' },
    weightKg: '0.50',
    parcels: [{ dimensionsCm: { length: 10 } }],
    customsItems: [{ quantity: 4, totalValue: '10.00', unitValue: '2.50', totalWeightKg: 1, weightKg: '0.25' }],
    battery: false,
    colour: 'red',
  });
});

it('takes sums as they were meant, and countries by their names', () => {
  const line = { quantity: 3, unitValue: 0.1 + 0.2, totalWeightKg: 0.1 + 0.2, originCountry: '中国' };
  expect(
    checkedOrder({
      country: ' Germany ',
      weightKg: 0.7 + 0.1,
      dimensionsCm: { length: 1.1 * 3 },
      customsItems: [line],
    }),
  ).toEqual({
    country: 'DE',
    recipient: { country: 'DE' },
    weightKg: 0.8,
    dimensionsCm: { length: 3.3 },
    customsItems: [{ quantity: 3, unitValue: 0.3, totalWeightKg: 0.3, weightKg: '0.1', originCountry: 'CN' }],
  });
});

it('takes the goods of boxes for those of the order, once', () => {
  const inBox = { number: 'U001', customsItems: [{ description: 'Case', quantity: 1 }] };
  const { request, notSent } = mappedOrder(ECCANG.orderMapping, checkedOrder({ parcels: [inBox], customsItems: [] }));
  expect(request['ItemArr']).toEqual([{ invoice_enname: 'Case', invoice_quantity: 1, box_number: 'U001' }]);
  expect(notSent).toEqual([]);
  const other = checkedOrder({ parcels: [inBox], customsItems: [{ description: 'Cup', quantity: 1 }] });
  expect(mappedOrder(ECCANG.orderMapping, other).notSent).toContain('parcels[0].customsItems[0].description');
});

it('names a total that its quantity does not divide, or that says something else than the value of one piece', () => {
  const lines = [
    { quantity: 3, totalValue: '10.00' },
    { quantity: 2, unitValue: '1.00', totalValue: '3.00' },
    { quantity: 2, unitValue: '1.0', totalValue: '2.00' },
  ];
  const { notSent } = mappedOrder(ECCANG.orderMapping, checkedOrder({ customsItems: lines }));
  expect(notSent).toEqual(['customsItems[0].totalValue', 'customsItems[1].totalValue']);
});

it('sends one of two values for one place, and names the other unless it is the same', () => {
  const taxed = (recipientTaxId: string) =>
    mappedOrder(ECCANG.orderMapping, checkedOrder({ recipient: { taxNumber: 'A' }, taxNumbers: { recipientTaxId } }));
  expect(taxed('A').notSent).toEqual([]);
  expect(taxed('B')).toMatchObject({
    request: { Consignee: { consignee_taxno: 'A' } },
    notSent: ['taxNumbers.recipientTaxId'],
  });
});

it('rounds weights that were converted to the decimals of the carrier, and no other', () => {
  const order = checkedOrder({ weightKg: '0.2265', customsItems: [{ weightKg: '0.0004535', quantity: 1 }] });
  const { request, hints } = mappedOrder(ECCANG.orderMapping, order, ['weightKg']);
  expect(request).toMatchObject({ order_weight: '0.227', ItemArr: [{ invoice_weight: '0.0004535' }] });
  expect(hints).toEqual(['weightKg was rounded to 3 decimals, the most that the carrier takes.']);
  expect(mappedOrder(HUAHAN.orderMapping, order, ['weightKg'])).toMatchObject({
    request: { order_weight: '0.2265' },
    hints: [],
  });
});

it('hints at lines that weigh more than the order', () => {
  const hintsOf = (weightKg: unknown) =>
    mappedOrder(
      ECCANG.orderMapping,
      checkedOrder({ weightKg, customsItems: [{ quantity: 3, weightKg: 0.1 }, { quantity: 1 }] }),
    ).hints;
  expect(hintsOf('0.300')).toEqual([]);
  expect(hintsOf(0.29)).toEqual([
    'The lines of an order weigh more together (customsItems: quantity x weightKg) than the order (weightKg).',
  ]);
});

it('insures in the currency of the carrier', () => {
  const insured = checkedOrder({ insurance: { amount: 1, currency: 'USD' } });
  expect(() => mappedOrder(HUAHAN.orderMapping, insured)).toThrow('insurance.currency must be RMB (CNY)');
});

it('reads lines that are right at first sight as the schema does, and leaves the others to it', () => {
  const value = fc.constantFrom(
    ...['3.50', ' 3 ', '2', '-1', '', 'US', 'us', 'XX', 0, 1, 2, 1.5, -1, 2 ** 64, NaN, true, {}],
  );
  const names = [
    'description',
    'quantity',
    'unitValue',
    'weightKg',
    'originCountry',
    'declaredValue',
    'weight',
    'other',
  ];
  const line = fc.record(Object.fromEntries(names.map((name) => [name, value])), { requiredKeys: [] });
  fc.assert(
    fc.property(fc.array(line, { maxLength: 3 }), (customsItems) => {
      const read = linesAtOnce(customsItems);
      if (read !== undefined) expect(ORDER_SCHEMA.safeParse({ customsItems }).data?.customsItems).toEqual(read);
    }),
  );
  expect(
    linesAtOnce([{ description: 'Case', quantity: 1, unitValue: '3.50', weightKg: 0.1, originCountry: 'CN' }]),
  ).toHaveLength(1);
});
