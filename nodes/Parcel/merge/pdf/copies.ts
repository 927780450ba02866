import { createHash } from 'node:crypto';
import {
  PDFArray,
  PDFCatalog,
  PDFDict,
  PDFName,
  PDFNull,
  PDFPageLeaf,
  PDFPageTree,
  PDFRawStream,
  PDFRef,
  type PDFContext,
  type PDFObject,
} from '@cantoo/pdf-lib';

/**
 * Copies what a page is made of from one file into another. Fonts and pictures that are the same in many labels, such as
 * the carrier's logo, are in the other file once.
 */
export class Copies {
  readonly #copied = new Map<PDFRef, PDFObject>();

  /** @param shared what is in the other file already, by its fingerprint; one for all that is copied there */
  constructor(
    private readonly from: PDFContext,
    private readonly to: PDFContext,
    private readonly shared: Map<string, PDFRef>,
  ) {}

  of(object: PDFObject): PDFObject {
    if (object instanceof PDFRef) return this.ofReference(object);
    if (object instanceof PDFRawStream) return PDFRawStream.of(this.ofEntries(object.dict), object.contents);
    if (object instanceof PDFDict) return this.ofEntries(object);
    if (object instanceof PDFArray) return this.to.obj(object.asArray().map((each) => this.of(each)));
    return object;
  }

  /** @throws Error where there is nothing that could be drawn */
  referenceTo(reference: PDFRef): PDFRef {
    const copy = this.ofReference(reference);
    if (copy instanceof PDFRef) return copy;
    throw new Error('A part of the page is missing');
  }

  private ofEntries(dict: PDFDict): PDFDict {
    const copy = this.to.obj({});
    for (const [name, value] of dict.entries()) copy.set(name, this.of(value));
    return copy;
  }

  private ofReference(reference: PDFRef): PDFObject {
    const known = this.#copied.get(reference);
    if (known) return known;
    const object = this.from.lookup(reference);
    // A link from a picture back to its page would bring the whole file along.
    if (object === undefined || OF_PAGES.some((kind) => object instanceof kind)) return PDFNull;
    const fingerprint = object instanceof PDFRawStream ? fingerprintOf(object) : undefined;
    const copy = (fingerprint !== undefined && this.shared.get(fingerprint)) || this.to.nextRef();
    this.#copied.set(reference, copy);
    if (fingerprint !== undefined && this.shared.has(fingerprint)) return copy;
    this.to.assign(copy, this.of(object));
    if (fingerprint !== undefined) this.shared.set(fingerprint, copy);
    return copy;
  }
}

const OF_PAGES = [PDFPageLeaf, PDFPageTree, PDFCatalog];

const LENGTH = PDFName.of('Length');

/** Tells streams of the same content apart from others; undefined for one that refers to something else. */
function fingerprintOf({ dict, contents }: PDFRawStream): string | undefined {
  // It may be written in an object of its own; here it is that of the content in any case.
  dict.delete(LENGTH);
  const entries = dict.toString();
  if (/\d R\b/.test(entries)) return undefined;
  return createHash('sha256').update(entries).update(contents).digest('base64');
}
