import { checkOrder, checkQuoteRequest, checkRequiredFields, ECCANG } from '../../../carriers/eccang';
import { HUAHAN } from '../../../carriers/huahan';
import { eccangOrder as order } from '../../../sandbox/sample-orders';
import { carrier, enveloped } from './wire';

describe('before anything is sent', () => {
  it.each([
    ['reference_no', { reference_no: 2 ** 60 }, 'reference_no has too many digits for a number: pass it as text'],
    ['an object for a text', { platform_number: { a: 1 } }, 'platform_number must be text or a number'],
  ])('%s', (_, changes, message) => {
    expect(() => checkOrder(ECCANG, order('A', changes))).toThrow(message);
  });

  it('one item without its list becomes a list', () => {
    const given = order('A');
    const [item] = Array.isArray(given['ItemArr']) ? given['ItemArr'] : [];
    expect(checkOrder(HUAHAN, { ...given, ItemArr: item })).toEqual(given);
  });

  it.each([[null], ['']])('boxes may be left out, also as %j', (Volume) => {
    expect(checkOrder(ECCANG, order('A', { Volume }))).toEqual(order('A'));
  });

  it('one box without its list becomes a list, of which the fields are looked at', () => {
    const box = { length: 10, weight: '0.5' };
    expect(checkOrder(ECCANG, order('A', { Volume: box }))).toEqual(order('A', { Volume: [box] }));
    expect(() => checkOrder(ECCANG, order('A', { Volume: { length: 'long' } }))).toThrow(
      'Volume[0].length must be a number',
    );
  });

  it('the noise of a sum is not sent', () => {
    const noisy = 0.1 + 0.2;
    const given = (weight: number) => ({
      order_weight: weight,
      ItemArr: [{ invoice_enname: 'A', invoice_quantity: 1, invoice_weight: weight, invoice_unitcharge: weight }],
    });
    for (const deployment of [ECCANG, HUAHAN])
      expect(checkOrder(deployment, order('A', given(noisy)))).toEqual(order('A', given(0.3)));
    expect(checkOrder(ECCANG, order('A', { Volume: { weight: noisy } }))).toHaveProperty('Volume', [{ weight: 0.3 }]);
    expect(checkQuoteRequest({ weight: noisy, shipping_type_id: 'W', country_code: 'US' })).toHaveProperty(
      'weight',
      0.3,
    );
  });

  it.each(['0.1750', ' 0.175 ', '12', '1.', 0.175, '5.000000'])(
    'a weight of %j has no more than 3 decimals',
    (weight) => {
      expect(checkOrder(ECCANG, order('A', { order_weight: weight }))).toHaveProperty('order_weight', weight);
    },
  );

  it.each([
    ['0.17501', 'order_weight has more than 3 decimals'],
    [1e-7, 'order_weight has more than 3 decimals'],
    ['1e-7', 'order_weight must be written in digits, e.g. 0.175'],
    ['1e3', 'order_weight must be written in digits, e.g. 0.175'],
    ['0x10', 'order_weight must be written in digits, e.g. 0.175'],
    ['Infinity', 'order_weight must be written in digits, e.g. 0.175'],
    [5e-17, 'order_weight must be a number greater than 0'],
    ['1,5', 'order_weight must be a number greater than 0'],
  ])('a weight of %j is refused', (weight, message) => {
    expect(() => checkOrder(ECCANG, order('A', { order_weight: weight }))).toThrow(message);
  });

  it('optional amounts and counts are digits too', () => {
    const changes = { order_pieces: '0x1', insurance_value: '1e2', invoice_fee: 'Infinity', other_fee: ' ' };
    expect(() => checkOrder(ECCANG, order('A', changes))).toThrow(
      'order_pieces must be a whole number greater than 0; insurance_value must be written in digits, e.g. 0.175; invoice_fee must be written in digits, e.g. 0.175',
    );
  });

  it('Huahan limits the decimals of items only', () => {
    expect(checkOrder(HUAHAN, order('A', { order_weight: 0.12345 }))).toHaveProperty('order_weight', 0.12345);
    expect(() => checkOrder(ECCANG, order('A', { order_weight: 0.12345 }))).toThrow(
      'order_weight has more than 3 decimals',
    );
  });

  it('fields that only the product knows are looked for where their name says', async () => {
    const { client } = await carrier(
      ECCANG,
      enveloped({ ask: 'Success', data: { requiredFields: ['consignee_passport', 'shipper_vat'] } }),
    );
    const there = order('A', { Consignee: { consignee_passport: 'X' } });
    expect(await checkRequiredFields(client, [there])).toMatchObject([{ problems: [{ path: 'Shipper.shipper_vat' }] }]);
  });

  it('a rule that cannot be asked for is the error of its orders', async () => {
    const { client } = await carrier(ECCANG, enveloped({ ask: 'Failure', message: 'no rule' }));
    expect(await checkRequiredFields(client, [order('A'), order('B')])).toMatchObject([
      { message: 'no rule' },
      { message: 'no rule' },
    ]);
  });
});
