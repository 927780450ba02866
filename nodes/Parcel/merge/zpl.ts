import type { MadeFiles, Place } from './made-files';

/** Of one item: commands for a label printer. */
export interface ZplLabel {
  item: number;
  reference: string | undefined;
  content: Buffer;
}

const ZPL = { extension: 'zpl', mimeType: 'x-application/zpl' };

/**
 * Joins labels to files for the printer, each as it is, on lines of its own. What stands outside of labels, such as
 * pictures that they use, stays with them.
 * @param most labels in a file; the printer makes a page of each
 */
export async function joinZpl<Stored>(
  labels: readonly ZplLabel[],
  most: number,
  files: MadeFiles<Stored>,
): Promise<Place[]> {
  const places: Place[] = [];
  let contents: Buffer[] = [];
  let pages = 0;
  const close = async (): Promise<void> => {
    if (contents.length > 0) await files.add(Buffer.concat(contents), pages, ZPL);
    contents = [];
    pages = 0;
  };
  for (const { item, reference, content } of labels) {
    const more = labelsIn(content);
    if (pages > 0 && pages + more > most) await close();
    contents.push(content, NEW_LINE);
    places.push({ item, reference, file: files.nextName(ZPL.extension), from: pages + 1, to: pages + more });
    pages += more;
  }
  await close();
  return places;
}

const NEW_LINE = Buffer.from('\n');

/** Each begins with ^XA. */
function labelsIn(zpl: Buffer): number {
  return zpl.toString('latin1').match(/\^XA/gi)?.length ?? 0;
}
