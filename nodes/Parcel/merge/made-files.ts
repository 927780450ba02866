import { fileNameOf } from '#carriers/shared/label-file';

export interface MadeFile {
  content: Buffer;
  fileName: string;
  mimeType: string;
}

/** Where a label is. */
export interface Place {
  item: number;
  reference: string | undefined;
  /** Name of the file. */
  file: string;
  /** Its pages, from 1. */
  from: number;
  to: number;
}

/** The files that labels were merged into: each is stored when it is full, and let go. */
export class MadeFiles<Stored> {
  readonly made: { fileName: string; pages: number; stored: Stored }[] = [];

  constructor(private readonly store: (file: MadeFile) => Promise<Stored>) {}

  nextName(extension: string): string {
    const number = this.made.length + 1;
    return fileNameOf(number === 1 ? 'labels' : `labels_${number}`, extension);
  }

  /** @throws Error of the storage */
  async add(
    content: Buffer,
    pages: number,
    { extension, mimeType }: { extension: string; mimeType: string },
  ): Promise<void> {
    const fileName = this.nextName(extension);
    this.made.push({ fileName, pages, stored: await this.store({ content, fileName, mimeType }) });
  }
}
