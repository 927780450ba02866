import { createOrder, ECCANG, trackParcels } from '../../carriers/eccang';
import { createOrders, getTrackingNumbers } from '../../carriers/etower';
import { getPortalOrder } from '../../carriers/etower/portal';
import { createOrder as createHgeOrder, getOrder as getHgeOrder } from '../../carriers/hge';
import { HUAHAN } from '../../carriers/huahan';
import { createParcelOrder, getParcelOrder, parcelOrderParams } from '../../carriers/mgoship';
import { requests } from './carrier';
import { carrier, enveloped } from './eccang/wire';
import { client as portal, UUID } from './etower/portal-wire';
import { client as etower } from './etower/wire';
import { client as hge } from './hge/wire';
import type { Answer } from './loopback';
import { client as mgoship, example } from './mgoship/wire';

const order = { reference_no: 'A', shipping_method: 'PK0001' };
const parcelOrder = parcelOrderParams(example('derived/tms_orders.add_tms_order.params.json'));

/** What each carrier is asked, first to read and then to create. */
const asked: Record<string, [(answer: Answer) => Promise<unknown>, ((answer: Answer) => Promise<unknown>)?]> = {
  eccang: [
    async (answer) => trackParcels((await carrier(ECCANG, answer)).client, ['A']),
    async (answer) => createOrder((await carrier(ECCANG, answer, answer)).client, order),
  ],
  huahan: [
    async (answer) => trackParcels((await carrier(HUAHAN, answer)).client, ['A']),
    async (answer) => createOrder((await carrier(HUAHAN, answer, answer)).client, order),
  ],
  hge: [
    async (answer) => getHgeOrder(await hge({}, answer), { numberType: 1, number: 'A' }),
    async (answer) => createHgeOrder(await hge({}, answer), { customer_order_num: 'A' }),
  ],
  etower: [
    async (answer) => getTrackingNumbers(await etower(answer), ['A']),
    async (answer) =>
      createOrders(await etower(answer, answer), [{ order: { referenceNo: 'A' }, returnExisting: false }]),
  ],
  portal: [async (answer) => getPortalOrder(await portal(answer), UUID)],
  mgoship: [
    async (answer) => getParcelOrder(await mgoship(answer), { numberType: 'customerno', number: 'A' }),
    async (answer) => createParcelOrder(await mgoship(answer, answer), parcelOrder),
  ],
};

const inAnObject: [kind: string, said: object, message: string][] = [
  ['rate-limited', { code: 1029, msg: '请求频率超限', request_id: 'ab12' }, '请求频率超限'],
  ['rate-limited', { message: 'API rate limit exceeded' }, 'API rate limit exceeded'],
  ['rate-limited', { error: { code: 429, message: 'Too Many Attempts.' } }, 'Too Many Attempts.'],
  ['credentials', { error: 'invalid_token', error_description: 'The access token expired' }, 'invalid_token'],
  ['unavailable', { errcode: -1, errmsg: '系統繁忙，請稍後再試' }, '系統繁忙，請稍後再試'],
];

describe.each(Object.entries(asked))('%s', (name, [read, create]) => {
  test.each(inAnObject)('%s in an object, of a gateway', async (kind, said, message) => {
    const answers = [JSON.stringify(said), ...(name === 'eccang' ? [enveloped(said)] : [])];
    for (const body of answers) {
      await expect(settled(read({ body }))).resolves.toMatchObject({ kind, ofAccount: kind, message });
      expect(requests()).toHaveLength(1);
    }
  });

  test('in a short text', async () => {
    const body = '系统繁忙，请稍后再试';
    await expect(settled(read({ body }))).resolves.toMatchObject({
      kind: 'unavailable',
      ofAccount: 'unavailable',
      message: body,
    });
  });

  test.each([
    ['a long text', '系统繁忙，'.repeat(50)],
    ['another text', '订单数据不合法'],
  ])('not in %s', async (_, body) => {
    await expect(settled(read({ body }))).resolves.toMatchObject({ kind: 'invalid-reply' });
  });

  if (create) {
    test('a create is refused by the rate, and open where the server is busy', async () => {
      await expect(settled(create({ body: '{"error":"too many requests"}' }))).resolves.toMatchObject({
        kind: 'rate-limited',
        message: 'too many requests',
      });
      await expect(settled(create({ body: '{"msg":"系统繁忙"}' }))).resolves.toMatchObject({
        kind: 'outcome-unknown',
        ofAccount: 'unavailable',
        message: expect.stringContaining('系统繁忙'),
      });
    });
  }
});

/** The error, thrown or as the answer of the only order. */
async function settled(answer: Promise<unknown>): Promise<unknown> {
  const [first] = [await answer.catch((error: unknown) => error)].flat(2);
  return first;
}
