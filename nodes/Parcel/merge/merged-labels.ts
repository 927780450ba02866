import { knownFile } from '#carriers/shared/file-type';
import { CUT } from '#carriers/shared/label-file';
import { DrawnLabels, type DrawingSettings, type LabelToDraw } from './drawn-labels';
import { MadeFiles, type MadeFile, type Place } from './made-files';
import type { Face } from './pdf';
import { joinZpl, type ZplLabel } from './zpl';

/** What a label is made of: pages that can be drawn, or commands for a label printer. */
export type ReadLabel = { faces: readonly Face[] } | { zpl: Buffer };

/** @throws Error that says why it cannot be printed */
export async function readLabel(content: Buffer): Promise<ReadLabel> {
  if (content.length === 0) throw new Error('it is empty');
  const file = knownFile(content);
  if (!file) throw new Error('it is none of PDF, JPG, PNG and ZPL');
  if (!file.isWhole) throw new Error(CUT);
  if (file.extension === 'zpl') return { zpl: file.content };
  const { facesOf } = await import('./pdf');
  return { faces: await facesOf(file) };
}

export interface Merged<Stored> {
  places: readonly Place[];
  files: readonly { fileName: string; pages: number; stored: Stored }[];
  notes: readonly string[];
}

/** The labels of a run, one after the other; what came out is stored file by file. */
export class MergedLabels<Stored> {
  readonly #files: MadeFiles<Stored>;
  readonly #drawn: DrawnLabels<Stored>;
  #zpl: ZplLabel[] = [];

  constructor(
    private readonly settings: DrawingSettings,
    store: (file: MadeFile) => Promise<Stored>,
  ) {
    this.#files = new MadeFiles(store);
    this.#drawn = new DrawnLabels(settings, this.#files);
  }

  /** Stores a file that has no room for this label. @throws Error of the storage */
  async makeRoom(read: ReadLabel, { group }: LabelToDraw): Promise<void> {
    if ('faces' in read) await this.#drawn.makeRoom(read.faces.length, group);
  }

  /** @throws Error that says why the label cannot be printed; nothing of it is then */
  async add(read: ReadLabel, label: LabelToDraw): Promise<void> {
    if ('faces' in read) await this.#drawn.draw(read.faces, label);
    else if (this.#drawn.places.length > 0) throw new Error(NOT_DRAWN);
    else this.#zpl.push({ item: label.item, reference: label.reference, content: read.zpl });
  }

  /** Items with ZPL that were taken before one that is drawn: they cannot be printed beside it. */
  takeNotDrawn(): number[] {
    if (this.#drawn.places.length === 0) return [];
    const items = this.#zpl.map(({ item }) => item);
    this.#zpl = [];
    return items;
  }

  /** Stores the last file. @throws Error of the storage */
  async finish(): Promise<Merged<Stored>> {
    await this.#drawn.close();
    const joined = await joinZpl(this.#zpl, this.settings.pagesPerFile, this.#files);
    return { places: [...this.#drawn.places, ...joined], files: this.#files.made, notes: this.#drawn.notes() };
  }
}

export const NOT_DRAWN =
  'it is ZPL, which a label printer draws itself: merge it with other ZPL alone, or ask the carrier for PDF';
