/** Labels of which some bytes are wrong: each is printed or refused with a reason, and harms no other in the file. */
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { PNG } from 'pngjs';
import { readLabel } from '../../nodes/Parcel/merge/merged-labels';
import { layoutOf } from '../../nodes/Parcel/merge/paper';
import { PrintFile } from '../../nodes/Parcel/merge/pdf';
import { drawLabels } from '../../sandbox/label-drawing';
import { always } from './property';

const page = { title: 'Label', barcode: 'LBL-1', lines: ['Line'] };
const pdf = drawLabels([page, page], '10x15');
const png = PNG.sync.write(new PNG({ width: 30, height: 20 }));

/** Wrong bytes, parts that are missing or twice, and words of PDF where they do not belong. */
const mistake = fc.oneof(
  fc.record({ kind: fc.constant('byte' as const), at: fc.nat(), value: fc.nat(255) }),
  fc.record({ kind: fc.constant('cut' as const), at: fc.nat(), value: fc.nat(400) }),
  fc.record({ kind: fc.constant('twice' as const), at: fc.nat(), value: fc.nat(400) }),
  fc.record({
    kind: fc.constantFrom('null', '[', '<<', '1 0 R', '/Parent 3 0 R', '-99999999999', 'endobj', 'stream'),
    at: fc.nat(),
    value: fc.constant(0),
  }),
);

function withMistake(content: Buffer, { kind, at, value }: { kind: string; at: number; value: number }): Buffer {
  const place = at % content.length;
  const [head, tail] = [content.subarray(0, place), content.subarray(place)];
  if (kind === 'byte') return Buffer.concat([head, Buffer.from([value]), tail.subarray(1)]);
  if (kind === 'cut') return Buffer.concat([head, tail.subarray(value)]);
  if (kind === 'twice') return Buffer.concat([head, tail.subarray(0, value), tail]);
  return Buffer.concat([head, Buffer.from(` ${kind} `), tail.subarray(kind.length + 2)]);
}

it('a damaged label is printed or refused, and the label after it is printed', async () => {
  const plain = Buffer.from(await (await PDFDocument.load(await pdf)).save({ useObjectStreams: false }));
  const good = await readLabel(await pdf);
  await always(
    fc.asyncProperty(
      fc.constantFrom(plain, await pdf, png),
      fc.array(mistake, { minLength: 1, maxLength: 4 }),
      async (label, mistakes) => {
        const damaged = mistakes.reduce(withMistake, label);
        const file = await PrintFile.begin(layoutOf('100x150', 1), 1);
        const printing = readLabel(damaged).then(async (read) => {
          if ('faces' in read) await file.print(read.faces, '');
        });
        const refusal = await printing.catch((error: unknown) => error);
        expect(refusal === undefined || refusal instanceof Error).toBe(true);
        const before = file.pages;
        if ('faces' in good) await file.print(good.faces, '');
        // What a damaged label refers to may be copied with it; only the pages of the document are printed.
        const written = await PDFDocument.load(await file.content());
        expect(written.getPageCount()).toBe(before + 2);
      },
    ),
  );
});

it('the content of a page may be anything', async () => {
  await always(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), fc.boolean(), async (bytes, packed) => {
      const document = await PDFDocument.create();
      const { context } = document;
      const part = context.register(context.stream(packed ? deflateSync(bytes) : bytes, { Filter: 'FlateDecode' }));
      document.addPage().node.set(PDFName.of('Contents'), context.obj([part, part]));
      const read = await readLabel(Buffer.from(await document.save({ useObjectStreams: false }))).catch(
        (error: unknown) => error,
      );
      expect(read instanceof Error ? read.message : 'faces').toMatch(/^(faces|page 1 of the PDF cannot be read)$/);
    }),
  );
});
