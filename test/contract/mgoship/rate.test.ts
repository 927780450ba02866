import { estimateRates, listShipWays, rateOf, rateParams } from '../../../carriers/mgoship';
import { answered, client, documentedBody, expectDocumented, sent } from './wire';

describe('documented requests, byte for byte but for the signature', () => {
  it('base.cal_ship_fee', () =>
    expectDocumented(
      'base',
      'cal_ship_fee',
      (own) => estimateRates(own, rateParams({ region: '大阪府', weight: 1.5, length: 20, width: 15, height: 10 })),
      answered('base.cal_ship_fee.response.partial.json'),
    ));
});

describe('derived params (ours, from the tables)', () => {
  it('the priced estimate', async () => {
    const [way] = await estimateRates(await client(answered('derived/base.cal_ship_fee.response.priced.json')), {});
    expect(rateOf(way ?? {})).toEqual({
      carrier: 'mgoship',
      service: { code: '38', name: '平邮小包' },
      amount: '180',
      currency: 'JPY',
      overLimit: false,
    });
  });
});

describe('documented replies', () => {
  it('cal_ship_fee: over the limit is no number', async () => {
    const ways = await estimateRates(await client(answered('base.cal_ship_fee.response.partial.json')), {});
    expect(ways.map(rateOf)).toEqual([
      {
        carrier: 'mgoship',
        service: { code: '38', name: '平邮小包' },
        overLimit: true,
        note: '高最大: 2.0 重量最大: 1.000',
      },
      {
        carrier: 'mgoship',
        service: { code: '39', name: '挂号小包' },
        overLimit: true,
        note: '高最大: 3.0 重量最大: 1.000',
      },
    ]);
  });

  it('cal_ship_fee: a field that is not documented is told', () => {
    expect(rateOf({ shipFee: 180, ship_way: 38, days: '2' })).toEqual({
      carrier: 'mgoship',
      service: { code: '38' },
      amount: 180,
      currency: 'JPY',
      overLimit: false,
      details: { days: '2' },
    });
    expect(rateOf({ shipFee: '超限(重量)' })).toEqual({
      carrier: 'mgoship',
      overLimit: true,
      details: { shipFee: '超限(重量)' },
    });
  });

  it('the shipping ways come from the estimate for the documented parcel', async () => {
    const own = await client(answered('base.cal_ship_fee.response.partial.json'));
    expect(await listShipWays(own)).toEqual([
      { code: '38', name: '平邮小包' },
      { code: '39', name: '挂号小包' },
    ]);
    expect(sent()).toBe(documentedBody('base.cal_ship_fee.request.json'));
  });
});
