import { fileNameOf, type LabelFile } from '#carriers/shared/label-file';
import type { OutputFile } from '#nodes/shared/operation';

/**
 * Files of one item: the first under the name of the field, the others under that name with _2, _3 and so on.
 * @param before files that the item has already, or whose place is kept free
 */
export function outputFiles(
  files: readonly LabelFile[],
  property: string,
  stem: string,
  before = 0,
): { files: Record<string, OutputFile>; names: { fileName: string; fileType: string }[] } {
  const named = files.map(({ content, mimeType, extension }, index) => {
    const place = before + index + 1;
    const suffix = place === 1 ? '' : `_${place}`;
    return {
      property: property + suffix,
      fileName: fileNameOf(stem + suffix, extension),
      content,
      mimeType,
      extension,
    };
  });
  return {
    files: Object.fromEntries(
      named.map(({ property: name, fileName, content, mimeType }) => [name, { content, fileName, mimeType }]),
    ),
    names: named.map(({ fileName, extension }) => ({ fileName, fileType: extension })),
  };
}
