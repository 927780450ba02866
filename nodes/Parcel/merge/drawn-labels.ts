import type { MadeFiles, Place } from './made-files';
import { notesOf, type Told } from './notes';
import type { LabelGroup } from './order';
import type { Layout } from './paper';
import type { Face, PrintFile } from './pdf';

export interface DrawingSettings {
  layout: Layout;
  /** The first free place of the first sheet, from 1. */
  startAt: number;
  pagesPerFile: number;
}

export interface LabelToDraw {
  item: number;
  reference: string | undefined;
  /** Text under each of its pages. */
  strip: string;
  group: LabelGroup;
}

const PDF = { extension: 'pdf', mimeType: 'application/pdf' };

/** Labels on paper, in files of so many pages. */
export class DrawnLabels<Stored> {
  readonly places: Place[] = [];
  readonly #told: Told[] = [];
  #file: PrintFile | undefined;
  /** The group of the last label. */
  #group: LabelGroup | undefined;

  constructor(
    private readonly settings: DrawingSettings,
    private readonly files: MadeFiles<Stored>,
  ) {}

  /** Closes a file that has no room for a label of so many pages. @throws Error of the storage */
  async makeRoom(faces: number, group: LabelGroup): Promise<void> {
    const file = this.#file;
    if (!file || file.pagesWith(faces, this.begins(group)) <= this.settings.pagesPerFile) return;
    if (file.pages > 0) await this.close();
  }

  /** @throws Error that says why the label cannot be printed; nothing of it is then */
  async draw(faces: readonly Face[], { item, reference, strip, group }: LabelToDraw): Promise<void> {
    this.#file ??= await this.begun();
    const { from, to, ...told } = await this.#file.print(faces, strip, this.begins(group) ? group : undefined);
    this.#group = group;
    this.places.push({ item, reference, file: this.files.nextName(PDF.extension), from, to });
    this.#told.push({ item, ...told });
  }

  /** @throws Error of the storage */
  async close(): Promise<void> {
    const pages = this.#file?.pages ?? 0;
    if (pages > 0) await this.files.add(await this.taken(), pages, PDF);
  }

  /** The file as it is stored. What it was made of is let go before, as it is as large again. */
  private async taken(): Promise<Buffer> {
    const file = this.#file;
    this.#file = undefined;
    return file?.content() ?? Buffer.alloc(0);
  }

  notes(): string[] {
    return notesOf(this.#told);
  }

  private async begun(): Promise<PrintFile> {
    const { PrintFile } = await import('./pdf');
    const { layout, startAt } = this.settings;
    return PrintFile.begin(layout, this.files.made.length === 0 ? startAt : 1);
  }

  private begins(group: LabelGroup): boolean {
    return group.name !== undefined && group !== this.#group;
  }
}
