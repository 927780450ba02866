/** What carriers are asked for a price, and how their rates are compared. */
import { checkedOrder } from '#carriers/shared/checked-order';
import type { JsonObject } from '#carriers/shared/json-value';
import { quoteRequest, type Quotes } from '#carriers/shared/quotes';
import { CAPABILITIES as ECCANG } from '../../carriers/eccang';
import { CAPABILITIES as ETOWER } from '../../carriers/etower';
import { CAPABILITIES as HGE } from '../../carriers/hge';
import { CAPABILITIES as HUAHAN } from '../../carriers/huahan';
import { CAPABILITIES as MGOSHIP } from '../../carriers/mgoship';
import { daysIn, ranked, rateOf, type Rate } from '../../nodes/Parcel/rate/ranked-rates';

function quotesOf({ quotes, displayName }: typeof ECCANG): Quotes {
  if (quotes === undefined) throw new Error(`${displayName} gives no quotes`);
  return quotes;
}

it.each([ECCANG, ETOWER, HGE, HUAHAN, MGOSHIP])(
  '$displayName says how it is asked where it gives quotes',
  (carrier) => {
    expect(carrier.quotes !== undefined).toBe(carrier.steps['rate.getMany'] !== undefined);
  },
);

const PARCEL: JsonObject = {
  country: 'jp',
  weightKg: '0.42',
  goodsType: 'parcel',
  dimensionsCm: { length: 20, width: '15.5', height: 2 },
  recipient: { city: 'Osaka', postcode: 5300001, province: 'Osaka' },
};

const asked = (carrier: typeof ECCANG, changes: JsonObject = {}) =>
  quoteRequest(quotesOf(carrier), checkedOrder({ ...PARCEL, ...changes }));

describe('a parcel in the request of each carrier', () => {
  it.each([ECCANG, HUAHAN])('$displayName', (carrier) => {
    expect(asked(carrier)).toEqual({
      request: {
        ...{ weight: '0.42', shipping_type_id: 'W', country_code: 'JP', city: 'Osaka', postcode: '5300001' },
        ...{ length: '20', width: '15.5', height: '2' },
      },
      notSent: ['recipient.province'],
      hints: [],
    });
    const least = { goodsType: 'letter', dimensionsCm: {}, recipient: {}, weightKg: 1.3554 };
    expect(asked(carrier, least).request).toEqual({ weight: 1.3554, shipping_type_id: 'L', country_code: 'JP' });
  });

  it('Mgoship', () => {
    expect(asked(MGOSHIP)).toEqual({
      request: { height: 2, length: 20, region: '大阪府', weight: '0.42', width: 15.5 },
      notSent: ['recipient.city', 'recipient.postcode'],
      hints: [],
    });
    expect(asked(MGOSHIP, { goodsType: 'document' }).notSent).toContain('goodsType');
  });

  it('a weight is rounded to the decimals that the carrier takes, and that is told', () => {
    const { request, hints } = asked(MGOSHIP, { weightKg: 0.585 });
    expect(request).toHaveProperty('weight', '0.59');
    expect(hints).toEqual(['weightKg was rounded to 2 decimals, the most that the carrier takes.']);
  });

  it('what is the own of a carrier is laid over it', () => {
    expect(asked(ECCANG, { extra: { product_code: 'PK0001', weight: 2 } }).request).toMatchObject({
      product_code: 'PK0001',
      weight: 2,
    });
  });
});

it.each<[string, typeof ECCANG, JsonObject, string]>([
  [
    'another country than Japan',
    MGOSHIP,
    { country: 'US' },
    'country must be JP: Mgoship quotes parcels inside Japan alone',
  ],
  ['no prefecture', MGOSHIP, { recipient: {} }, 'recipient.province is required'],
  [
    'no size',
    MGOSHIP,
    { dimensionsCm: { length: 0 } },
    'dimensionsCm.height is required; dimensionsCm.length must be a number greater than 0; dimensionsCm.width is required',
  ],
  ['no goods type', ECCANG, { goodsType: '' }, 'goodsType is required'],
  [
    'a list of boxes that is none',
    HUAHAN,
    { extra: { volume_list: [{ length: 1 }] } },
    'volume_list[0].box_count is required',
  ],
])('%s: the carrier cannot be asked', (_, carrier, changes, message) => {
  expect(() => asked(carrier, changes)).toThrow(message);
});

