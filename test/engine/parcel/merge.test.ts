/** Label: Merge in n8n's engine: what goes in and comes out, and whose error is whose. */
import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { stopEngine } from '../../../engine';
import { onRegularOutput, toErrorOutput } from '../outputs';
import { filesOf, labelOf, merged, outputOf, pagesOf, sizesOf, withFile } from './printed';

afterAll(stopEngine);

const ZPL = (number: string): string => `^XA^FO50,50^BCN,100^FD${number}^FS^XZ`;

const whole = labelOf(['LBL-1']);
const twoPages = labelOf(['LBL-2A', 'LBL-2B']);

it('gives one item for all, paired with all, and says where each label is', async () => {
  const items = [
    withFile({ reference: 'SO-1', number: 'N-1' }, await whole),
    withFile({ number: 7 }, await twoPages),
    withFile({ trackingNumber: 'TRK-3' }, await whole),
  ];
  const run = await merged(items);
  expect(run.result.status).toBe('success');
  const [output, ...others] = outputOf(run);
  expect(others).toEqual([]);
  expect(output?.json).toEqual({
    labels: 3,
    fileName: 'labels.pdf',
    pages: [
      { item: 0, reference: 'SO-1', file: 'labels.pdf', from: 1, to: 1 },
      { item: 1, reference: '7', file: 'labels.pdf', from: 2, to: 3 },
      { item: 2, reference: 'TRK-3', file: 'labels.pdf', from: 4, to: 4 },
    ],
  });
  expect(output?.pairedItem).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
  expect(output?.binary).toMatchObject({ data: { fileName: 'labels.pdf', mimeType: 'application/pdf' } });
  const [file] = await filesOf(run);
  expect(await sizesOf(file)).toEqual(Array(4).fill('100 x 150'));
});

it('asks for its size to be kept when it is printed', async () => {
  const [file] = await filesOf(await merged([withFile({}, await whole)]));
  const { catalog } = await PDFDocument.load(file ?? '');
  expect(catalog.getViewerPreferences()?.getPrintScaling()).toBe('None');
  expect(catalog.get(PDFName.of('AcroForm'))).toBeUndefined();
});

it.each([
  ['100x100', '100 x 100'],
  ['100x150', '100 x 150'],
  ['4x6in', '101.6 x 152.4'],
  ['a4', '210 x 297'],
])('prints on %s', async (paper, size) => {
  const [file] = await filesOf(await merged([withFile({}, await whole)], { paper, perPage: 1 }));
  expect(await sizesOf(file)).toEqual([size]);
});

it('takes the file and gives it where the form says, and several files when they are full', async () => {
  const items = await Promise.all(
    ['A', 'B', 'C'].map(async (name) => withFile({ number: name }, await twoPages, 'label')),
  );
  const options = { pagesPerFile: 4, outputBinaryPropertyName: 'sheet' };
  const run = await merged(items, { binaryPropertyName: 'label', options });
  expect(outputOf(run)[0]?.json).toMatchObject({
    labels: 3,
    fileName: 'labels.pdf',
    files: [
      { fileName: 'labels.pdf', binary: 'sheet', pages: 4 },
      { fileName: 'labels_2.pdf', binary: 'sheet_2', pages: 2 },
    ],
    pages: [
      { item: 0, file: 'labels.pdf', from: 1, to: 2 },
      { item: 1, file: 'labels.pdf', from: 3, to: 4 },
      { item: 2, file: 'labels_2.pdf', from: 1, to: 2 },
    ],
  });
  expect(Object.keys(outputOf(run)[0]?.binary ?? {})).toEqual(['sheet', 'sheet_2']);
});

it('fills sheets row by row, from the first free place on', async () => {
  const items = await Promise.all(['A', 'B', 'C'].map(async (number) => withFile({ number }, await whole)));
  const run = await merged(items, { paper: 'a4', perPage: 4, options: { startAt: 3 } });
  expect(pagesOf(run)).toMatchObject([
    { from: 1, to: 1 },
    { from: 1, to: 1 },
    { from: 2, to: 2 },
  ]);
});

it('sorts as people count, and puts groups behind a page of their own', async () => {
  const places = ['B10', 'A2', 'A10', 'A2', ''];
  const items = await Promise.all(
    places.map(async (place, index) => withFile({ place, carrier: index === 2 ? 'etower' : 'huahan' }, await whole)),
  );
  const options = { sortBy: '={{ $json.place }}', groupBy: '={{ $json.carrier }}' };
  const run = await merged(items, { paper: '100x150', options });
  expect(pagesOf(run)).toMatchObject([
    { item: 1, from: 2 },
    { item: 3, from: 3 },
    { item: 0, from: 4 },
    { item: 4, from: 5 },
    { item: 2, from: 7 },
  ]);
  expect(await sizesOf((await filesOf(run))[0])).toHaveLength(7);
});

