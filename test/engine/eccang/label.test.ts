import { PDFDocument } from '@cantoo/pdf-lib';
import { textOf } from '#carriers/shared/json-value';
import { step, type Step } from '../../../engine';
import { control, servicesOf } from '../../../sandbox/control-client';
import { eccangOrder } from '../../../sandbox/sample-orders';
import { enveloped } from '../../contract/eccang/wire';
import { loopback } from '../../contract/loopback';
import { fileOf, jsonOf, onRegularOutput, outputsOf, pairs, toErrorOutput } from '../outputs';
import { runWith } from '../sandbox';
import { accountsAt, carrierOf, create, orders, useEccang } from './orders';

const { sandbox, run, place } = useEccang();

describe.each(['huahan', 'eccangTms'])('%s', (node) => {
  const carrier = carrierOf(node);

  test('a label that ends too early comes with a hint', async () => {
    await control(sandbox, 'faults', { carrier, service: 'label', kind: 'half-body' });
    const label = step(node, 'Label', 'label', 'get', { number: '={{ $json.orderNumber }}' });
    const ran = await run(orders(2), create(node, { options: { concurrency: 1 } }), {
      ...label,
      parameters: { ...label.parameters, options: { concurrency: 1 } },
    });
    const [cut] = outputsOf(ran, 'Label');
    expect(ran.hints['Label']).toEqual([expect.stringMatching(/^\S+\.pdf: the end of the file is missing/)]);
    expect(ran.hints['Label']?.[0]).toContain(textOf(cut?.json['fileName']));
  });

  test('a label that cannot be had keeps its link, and the link alone can be asked for', async () => {
    await control(sandbox, 'faults', { carrier, kind: 'label-html' });
    const get = (name: string, parameters = {}): Step =>
      step(
        node,
        name,
        'label',
        'get',
        { number: "={{ $('Create').first().json.orderNumber }}", ...parameters },
        toErrorOutput,
      );
    const failed = await run([eccangOrder('A')], create(node), get('Label'));
    const [error] = outputsOf(failed, 'Label', 1);
    expect(error?.error?.message).toContain('gave a web page instead of a label');
    expect(error?.error?.description).toMatch(/Link: http:\/\/127\.0\.0\.1:\d+\/\w+\/PDF\//);
    const link = await run([eccangOrder('B')], create(node), get('Label', { download: false }));
    expect(jsonOf(link, 'Label')[0]).toMatchObject({ url: expect.stringContaining('/PDF/') });
    expect(outputsOf(link, 'Label')[0]?.binary).toBeUndefined();
  });
});

describe('Eccang alone', () => {
  const node = 'eccangTms';

  test('a document by template', async () => {
    const created = await place(node, orders(2));
    const numbers = created.map(({ orderNumber }) => orderNumber).join(',');
    const ran = await run([{}], step(node, 'Document', 'label', 'getDocument', { templateId: '78', number: numbers }));
    expect(outputsOf(ran, 'Document')[0]?.binary?.['data']).toMatchObject({ mimeType: 'application/pdf' });
  });

  test('many labels: 20 a call, a file for each call, and one that has no label fails alone', async () => {
    const created = await place(node, [...orders(21), eccangOrder('BARE', { shipping_method: 'PK0140' })]);
    const items = [{ reference: 'NOBODY' }, ...created, { reference: 'REF-0' }];
    const get = (parameters = {}): Step =>
      step(node, 'Labels', 'label', 'getMany', { number: '={{ $json.reference }}', ...parameters }, onRegularOutput);
    const ran = await run(items, get({ options: { concurrency: 1 } }));
    const out = outputsOf(ran, 'Labels');
    expect(pairs(out)).toEqual(items.map((_, item) => ({ item })));
    expect(out.flatMap(({ error }, index) => (error ? [[index, error.message]] : []))).toEqual([
      [0, '订单不存在'],
      [22, '产品未配置标签'],
    ]);
    expect(out.flatMap(({ binary }, index) => (binary ? [index] : []))).toEqual([1, 20]);
    expect(out[2]?.json).toMatchObject({ number: 'REF-1', labelsInFile: 19, fileName: 'labels-REF-0.pdf' });
    expect((await PDFDocument.load(await fileOf(ran))).getPageCount()).toBe(19);
    expect((await servicesOf(sandbox, 'eccang'))['batchGetlabel']).toBe(2);
    const links = await run(created.slice(0, 2), get({ download: false }));
    const url = expect.stringContaining('/PDF/');
    expect(jsonOf(links, 'Labels')).toEqual(
      [0, 1].map((each) => ({ number: `REF-${each}`, carrier: 'eccang', url, labelsInFile: 2 })),
    );
  });

  test.each([
    [{ kind: 'label-words' }, /NotAvailable/],
    [{ kind: 'label-missing' }, /without a link/],
    [{ kind: 'label-not-ready', as: 'refusal' }, /生成中/],
  ])('many labels under %j are errors, each in its item', async (fault, words) => {
    await place(node, orders(2));
    await control(sandbox, 'faults', { carrier: 'eccang', service: 'batchGetlabel', times: 3, ...fault });
    const labels = step(node, 'Labels', 'label', 'getMany', { number: '={{ $json.reference_no }}' }, onRegularOutput);
    const ran = await run(orders(2), labels);
    expect(jsonOf(ran, 'Labels').map(({ error }) => error)).toEqual(Array(2).fill(expect.stringMatching(words)));
  });

  test('numbers of a list that lost digits are refused', async () => {
    const number = '={{ [12345678901234567890] }}';
    const ran = await run([{}], step(node, 'Document', 'label', 'getDocument', { templateId: '78', number }));
    expect(ran.result.error?.message).toContain('has too many digits for a number');
  });

  test('the link to the invoice that comes with a label, where the carrier gives one', async () => {
    const reply = { ask: 'Success', message: '', url: 'http://labels.example.com/1.pdf', reference_no: 'R' };
    const invoice_url = 'http://labels.example.com/invoice.pdf';
    const server = await loopback((_, index) => ({ body: enveloped(index === 0 ? { ...reply, invoice_url } : reply) }));
    const ran = await runWith(
      accountsAt(server.url),
      [{}, {}],
      step(node, 'Label', 'label', 'get', { number: 'R', download: false, options: { concurrency: 1 } }),
    );
    await server.close();
    const facts = { carrier: 'eccang', number: 'R', reference: 'R', url: reply.url };
    expect(jsonOf(ran, 'Label')).toEqual([{ ...facts, invoiceUrl: invoice_url }, facts]);
  });
});
