/** What labels look like once they are on paper, as Chrome's engine draws them, against what they looked like before. */
import { randomBytes } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';
import { encode } from 'jpeg-js';
import { degrees, PDFDocument, PDFName, rgb, type PDFPage } from '@cantoo/pdf-lib';
import { PNG } from 'pngjs';
import { knownFile } from '#carriers/shared/file-type';
import { layoutOf } from '../../../../nodes/Parcel/merge/paper';
import { facesOf, PrintFile } from '../../../../nodes/Parcel/merge/pdf';
import { pictures, textsOf, type Picture } from '../../../scanner';

/** Labels on paper; each may have a text under it. */
async function printed(
  labels: readonly (Buffer | [label: Buffer, strip: string])[],
  { paper = 'asIs', perPage = 1, startAt = 1 } = {},
): Promise<Buffer> {
  const file = await PrintFile.begin(layoutOf(paper, perPage), startAt);
  for (const each of labels) {
    const [label, strip] = Buffer.isBuffer(each) ? [each, ''] : each;
    await file.print(await facesOf(knownFile(label) ?? { content: label, extension: '' }), strip);
  }
  return file.content();
}

/** A page with a black corner at the bottom left, a grey one at the bottom right and a bar along the top. */
async function pageWith(change: (page: PDFPage) => void): Promise<Buffer> {
  const document = await PDFDocument.create();
  const page = document.addPage([200, 300]);
  page.drawRectangle({ x: 20, y: 20, width: 40, height: 40, color: rgb(0, 0, 0) });
  page.drawRectangle({ x: 140, y: 20, width: 40, height: 40, color: rgb(0.5, 0.5, 0.5) });
  page.drawRectangle({ x: 20, y: 250, width: 160, height: 20, color: rgb(0.2, 0.2, 0.2) });
  change(page);
  return Buffer.from(await document.save());
}

/** How many dots of a hundred differ clearly. */
function differenceOf(one: Picture | undefined, other: Picture | undefined): number {
  expect([one?.width, one?.height]).toEqual([other?.width, other?.height]);
  const differing = one?.dots.filter((dot, index) => Math.abs(dot - (other?.dots[index] ?? 0)) > 64) ?? [];
  return (100 * differing.length) / (one?.dots.length ?? 1);
}

it.each<[string, (page: PDFPage) => void]>([
  ['as it is', () => undefined],
  ['turned by 90', (page) => page.setRotation(degrees(90))],
  ['turned by 180', (page) => page.setRotation(degrees(180))],
  ['turned by -90', (page) => page.setRotation(degrees(-90))],
  ['cut to its crop box', (page) => page.setCropBox(10, 15, 150, 200)],
  [
    'cut and turned',
    (page) => {
      page.setCropBox(10, 15, 150, 200);
      page.setRotation(degrees(270));
    },
  ],
  ['with a media box that begins elsewhere', (page) => page.setMediaBox(-50, -40, 260, 350)],
  ['with a crop box that is larger than the page', (page) => page.setCropBox(-50, 100, 400, 400)],
  [
    'with corners in another order',
    (page) => page.node.set(PDFName.of('MediaBox'), page.doc.context.obj([200, 300, 0, 0])),
  ],
  [
    'with its drawing in parts',
    (page) => {
      const { context } = page.doc;
      const parts = ['0 g 100', ' 100 30 30 re', 'f'].map((part) => context.register(context.stream(part)));
      page.node.set(PDFName.of('Contents'), context.obj(parts));
    },
  ],
  [
    'with a stamp on it',
    (page) => {
      const { context } = page.doc;
      const stamp = context.stream('0 g 0 0 10 10 re f', { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 20, 20] });
      const appearance = { N: context.register(stamp) };
      const annotation = { Type: 'Annot', Subtype: 'Stamp', F: 4, Rect: [80, 100, 180, 200], AP: appearance };
      page.node.set(PDFName.of('Annots'), context.obj([context.register(context.obj(annotation))]));
    },
  ],
])('draws a page %s as it was', async (_, change) => {
  const label = await pageWith(change);
  const [before] = await pictures(label, 4);
  const [after] = await pictures(await printed([label]), 4);
  expect(differenceOf(before, after)).toBeLessThan(0.5);
});

