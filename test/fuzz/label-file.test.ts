import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { always } from './property';
import { CarrierError } from '../../carriers/http';
import { fileNameOf, labelFileOf, type LabelFile } from '#carriers/shared/label-file';
import { linksOf } from '#carriers/shared/links';
import { PDF, ZPL } from '../contract/label-bodies';

it('a file name is never a path, never empty, and one that every system takes', () => {
  const stem = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'binary', minLength: 90, maxLength: 400 }),
    fc.constantFrom(
      'CON',
      'nul',
      'LPT1',
      'com9.x',
      'aux.',
      'a.',
      'a...',
      '.',
      '..',
      '-',
      '\ud83d',
      'Zoe\u0301',
      '包裹'.repeat(99),
    ),
  );
  always(
    fc.property(stem, (each) => {
      const name = fileNameOf(each, 'pdf');
      expect(name).toMatch(/^[^./\\\s][^/\\\s]*\.pdf$/u);
      expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)\.|\p{Cs}|[<>:"|?*]|\.\.pdf$/iu);
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
    }),
  );
});

async function read(content: Buffer): Promise<LabelFile | CarrierError> {
  try {
    return await labelFileOf(content, { carrier: 'Carrier', redact: (text) => text });
  } catch (error) {
    if (error instanceof CarrierError) return error;
    throw error;
  }
}

const LAYERS: readonly ((content: Buffer) => Buffer)[] = [
  (content) => Buffer.from(content.toString('base64')),
  (content) => Buffer.from(content.toString('base64url')),
  (content) => Buffer.from(content.toString('base64').replace(/.{1,76}/g, '$&\r\n')),
  (content) => Buffer.from(`data:application/octet-stream;base64,${content.toString('base64')}`),
  (content) => gzipSync(content, { level: 1 }),
  (content) => Buffer.concat([Buffer.from('\ufeff\r\n'), content]),
];

it('a label is the same in whatever it is wrapped, up to four times', async () => {
  await always(
    fc.asyncProperty(
      fc.constantFrom(PDF, ZPL),
      fc.uint8Array({ maxLength: 64 }),
      fc.array(fc.constantFrom(...LAYERS), { maxLength: 4 }),
      async (label, inside, layers) => {
        // Of another type than what is around it, as a compressed picture in a PDF.
        const file = Buffer.from(label.replace('1 0 obj', `1 0 obj ${Buffer.from(inside).toString('hex')}`));
        const sent = layers.reduce<Buffer>((content, wrap) => wrap(content), file);
        expect(await read(sent)).toMatchObject({ content: file });
      },
    ),
  );
});

it('anything else is an error with at most 100 printable characters, and no file', async () => {
  await always(
    fc.asyncProperty(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 300 }).map((text) => Buffer.from(text)),
        fc.uint8Array().map((bytes) => Buffer.from(bytes)),
      ),
      async (content) => {
        const error = await read(content);
        expect(error).toBeInstanceOf(CarrierError);
        const [, words = ''] = /: "(.*)"$/su.exec(error instanceof Error ? error.message : '') ?? [];
        expect(Array.from(words).length).toBeLessThanOrEqual(100);
        expect(words).not.toMatch(/[\p{Cc}\ufffd]/u);
      },
    ),
  );
});

it('links come out of any list and any text with what may stand between them', () => {
  const link = fc
    .tuple(fc.domain(), fc.stringMatching(/^[a-zA-Z0-9_-]{1,12}$/), fc.stringMatching(/^[a-z]{1,3}=[a-z0-9]{0,5}$/))
    .map(([domain, name, query]) => `https://${domain}/${name}.pdf?a=1&${query}`);
  const between = fc.constantFrom(',', ';', ' ', '\r\n', '|', ', ', '，', '<br>');
  always(
    fc.property(fc.uniqueArray(link, { minLength: 1, maxLength: 4 }), between, fc.boolean(), (links, mark, escaped) => {
      const text = links.join(mark);
      expect(linksOf(escaped ? text.replaceAll('&', '&amp;') : text)).toEqual(links);
      expect(linksOf(links)).toEqual(links);
      expect(linksOf(Object.fromEntries(links.entries()))).toEqual(links);
      expect(linksOf(JSON.stringify(links.map((url) => ({ url }))))).toEqual(links);
    }),
  );
});
