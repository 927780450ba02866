import { PDFDocument } from 'pdf-lib';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { asObject, call, control, created, exampleJson, objects, type Answer, type CarrierName } from './wire';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => control(sandbox, 'reset', {}));

const centimetres = (points: number) => Math.round((points / 72) * 254) / 100;

/** Width and height of each page in centimetres. */
async function pagesAt(url: unknown): Promise<[number, number][]> {
  const response = await fetch(String(url));
  expect(response.headers.get('content-type')).toBe('application/pdf');
  const document = await PDFDocument.load(await response.arrayBuffer());
  return document.getPages().map((page) => [centimetres(page.getWidth()), centimetres(page.getHeight())]);
}

const label = (carrier: CarrierName, service: string, params: Answer) => call(sandbox, carrier, service, params);

test.each<[Answer, [number, number]]>([
  [{}, [10, 10]],
  [{ label_type: 1 }, [10, 10]],
  [{ label_type: '2' }, [21, 29.7]],
  [{ label_type: 3, label_content_type: 6 }, [10, 15]],
  [{ lable_type: 3 }, [10, 15]],
])('getLabelUrl with %j gives a link to a page of that size', async (options, size) => {
  const { tracking } = await created(sandbox, 'eccang', 'LABEL-1');
  const answer = await label('eccang', 'getLabelUrl', { reference_no: tracking, ...options });
  expect(answer).toMatchObject({ ask: 'Success', type: 'pdf', reference_no: tracking });
  expect(answer.url).toMatch(new RegExp(`^${sandbox.url}/eccang/PDF/[0-9a-f-]{36}\\.pdf$`));
  expect(await pagesAt(answer.url)).toEqual([size]);
});

test('the link is on the host the API was called at', async () => {
  await created(sandbox, 'huahan', 'HOST-1');
  const other: Sandbox = {
    ...sandbox,
    addresses: { huahan: (sandbox.addresses.huahan ?? '').replace('127.0.0.1', 'localhost') },
  };
  const answer = await call(other, 'huahan', 'getLabelUrl', { reference_no: 'HOST-1' });
  expect(answer.url).toMatch(new RegExp(`^http://localhost:${sandbox.port}/huahan/PDF/`));
});

test('getLabelUrl respects the number type; its failures have an empty code', async () => {
  const { waybill } = await created(sandbox, 'eccang', 'LABEL-2');
  await created(sandbox, 'eccang', 'LABEL-3', { shipping_method: 'PK0140' });
  for (const params of [
    { reference_no: '' },
    { reference_no: 'unknown' },
    { reference_no: waybill, type: 3 },
    { reference_no: waybill, label_type: 4 },
    { reference_no: waybill, label_content_type: 8 },
    { reference_no: 'LABEL-3' },
  ]) {
    const answer = await label('eccang', 'getLabelUrl', params);
    expect(answer).toMatchObject({ ask: 'Failure', Error: { errCode: '', errMessage: expect.any(String) } });
  }
});

test('letters that the font lacks do not stop the printer', async () => {
  const example = exampleJson('eccang', 'createOrder.request.json');
  const Consignee = {
    ...asObject(example.Consignee),
    consignee_name: '李雷 عبدالملك Łódź 😀\n\t',
    consignee_street: 'x'.repeat(999),
  };
  await created(sandbox, 'eccang', 'LETTERS-1', { Consignee, shipping_method_no: '自带单号' });
  expect(await pagesAt((await label('eccang', 'getLabelUrl', { reference_no: 'LETTERS-1' })).url)).toHaveLength(1);
});

test('getLabelByTemplate draws a page per waybill and answers in the documented shape', async () => {
  const waybills = [
    (await created(sandbox, 'eccang', 'DOC-1')).waybill,
    (await created(sandbox, 'eccang', 'DOC-2')).waybill,
  ];
  const answer = await label('eccang', 'getLabelByTemplate', { template_id: '78', codes: waybills });
  expect(Object.keys(answer)).toEqual(Object.keys(exampleJson('eccang', 'getLabelByTemplate.response.json')));
  expect(await pagesAt(answer.url)).toHaveLength(2);
  expect(await label('eccang', 'getLabelByTemplate', { template_id: '78', codes: [] })).toMatchObject({
    ask: 'Failure',
    url: '',
    type: '',
    Error: { errCode: '50016' },
  });
});

describe('Huahan', () => {
  test('batchGetLabelUrl merges orders of one product, a page each', async () => {
    const { waybill } = await created(sandbox, 'huahan', 'MERGE-1');
    const { tracking } = await created(sandbox, 'huahan', 'MERGE-2');
    await created(sandbox, 'huahan', 'MERGE-3');
    const request = {
      ...exampleJson('huahan', 'batchGetLabelUrl.request.json'),
      reference_nos: [waybill, tracking, 'MERGE-3'],
    };
    const answer = await label('huahan', 'batchGetLabelUrl', request);
    expect(Object.keys(answer)).toEqual(Object.keys(exampleJson('huahan', 'batchGetLabelUrl.response.json')));
    expect(await pagesAt(answer.url)).toEqual([
      [10, 10],
      [10, 10],
      [10, 10],
    ]);
    await created(sandbox, 'huahan', 'MERGE-4', { shipping_method: 'PK0001' });
    for (const change of [
      { reference_nos: ['MERGE-1', 'MERGE-4'] },
      { reference_nos: ['MERGE-1', 'unknown'] },
      { reference_nos: Array.from({ length: 21 }, () => 'MERGE-1') },
      { reference_nos: [] },
      { label_type: undefined },
      { label_content_type: 7 },
      { extra_option: { print_declare_info: 'X' } },
    ]) {
      expect(await label('huahan', 'batchGetLabelUrl', { ...request, ...change })).toMatchObject({
        ask: 'Failure',
        message: '',
        Error: { errCode: '', errMessage: expect.any(String) },
      });
    }
  });

  test('batchGetDeliveryProof lists the orders it found', async () => {
    await created(sandbox, 'huahan', 'PROOF-1');
    const request = { reference_nos: ['PROOF-1', 'unknown'], labelName: '发货证明' };
    const answer = await label('huahan', 'batchGetDeliveryProof', request);
    const [proof, ...more] = objects(answer.data);
    expect(more).toEqual([]);
    expect(proof).toMatchObject({ reference_no: 'PROOF-1' });
    expect(await pagesAt(proof?.url)).toEqual([[21, 29.7]]);
    for (const change of [
      { reference_nos: ['unknown'] },
      { labelName: '' },
      { reference_nos: Array.from({ length: 11 }, () => 'PROOF-1') },
    ]) {
      expect(await label('huahan', 'batchGetDeliveryProof', { ...request, ...change })).toMatchObject({
        ask: 'Failure',
        message: '',
        Error: { errCode: '' },
      });
    }
  });
});

test('downloads count apart, repeat the same bytes, and unknown links are not found', async () => {
  await created(sandbox, 'eccang', 'COUNT-1');
  const { url } = await label('eccang', 'getLabelUrl', { reference_no: 'COUNT-1' });
  const [first, second] = await Promise.all(
    [1, 2].map(async () => Buffer.from(await (await fetch(String(url))).arrayBuffer())),
  );
  expect(first?.equals(second ?? Buffer.alloc(0))).toBe(true);
  expect((await fetch(`${sandbox.url}/eccang/PDF/unknown.pdf`)).status).toBe(404);
  expect((await control(sandbox, 'stats')).body.eccang).toMatchObject({ requests: 2, downloads: 3 });
  await control(sandbox, 'reset', {});
  expect((await fetch(String(url))).status).toBe(404);
});
