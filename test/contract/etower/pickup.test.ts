import { bookedPickup, checkPickup, pickupTimeOf, requestPickup } from '../../../carriers/etower';
import { listOf } from '#carriers/shared/json-value';
import { client, example, expectSent, firstOf, request } from './wire';

describe('documented requests go out byte for byte', () => {
  it('pickup-requests', async () => {
    const [pickup] = listOf(request('pickup-requests'));
    const result = await requestPickup(await client(example('pickup-requests')), checkPickup(pickup ?? {}));
    expectSent('/services/shipper/pickup-requests', request('pickup-requests'));
    expect(result).toEqual(firstOf(example('pickup-requests')['data']));
    expect(bookedPickup({ pickupTime: 'P' }, result)).toEqual({ carrier: 'etower', requested: true, pickupTime: 'P' });
  });

  it('what the carrier says of a pickup besides is told', () => {
    expect(bookedPickup({ contact: 'C' }, { status: 'Success', errors: null, warnings: 'late', pickupNo: 1 })).toEqual({
      ...{ carrier: 'etower', requested: true, warnings: ['late'], details: { pickupNo: 1 } },
    });
  });
});

describe('checks before sending', () => {
  it.each([
    ['2020-08-16T13:47:12+0800', '2020-08-16T13:47:12+0800'],
    ['2020-08-16T13:47:12.000+08:00', '2020-08-16T13:47:12+0800'],
    ['2020-08-16T05:47:12Z', '2020-08-16T05:47:12+0000'],
    ['2020-08-16', '2020-08-16'],
  ])('pickup time %s becomes %s', (given, expected) => {
    expect(pickupTimeOf(given)).toBe(expected);
  });
});
