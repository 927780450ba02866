/**
 * What is not of the documented kind is told as it is: PHP and Java send a list for a text now and then, and nothing is lost
 * in silence.
 */
import { objectAsIs } from '#carriers/shared/json-value';
import { leavesOf } from '#carriers/shared/leaves';
import { documentedJson } from '../documented';
import { carrierThat } from './carrier';
import { carriers } from './leaves/carriers';
import { recorded, seenOf } from './leaves/run';

/** The same with another value, made of its number, in the place of every text and number but those of these names. */
function withMarks(value: unknown, but: readonly string[], mark: () => unknown, name = ''): unknown {
  if (Array.isArray(value)) return value.map((each: unknown) => withMarks(each, but, mark, name));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withMarks(each, but, mark, key)]));
  }
  return but.includes(name) || value === null || value === '' ? value : mark();
}

const KINDS: Record<string, (mark: string) => unknown> = { lists: (mark) => [mark], words: (mark) => mark };

/** Of eTower's portal those are left out whatever they hold: `left-out.md`. */
const PORTAL = ['lockerService', 'insureCardNo'];

it.each([
  ['hge', 'query_order.response.json', 'lists', []],
  ['hge', 'query_order.response.json', 'words', []],
  ['mgoship', 'tms_orders.get_tms_order_detail.response.json', 'lists', []],
  ['mgoship', 'tms_orders.get_tms_order_detail.response.json', 'words', []],
  ['etower', 'derived/query-orders.response.every-field.json', 'lists', ['status', 'errors', 'warnings']],
  ['etower', 'derived/query-orders.response.every-field.json', 'words', ['status', 'errors', 'warnings']],
  ['etower', 'derived/get-order-detail.response.every-field.json', 'lists', PORTAL],
  ['etower', 'derived/get-order-detail.response.every-field.json', 'words', PORTAL],
  [
    'etower',
    'derived/service-catalog.response.every-field.json',
    'lists',
    ['status', 'code', 'country', 'serviceOptions'],
  ],
  ['etower', 'list-services.response.json', 'words', []],
])('%s: %s with %s in every place', async (carrier, file, kind, but) => {
  const table = carriers.find((each) => each.carrier === carrier);
  const [, reply] = Object.entries(table?.replies ?? {}).find(([name]) => file.includes(`${name}.`)) ?? [];
  if (!table || !reply) throw new Error(`Nothing is known of ${file}`);
  const sample = objectAsIs(documentedJson(carrier, file));
  const put: string[] = [];
  const mark = (): unknown => {
    const text = `Leaf${put.length}x`;
    put.push(text);
    return KINDS[kind]?.(text);
  };
  // Of the server itself: `left-out.md`.
  const internals = Object.keys(objectAsIs([sample['data']].flat()[0])).filter((name) =>
    /(Url|Title|Class)$/.test(name),
  );
  const answer = { ...sample, data: withMarks(sample['data'], [...but, ...internals], mark) };
  const node = table.at((await carrierThat(() => ({ body: JSON.stringify(answer) }))).url);
  const seen = await seenOf(node, reply.operation, recorded(carrier, reply.operation), reply.numbers);
  const told = new Set(leavesOf(seen).map(({ leaf }) => leaf));
  expect(put.length).toBeGreaterThan(10);
  expect(put.filter((each) => !told.has(each))).toEqual([]);
});

it('a weight below zero is no weight, and is told as it is', async () => {
  const mgoship = carriers.find(({ carrier }) => carrier === 'mgoship');
  const answer = { status: { code: 'OK' }, data: { order: { orderNo: '1', weight: '-0.4', confirm_length: -3 } } };
  const node = mgoship?.at((await carrierThat(() => ({ body: JSON.stringify(answer) }))).url);
  const seen = node && (await seenOf(node, 'parcelOrder.get', recorded('mgoship', 'parcelOrder.get')));
  const order = { weight: '-0.4', confirm_length: -3 };
  expect(seen).toMatchObject({ items: [[{ json: { details: { order } } }]] });
});

it.each([
  ['hge', 'order.get', { code: 200, success: true }, ['tax_info', 'consignee_info', 'return_info', 'shipper_info']],
  ['mgoship', 'parcelOrder.get', { status: { code: 'OK' } }, ['order', 'consignee', 'fee']],
  ['etower', 'portalOrder.get', { success: true, code: '0' }, ['address', 'lineHaul', 'insur', 'extendData']],
])('%s %s: words where an object is documented', async (carrier, operation, frame, names) => {
  const table = carriers.find((each) => each.carrier === carrier);
  const words = Object.fromEntries(names.map((name) => [name, `see ${name}`]));
  const answer = { ...frame, data: { ...words, other: 'told' } };
  const node = table?.at((await carrierThat(() => ({ body: JSON.stringify(answer) }))).url);
  const seen = node && (await seenOf(node, operation, recorded(carrier, operation)));
  expect(seen).toMatchObject({ items: [[{ json: { details: { ...words, other: 'told' } } }]] });
});
