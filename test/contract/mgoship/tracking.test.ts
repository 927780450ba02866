import { getParcelOrder, trackedParcelOf } from '../../../carriers/mgoship';
import { answered, client } from './wire';

describe('documented replies', () => {
  const detail = 'tms_orders.get_tms_order_detail.response.json';
  const lookup = { numberType: 'orderNo', number: '100014853699' } as const;

  it('tracking is the same without addresses and fees', async () => {
    const { raw } = await getParcelOrder(await client(answered(detail)), lookup);
    expect(Object.keys(trackedParcelOf(raw))).toEqual([
      'carrier',
      'reference',
      'orderNumber',
      'trackingNumber',
      'status',
      'statusRaw',
      'service',
      'events',
    ]);
  });
});
