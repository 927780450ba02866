import {
  createParcelOrder,
  estimateRates,
  getParcelOrder,
  listRecords,
  MgoshipClient,
  readPage,
  STOCK_LOG,
} from '../../../carriers/mgoship';
import { documentedJson } from '../../documented';
import { carrierAnswering } from '../carrier';
import { byName, disturbed, inCharset, NOTICE, unreadableAnswers, withGaps } from '../disturbed';
import { client, credentials, ok } from './wire';

const bare = (json: string): string => json;
const order = documentedJson('mgoship', 'tms_orders.get_tms_order_detail.response.json');
const parcelOf = async (answer: Parameters<typeof client>[0] = '') =>
  (await getParcelOrder(await client(answer), { numberType: 'orderNo', number: '100014163701' })).parcel;

it.each(disturbed(order, bare))('an order is read with %s', async (_, answer) => {
  const whole = await parcelOf(JSON.stringify(order));
  expect(whole).toMatchObject({ statusRaw: '仓库作业中', customsItems: [{}, {}], events: expect.anything() });
  expect(await parcelOf(answer)).toEqual(whole);
});

it.each(unreadableAnswers(order, bare))('%s is an error', async (_, answer) => {
  await expect(parcelOf(answer)).rejects.toMatchObject({ kind: 'invalid-reply' });
  const own = await client(answer);
  const write = own.call({ module: 'tms_orders', action: 'x' }, {}, { intent: 'write' });
  await expect(write).rejects.toMatchObject({ kind: 'outcome-unknown' });
});

it.each([
  ['Shift_JIS', '髙島様の住所が見つかりません①'],
  ['gb2312', '收件人不能为空'],
])('a refusal in %s keeps its words', async (charset, msg) => {
  const answer = inCharset(JSON.stringify({ status: { code: 'ERROR', msg } }), charset);
  await expect(readPage(await client(answer), STOCK_LOG, {})).rejects.toMatchObject({ message: msg });
});

it('rates in another charset than the one a server names for all files are no rates', async () => {
  const json = JSON.stringify({ status: { code: 'OK' }, data: [{ ship_way: '38', ship_name: '佐川急便' }] });
  await expect(estimateRates(await client(inCharset(json, 'ISO-8859-1', 'gbk')), {})).rejects.toMatchObject({
    kind: 'invalid-reply',
    message: expect.stringContaining('cannot be decoded as ISO-8859-1'),
  });
});

const records = [{ sku: 'A' }, { sku: 'B' }];

it.each<[string, unknown]>([
  ['with gaps', withGaps(records)],
  ['with gaps, not from the first', { 5: records[0], 9: records[1] }],
  ['by name', byName(records)],
  ['in a text', JSON.stringify(records)],
  ['each in a text', records.map((record) => JSON.stringify(record))],
  ['under a name beside its counts', { list: records, total: 2, page: 1 }],
  ['with gaps under a name beside its count', { list: withGaps(records), total: '2' }],
  ['by name under a name', { list: byName(records) }],
  ['with gaps in a list and in a text', [JSON.stringify(withGaps(records))]],
  ['in a list', [records]],
])('records of the stock log and rates: a list %s', async (_, data) => {
  expect(await listRecords(await client(ok({ data })), STOCK_LOG, {}, 10)).toEqual(records);
  expect(await estimateRates(await client(ok({ data })), {})).toEqual(records);
});

const route = [
  { addtime: '1681954133', remark: 'b' },
  { addtime: '1681950000', remark: 'a' },
];
const groups = { order: { orderNo: '1' }, consignee: { name: 'Recipient' } };

it.each<[string, unknown]>([
  ['events with gaps', { ...groups, route: withGaps(route) }],
  ['events with gaps under a name', { ...groups, route: { list: withGaps(route) } }],
  [
    'events and groups in texts',
    { order: JSON.stringify(groups.order), consignee: '{"name":"Recipient"}', route: JSON.stringify(route) },
  ],
  ['groups as lists', { order: [groups.order], consignee: withGaps([groups.consignee]), route: byName(route) }],
  ['data in a text', JSON.stringify({ ...groups, route })],
])('an order: %s', async (_, data) => {
  expect(await parcelOf(ok({ data }))).toMatchObject({
    orderNumber: '1',
    recipient: { name: 'Recipient' },
    events: [{ description: 'b' }, { description: 'a' }],
  });
});

it('status in a text, and the number of a new order in a text', async () => {
  const data = JSON.stringify({ orderNo: '100014163701' });
  const own = await client(JSON.stringify({ status: '{"code":"OK","msg":""}', data }));
  const { parcel } = await createParcelOrder(own, { order: { customerno: 'R' } });
  expect(parcel).toMatchObject({ reference: 'R', orderNumber: '100014163701' });
});

it.each<[unknown, string]>([
  ['没有数据', 'not-found'],
  ['查询失败', 'invalid-reply'],
  ['{"order":{"orderNo"', 'invalid-reply'],
  [{ order: '{"orderNo":"1"' }, 'invalid-reply'],
  [{ order: { orderNo: '1' }, fee: '{"shipFee"' }, 'invalid-reply'],
  [{ order: { orderNo: '1' }, route: '查询失败' }, 'invalid-reply'],
])('an order in data %j is an error', async (data, kind) => {
  await expect(parcelOf(ok({ data }))).rejects.toMatchObject({ kind });
});

it.each([{ code: 'OK' }, [{ code: 'OK' }], { 1: { code: 'OK' } }, '{"code":"OK"}'])('the status %j', async (status) => {
  const own = await client(JSON.stringify({ status, data: '查询失败' }));
  await expect(own.call(STOCK_LOG, {}, { intent: 'write' })).resolves.toMatchObject({ status });
  await expect(listRecords(own, STOCK_LOG, {}, 10)).rejects.toMatchObject({ carrierText: '查询失败' });
});

it('a status that breaks off leaves a write open', async () => {
  const own = await client(JSON.stringify({ status: '{"code":"OK"', data: {} }));
  await expect(own.call(STOCK_LOG, {}, { intent: 'write' })).rejects.toMatchObject({ kind: 'outcome-unknown' });
});

it('what is no record is not lost in silence', async () => {
  const own = await client(ok({ data: [records[0], 'late'] }));
  await expect(listRecords(own, STOCK_LOG, {}, 10)).rejects.toMatchObject({ kind: 'invalid-reply' });
});

it('a notice is told', async () => {
  const notes: string[] = [];
  const { url } = await carrierAnswering(NOTICE + ok({ data: [] }));
  const own = new MgoshipClient({ ...credentials, baseUrl: url }, { tell: (note) => notes.push(note) });
  await readPage(own, STOCK_LOG, {});
  expect(notes).toEqual([expect.stringMatching(/^Mgoship printed .*: Notice: Undefined index: sku$/)]);
});
