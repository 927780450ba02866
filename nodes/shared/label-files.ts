import { fileNameOf, type LabelFile } from '#carriers/shared/label-file';
import type { OutputFile } from './output';

/** What the output tells of a file that the item has. */
export interface FileFacts {
  fileName: string;
  /** Ending of its name: pdf, zpl, png. */
  fileType: string;
}

/** The first file of an item, if there is one. */
export interface NamedFile extends Partial<FileFacts> {
  /** What is to be known of the files before they are printed. */
  notes?: string[];
}

export interface LabelFiles {
  files: Record<string, OutputFile>;
  names: FileFacts[];
  /** What is to be known of a file before it is printed. */
  notes: string[];
}

/**
 * Files of one item: the first under the name of the field, the others under that name with _2, _3 and so on.
 * @param before files that the item has already, or whose place is kept free
 */
export function outputFiles(files: readonly LabelFile[], property: string, stem: string, before = 0): LabelFiles {
  const named = files.map((file, index) => {
    const place = before + index + 1;
    const suffix = place === 1 ? '' : `_${place}`;
    return { ...file, property: property + suffix, fileName: fileNameOf(stem + suffix, file.extension) };
  });
  return {
    files: Object.fromEntries(
      named.map(({ property: name, fileName, content, mimeType }) => [name, { content, fileName, mimeType }]),
    ),
    names: named.map(({ fileName, extension }) => ({ fileName, fileType: extension })),
    notes: named.flatMap(({ fileName, warning }) => (warning === undefined ? [] : `${fileName}: ${warning}.`)),
  };
}

/** Notes as the output has them: in the item, which a later node reads, and beside it, where a person sees them. */
export function told(notes: readonly string[]): { inItem: { notes?: readonly string[] }; hint: { hint?: string } } {
  return notes.length === 0 ? { inItem: {}, hint: {} } : { inItem: { notes }, hint: { hint: notes.join(' ') } };
}