it('takes the unit of a page that is drawn in larger ones', async () => {
  const label = await pageWith((page) => page.node.set(PDFName.of('UserUnit'), page.doc.context.obj(2)));
  const [before] = await pictures(label, 4);
  const [after] = await pictures(await printed([label]), 2);
  // Chrome's engine knows no units.
  expect(differenceOf(before, after)).toBeLessThan(0.5);
});

it.each<[string, (page: PDFPage) => void, object]>([
  // 71 x 35 mm of the bottom.
  [
    'puts a small label into the middle',
    (page) => page.setCropBox(0, 0, 200, 100),
    { left: 21, right: 79, top: 71, bottom: 86 },
  ],
  // 141 x 71 mm: too wide for the paper as it lies.
  [
    'turns one that lies clockwise',
    (page) => page.setMediaBox(0, 0, 400, 200),
    { left: 21, right: 36, top: 11, bottom: 68 },
  ],
])('%s', async (_, change, drawn) => {
  const [sheet] = await pictures(await printed([await pageWith(change)], { paper: '100x150' }), 1);
  expect(sheet).toMatchObject({ width: 100, height: 150 });
  expect(darkIn(sheet)).toEqual(drawn);
});

/** The dots at the edge of what is drawn. */
function darkIn({ width, dots }: Picture = { width: 1, height: 0, dots: new Uint8Array() }) {
  const dark = [...dots.entries()].filter(([, dot]) => dot < 200).map(([index]) => index);
  const columns = dark.map((index) => index % width);
  const rows = dark.map((index) => Math.floor(index / width));
  return {
    left: Math.min(...columns),
    right: Math.max(...columns) + 1,
    top: Math.min(...rows),
    bottom: Math.max(...rows) + 1,
  };
}

describe('pictures', () => {
  const WIDTH = 80;
  const HEIGHT = 120;
  const png = new PNG({ width: WIDTH, height: HEIGHT });
  for (let at = 0; at < WIDTH * HEIGHT; at += 1)
    png.data.fill(at % WIDTH < 20 ? 0 : 255, 4 * at, 4 * at + 3).fill(255, 4 * at + 3, 4 * at + 4);
  const written = (colorType: 0 | 2 | 4 | 6): Buffer => PNG.sync.write(png, { colorType, inputColorType: 6 });

  it.each([
    ['PNG in grey', written(0)],
    ['PNG in colours', written(2)],
    ['PNG with transparency', written(6)],
    ['PNG with a palette', withPalette()],
    ['JPG', Buffer.from(encode({ data: png.data, width: WIDTH, height: HEIGHT }, 90).data)],
  ])('%s: has the dots of a label printer, and looks as it did', async (_, picture) => {
    const [page] = await pictures(await printed([picture]), 8);
    expect(page).toMatchObject({ width: WIDTH, height: HEIGHT });
    expect(darkIn(page)).toEqual({ left: 0, right: 20, top: 0, bottom: HEIGHT });
  });

  it.each([
    [300, 80 * (25.4 / 300)],
    [72, 10],
    [0, 10],
  ])('takes the %i dots per inch that a PNG names, if a label can be printed with them', async (dpi, millimetres) => {
    const metre = Buffer.alloc(9, 1);
    metre.writeUInt32BE(Math.round(dpi / 0.0254), 0);
    metre.writeUInt32BE(Math.round(dpi / 0.0254), 4);
    const picture = Buffer.concat([written(2).subarray(0, 33), chunk('pHYs', metre), written(2).subarray(33)]);
    const [face] = await facesOf({ content: picture, extension: 'png' });
    expect(((face?.size.width ?? 0) * 25.4) / 72).toBeCloseTo(millimetres, 1);
  });

  it('takes the density that a JPG names', async () => {
    const jpg = Buffer.from(encode({ data: png.data, width: WIDTH, height: HEIGHT }, 90).data);
    // Units, then the density across and down.
    jpg.writeUInt8(2, 13);
    jpg.writeUInt16BE(80, 14);
    jpg.writeUInt16BE(40, 16);
    const [face] = await facesOf({ content: jpg, extension: 'jpg' });
    expect(Object.values(face?.size ?? {}).map((points) => Math.round((points * 254) / 72) / 10)).toEqual([10, 30]);
  });

  it('refuses a PNG in which a bit is wrong', async () => {
    const broken = written(2);
    broken.writeUInt8(broken.readUInt8(60) ^ 1, 60);
    await expect(printed([broken])).rejects.toThrow('the PNG is broken');
  });

  function withPalette(): Buffer {
    const header = Buffer.from([0, 0, 0, WIDTH, 0, 0, 0, HEIGHT, 1, 3, 0, 0, 0]);
    const row = Buffer.from([0, 0, 0, 0x0f, ...Array<number>(7).fill(0xff)]);
    const rows = Buffer.concat(Array<Buffer>(HEIGHT).fill(row));
    return Buffer.concat([
      Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
      chunk('IHDR', header),
      chunk('PLTE', Buffer.from([0, 0, 0, 255, 255, 255])),
      chunk('IDAT', deflateSync(rows)),
      chunk('IEND', Buffer.alloc(0)),
    ]);
  }

  function chunk(type: string, bytes: Buffer): Buffer {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(bytes.length, 0);
    head.write(type, 4, 'latin1');
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(Buffer.concat([head.subarray(4), bytes])), 0);
    return Buffer.concat([head, bytes, sum]);
  }
});

