import {
  beginText,
  endText,
  PDFHexString,
  setFontAndSize,
  setTextMatrix,
  showText,
  StandardFonts,
  type PDFDocument,
  type PDFFont,
  type PDFPage,
  type PDFRef,
} from '@cantoo/pdf-lib';

/** What of a text could not be written as it stands. */
export interface Shortcomings {
  /** Letters for which there is no font: `?` stands in their place. */
  unknown: boolean;
  /** Letters in a font that is not in the file: the computer that prints needs one of these. */
  borrowed: boolean;
  /** It is longer than its place. */
  cut: boolean;
}

/**
 * Writes text on pages. Latin letters are in the file. A Chinese font has many megabytes: the file only names one that every
 * program for PDF replaces by the one of its computer (ISO 32000-1, 9.7.5.2).
 */
export class Writing {
  readonly #fonts = new Map<Script, PDFRef>();

  private constructor(
    private readonly document: PDFDocument,
    private readonly latin: PDFFont,
    private readonly letters: ReadonlySet<number>,
  ) {}

  static async in(document: PDFDocument): Promise<Writing> {
    const latin = await document.embedFont(StandardFonts.HelveticaBold);
    return new Writing(document, latin, new Set(latin.getCharacterSet()));
  }

  /**
   * The text in lines that fit, with `…` where it is cut.
   * @param room width in points
   */
  lines(text: string, size: number, room: number, most: number): { lines: string[]; shortcomings: Shortcomings } {
    const written = Array.from(text.normalize('NFC'), (letter) => (this.scriptOf(letter) ? letter : '?')).join('');
    const lines = written.split(/\r\n|[\n\r\u2028]/).flatMap((line) => this.broken(line, size, room));
    const cut = lines.length > most;
    if (cut) lines.splice(most - 1, Infinity, `${this.begin(lines[most - 1] ?? '', size, room, '…')}…`);
    const borrowed = Array.from(written).some((letter) => this.scriptOf(letter) !== 'latin');
    return { lines, shortcomings: { unknown: written !== text.normalize('NFC'), borrowed, cut } };
  }

  /** One line, in the middle of a place. @param x, y its left end, and where the letters stand */
  centred(page: PDFPage, line: string, place: { x: number; y: number; width: number }, size: number): void {
    const left = place.x + Math.max(0, (place.width - this.width(line, size)) / 2);
    page.pushOperators(beginText(), setTextMatrix(1, 0, 0, 1, left, place.y));
    for (const { script, text } of this.runs(line)) {
      const font = page.node.newFontDictionary(script, this.fontOf(script));
      const encoded = script === 'latin' ? this.latin.encodeText(text) : PDFHexString.of(utf16(text));
      page.pushOperators(setFontAndSize(font, size), showText(encoded));
    }
    page.pushOperators(endText());
  }

  width(text: string, size: number): number {
    const widths = this.runs(text).map(({ script, text: run }) =>
      script === 'latin' ? this.latin.widthOfTextAtSize(run, size) : Array.from(run).length * size,
    );
    return widths.reduce((sum, width) => sum + width, 0);
  }

  /** Broken at blanks, and within words that are longer than a line. */
  private broken(line: string, size: number, room: number): string[] {
    const lines: string[] = [];
    let rest = line.replace(/\s+/g, ' ').trim();
    while (rest !== '') {
      const fitting = this.begin(rest, size, room);
      const blank = fitting.length < rest.length && rest[fitting.length] !== ' ' ? fitting.lastIndexOf(' ') : -1;
      const taken = blank > 0 ? fitting.slice(0, blank) : fitting;
      lines.push(taken);
      rest = rest.slice(taken.length).trimStart();
    }
    return lines;
  }

  /** As much of the text as fits, and one letter at the least. */
  private begin(text: string, size: number, room: number, before = ''): string {
    const letters = Array.from(text);
    let width = this.width(before, size);
    let count = 0;
    for (const letter of letters) {
      width += this.width(letter, size);
      if (width > room && count > 0) break;
      count += 1;
    }
    return letters.slice(0, count).join('');
  }

  private runs(text: string): { script: Script; text: string }[] {
    const runs: { script: Script; text: string }[] = [];
    for (const letter of text) {
      const script = this.scriptOf(letter) ?? 'latin';
      const last = runs.at(-1);
      if (last?.script === script) last.text += letter;
      else runs.push({ script, text: letter });
    }
    return runs;
  }

  private scriptOf(letter: string): Script | undefined {
    if (this.letters.has(letter.codePointAt(0) ?? 0) || /\s/.test(letter)) return 'latin';
    return SCRIPTS.find(({ letters }) => letters.test(letter))?.script;
  }

  private fontOf(script: Script): PDFRef {
    if (script === 'latin') return this.latin.ref;
    const font = this.#fonts.get(script) ?? this.borrowed(script);
    this.#fonts.set(script, font);
    return font;
  }

  private borrowed(script: Exclude<Script, 'latin'>): PDFRef {
    const { name, ordering, supplement, encoding } = BORROWED[script];
    const { context } = this.document;
    const descriptor = context.register(
      context.obj({
        Type: 'FontDescriptor',
        FontName: name,
        // Symbolic letters, upright, over a full square: what is known of a font that is not there.
        Flags: 4,
        FontBBox: [0, -200, 1000, 900],
        ItalicAngle: 0,
        Ascent: 880,
        Descent: -120,
        CapHeight: 880,
        StemV: 93,
      }),
    );
    const system = { Registry: PDFHexString.of(latin1('Adobe')), Ordering: PDFHexString.of(latin1(ordering)) };
    const descendant = context.obj({
      Type: 'Font',
      Subtype: 'CIDFontType0',
      BaseFont: name,
      CIDSystemInfo: { ...system, Supplement: supplement },
      FontDescriptor: descriptor,
      DW: 1000,
    });
    return context.register(
      context.obj({
        Type: 'Font',
        Subtype: 'Type0',
        BaseFont: name,
        Encoding: encoding,
        DescendantFonts: [context.register(descendant)],
      }),
    );
  }
}

type Script = 'latin' | 'chinese' | 'korean';

/** The Chinese font has Japanese syllables, Greek and Cyrillic letters as well. */
const SCRIPTS: readonly { script: Script; letters: RegExp }[] = [
  { script: 'korean', letters: /\p{Script=Hangul}/u },
  {
    script: 'chinese',
    letters:
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Greek}\p{Script=Cyrillic}\u3000-\u303f\uff01-\uffe5→≥≤№℃]/u,
  },
];

/** Fonts and encodings that PDF knows by name (ISO 32000-1, table 118). */
const BORROWED = {
  chinese: { name: 'STSong-Light', ordering: 'GB1', supplement: 5, encoding: 'UniGB-UTF16-H' },
  korean: { name: 'HYSMyeongJo-Medium', ordering: 'Korea1', supplement: 2, encoding: 'UniKS-UTF16-H' },
} as const;

function utf16(text: string): string {
  return Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase();
}

function latin1(text: string): string {
  return Buffer.from(text, 'latin1').toString('hex').toUpperCase();
}