describe('a rate', () => {
  it('has the same names at every carrier, and the own ones beside them', () => {
    const eccang = {
      carrier: 'eccang',
      service: { code: 'A' },
      total: '1,600.50',
      transitDays: '3-7',
      trackable: true,
    };
    expect(rateOf(quotesOf(ECCANG), eccang)).toEqual({ ...eccang, price: '1,600.50', days: { min: 3, max: 7 } });
    expect(rateOf(quotesOf(ECCANG), eccang, 'CNY')).toHaveProperty('currency', 'CNY');
    const mgoship = { carrier: 'mgoship', service: { code: '38' }, amount: 180, currency: 'JPY', overLimit: false };
    expect(rateOf(quotesOf(MGOSHIP), mgoship, 'CNY')).toEqual({ ...mgoship, price: 180 });
    const tooLarge = { carrier: 'mgoship', overLimit: true, note: '高最大: 2.0' };
    expect(rateOf(quotesOf(MGOSHIP), tooLarge, 'CNY')).toEqual(tooLarge);
  });

  it.each([
    ['3-7', { min: 3, max: 7 }],
    [' 5 ', { min: 5, max: 5 }],
    ['3～7 个工作日', { min: 3, max: 7 }],
    ['10 – 15 Working Days', { min: 10, max: 15 }],
    ['7-3', undefined],
    ['3-7-9', undefined],
    ['about a week', undefined],
    [undefined, undefined],
  ])('takes %p days', (text, days) => {
    expect(daysIn(text)).toEqual(days);
  });
});

describe('rates in their order', () => {
  const rate = (code: string, price: unknown, changes: object = {}): Rate => ({
    carrier: 'one',
    service: { code },
    ...(typeof price === 'string' || typeof price === 'number' ? { price } : {}),
    ...changes,
  });
  const order = (rates: readonly Rate[], sortBy: 'price' | 'days' = 'price'): unknown[] =>
    ranked(rates, sortBy).map(({ service, rank }) => [JSON.stringify(service).slice(9, -2), rank]);

  it('by price, to the last digit, whether text or number; equal ones as they came', () => {
    const rates = [
      rate('thousands', '1,000.00'),
      rate('long', '12.300000000000000000001'),
      rate('first', 12.3),
      rate('second', '12.30'),
      rate('none', undefined),
      rate('words', '面议'),
      rate('endless', `0.${'1'.repeat(1_000_000)}`),
      rate('least', '.9'),
    ];
    expect(order(rates)).toEqual([
      ['least', 1],
      ['first', 2],
      ['second', 3],
      ['long', 4],
      ['thousands', 5],
      ['none', undefined],
      ['words', undefined],
      ['endless', undefined],
    ]);
  });

  it('never mixes currencies: by their codes, then each carrier that names none', () => {
    const rates = [
      rate('unnamed', 1, { carrier: 'two' }),
      rate('dollars', 9, { currency: 'USD' }),
      rate('other', 2, { carrier: 'three' }),
      rate('yen', 900, { currency: 'JPY' }),
      rate('fewer', '0.5', { carrier: 'two' }),
      rate('less', 800, { currency: 'JPY', carrier: 'three' }),
    ];
    expect(order(rates)).toEqual([
      ['less', 1],
      ['yen', 2],
      ['dollars', 1],
      ['fewer', 1],
      ['unnamed', 2],
      ['other', 1],
    ]);
  });

  it('by days: the latest, then the earliest, then the price', () => {
    const days = (min: number, max = min): object => ({ days: { min, max } });
    const rates = [
      rate('late', 1, days(3, 9)),
      rate('dear', 7, days(4, 5)),
      rate('cheap', 6, days(4, 5)),
      rate('unpriced', undefined, days(4, 5)),
      rate('early', 8, days(2, 5)),
      rate('unknown', 1),
      rate('same', 7, days(4, 5)),
    ];
    expect(order(rates, 'days')).toEqual([
      ['early', 1],
      ['cheap', 2],
      ['dear', 3],
      ['same', 4],
      ['unpriced', 5],
      ['late', 6],
      ['unknown', undefined],
    ]);
  });
});
