import timers from 'node:timers/promises';
import { step, stopEngine, type WorkflowRun } from '../../engine';
import { credentialsFor } from '../../sandbox/control-client';
import { etowerOrder } from '../../sandbox/sample-orders';
import { enveloped } from '../contract/eccang/wire';
import { PDF } from '../contract/label-bodies';
import { loopback, type Answer, type Received } from '../contract/loopback';
import { fileOf, jsonOf, onRegularOutput, outputsOf } from './outputs';
import { runWith } from './sandbox';

beforeEach(() => {
  // Waiting takes no time: what matters is what is asked after it.
  jest.spyOn(timers, 'setTimeout').mockResolvedValue(undefined);
});
afterEach(() => jest.restoreAllMocks());
afterAll(stopEngine);

/** How a carrier answers an operation that gives labels. */
interface Operation {
  node: string;
  resource: string;
  operation: string;
  parameters: object;
  /** The reply with links to its files, or undefined for one that holds them. */
  linking?: (links: string[]) => Answer;
  /** The reply with these files in it. */
  holding?: (files: string[]) => Answer;
  /** The reply of a carrier that refuses with these words. */
  refusing: (words: string) => Answer;
}

const json = (value: object): Answer => ({ body: JSON.stringify(value) });
const eccang = (reply: object): Answer => ({ body: enveloped({ ask: 'Success', message: '', ...reply }) });
const ofEccang = (node: string, operation: string, parameters: object): Operation => ({
  node,
  resource: 'label',
  operation,
  parameters,
  linking: (links) => eccang({ url: links.join(',') }),
  refusing: (message) => eccang({ ask: 'Failure', message }),
});
const base64 = (file: string): string => Buffer.from(file).toString('base64');
const etower = (entry: object): Answer =>
  json({ status: 'Success', errors: null, data: [{ status: 'Success', errors: null, orderId: 'N-1', ...entry }] });
const ofEtower = (parameters: object): Operation => ({
  node: 'etower',
  resource: 'label',
  operation: 'get',
  parameters,
  linking: (labelUrl) => etower({ labelUrl }),
  holding: (files) => etower({ labelContents: files.map(base64) }),
  refusing: (message) => etower({ status: 'Failure', errors: [{ code: 1, message }] }),
});

const OPERATIONS: [string, Operation][] = [
  ['Eccang: Get', ofEccang('eccangTms', 'get', { number: 'N-1' })],
  ['Eccang: Get Document', ofEccang('eccangTms', 'getDocument', { number: 'N-1', templateId: '1' })],
  ['Huahan: Get', ofEccang('huahan', 'get', { number: 'N-1' })],
  ['Huahan: Get Merged', ofEccang('huahan', 'getMerged', { number: 'N-1' })],
  [
    'Huahan: Get Proof of Dispatch',
    {
      ...ofEccang('huahan', 'getProofOfDispatch', { number: 'N-1' }),
      linking: (url) => eccang({ data: [{ reference_no: 'N-1', url }] }),
    },
  ],
  ['eTower: Get', ofEtower({ number: 'N-1' })],
  ['eTower: Get, not simplified', ofEtower({ number: 'N-1', simplify: false })],
  ['eTower: Get, merged', ofEtower({ number: 'N-1', merged: true })],
  [
    'Mgoship: Get Label',
    {
      node: 'mgoship',
      resource: 'inboundOrder',
      operation: 'getLabel',
      parameters: { number: 'N-1' },
      linking: (label_url) => json({ status: { code: 'OK', msg: '' }, data: { label_url } }),
      refusing: (msg) => json({ status: { code: 'ERROR', msg } }),
    },
  ],
];
const HOLDING = OPERATIONS.filter(([, { holding }]) => holding);

