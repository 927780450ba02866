import { createOrdersWithLabels, EtowerClient, printLabels, printMerged } from '../../../carriers/etower';
import { allWhenReady } from '#carriers/shared/not-ready';
import { carrierThat, requests } from '../carrier';
import { CUT, LABELS, NO_LABELS, NOT_READY, PDF } from '../label-bodies';
import type { Answer } from '../loopback';
import { accountAt, asAnswer, client, failure, KEY, newOrder, reply, success, textIn } from './wire';

const base64 = (content: Buffer | string): string => Buffer.from(content).toString('base64');

async function printed(entry: object) {
  const [answer] = await printLabels(await client(reply('Success', success({ orderId: 'A', ...entry }))), ['A'], {
    labelFormat: 'PDF',
  });
  return answer;
}

it.each(LABELS)('a label with %s inside its Base64', async (_, body, content, extension) => {
  const answer = await printed({ labelContent: base64(body) });
  expect(answer).toMatchObject({ files: [{ extension }] });
  expect(answer).toMatchObject({ files: [{ content: Buffer.from(content, 'latin1') }] });
  expect(answer).not.toHaveProperty('files.0.warning');
});

it.each([
  ['a data URI', { labelContent: `data:application/pdf;base64,${base64(PDF)}` }],
  ['URL-safe Base64', { labelContent: Buffer.from(PDF).toString('base64url') }],
  ['ZPL as it is', { labelContent: '^XA^FDx^FS^XZ' }],
  ['a list of PHP with gaps', { labelContents: { '0': base64(PDF), '3': null } }],
  ['a list as JSON in a text', { labelContents: JSON.stringify([base64(PDF)]) }],
  ['a list in the field for one', { labelContent: [base64(PDF)] }],
])('a label as %s', async (_, entry) => {
  expect(await printed(entry)).toMatchObject({ files: [{ content: expect.any(Buffer) }] });
});

it.each(CUT)('half a %s in Base64 comes with a warning', async (_, body) => {
  const answer = await printed({ labelContent: base64(body) });
  expect(answer).toMatchObject({ files: [{ warning: expect.stringContaining('the end of the file is missing') }] });
});

it('Base64 that a column of 65,535 characters cut is no whole PDF', async () => {
  const cut = base64(`%PDF-1.4\n${'1 0 obj\n'.repeat(8000)}%%EOF`).slice(0, 65_535);
  expect(await printed({ labelContent: cut })).toMatchObject({
    files: [{ extension: 'pdf', warning: expect.any(String) }],
  });
});

it.each(NO_LABELS)('%s is an error with its words', async (_, body, words) => {
  const answer = await printed({ labelContent: base64(body) });
  expect(answer).toMatchObject({ kind: 'invalid-reply', message: expect.stringContaining(words) });
  expect(answer).not.toHaveProperty('notReady');
});

it.each(['null', 'NotAvailable', 'Label failed: 100016', '{"msg":"no"}'])(
  '%s in place of Base64 as well',
  async (text) => {
    const words = text.startsWith('{') ? 'no' : text;
    expect(await printed({ labelContent: text })).toMatchObject({ message: expect.stringContaining(`"${words}"`) });
  },
);

it('an error repeats no secret', async () => {
  expect(await printed({ labelContent: `no label for ${KEY}` })).toMatchObject({
    message: expect.not.stringContaining(KEY),
  });
});

it.each<[string, object]>([
  ...NOT_READY.map(([name, body]): [string, object] => [name, { labelContent: base64(body) }]),
  ['no content', { labelContent: null }],
  ['生成中 as a refusal', failure(999, '标签生成中，请稍后再试')],
])('%s is not ready yet', async (_, entry) => {
  const own = await client(reply('Success', { ...success({ orderId: 'A' }), ...entry }));
  const [answer] = await allWhenReady(own, undefined, ['A'], (ids) => printLabels(own, ids, {}));
  expect(answer).toMatchObject({ notReady: true });
});

