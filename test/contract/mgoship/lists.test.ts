import type { CallSettings } from '../../../carriers/http';
import type { JsonObject } from '#carriers/shared/json-value';
import type { MgoshipClient } from '../../../carriers/mgoship';
import { FBA_ORDERS, INBOUND_ORDERS, listRecords, readPage, STOCK_LOG } from '../../../carriers/mgoship';
import { object } from '../../documented';
import { requests } from '../carrier';
import { client, clientFor, derived, ok, params, sent } from './wire';

describe('derived params (ours, from the tables)', () => {
  it('filters of the lists', async () => {
    const own = await client(ok({ data: [] }));
    await readPage(own, INBOUND_ORDERS, {
      status: '4',
      storageid: 4,
      start_time: 1681874976,
      end_time: 1681954133,
      page: 1,
      limit: 100,
    });
    await readPage(own, STOCK_LOG, { sku: 'SKU-001', storageid: '1', start_time: '1681874976', page: 2, limit: 50 });
    await readPage(own, FBA_ORDERS, { status: 5, page: 1, limit: 100 });
    expect(JSON.stringify(params(0))).toBe(derived('in_orders.get_in_order.params.by-status.json'));
    expect(JSON.stringify(params(1))).toBe(derived('stock.get_stock_log.params.by-sku.json'));
    expect(JSON.stringify(params(2))).toBe(derived('fba_order.get_order_list.params.by-status.json'));
  });
});

describe('paging', () => {
  const record = (index: number): JsonObject => ({ orderNo: String(index) });
  const records = (from: number, count: number) => Array.from({ length: count }, (_, index) => record(from + index));

  /** A carrier with so many records, that tells the counts where it is told to. */
  async function carrierWith(
    total: number,
    counts: (count: number, total: number) => object,
    settings: CallSettings = {},
  ): Promise<MgoshipClient> {
    return clientFor(
      ({ body }) => {
        const { page, limit } = object(object(JSON.parse(body))['params']);
        const found = records(0, total).slice((Number(page) - 1) * Number(limit), Number(page) * Number(limit));
        const told = object(counts(found.length, total));
        return {
          body: JSON.stringify({
            status: { code: 'OK', msg: '', ...object(told['status'] ?? {}) },
            ...object(told['top'] ?? {}),
            data: found,
          }),
        };
      },
      {},
      settings,
    );
  }

  it('takes a page of any length', async () => {
    const data = records(0, 150_000);
    const own = await client(JSON.stringify({ status: { code: 'OK', total_count: data.length }, data }));
    expect(await listRecords(own, INBOUND_ORDERS, {}, Infinity)).toHaveLength(data.length);
  });

  it.each([
    ['in status', (count: number, total: number) => ({ status: { count, total_count: total } })],
    [
      'in status, as text',
      (count: number, total: number) => ({ status: { count: String(count), total_count: String(total) } }),
    ],
    ['at the top', (count: number, total: number) => ({ top: { count, total_count: total } })],
    ['nowhere', () => ({})],
  ])('reads to the end, 100 at a time, with the counts %s', async (_, counts) => {
    const own = await carrierWith(230, counts);
    expect(await listRecords(own, INBOUND_ORDERS, {}, Infinity)).toEqual(records(0, 230));
    expect(requests()).toHaveLength(3);
  });

  it.each([
    ['', 150, (_: number, total: number) => ({ status: { total_count: total } }), [[100, 150]]],
    [
      ' where all are wanted',
      Infinity,
      (_: number, total: number) => ({ status: { total_count: total } }),
      [
        [100, 230],
        [200, 230],
      ],
    ],
    [
      ' where no count is told',
      Infinity,
      () => ({}),
      [
        [100, undefined],
        [200, undefined],
      ],
    ],
  ])('tells how far it is after each page that is not the last%s', async (_, most, counts, expected) => {
    const told: unknown[] = [];
    const waiting: CallSettings['waiting'] = (_whose, state) =>
      told.push(state && 'listed' in state ? [state.listed, state.ofRecords] : 'over');
    await listRecords(await carrierWith(230, counts, { waiting }), INBOUND_ORDERS, {}, most);
    expect(told).toEqual([...expected, 'over']);
  });

  it('reads no page more than it must', async () => {
    const own = await carrierWith(200, (count, total) => ({ status: { count, total_count: total } }));
    expect(await listRecords(own, INBOUND_ORDERS, {}, Infinity)).toHaveLength(200);
    expect(requests()).toHaveLength(2);
    expect(await listRecords(own, INBOUND_ORDERS, {}, 7)).toHaveLength(7);
    expect(object(object(JSON.parse(sent(2)))['params'])).toMatchObject({ page: '1', limit: '7' });
    expect(await listRecords(own, INBOUND_ORDERS, {}, 150)).toEqual(records(0, 150));
  });

  it.each([{ list: [], total: 0 }, { rows: [], page: 3, pageSize: 100 }, {}, null, '', '[]'])(
    'has no records in %j',
    async (data) => {
      const own = await client(ok({ data }));
      expect(await listRecords(own, INBOUND_ORDERS, {}, Infinity)).toEqual([]);
      expect(requests()).toHaveLength(1);
    },
  );

  it('does not turn pages for ever', async () => {
    const own = await client(ok({ data: records(0, 100) }));
    await expect(listRecords(own, INBOUND_ORDERS, {}, Infinity)).rejects.toMatchObject({ kind: 'invalid-reply' });
    expect(requests()).toHaveLength(2);
  });
});