/** Runs an operation on one item, with a carrier that answers as told. */
async function run(
  { node, resource, operation, parameters }: Operation,
  answer: (request: Received, url: string, index: number) => Answer,
  more: object = {},
): Promise<WorkflowRun> {
  let url = '';
  const server = await loopback((request, index) => answer(request, url, index));
  ({ url } = server);
  const label = step(node, 'Label', resource, operation, { ...parameters, ...more }, onRegularOutput);
  try {
    return await runWith(credentialsFor({ url }), [{}], label);
  } finally {
    await server.close();
  }
}

const CUT = PDF.slice(0, 20);
const WAIT = { waitUntilReady: true, waitSeconds: 100_000, options: { waitInterval: 0.1 } };
const notes = [expect.stringMatching(/^\S+\.pdf: the end of the file is missing/)];

describe.each(OPERATIONS)('%s', (_, operation) => {
  const { linking, refusing } = operation;
  const linked = (request: Received, url: string, file: Answer): Answer =>
    request.method === 'GET' ? file : (linking?.([`${url}/1.pdf`]) ?? file);

  test('a file without its end says so in the item', async () => {
    const ran = await run(operation, (request, url) => linked(request, url, { body: CUT }));
    expect(jsonOf(ran, 'Label')).toMatchObject([{ notes }]);
    expect(ran.hints['Label']).toEqual(notes);
  });

  test('several links are several files', async () => {
    const ran = await run(operation, ({ method, path }, url) =>
      method === 'GET'
        ? { body: PDF.replace('1 0', path.charAt(1)) }
        : (linking?.([`${url}/1.pdf`, `${url}/2.pdf`]) ?? { body: '' }),
    );
    expect(Object.keys(outputsOf(ran, 'Label')[0]?.binary ?? {})).toEqual(['data', 'data_2']);
    expect(String(await fileOf(ran, 1))).toContain('\n2 obj');
  });

  test.each([
    ['404 at the link', { status: 404, body: 'not there' }, /HTTP 404/],
    ['words', { body: '标签生成中' }, /"标签生成中"/],
  ])('%s is an error, or is waited for', async (_case, early, message) => {
    const once = await run(operation, (request, url) => linked(request, url, early));
    expect(jsonOf(once, 'Label')).toMatchObject([{ error: expect.stringMatching(message) }]);
    let asked = 0;
    const waited = await run(
      operation,
      (request, url) => linked(request, url, request.method === 'GET' && (asked += 1) > 2 ? { body: PDF } : early),
      WAIT,
    );
    expect(outputsOf(waited, 'Label')).toMatchObject([{ binary: { data: { mimeType: 'application/pdf' } } }]);
    expect(asked).toBe(3);
  });

  test('a refusal that says so is waited for, and any other ends it', async () => {
    const answers = (words: string) => (request: Received, url: string, index: number) =>
      index < 2 ? refusing(words) : linked(request, url, { body: PDF });
    const ready = await run(operation, answers('面单处理中，请稍后再试'), WAIT);
    expect(outputsOf(ready, 'Label')).toMatchObject([{ binary: { data: {} } }]);
    const refused = await run(operation, answers('没有此订单'), WAIT);
    expect(jsonOf(refused, 'Label')).toMatchObject([{ error: expect.stringContaining('没有此订单') }]);
  });

  test('when the time is over, the item says that the label is not ready', async () => {
    const ran = await run(operation, () => refusing('标签生成中'), { ...WAIT, waitSeconds: 0 });
    const [item] = outputsOf(ran, 'Label');
    expect(item?.json['error']).toContain('标签生成中');
    expect(item?.error?.description).toContain('not ready yet');
  });
});

describe.each(HOLDING)('%s, with the files in the reply', (_, operation) => {
  test('a file without its end says so in the item', async () => {
    const ran = await run(operation, () => operation.holding?.([CUT]) ?? { body: '' });
    expect(jsonOf(ran, 'Label')).toMatchObject([{ notes }]);
    expect(ran.hints['Label']).toEqual(notes);
  });
});

