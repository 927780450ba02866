import { listRecords, readPage, STOCK_LOG, stockMovementOf } from '../../../carriers/mgoship';
import { requests } from '../carrier';
import { answered, client, expectDocumented, ok } from './wire';

describe('documented requests, byte for byte but for the signature', () => {
  it('stock.get_stock_log', () =>
    expectDocumented('stock', 'get_stock_log', (own) => readPage(own, STOCK_LOG, {}), ok({ data: [] })));
});

describe('derived params (ours, from the tables)', () => {
  it('a stock movement, with its time and kind in plain terms', async () => {
    const [record] = await listRecords(
      await client(answered('derived/stock.get_stock_log.response.json')),
      STOCK_LOG,
      {},
      50,
    );
    expect(stockMovementOf(record ?? {})).toEqual({
      storageid: '1',
      subid: '',
      goodsId: '1000100003',
      sku: 'SKU-001',
      orderNo: '121219209380',
      type: '出库',
      optime: '1681954133',
      qty: '-3',
      after_qty: '7',
      carrier: 'mgoship',
      warehouse: 'Kadoma',
      movement: 'outbound',
      time: '2023-04-20T01:28:53Z',
    });
  });

  it('an empty list', async () => {
    const own = await client(answered('derived/envelope.empty-list.response.json'));
    expect(await listRecords(own, STOCK_LOG, {}, Infinity)).toEqual([]);
    expect(requests()).toHaveLength(1);
  });
});
