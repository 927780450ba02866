import { createOrdersWithLabels, getLabelData, printLabels, printMerged } from '../../../carriers/etower';
import { CarrierError } from '../../../carriers/http';
import { listOf, objectOf } from '#carriers/shared/json-value';
import { requests } from '../carrier';
import {
  client,
  example,
  expectSent,
  failure,
  newOrder,
  pdf,
  reply,
  request,
  severalPieces,
  success,
  textIn,
} from './wire';

describe('documented requests go out byte for byte', () => {
  const number = 'ABC123456789001001002';

  it('print-labels', async () => {
    const own = await client(reply('Success', success({ orderId: number, labelContent: pdf('1') })));
    const settings = { labelType: 1, packinglist: false, merged: false, labelFormat: 'JPG', dpi: '203' };
    await printLabels(own, [number], settings);
    expectSent('/services/shipper/labels', request('print-labels'));
  });

  it('label data asks with a bare list', async () => {
    await getLabelData(await client(reply('Success', success({ orderId: 'A', barCode: '1', weight: 2, sku: null }))), [
      'A',
    ]);
    expectSent('/services/shipper/labelSpecs', ['A']);
  });
});

describe('documented replies', () => {
  it('print-labels: of another kind of number, for the only one that was asked', async () => {
    const data = listOf(example('print-labels')['data']).map((entry) => ({ ...entry, labelContent: pdf('1') }));
    const [answer] = await printLabels(
      await client({ ...example('print-labels'), data }),
      ['ABC123456789001001002'],
      {},
    );
    expect(answer).toMatchObject({
      parcel: { trackingNumber: 'JDQ002445001000931503' },
      files: [{ extension: 'pdf', mimeType: 'application/pdf' }],
    });
    expect(answer).not.toHaveProperty('raw.labelContent');
  });
});