test.each([true, false])('eTower: a piece without a label is named in the item (Simplify %s)', async (simplify) => {
  const piece = (orderId: string, labelContent: string | null) => ({
    status: 'Success',
    errors: null,
    orderId,
    labelContent,
  });
  const data = [piece('P-1', base64(PDF)), piece('P-2', null)];
  const ran = await run(ofEtower({ number: 'M', numberType: 'masterIds', simplify }), () =>
    json({ status: 'Success', errors: null, data }),
  );
  expect(jsonOf(ran, 'Label')).toMatchObject([{ notes: ['No label came for P-2.'] }]);
  expect(outputsOf(ran, 'Label')).toMatchObject([{ binary: { data: { mimeType: 'application/pdf' } } }]);
});

describe('Create With Label', () => {
  const create = {
    ...ofEtower({ inputMode: 'json', body: etowerOrder('N-1') }),
    resource: 'order',
    operation: 'createWithLabel',
  };

  test.each([true, false])('says in the item why there is no label (Simplify %s)', async (simplify) => {
    const answer = (): Answer => etower({ trackingNo: 'T-1', labelContent: 'NotAvailable' });
    const ran = await run(create, answer, { simplify });
    expect(jsonOf(ran, 'Label')).toMatchObject([
      { notes: [expect.stringMatching(/NotAvailable".*created without its label.*Label: Get/)] },
    ]);
    expect(outputsOf(ran, 'Label')[0]?.binary).toBeUndefined();
  });

  test('says what keeps a label behind a link, and that it may come later', async () => {
    const ran = await run(create, ({ method }, url) =>
      method === 'GET' ? { status: 404, body: '' } : etower({ trackingNo: 'T-1', labelUrl: `${url}/1.pdf` }),
    );
    expect(jsonOf(ran, 'Label')).toMatchObject([
      {
        notes: [
          expect.stringMatching(
            /^The label .*\(not ready yet\).*HTTP 404.* \(http:\S+\/1\.pdf\)\. The order was created/,
          ),
        ],
      },
    ]);
  });

  test('when the time is over, the item says that the label is not ready', async () => {
    const ran = await run(create, () => etower({ trackingNo: 'T-1', labelContent: null }), { ...WAIT, waitSeconds: 0 });
    expect(jsonOf(ran, 'Label')).toMatchObject([
      { trackingNumber: 'T-1', notes: [expect.stringContaining('not ready yet')] },
    ]);
  });

  test('waits for the label, and creates once', async () => {
    const paths: string[] = [];
    const ran = await run(
      create,
      ({ path }, _, index) => {
        paths.push(path);
        return etower({ trackingNo: 'T-1', labelContent: index < 3 ? null : base64(CUT) });
      },
      WAIT,
    );
    expect(jsonOf(ran, 'Label')).toMatchObject([{ trackingNumber: 'T-1', fileName: 'N-1.pdf', notes }]);
    expect(paths.filter((path) => path.endsWith('orderLabels'))).toHaveLength(1);
  });
});

describe('a link that is no link', () => {
  const operation = ofEccang('eccangTms', 'get', { number: 'N-1' });

  test('a data URI is the file, and not in the item as well', async () => {
    const ran = await run(operation, () => eccang({ url: `data:application/pdf;base64,${base64(PDF)}` }));
    expect(outputsOf(ran, 'Label')).toMatchObject([{ binary: { data: { fileName: 'N-1.pdf' } } }]);
    expect(jsonOf(ran, 'Label')[0]).not.toHaveProperty('url');
  });

  test('a link without its host is given out whole', async () => {
    const ran = await run(operation, () => eccang({ url: 'files.example.com/1.pdf?a=1&amp;amp;b=2' }), {
      download: false,
    });
    expect(jsonOf(ran, 'Label')).toMatchObject([{ url: 'http://files.example.com/1.pdf?a=1&b=2' }]);
  });

  test('several links alone are all in the item', async () => {
    const urls = ['http://files.example.com/1.pdf', 'http://files.example.com/2.pdf'];
    const ran = await run(operation, () => eccang({ url: urls }), { download: false });
    expect(jsonOf(ran, 'Label')).toMatchObject([{ url: urls[0], urls }]);
  });
});
