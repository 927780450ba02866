const MARK = '[hidden]';

/**
 * Returns a function that replaces every occurrence of the secrets by `[hidden]`: as they are, and escaped for XML, JSON
 * or URLs in any mixture, as in JSON inside SOAP. Secrets shorter than `shortest` characters are left alone.
 */
export function redactor(secrets: readonly string[], shortest: number): (text: string) => string {
  // Clients send a pasted secret without the blanks around it.
  const trimmed = secrets.map((secret) => secret.trim());
  const hidden = [...new Set(trimmed)].filter((secret) => secret.length >= shortest);
  if (hidden.length === 0) return (text) => text;
  // The first alternative that fits wins: the longest secret first, or the rest of it would stay readable.
  hidden.sort((a, b) => b.length - a.length);
  const pattern = new RegExp(hidden.map(inAnyEscaping).join('|'), 'gu');
  return (text) => text.replace(pattern, MARK);
}

/** JSON inside JSON doubles them. Bounded, so that no text makes the search slow. */
const BACKSLASHES = '\\\\{0,8}';

const XML_NAMES: Record<string, string> = {
  // `(?:amp;)*` finds what was escaped twice.
  '&': '&(?:amp;)*',
  '<': '&(?:amp;)*lt;',
  '>': '&(?:amp;)*gt;',
  '"': '&(?:amp;)*quot;',
  "'": '&(?:amp;)*apos;',
};

function inAnyEscaping(secret: string): string {
  return Array.from(secret, (character) =>
    /[A-Za-z0-9]/.test(character) ? character : `(?:${formsOf(character).join('|')})`,
  ).join('');
}

/** Patterns of one character; the longer forms first, so that `&amp;` is not taken for `&` and a rest. */
function formsOf(character: string): string[] {
  const codePoint = character.codePointAt(0) ?? 0;
  const forms = [
    `&(?:amp;)*#0*${codePoint};`,
    `&(?:amp;)*#[xX]0*${inAnyCase(codePoint.toString(16))};`,
    `${BACKSLASHES}${Array.from(utf16Units(character), (unit) => `\\\\u${inAnyCase(unit)}`).join('')}`,
    Array.from(Buffer.from(character), (byte) => `%${inAnyCase(hex(byte, 2))}`).join(''),
    `${BACKSLASHES}${literal(character)}`,
  ];
  const name = XML_NAMES[character];
  if (name !== undefined) forms.unshift(`${BACKSLASHES}${name}`);
  if (character === ' ') forms.push('\\+');
  if (character in CONTROL_LETTERS) forms.push(`\\\\{1,8}${CONTROL_LETTERS[character]}`);
  return forms;
}

const CONTROL_LETTERS: Record<string, string> = { '\n': 'n', '\r': 'r', '\t': 't' };

function utf16Units(character: string): string[] {
  return Array.from({ length: character.length }, (_, at) => hex(character.charCodeAt(at), 4));
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}

function inAnyCase(hexadecimal: string): string {
  return hexadecimal.replace(/[a-f]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
}

function literal(character: string): string {
  return character.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&');
}