describe('text under a label', () => {
  const label = pageWith(() => undefined);

  it('makes a page taller where there is no paper, by 6 mm for a line and 4 mm for each further one', async () => {
    const heights = (
      await pictures(
        await printed([
          [await label, 'A × 1'],
          [await label, 'A\nB'],
        ]),
        1,
      )
    ).map(({ height }) => height);
    expect(heights).toEqual([106 + 6, 106 + 10]);
  });

  it('can be read, in Latin letters and others', async () => {
    // One letter alone in a font that it does not have is left out by the reader.
    const strips = ['SKU-1 × 2, Größe M', '红色 T恤衫 × 3', 'カップ × 1', '머그컵 × 1'];
    const texts = await textsOf(
      await printed(await Promise.all(strips.map(async (strip): Promise<[Buffer, string]> => [await label, strip]))),
    );
    expect(texts).toEqual(strips);
  });

  it('tells what could not be written as it is', async () => {
    const file = await PrintFile.begin(layoutOf('100x150', 1), 1);
    const faces = await facesOf({ content: await label, extension: 'pdf' });
    const told = async (strip: string) => (await file.print(faces, strip)).shortcomings;
    expect(await told('SKU-1 × 2')).toEqual({ unknown: false, borrowed: false, cut: false });
    expect(await told('红色 × 2')).toEqual({ unknown: false, borrowed: true, cut: false });
    expect(await told('Mug 😀')).toEqual({ unknown: true, borrowed: false, cut: false });
    expect(await told('word '.repeat(200))).toEqual({ unknown: false, borrowed: false, cut: true });
    expect((await textsOf(await file.content()))[2]).toBe('Mug ?');
  });
});

it('puts a page with name and number before a group, on a sheet of its own', async () => {
  const file = await PrintFile.begin(layoutOf('a4', 4), 1);
  const faces = await facesOf({ content: await pageWith(() => undefined), extension: 'pdf' });
  const first = { name: 'huahan', count: 3 };
  await file.print(faces, '', first);
  await file.print(faces, '');
  first.count -= 1;
  await file.print(faces, '', { name: 'etower', count: 1 });
  const texts = await textsOf(await file.content());
  expect(texts.map((text) => text.replace(/\s+/g, ' '))).toEqual(['huahan 2 labels', '', 'etower 1 label', '']);
});

it('has a picture that is the same in all labels once', async () => {
  const logo = randomBytes(40_000);
  const labels = await Promise.all(
    Array.from({ length: 10 }, (_, index) =>
      pageWith((page) => {
        const { context } = page.doc;
        const picture = {
          Type: 'XObject',
          Subtype: 'Image',
          Width: 200,
          Height: 200,
          BitsPerComponent: 8,
          ColorSpace: 'DeviceGray',
        };
        page.node.newXObject('Logo', context.register(context.stream(logo, picture)));
        page.moveTo(10, 10 * index);
      }),
    ),
  );
  expect((await printed(labels)).length).toBeLessThan(2 * logo.length);
});

it('refuses a file that would fill the memory once it is unpacked', async () => {
  const objects = deflateSync(Buffer.alloc(65 * 1024 * 1024, ' '), { level: 1 });
  const head = Buffer.from(
    `%PDF-1.7\n1 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${objects.length} >>\nstream\n`,
  );
  const bomb = Buffer.concat([head, objects, Buffer.from('\nendstream\nendobj\n%%EOF\n')]);
  await expect(printed([bomb])).rejects.toThrow('too large once it is unpacked');
});