describe('a file that cannot be printed', () => {
  const cases: [string, () => Promise<object> | object, RegExp][] = [
    ['none', () => ({ json: {} }), /no binary data|binary (file|field|data)/i],
    ['empty', () => withFile({}, ''), /it is empty/],
    ['something else', () => withFile({}, '<html>Not found</html>'), /none of PDF, JPG, PNG and ZPL/],
    ['a GIF', () => withFile({}, 'GIF89a;'), /the kind gif/],
    ['cut off', async () => withFile({}, (await whole).subarray(0, 900)), /the end of the file is missing/],
    [
      'broken',
      () => withFile({}, '%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 9 0 R >>\nendobj\n%%EOF\n'),
      /the PDF is broken/,
    ],
    ['encrypted', async () => withFile({}, await encrypted()), /the PDF is encrypted/],
    ['ZPL beside others', () => withFile({}, ZPL('LBL-9')), /it is ZPL/],
  ];

  it.each(cases)('%s: is the error of its item, and the others are printed', async (_, item, message) => {
    const good = withFile({ number: 'N' }, await whole);
    const run = await merged([good, await item(), good], {}, { settings: onRegularOutput });
    const [output, error, ...others] = outputOf(run);
    expect(others).toEqual([]);
    expect(output?.pairedItem).toEqual([{ item: 0 }, { item: 2 }]);
    expect(error).toMatchObject({ pairedItem: { item: 1 }, error: { message: expect.stringMatching(message) } });
  });

  it.each(cases)('%s: stops the node, which names the item', async (_, item, message) => {
    const run = await merged([withFile({}, await whole), await item()]);
    expect(run.result).toMatchObject({ status: 'error', error: { message: expect.stringMatching(message) } });
  });

  it('goes to the error output with what the item was', async () => {
    const run = await merged(
      [withFile({ number: 'N-1' }, ''), withFile({}, await whole)],
      {},
      { settings: toErrorOutput },
    );
    expect(outputOf(run)).toMatchObject([{ pairedItem: [{ item: 1 }] }]);
    expect(outputOf(run, 1)).toMatchObject([{ json: { number: 'N-1', error: expect.stringMatching(/it is empty/) } }]);
  });

  it('gives nothing but errors where no label is left', async () => {
    const run = await merged([withFile({}, ''), withFile({}, '')], {}, { settings: onRegularOutput });
    expect(outputOf(run).map(({ pairedItem, error }) => [pairedItem, error === undefined])).toEqual([
      [{ item: 0 }, false],
      [{ item: 1 }, false],
    ]);
  });
});

it('joins ZPL as it is where all is ZPL', async () => {
  const items = ['LBL-2', 'LBL-1'].map((number) =>
    withFile({ number }, ZPL(number) + (number === 'LBL-2' ? ZPL('X') : '')),
  );
  const run = await merged(items, { options: { sortBy: '={{ $json.number }}' } });
  const [file] = await filesOf(run);
  expect(file?.toString()).toBe(`${ZPL('LBL-1')}\n${ZPL('LBL-2')}${ZPL('X')}\n`);
  expect(outputOf(run)[0]).toMatchObject({
    binary: { data: { fileName: 'labels.zpl' } },
    json: {
      pages: [
        { item: 1, file: 'labels.zpl', from: 1, to: 1 },
        { item: 0, from: 2, to: 3 },
      ],
    },
  });
});

it('says so where bars may have become too narrow, and only there', async () => {
  const item = withFile({}, await whole);
  const four = await merged([item, item], { paper: 'a4', perPage: 4 });
  expect(four.hints['Merge']).toEqual([]);
  const eight = await merged([item, item], { paper: 'a4', perPage: 8 });
  const note = 'Items 0, 1 (the first item is 0): reduced to as little as 70 % of the size';
  expect(eight.hints['Merge']).toEqual([expect.stringContaining(note)]);
  expect(outputOf(eight)[0]?.json['notes']).toEqual(eight.hints['Merge']);
});

it.each([
  [{ options: { pagesPerFile: 0 } }, /Pages per File must be a whole number, 1 or more/],
  [{ paper: 'a4', perPage: 8, options: { startAt: 9 } }, /Start At must be a place of the sheet, from 1 to 8/],
  [{ paper: 'a4', perPage: 3 }, /Labels per Sheet/],
  [{ paper: 'letter' }, /Paper/],
  [{ paper: 'a4', perPage: 4, options: { startAt: 2, groupBy: 'x' } }, /Start At and Group By/],
])('refuses %j', async (parameters, message) => {
  const run = await merged([withFile({}, await whole)], parameters);
  expect(run.result.error?.message).toMatch(message);
});

it('tells of each label that it is at, of those that have a file', async () => {
  const told: string[] = [];
  await merged(
    [withFile({}, await whole), { json: {} }, withFile({}, await whole)],
    {},
    {
      settings: onRegularOutput,
      onProgress: ({ items, ofItems, ofCalls }) => told.push(`${items} of ${ofItems}, ${ofCalls} calls`),
    },
  );
  expect(told).toEqual(['0 of 2, 0 calls', '1 of 2, 0 calls']);
});

it('ends when the execution is cancelled', async () => {
  const cancel = new AbortController();
  cancel.abort();
  const run = await merged([withFile({}, await whole)], {}, { signal: cancel.signal });
  expect(run.result.status).toBe('error');
  expect(await filesOf(run)).toEqual([]);
});

/** As far as a reader looks before it asks for a password. */
async function encrypted(): Promise<Buffer> {
  const document = await PDFDocument.load(await whole);
  const { context } = document;
  context.trailerInfo.Encrypt = context.register(context.obj({ Filter: 'Standard', V: 1, R: 2, P: -4 }));
  return Buffer.from(await document.save({ useObjectStreams: false }));
}
