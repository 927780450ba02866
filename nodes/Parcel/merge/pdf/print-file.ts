import {
  concatTransformationMatrix,
  drawObject,
  PDFDocument,
  popGraphicsState,
  PrintScaling,
  pushGraphicsState,
  type PDFPage,
  type PDFRef,
} from '@cantoo/pdf-lib';
import type { LabelGroup } from '../order';
import { fitted, points, type Layout, type Size } from '../paper';
import type { Face, Layer } from './face';
import { moved, scaled, then, turned, turnedSize } from './matrix';
import { WrittenObjects } from './written-objects';
import { Writing, type Shortcomings } from './writing';

/** Where a label is, and what it became. */
export interface Placed {
  /** Pages of the file, from 1. */
  from: number;
  to: number;
  /** Of the page that was reduced most. */
  scale: number;
  /** Of the text under it. */
  shortcomings: Shortcomings;
}

/** A PDF of labels that is being made. */
export class PrintFile {
  readonly #written: WrittenObjects;
  readonly #shared = new Map<string, PDFRef>();
  readonly #separators: { page: PDFPage; group: LabelGroup }[] = [];
  #sheet: PDFPage | undefined;
  /** The place on the sheet that comes next, from 0. */
  #next: number;

  private constructor(
    private readonly document: PDFDocument,
    private readonly writing: Writing,
    private readonly layout: Layout,
    startAt: number,
  ) {
    this.#next = startAt - 1;
    this.#written = new WrittenObjects(document.context);
  }

  /** @param startAt the first place of the first sheet that is free, from 1 */
  static async begin(layout: Layout, startAt: number): Promise<PrintFile> {
    const document = await PDFDocument.create({ updateMetadata: false });
    // Programs for PDF fit pages into the edge of the printer otherwise, and narrow the bars.
    document.catalog.getOrCreateViewerPreferences().setPrintScaling(PrintScaling.None);
    return new PrintFile(document, await Writing.in(document), layout, startAt);
  }

  get pages(): number {
    return this.document.getPageCount();
  }

  /** How many pages there would be with a label of so many. */
  pagesWith(faces: number, separator: boolean): number {
    const perSheet = this.layout.columns * this.layout.rows;
    if (separator) return this.pages + 1 + Math.ceil(faces / perSheet);
    const taken = this.#sheet ? this.#next - perSheet : this.#next;
    return this.pages + Math.max(0, Math.ceil((taken + faces) / perSheet));
  }

  /**
   * @param strip text under each page of the label
   * @param group that begins with this label
   * @throws Error of the label, of which nothing is printed then
   */
  async print(faces: readonly Face[], strip: string, group?: LabelGroup): Promise<Placed> {
    const target = { document: this.document, context: this.document.context, shared: this.#shared };
    const ready: { size: Size; layers: readonly Layer[] }[] = [];
    const before = this.document.context.largestObjectNumber;
    for (const { size, into } of faces) ready.push({ size, layers: await into(target) });
    this.#written.writeSince(before);
    const [first] = ready;
    if (group && first) this.separate(group, first.size);
    const begun: Placed = { from: Infinity, to: 0, scale: 1, shortcomings: this.shortcomingsOf(group?.name) };
    return ready.reduce((placed, { size, layers }) => {
      const { scale, shortcomings } = this.place(size, layers, strip);
      return {
        from: Math.min(placed.from, this.pages),
        to: this.pages,
        scale: Math.min(placed.scale, scale),
        shortcomings: both(placed.shortcomings, shortcomings),
      };
    }, begun);
  }

  /** The page before a group has the size of the paper, or that of the label which comes next. */
  private separate(group: LabelGroup, next: Size): void {
    const { width, height } = this.layout.paper ?? next;
    this.#separators.push({ page: this.document.addPage([width, height]), group });
    this.#sheet = undefined;
    this.#next = 0;
  }

  private shortcomingsOf(name = ''): Shortcomings {
    return this.writing.lines(name, TEXT, Infinity, Infinity).shortcomings;
  }

  async content(): Promise<Buffer> {
    for (const { page, group } of this.#separators) this.name(page, group);
    await this.document.flush();
    return this.#written.finished();
  }

  private place(size: Size, layers: readonly Layer[], strip: string): Pick<Placed, 'scale' | 'shortcomings'> {
    const { paper, columns, rows } = this.layout;
    const width = paper ? paper.width / columns : size.width;
    const { lines, shortcomings } = this.writing.lines(strip, TEXT, width - 2 * EDGE, MOST_LINES);
    const under = lines.length === 0 ? 0 : lines.length * LINE + EDGE;
    const cell = { ...this.nextCell({ width, height: paper ? paper.height / rows : size.height + under }) };
    const room = { width, height: cell.height - under };
    const fit = fitted(size, room);
    const seen = fit.turned ? turnedSize(size) : size;
    const x = cell.x + (width - seen.width * fit.scale) / 2;
    const y = cell.y + under + (room.height - seen.height * fit.scale) / 2;
    const drawn = then(then(fit.turned ? turned(size) : scaled(1), scaled(fit.scale)), moved(x, y));
    for (const { object, matrix } of layers) {
      const name = cell.page.node.newXObject('Label', object);
      const placing = concatTransformationMatrix(...then(matrix, drawn));
      cell.page.pushOperators(pushGraphicsState(), placing, drawObject(name), popGraphicsState());
    }
    for (const [index, line] of lines.entries()) {
      const base = cell.y + under - (index + 1) * LINE + DESCENT;
      this.writing.centred(cell.page, line, { x: cell.x, y: base, width }, TEXT);
    }
    return { scale: fit.scale, shortcomings };
  }

  /** The next free place, row by row, on a new sheet where there is none left. */
  private nextCell({ width, height }: Size): Size & { page: PDFPage; x: number; y: number } {
    const { paper, columns, rows } = this.layout;
    if (this.#sheet && this.#next >= columns * rows) {
      this.#sheet = undefined;
      this.#next = 0;
    }
    this.#sheet ??= this.document.addPage([paper?.width ?? width, paper?.height ?? height]);
    const row = Math.floor(this.#next / columns);
    const column = this.#next % columns;
    this.#next += 1;
    return { page: this.#sheet, x: column * width, y: (rows - 1 - row) * height, width, height };
  }

  /** In the middle of the page: the name, and how many labels follow. */
  private name(page: PDFPage, { name = '', count }: LabelGroup): void {
    const { width, height } = page.getSize();
    const size = width / 10;
    const line = size * 1.2;
    const most = Math.max(1, Math.floor((height * 0.7) / line));
    const { lines } = this.writing.lines(name, size, width - 4 * EDGE, most);
    lines.push(`${count} ${count === 1 ? 'label' : 'labels'}`);
    for (const [index, text] of lines.entries()) {
      const y = height / 2 + (lines.length / 2 - index - 1) * line;
      this.writing.centred(page, text, { x: 0, y, width }, size);
    }
  }
}

function both(one: Shortcomings, other: Shortcomings): Shortcomings {
  return {
    unknown: one.unknown || other.unknown,
    borrowed: one.borrowed || other.borrowed,
    cut: one.cut || other.cut,
  };
}

/** The text under a label: 10 points high, in lines of 4 mm, with 2 mm besides. */
const TEXT = 10;
const LINE = points(4);
const EDGE = points(2);
const DESCENT = points(1.2);
const MOST_LINES = 4;
