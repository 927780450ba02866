import { FBA_ORDERS, fbaOrderOf, readPage } from '../../../carriers/mgoship';
import { expectDocumented, ok } from './wire';

describe('documented requests, byte for byte but for the signature', () => {
  it('fba_order.get_order_list', () =>
    expectDocumented(
      'fba_order',
      'get_order_list',
      (own) => readPage(own, FBA_ORDERS, { orderNo: '105023151227' }),
      ok({ data: [] }),
    ));
});

describe('documented replies', () => {
  it.each([
    ['1', 'pending'],
    ['2', 'picked_up'],
    ['3', 'on_hold'],
    ['4', 'in_transit'],
    ['5', 'in_transit'],
    ['6', 'in_transit'],
    ['7', 'out_for_delivery'],
    ['8', 'delivered'],
    ['9', 'return_to_sender'],
    ['10', 'unknown'],
  ])('FBA status %s is %s', (number, status) => {
    expect(fbaOrderOf({ orderNo: '105023151227', status: number, insure: '是', addTime: '1681874976' })).toMatchObject({
      orderNumber: '105023151227',
      status,
      statusRaw: number,
      insured: true,
      submittedAt: '2023-04-19T03:29:36Z',
    });
  });

  it('amounts get their documented currencies', () => {
    const record = { orderNo: '1', insure: '否', insured_mount: '500.00', importer: '是', total_price: 120.5 };
    expect(fbaOrderOf(record)).toEqual({
      ...record,
      carrier: 'mgoship',
      orderNumber: '1',
      insured: false,
      insurance: { amount: '500.00', currency: 'CNY' },
      declaredValue: { amount: 120.5, currency: 'USD' },
      carrierIsImporter: true,
    });
  });
});
