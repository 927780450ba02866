/**
 * All that needs pdf-lib: a file of its own in the package, which is loaded when labels are merged (`scripts/build/late-files.js`).
 */
import type { KnownFile } from '#carriers/shared/file-type';
import type { Face } from './face';
import { pagesOf } from './page';
import { pictureOfJpg, pictureOfPng } from './picture';

export type { Face } from './face';
export { PrintFile, type Placed } from './print-file';

/**
 * The pages of a label; a picture is one.
 * @param extension as `knownFile` tells it
 * @throws Error that says what is wrong with it
 */
export async function facesOf({ content, extension }: Pick<KnownFile, 'content' | 'extension'>): Promise<Face[]> {
  const read = READERS[extension];
  if (read) return read(content);
  throw new Error(`a file of the kind ${extension} cannot be printed: give PDF, JPG or PNG`);
}

const READERS: Readonly<Record<string, (content: Buffer) => Promise<Face[]>>> = {
  pdf: pagesOf,
  jpg: async (content) => [await pictureOfJpg(content)],
  png: async (content) => [await pictureOfPng(content)],
};
