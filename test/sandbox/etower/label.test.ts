import { decode } from 'jpeg-js';
import { PDFDocument } from '@cantoo/pdf-lib';
import { type Answer, objects, sandboxOfThisFile } from '../wire';
import { codesOf, made, newOrder, post } from './wire';

const sandbox = sandboxOfThisFile();

describe('labels', () => {
  beforeEach(async () => {
    await made(sandbox, newOrder('A'), newOrder('B'));
  });

  const print = async (body: Answer) =>
    objects((await post(sandbox, 'labels', { orderIds: ['A', 'B'], ...body })).data);
  const bytes = (content: unknown) => Buffer.from(String(content), 'base64');

  it('PDF in three sizes', async () => {
    for (const [labelType, width, height] of [
      [0, 283, 425],
      [2, 595, 842],
      [4, 283, 283],
    ] as const) {
      const [entry] = await print({ labelType });
      const page = (await PDFDocument.load(bytes(entry?.labelContent))).getPage(0);
      expect([Math.round(page.getWidth()), Math.round(page.getHeight())]).toEqual([width, height]);
    }
    expect(codesOf(await post(sandbox, 'labels', { orderIds: ['A'], labelType: 3 }))).toEqual([[100001]]);
  });

  it('merged: one PDF on the first entry, and PDF only', async () => {
    const [first, second] = await print({ merged: true });
    expect((await PDFDocument.load(bytes(first?.labelContent))).getPageCount()).toBe(2);
    expect(second?.labelContent).toBeNull();
    expect(codesOf(await post(sandbox, 'labels', { orderIds: ['A'], merged: true, labelFormat: 'ZPL' }))).toEqual([
      [100001],
    ]);
  });

  it('JPG, with a picking list several; ZPL in the resolution asked for', async () => {
    const [jpg] = await print({ labelFormat: 'JPG' });
    const picture = decode(bytes(jpg?.labelContent));
    expect(picture.width).toBeGreaterThan(200);
    expect(picture.comments?.[0]).toBe('SANDBOX - NOT FOR SHIPPING');
    const [several] = await print({ labelFormat: 'JPG', packinglist: true });
    expect({ one: several?.labelContent, all: Array.isArray(several?.labelContents) }).toEqual({
      one: null,
      all: true,
    });
    const [zpl] = await print({ labelFormat: 'ZPL', dpi: '203' });
    expect(bytes(zpl?.labelContent).toString()).toMatch(/^\^XA.*\^PW799.*\^XZ\n$/);
  });
});
