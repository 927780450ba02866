import { PDFRawStream, PDFRef, type PDFContext, type PDFObject } from '@cantoo/pdf-lib';

/**
 * Writes the objects of a file as they come and lets them go, so that a file of many labels is in memory once: the library
 * would hold all of them until it writes the whole.
 */
export class WrittenObjects {
  #bytes = Buffer.allocUnsafeSlow(SMALLEST);
  #length = 0;
  /** Where each object begins, by its number. */
  readonly #starts = new Map<number, number>();

  constructor(private readonly context: PDFContext) {
    // Four bytes above 127 tell programs that it is no text (ISO 32000-1, 7.5.2).
    this.text('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n');
  }

  /** Of objects that do not change any more: all with a number above this one. */
  writeSince(number: number): void {
    for (let next = number + 1; next <= this.context.largestObjectNumber; next += 1) {
      const reference = PDFRef.of(next);
      const object = this.context.lookup(reference);
      if (object === undefined) continue;
      this.write(reference, object);
      this.context.delete(reference);
    }
  }

  /** Writes the others, and the table of all (ISO 32000-1, 7.5.4). */
  finished(): Buffer {
    const { Root } = this.context.trailerInfo;
    for (const [reference, object] of this.context.enumerateIndirectObjects()) this.write(reference, object);
    const count = this.context.largestObjectNumber + 1;
    const table = this.#length;
    this.text(`xref\n0 ${count}\n0000000000 65535 f \n`);
    for (let number = 1; number < count; number += 1) {
      const start = this.#starts.get(number);
      this.text(start === undefined ? '0000000000 65535 f \n' : `${String(start).padStart(10, '0')} 00000 n \n`);
    }
    this.text(`trailer\n<< /Size ${count} /Root ${String(Root)} >>\nstartxref\n${table}\n%%EOF\n`);
    return this.#bytes.subarray(0, this.#length);
  }

  private write({ objectNumber }: PDFRef, object: PDFObject): void {
    this.#starts.set(objectNumber, this.#length);
    this.text(`${objectNumber} 0 obj\n`);
    if (object instanceof PDFRawStream) {
      object.updateDict();
      this.text(`${object.dict.toString()}\nstream\n`);
      this.bytes(object.contents);
      this.text('\nendstream');
    } else {
      const size = object.sizeInBytes();
      this.makeRoom(size);
      this.#length += object.copyBytesInto(this.#bytes, this.#length);
    }
    this.text('\nendobj\n');
  }

  private text(text: string): void {
    this.makeRoom(text.length);
    this.#length += this.#bytes.write(text, this.#length, 'latin1');
  }

  private bytes(bytes: Uint8Array): void {
    this.makeRoom(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** Memory that nothing was written to is not taken from the machine yet. */
  private makeRoom(bytes: number): void {
    if (this.#length + bytes <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(2 * (this.#length + bytes));
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
  }
}

const SMALLEST = 1024 * 1024;
