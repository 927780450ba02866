import { type Answer, asObject, control, objects, sandboxOfThisFile } from '../wire';
import { pagesAt, stepsAt } from './wire';

const sandbox = sandboxOfThisFile();
const { ask, create, documented } = stepsAt(sandbox, 'eccang');

it.each<[Answer, [number, number]]>([
  [{}, [10, 10]],
  [{ label_type: 1 }, [10, 10]],
  [{ label_type: '2' }, [21, 29.7]],
  [{ label_type: 3, label_content_type: 6 }, [10, 15]],
  [{ lable_type: 3 }, [10, 15]],
])('getLabelUrl with %j gives a link to a page of that size', async (options, size) => {
  const { tracking } = await create('LABEL-1');
  const answer = await ask('getLabelUrl', { reference_no: tracking, ...options });
  expect(answer).toMatchObject({ ask: 'Success', type: 'pdf', reference_no: tracking });
  expect(answer.url).toMatch(new RegExp(`^${sandbox.url}/eccang/PDF/[0-9a-f-]{36}\\.pdf$`));
  expect(await pagesAt(answer.url)).toEqual([size]);
});

it('getLabelUrl respects the number type; its failures have an empty code', async () => {
  const { waybill } = await create('LABEL-2');
  await create('LABEL-3', { shipping_method: 'PK0140' });
  for (const params of [
    { reference_no: '' },
    { reference_no: 'unknown' },
    { reference_no: waybill, type: 3 },
    { reference_no: waybill, label_type: 4 },
    { reference_no: waybill, label_content_type: 8 },
    { reference_no: 'LABEL-3' },
  ]) {
    const answer = await ask('getLabelUrl', params);
    expect(answer).toMatchObject({ ask: 'Failure', Error: { errCode: '', errMessage: expect.any(String) } });
  }
});

it('batchGetlabel prints what has a label in one file, and says of each number what became of it', async () => {
  await create('BATCH-1');
  const { waybill } = await create('BATCH-2');
  await create('BATCH-3', { shipping_method: 'PK0140' });
  const both = await ask('batchGetlabel', { codes: ['BATCH-1', 'batch-2'], label_type: 2, label_content_type: 1 });
  const [file, ...more] = objects(both.result);
  expect(both).toMatchObject({ ask: 'Success', state: 1 });
  expect(more).toEqual([]);
  expect(await pagesAt(file?.url)).toEqual([
    [21, 29.7],
    [21, 29.7],
  ]);
  const some = await ask('batchGetlabel', { codes: ['BATCH-1', 'BATCH-3', waybill] });
  const printInfo = [
    { code: 'BATCH-1', msg: 'Success' },
    { code: 'BATCH-3', msg: '产品未配置标签' },
    { code: waybill, msg: '订单不存在' },
  ];
  expect(some).toMatchObject({ state: 2, result: [{ url: expect.stringMatching(/\.pdf$/), printInfo }] });
  expect(await ask('batchGetlabel', { codes: ['BATCH-3'] })).toMatchObject({ state: 2, result: [{ url: '' }] });
  for (const wrong of [{ codes: [] }, { reference_nos: ['BATCH-1'] }, { codes: ['BATCH-1'], label_type: 4 }])
    expect(await ask('batchGetlabel', wrong)).toMatchObject({ ask: 'Failure', Error: { errCode: '' } });
  expect(await ask('batchGetLabel', { reference_nos: ['BATCH-1'] })).toMatchObject({ err_code: '50005' });
});

it('letters that the font lacks do not stop the printer', async () => {
  const example = documented('createOrder.request.json');
  const Consignee = {
    ...asObject(example.Consignee),
    consignee_name: '李雷 عبدالملك Łódź 😀\n\t',
    consignee_street: 'x'.repeat(999),
  };
  await create('LETTERS-1', { Consignee, shipping_method_no: '自带单号' });
  expect(await pagesAt((await ask('getLabelUrl', { reference_no: 'LETTERS-1' })).url)).toHaveLength(1);
});

it('getLabelByTemplate draws a page per waybill and answers in the documented shape', async () => {
  const waybills = [(await create('DOC-1')).waybill, (await create('DOC-2')).waybill];
  const answer = await ask('getLabelByTemplate', { template_id: '78', codes: waybills });
  expect(Object.keys(answer)).toEqual(Object.keys(documented('getLabelByTemplate.response.json')));
  expect(await pagesAt(answer.url)).toHaveLength(2);
  expect(await ask('getLabelByTemplate', { template_id: '78', codes: [] })).toMatchObject({
    ask: 'Failure',
    url: '',
    type: '',
    Error: { errCode: '50016' },
  });
});

it('downloads count apart, repeat the same bytes, and unknown links are not found', async () => {
  await create('COUNT-1');
  const { url } = await ask('getLabelUrl', { reference_no: 'COUNT-1' });
  const [first, second] = await Promise.all(
    [1, 2].map(async () => Buffer.from(await (await fetch(String(url))).arrayBuffer())),
  );
  expect(first?.equals(second ?? Buffer.alloc(0))).toBe(true);
  expect((await fetch(`${sandbox.url}/eccang/PDF/unknown.pdf`)).status).toBe(404);
  expect((await control(sandbox, 'stats')).body.eccang).toMatchObject({ requests: 2, downloads: 3 });
  await control(sandbox, 'reset', {});
  expect((await fetch(String(url))).status).toBe(404);
});
