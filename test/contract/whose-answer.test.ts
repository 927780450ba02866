import { createOrder, HgeClient, submit, type HandOver } from '../../carriers/hge';
import { requestTable } from '../../carriers/hge/request';
import { createOutboundOrder, createParcelOrder, MgoshipClient } from '../../carriers/mgoship';
import { ACCOUNT } from './hge/wire';
import { credentials } from './mgoship/wire';
import { carrierAnswering } from './carrier';

const hge = (url: string): HgeClient =>
  new HgeClient({ ...ACCOUNT, environment: 'custom', baseUrl: `${url}/openapi/customer/` });
const mgoship = (url: string): MgoshipClient => new MgoshipClient({ ...credentials, baseUrl: `${url}/api.php` });
const job: HandOver = { path: 'manifest/', table: requestTable('hge.md 8', {}) };
const parcel = { order: { customerno: 'R' } };
const outbound = { sender_info: { ownNO: 'R' } };

type Run = (url: string) => Promise<unknown>;

describe.each<[string, Run, string]>([
  ['HGE order', (url) => createOrder(hge(url), { customer_order_num: 'R' }), 'customer_order_num'],
  ['HGE hand-over', (url) => submit(hge(url), job, { reference_num: 'R' }), 'reference_num'],
  ['Mgoship parcel order', (url) => createParcelOrder(mgoship(url), parcel), 'customerno'],
  ['Mgoship outbound order', (url) => createOutboundOrder(mgoship(url), outbound), 'ownNO'],
])('%s', (name, run, field) => {
  const isHge = name.startsWith('HGE');
  const answer = (data: object, succeeds = true): string =>
    isHge
      ? JSON.stringify({ code: succeeds ? 200 : 400, success: succeeds, detail: 'x', data })
      : JSON.stringify({ status: { code: succeeds ? 'OK' : 'ERROR', msg: 'x' }, data });
  const data = (number: string): object => ({ order: { [field]: number, num: '123456789012' } });

  it('an answer that names another number is none to this one', async () => {
    for (const succeeds of [true, false]) {
      const { url } = await carrierAnswering(answer(data('X9'), succeeds));
      await expect(run(url)).rejects.toMatchObject({
        kind: 'outcome-unknown',
        message: expect.stringContaining('names X9, not R'),
        hint: expect.stringMatching(/\w/),
      });
    }
  });

  it.each([
    ['names it', data('r ')],
    ['names it among others', [data('X9'), data('R')]],
    ['names none', { num: '123456789012' }],
  ])('an answer that %s is', async (_, given) => {
    const { url } = await carrierAnswering(answer(given));
    await expect(run(url)).resolves.toBeDefined();
  });
});
