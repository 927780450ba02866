/** Characters that are read at a stretch. */
const STEP = 16 * 1024;

/**
 * Where a piece of XML ends that begins here: not within a character, its number, a tag of fewer than 200 characters, or the
 * end of CDATA.
 */
export function pieceEnd(xml: string, start: number): number {
  const end = start + STEP;
  if (end >= xml.length) return xml.length;
  const tail = xml.slice(end - LONGEST_MARK, end);
  const cut = /(?:&[^&;<>\s]*|<[^<>]*|\]{1,2})$/.exec(tail);
  if (cut) return end - LONGEST_MARK + cut.index;
  return /[\ud800-\udbff]/.test(xml.charAt(end - 1)) ? end - 1 : end;
}

const LONGEST_MARK = 200;

/** Characters that XML 1.0 forbids. */
export const FORBIDDEN = /[^\P{Cc}\t\n\r\x7f-\x9f]|\p{Cs}|[\uFFFE\uFFFF]/u;
export const NOT_LEGAL = new RegExp(FORBIDDEN, 'gu');

/** Whether XML may hold the character of this number. */
export function isLegal(code: number): boolean {
  return code <= 0x10ffff && !FORBIDDEN.test(String.fromCodePoint(code));
}
