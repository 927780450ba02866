import { checkQuoteRequest, ECCANG, quoteOf, quoteRates } from '../../../carriers/eccang';
import { objectOf } from '#carriers/shared/json-value';
import { documentedJson, object } from '../../documented';
import { carrier, enveloped, request } from './wire';

it('feeTrail', async () => {
  const document = object(documentedJson('eccang', 'feeTrail.response.json'));
  const { client, sentParams } = await carrier(ECCANG, enveloped(document));
  const quotes = await quoteRates(client, object(documentedJson('eccang', 'feeTrail.request.json')));
  expect(quotes).toEqual(document['data']);
  expect(sentParams()).toBe(request('eccang', 'feeTrail.request.json'));
  expect(quoteOf('eccang', objectOf(quotes[0]))).toEqual({
    carrier: 'eccang',
    service: { code: 'PK0071', name: 'test product', localName: '测试产品' },
    charges: [
      { name: 'Freight', amount: '1575.00' },
      { name: 'Fuel', amount: '0.00' },
      { name: 'Registration', amount: '0.00' },
      { name: 'Other', amount: '25.00' },
    ],
    total: 1600,
    transitDays: '3-7',
    trackable: false,
    chargeableWeightKg: 10,
    note: '测试',
    details: { VolumeCharge: '5000', ProductSort: 1, Formula: '((200.00 * 8.000 + 150.00) * 0.900) * 1.000' },
  });
});

describe('before anything is sent', () => {
  it('a quote needs weight, goods type and a place', () => {
    expect(() => checkQuoteRequest({ country_code: 'US' })).toThrow('weight is required; shipping_type_id is required');
    expect(() => checkQuoteRequest({ weight: 1, shipping_type_id: 'W' })).toThrow(
      'country_code and warehouse_code are both empty',
    );
    expect(checkQuoteRequest({ weight: 1, shipping_type_id: 'W', warehouse_code: 'X' })).toHaveProperty('weight', 1);
  });
});
