/** Files for label printers, joined to one: each as it is, on lines of its own. Commands outside labels stay, too. */
export class ZplFile {
  readonly #files: Buffer[] = [];
  #pages = 0;

  /** How many labels are in it so far; a printer makes a page of each. */
  get pages(): number {
    return this.#pages;
  }

  /** @returns the pages that its labels become */
  add(file: Buffer): { from: number; to: number } {
    const from = this.#pages + 1;
    this.#pages += labelsIn(file);
    this.#files.push(file, NEW_LINE);
    return { from, to: this.#pages };
  }

  content(): Buffer {
    return Buffer.concat(this.#files);
  }
}

const NEW_LINE = Buffer.from('\n');

/** How many labels are in a file of ZPL, each of which is between ^XA and ^XZ. */
export function labelsIn(zpl: Buffer): number {
  return zpl.toString('latin1').match(/\^XA/gi)?.length ?? 0;
}