describe('labels', () => {
  it('several files, in labelContents', async () => {
    const entry = success({ orderId: 'A', labelContent: null, labelContents: [jpg, jpg] });
    const [answer] = await printLabels(await client(reply('Success', entry)), ['A'], {
      labelFormat: 'JPG',
      packinglist: true,
    });
    expect(answer).toMatchObject({ files: [{ extension: 'jpg' }, { extension: 'jpg' }] });
  });

  it.each([
    ['no label', { labelContent: null }, 'returned no label for A'],
    ['no Base64', { labelContent: '<html>' }, 'gave a label that is no Base64'],
    [
      'a web page',
      { labelContent: Buffer.from('<html></html>').toString('base64') },
      'gave a web page instead of a label',
    ],
  ])('%s fails that item alone', async (_case, content, message) => {
    const own = await client(
      reply('Success', success({ orderId: 'A', ...content }), success({ orderId: 'B', labelContent: pdf('B') })),
    );
    const [bad, good] = await printLabels(own, ['A', 'B'], {});
    expect(bad).toMatchObject({ kind: 'invalid-reply', message: expect.stringContaining(message) });
    expect(good).toMatchObject({ files: [{ extension: 'pdf' }] });
  });

  it("a master's label tells the numbers of all its pieces, and what the request was warned of", async () => {
    const entry = (number: string) =>
      success({ orderId: number, trackingNo: `T-${number}`, labelContent: pdf(number) });
    const own = await client({ ...reply('Success', entry('A'), entry('A-2')), warnings: ['The printer is slow'] });
    const [answer] = await printLabels(own, ['A'], { numberType: 'masterIds' });
    expect(answer).toMatchObject({
      parcel: {
        orderNumber: 'A',
        pieces: [{ orderNumber: 'A-2' }],
        parcels: [
          { orderNumber: 'A', trackingNumber: 'T-A' },
          { orderNumber: 'A-2', trackingNumber: 'T-A-2' },
        ],
        notes: ['The printer is slow'],
      },
    });
  });

  it('a merged file counts once, whichever entries carry it', async () => {
    for (const contents of [
      [pdf('all'), null],
      [pdf('all'), pdf('all')],
    ]) {
      const entries = contents.map((labelContent, index) => success({ orderId: `N${index}`, labelContent }));
      const { answers, files } = await printMerged(await client(reply('Success', ...entries)), ['N0', 'N1'], {
        labelFormat: 'PDF',
      });
      expect({ answers: answers.length, files: files.length }).toEqual({ answers: 2, files: 1 });
      expect(objectOf(JSON.parse(requests()[0]?.body ?? ''))).toMatchObject({
        orderIds: ['N0', 'N1'],
        merged: true,
      });
    }
  });

  it('a new order keeps its reference where the reply with its label does not repeat it', async () => {
    const created = success({ trackingNo: 'T-1', labelContent: null });
    const printed = success({ orderId: 'A', trackingNo: 'T-1', labelContent: pdf('A') });
    const own = await client(reply('Success', created), reply('Success', printed));
    const [answer] = await createOrdersWithLabels(own, [newOrder('A')], { labelFormat: 'PDF' });
    expect(answer).toMatchObject({
      raw: created,
      parcel: { reference: 'A', trackingNumber: 'T-1' },
      files: [{ extension: 'pdf' }],
    });
    expect(objectOf(JSON.parse(requests()[1]?.body ?? ''))).toMatchObject({ orderIds: ['A'] });
  });

  it.each([
    ['its own', pdf('A'), success({ orderId: 'A', labelContent: pdf('A') }), ['%PDF-1.4 A'], 1],
    ['one asked for', null, success({ orderId: 'A', labelContent: pdf('A') }), ['%PDF-1.4 A'], 2],
    ['none', null, failure(100000, 'busy', { orderId: 'A' }), [], 2],
  ])(
    'the labels of pieces stand apart from that of their order: %s',
    async (_case, labelContent, later, own, calls) => {
      const piece = success({ referenceNo: 'A-2', labelContent: null, labelContents: [pdf('A-2'), pdf('A-2b')] });
      const created = reply('Success', success({ orderId: 'A', labelContent, piecesResult: [piece] }));
      const etower = await client(created, reply('Success', later));
      const [answer] = await createOrdersWithLabels(etower, [severalPieces('A')], { labelFormat: 'PDF' });
      const texts = answer instanceof CarrierError ? [] : [answer?.files.map(textIn), answer?.pieceFiles.map(textIn)];
      expect(texts).toEqual([own, ['%PDF-1.4 A-2', '%PDF-1.4 A-2b']]);
      expect(requests()).toHaveLength(calls);
    },
  );

  it('one entry for the whole of a merged request stands for all its numbers', async () => {
    for (const fields of [{ orderId: null }, { orderId: 'N0' }, { orderId: 'N0,N1,N2' }]) {
      const own = await client(reply('Success', success({ ...fields, labelContent: pdf('all') })));
      const { answers, files } = await printMerged(own, ['N0', 'N1', 'N2'], { labelFormat: 'PDF' });
      expect(answers).toMatchObject(['N0', 'N1', 'N2'].map((orderId, at) => ({ raw: at === 0 ? {} : { orderId } })));
      expect(files).toHaveLength(1);
    }
  });

  it('a merged file beside the entries of its orders is found', async () => {
    const entries = [success({ orderId: 'N0' }), failure(100009, 'gone', { orderId: 'N1' })];
    const own = await client(reply('Partial Success', ...entries, success({ labelContent: pdf('all') })));
    const { answers, files } = await printMerged(own, ['N0', 'N1'], { labelFormat: 'PDF' });
    expect(answers).toMatchObject([{ raw: { orderId: 'N0' } }, { kind: 'not-found', message: 'gone' }]);
    expect(files).toHaveLength(1);
  });

  it.each([
    ['ZPL', `~DGR:LOGO.GRF,1024,16,${'0F'.repeat(1024)}\n^XA^FDx^FS^XZ`, 'zpl'],
    ['PDF', 'a remark of the printer server\n%PDF-1.4', 'pdf'],
    ['PDF', '^XA^FDx^FS^XZ', 'zpl'],
  ])('a file asked for as %s whose type its first bytes hide or show', async (labelFormat, content, extension) => {
    const labelContent = Buffer.from(content).toString('base64');
    const own = await client(reply('Success', success({ orderId: 'A', labelContent })));
    const [answer] = await printLabels(own, ['A'], { labelFormat });
    expect(answer).toMatchObject({ files: [{ extension }] });
  });

  it('ZPL with settings of the printer before it is ZPL', async () => {
    const zpl = Buffer.from('CT~~CD,~CC^~CT~\n^XA^FDx^FS^XZ').toString('base64');
    const [answer] = await printLabels(
      await client(reply('Success', success({ orderId: 'A', labelContent: zpl }))),
      ['A'],
      { labelFormat: 'ZPL' },
    );
    expect(answer).toMatchObject({ files: [{ extension: 'zpl', mimeType: 'x-application/zpl' }] });
  });
});

const jpg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0]).toString('base64');
