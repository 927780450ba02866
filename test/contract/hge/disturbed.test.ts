import { getOrder, HgeClient } from '../../../carriers/hge';
import { documentedJson, object } from '../../documented';
import { byName, disturbed, inCharset, NOTICE, unreadableAnswers, withGaps } from '../disturbed';
import { account, client, post } from './wire';

const bare = (json: string): string => json;
const documented = object(documentedJson('hge', 'query_order.response.json'));
const order = { ...documented, data: { ...object(documented['data']), service_code: '标准服务' } };
const parcelOf = async (answer: Parameters<typeof client>[1] = '') =>
  (await getOrder(await client({}, answer), { numberType: 1, number: '40' })).parcel;

it.each(disturbed(order, bare))('an order is read with %s', async (_, answer) => {
  const whole = await parcelOf(JSON.stringify(order));
  expect(whole).toMatchObject({ reference: '40', service: { code: '标准服务' }, parcels: expect.anything() });
  expect(await parcelOf(answer)).toEqual(whole);
});

it.each(unreadableAnswers(order, bare))('%s is an error', async (_, answer) => {
  await expect(parcelOf(answer)).rejects.toMatchObject({ kind: 'invalid-reply' });
  await expect(post(await client({}, answer), {}, 'write')).rejects.toMatchObject({ kind: 'outcome-unknown' });
});

it('a refusal in EUC-KR keeps its words', async () => {
  const body = '{"code":400,"success":false,"detail":"뷁 주소가 올바르지 않습니다"}';
  await expect(post(await client({}, inCharset(body, 'EUC-KR')), {})).rejects.toMatchObject({
    message: '뷁 주소가 올바르지 않습니다',
  });
});

const items = [{ sku: 'A' }, { sku: 'B' }];
const parcels = [
  { parcel_num: '1', item_list: items },
  { parcel_num: '2', item_list: JSON.stringify(byName(items)) },
];

it.each<[string, unknown]>([
  ['parcels with gaps', { customer_order_num: '1', parcel_list: withGaps(parcels) }],
  ['parcels by name', { customer_order_num: '1', parcel_list: byName(parcels) }],
  ['parcels in a text', { customer_order_num: '1', parcel_list: JSON.stringify(parcels) }],
  ['data in a text', JSON.stringify({ customer_order_num: '1', parcel_list: parcels })],
  ['data as a list with gaps', { 3: { customer_order_num: '1', parcel_list: parcels } }],
  ['parcels under one name and a count', { customer_order_num: '1', parcel_list: { list: parcels, count: 2 } }],
  ['nothing but groups', { consignee_info: { full_name: 'Recipient' }, parcel_list: withGaps(parcels) }],
])('lists of PHP and JSON in texts: %s', async (_, data) => {
  expect(await parcelOf(JSON.stringify({ code: 200, success: true, data }))).toMatchObject({
    parcels: [{ number: '1' }, { number: '2' }],
    customsItems: [{ sku: 'A' }, { sku: 'B' }, { sku: 'A' }, { sku: 'B' }],
  });
});

it.each<[unknown, string]>([
  ['订单不存在', 'not-found'],
  ['{"customer_order_num":"1"', 'invalid-reply'],
  ['查询失败', 'invalid-reply'],
  [{ customer_order_num: '1', consignee_info: '{"full_name":"N' }, 'invalid-reply'],
  [{ customer_order_num: '1', parcel_list: 'Array' }, 'invalid-reply'],
])('data %j is an error', async (data, kind) => {
  await expect(parcelOf(JSON.stringify({ code: 200, success: true, data }))).rejects.toMatchObject({ kind });
});

it('an explanation in a text repeats nothing of what was sent', async () => {
  const detail = JSON.stringify({ name: 'Sample Recipient', service_code: ['unknown'] });
  const own = await client({}, JSON.stringify({ code: 400, success: false, detail }));
  await expect(post(own, { name: 'Sample Recipient' })).rejects.toMatchObject({ message: 'service_code: unknown' });
});

it('a notice is told', async () => {
  const notes: string[] = [];
  const own = new HgeClient(await account({}, NOTICE + JSON.stringify(order)), { tell: (note) => notes.push(note) });
  await post(own, {});
  expect(notes).toEqual([expect.stringMatching(/^HGE printed .*: Notice: Undefined index: sku$/)]);
});
