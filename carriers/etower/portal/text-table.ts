import type { JsonObject } from '#carriers/shared/json-value';

/**
 * The rows of a file that is a table in text, as exports that are called .xls often are, by the names in its first line.
 * Empty for a real spreadsheet, which is compressed: nobody who repeats it repeats words.
 */
export function rowsInText(content: Buffer): JsonObject[] {
  if (content.includes(0)) return [];
  const [names = [], ...rows] = content
    .toString('utf8')
    .split(/[\r\n]+/)
    .map((line) => line.split(/[\t,;]/).map((cell) => cell.replaceAll('"', '').trim()));
  return rows.map((cells) => Object.fromEntries(cells.map((cell, at) => [names[at] ?? `name ${at}`, cell])));
}