describe('a label behind labelUrl', () => {
  /** Entries as told, and a PDF at every other path. */
  async function linking(entry: (url: string) => object, labelHosts?: string): Promise<EtowerClient> {
    const server = await carrierThat(({ path }): Answer => {
      if (!path.startsWith('/services')) return { body: PDF };
      const answer = asAnswer(reply('Success', success({ orderId: 'A', ...entry(server.url) })));
      return typeof answer === 'string' ? { body: answer } : answer;
    });
    return new EtowerClient({ ...accountAt(server.url), ...(labelHosts === undefined ? {} : { labelHosts }) });
  }

  it.each<[string, (url: string) => object, number]>([
    ['no content', (url) => ({ labelContent: null, labelUrl: `${url}/1.pdf?a=1&amp;b=2` }), 1],
    ['content that is none', (url) => ({ labelContent: 'null', labelUrl: `${url}/1.pdf` }), 1],
    ['several links', (url) => ({ labelUrl: `${url}/1.pdf,${url}/2.pdf` }), 2],
    ['a list of links', (url) => ({ labelUrl: [`${url}/1.pdf`, `${url}/2.pdf`] }), 2],
    ['a path', () => ({ labelUrl: '/1.pdf' }), 1],
  ])('is fetched where there is %s, unsigned', async (_, entry, files) => {
    const [answer] = await printLabels(await linking(entry), ['A'], {});
    expect(answer).toMatchObject({ files: Array.from({ length: files }, () => ({ extension: 'pdf' })) });
    const fetched = requests().slice(1);
    expect(fetched.map(({ headers }) => headers.authorization)).toEqual(fetched.map(() => undefined));
    expect(fetched).toHaveLength(files);
  });

  it('is not fetched where there is content', async () => {
    const own = await linking((url) => ({ labelContent: base64(PDF), labelUrl: `${url}/1.pdf` }));
    expect(await printLabels(own, ['A'], {})).toMatchObject([{ files: [{ extension: 'pdf' }] }]);
    expect(requests()).toHaveLength(1);
  });

  it('comes merged, and once', async () => {
    const own = await linking((url) => ({ labelUrl: `${url}/all.pdf` }));
    const { answers, files } = await printMerged(own, ['A', 'B'], { labelFormat: 'PDF' });
    expect(answers).toMatchObject([{ raw: { orderId: 'A' } }, { raw: { orderId: 'B' } }]);
    expect(files.map(textIn)).toEqual([PDF]);
  });

  it('comes with a new order', async () => {
    const own = await linking((url) => ({ labelUrl: `${url}/1.pdf` }));
    const [answer] = await createOrdersWithLabels(own, [newOrder('A')], {});
    expect(answer).toMatchObject({ files: [{ extension: 'pdf' }], missing: [] });
    expect(requests()).toHaveLength(2);
  });

  it('is refused on another host, unless the credential names it', async () => {
    const elsewhere = (url: string) => ({ labelUrl: `${url.replace('127.0.0.1', 'localhost')}/1.pdf` });
    const [refused] = await printLabels(await linking(elsewhere), ['A'], {});
    expect(refused).toMatchObject({
      kind: 'rejected',
      message: expect.stringContaining('leads to localhost'),
      hint: expect.stringContaining('Label Hosts'),
      link: expect.stringContaining('/1.pdf'),
    });
    const [allowed] = await printLabels(await linking(elsewhere, 'localhost'), ['A'], {});
    expect(allowed).toMatchObject({ files: [{ extension: 'pdf' }] });
  });
});

describe('Create With Label without a label', () => {
  it.each([
    ['the words in its place', { labelContent: 'NotAvailable' }, [expect.stringContaining('"NotAvailable"'), 'busy']],
    ['the refusal of the call for it', { labelContent: null }, ['busy']],
  ])('tells %s', async (_, entry, reasons) => {
    const created = reply('Success', success({ orderId: 'A', trackingNo: 'T', ...entry }));
    const own = await client(created, reply('Success', failure(100000, 'busy', { orderId: 'A' })));
    const [answer] = await createOrdersWithLabels(own, [newOrder('A')], {});
    expect(answer).toMatchObject({ files: [], missing: reasons });
  });

  it('tells the link that could not be opened', async () => {
    const link = 'http://files.example.com/1.pdf';
    const own = await client(reply('Success', success({ orderId: 'A', labelUrl: link })));
    const [answer] = await createOrdersWithLabels(own, [newOrder('A')], {});
    expect(answer).toMatchObject({ missing: expect.arrayContaining([expect.stringContaining(`(${link})`)]) });
  });

  it('tells when the call for it fails', async () => {
    const own = await client(reply('Success', success({ orderId: 'A' })), { status: 400, body: 'no' });
    const [answer] = await createOrdersWithLabels(own, [newOrder('A')], {});
    expect(answer).toMatchObject({ files: [], missing: [expect.stringContaining('HTTP 400')] });
  });

  it('asks again for the label alone while it is being made', async () => {
    const created = reply('Success', success({ orderId: 'A', labelContent: base64('生成中') }));
    const making = reply('Success', success({ orderId: 'A', labelContent: null }));
    const own = await client(
      created,
      making,
      making,
      reply('Success', success({ orderId: 'A', labelContent: base64(PDF) })),
    );
    const [answer] = await createOrdersWithLabels(own, [newOrder('A')], {}, { deadlineMs: 60_000, intervalMs: 1 });
    expect(answer).toMatchObject({ files: [{ extension: 'pdf' }], missing: [] });
    expect(requests().map(({ path }) => path)).toEqual([
      '/services/shipper/orderLabels',
      ...Array.from({ length: 3 }, () => '/services/shipper/labels'),
    ]);
  });
});
