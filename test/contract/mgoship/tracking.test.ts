import { getParcelOrder, trackedParcelOf } from '../../../carriers/mgoship';
import { answered, client, ok } from './wire';

describe('documented replies', () => {
  const detail = 'tms_orders.get_tms_order_detail.response.json';
  const lookup = { numberType: 'orderNo', number: '100014853699' } as const;

  it('tracking is the same without recipient, goods and fees', async () => {
    const { raw, parcel } = await getParcelOrder(await client(answered(detail)), lookup);
    const { recipient, customsItems, charges, payment, ...tracked } = parcel;
    expect([recipient, customsItems, charges, payment]).not.toContain(undefined);
    expect(trackedParcelOf(raw)).toEqual(tracked);
  });
});

const at = (addtime: unknown, remark: string) => ({ addtime, remark });

it.each([
  ['oldest first, as in the sample', [at('1681874976', 'a'), at('', 'b'), at('1681954133', 'c')], 'c b a'],
  ['newest first', [at(1681954133, 'c'), at('0', 'b'), at(1681874976, 'a')], 'c b a'],
  ['in no order, one in milliseconds', [at('1681954133', 'b'), at('1681874976', 'a'), at(1681954134000, 'c')], 'c b a'],
  ['without any time', [at('', 'a'), at(null, 'b'), at('?', 'c')], 'c b a'],
])('events that come %s are newest first', async (_, route, expected) => {
  const own = await client(ok({ data: { order: { orderNo: '1' }, route } }));
  const { parcel } = await getParcelOrder(own, { numberType: 'orderNo', number: '1' });
  expect(parcel.events?.map(({ description }) => description).join(' ')).toBe(expected);
});

it.each([
  ['1681874976', '2023-04-19T03:29:36Z'],
  [1681874976000, '2023-04-19T03:29:36Z'],
  ['0', null],
  ['-1', null],
  ['2023-04-19 03:29:36', null],
  ['168187497', null],
])('the time %s of an event is %s', (addtime, time) => {
  const { events } = trackedParcelOf({ order: { orderNo: '1' }, route: [at(addtime, 'a')] });
  expect(events).toEqual([{ time, timeRaw: String(addtime), status: 'unknown', description: 'a' }]);
});
