import { ECCANG, getLabels } from '../../../carriers/eccang';
import { CarrierError } from '../../../carriers/http';
import { carrier, enveloped } from './wire';

const A = 'http://files.example.com/a.pdf';
const B = 'http://files.example.com/b.pdf';
const numbers = ['N-1', 'N-2'];
const partly = { ask: 'Success', state: 2 };
const all = { ask: 'Success', state: 1 };

/** What becomes of each number: its link, or the refusal. */
async function given(reply: object, asked: readonly string[] = numbers): Promise<unknown[]> {
  const { client } = await carrier(ECCANG, enveloped(reply));
  const answers = await getLabels(client, { numbers: asked });
  return answers.map((answer) =>
    answer instanceof CarrierError ? `${answer.kind}: ${answer.message}` : answer['url'],
  );
}

it('sends what clients send, under either name of the method', async () => {
  const { client, sentParams, server } = await carrier(ECCANG, enveloped({ ...all, result: [{ url: A }] }));
  await getLabels(client, { numbers, labelType: 2, labelContentType: 1 });
  await getLabels(client, { numbers, labelType: 3, service: 'batchGetLabel' });
  expect(sentParams(0)).toBe('{"codes":["N-1","N-2"],"label_type":2,"label_content_type":1}');
  expect(sentParams(1)).toBe('{"reference_nos":["N-1","N-2"],"label_type":3}');
  expect(server.received.map(({ body }) => /<service>(\w+)/.exec(body)?.[1])).toEqual([
    'batchGetlabel',
    'batchGetLabel',
  ]);
});

it('asks by the other name where the carrier does not know the first, and by no other that is set', async () => {
  const unknown = enveloped({ ask: 'Failure', message: 'service error', err_code: '50005' });
  const both = await carrier(ECCANG, unknown, enveloped({ ...all, result: [{ url: A }] }));
  expect(await getLabels(both.client, { numbers })).toMatchObject([{ url: A }, { url: A }]);
  expect(both.sentParams(1)).toBe('{"reference_nos":["N-1","N-2"]}');
  const one = await carrier(ECCANG, unknown);
  await expect(getLabels(one.client, { numbers, service: 'batchGetlabel' })).rejects.toMatchObject({ code: '50005' });
  expect(one.calls()).toBe(1);
});

const refused = { code: 'n-2', msg: '产品未配置标签' };

it.each<[string, object, unknown[]]>([
  ['one file for all', { ...all, result: [{ url: A, printInfo: [] }] }, [A, A]],
  ['an object in place of the list', { ...all, result: { url: A, printInfo: { code: 'N-1', msg: '' } } }, [A, A]],
  ['the link at the top', { ...all, url: A }, [A, A]],
  ['a file each, in their order', { ...all, result: [{ url: A }, { url: B }] }, [A, B]],
  [
    'a file each, named',
    {
      ...all,
      result: [
        { url: B, printInfo: [{ code: 'N-2', msg: '打印成功' }] },
        { url: A, printInfo: [{ code: 'n-1', msg: 'Success' }] },
      ],
    },
    [A, B],
  ],
  [
    'a file of a stranger beside a named one',
    {
      ...all,
      result: [
        { url: A, printInfo: [{ code: 'N-1', msg: '' }] },
        { url: B, printInfo: [{ code: 'X-9', msg: '' }] },
      ],
    },
    [A, 'not-found: Eccang TMS returned nothing for N-2'],
  ],
  [
    'several files for all',
    { ...all, result: [{ url: A }, { url: B }, { url: B }] },
    [
      [A, B, B],
      [A, B, B],
    ],
  ],
  ['remarks on what is there', { ...all, result: [{ url: A, printInfo: [{ code: 'N-2', msg: 'A4' }] }] }, [A, A]],
])('%s', async (_, reply, links) => {
  expect(await given(reply)).toEqual(links);
});

it.each<[string, object, unknown[]]>([
  ['beside the file', { ...partly, result: [{ url: A, printInfo: [refused] }] }, [A, 'rejected: 产品未配置标签']],
  [
    'where all are named',
    { ...partly, result: [{ url: A, printInfo: [{ code: 'N-1', msg: 'Success' }, refused] }] },
    [A, 'rejected: 产品未配置标签'],
  ],
  [
    'by itself, in any order',
    { ...partly, result: [{ url: '', printInfo: [refused] }, { url: A }] },
    [A, 'rejected: 产品未配置标签'],
  ],
  [
    'at its place',
    { ...partly, result: [{ url: A }, { url: '', printInfo: [{ code: 'E1', msg: '订单不存在' }] }] },
    [A, 'not-found: 订单不存在'],
  ],
  [
    'under a Failure',
    { ask: 'Failure', message: '部分失败', result: [{ url: A, printInfo: { '0': refused } }] },
    [A, 'rejected: 产品未配置标签'],
  ],
  [
    'both',
    { ...partly, result: [{ url: null, printInfo: [{ code: 'N-1', msg: '订单不存在' }, refused] }] },
    ['not-found: 订单不存在', 'rejected: 产品未配置标签'],
  ],
  ['nothing', { ...all, result: [] }, numbers.map((number) => `not-found: Eccang TMS returned nothing for ${number}`)],
])('a refusal of one number: %s', async (_, reply, outcomes) => {
  expect(await given(reply)).toEqual(outcomes);
});

it('a refusal of the whole call, or of some without a word of which, is one of all', async () => {
  await expect(
    given({ ask: 'Failure', message: '', Error: { errCode: '', errMessage: '单号不能为空' } }),
  ).rejects.toThrow('单号不能为空');
  await expect(given({ ...partly, result: [{ url: A }] })).rejects.toMatchObject({
    kind: 'rejected',
    message: 'Eccang TMS answered that some labels were not made, and did not say which',
  });
  const waybill = { url: A, printInfo: [{ code: 'EC1YQ', msg: '产品未配置标签' }] };
  await expect(given({ ...partly, result: [waybill] }, ['N-1'])).rejects.toThrow('产品未配置标签');
});
