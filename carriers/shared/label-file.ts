import { CarrierError } from '../http';
import type { KnownFile } from './file-type';
import { saysNotReady } from './not-ready';
import { opened } from './wrapped-file';
import { wordsOf } from './words';

export interface LabelFile extends Omit<KnownFile, 'isWhole'> {
  /** Why to look at it before it is printed. */
  warning?: string;
}

/** Where a label came from. */
export interface Origin {
  /** Display name, for messages. */
  carrier: string;
  /** Where it was downloaded, if it was. */
  link?: string;
  /** Hides secrets in what is repeated of it. */
  redact: (text: string) => string;
  /** The bytes as text, where it is known how to read them. */
  text?: () => string;
  httpStatus?: number;
}

/** The answer says by itself that the label comes later: accepted, without content (RFC 9110, 15.3). */
const COMES_LATER = new Set([202, 204]);

/**
 * Recognises a label by its bytes, also inside gzip, data URIs and Base64. Of one that was cut off the warning tells.
 * @throws CarrierError with the first words of what is none of the known kinds, e.g. an error page; keeps the link
 */
export async function labelFileOf(content: Buffer, origin: Origin): Promise<LabelFile> {
  const { file, layers } = await opened(content);
  if (!file) throw noLabel(layers, origin);
  const { isWhole, ...known } = file;
  return isWhole ? known : { ...known, warning: CUT };
}

/** What is said of a file without its end. */
export const CUT = 'the end of the file is missing: look at it before you print it, or get it again';

function noLabel(layers: readonly Buffer[], { carrier, link, redact, text, httpStatus = 200 }: Origin): CarrierError {
  const { what, words } = wordsOf(layers, text);
  const isEmpty = what === 'an empty file';
  // Inside a reply a label is Base64; a server of links may answer with anything.
  const gave = link === undefined && layers.length === 1 && !isEmpty ? NO_BASE64 : `${what} instead of a label`;
  const notReady = isEmpty || COMES_LATER.has(httpStatus) || saysNotReady(words);
  const shown = excerpt(redact(words));
  // A page says what it is by itself; its words may be many, and stand in the description.
  const isPage = what === 'a web page';
  const place = link === undefined ? '.' : ', or open the link yourself.';
  return new CarrierError({
    kind: notReady ? 'unavailable' : 'invalid-reply',
    message: `${link === undefined ? carrier : `The label link of ${carrier}`} gave ${gave}${
      notReady ? ' (not ready yet)' : ''
    }${shown === '' || isPage ? '' : `: "${shown}"`}`,
    hint: notReady
      ? `The order exists; its label is not ready yet. Turn on Wait Until Ready, or try again later${place}`
      : `The order exists; only its label could not be fetched. Try again later${place}`,
    ...(notReady ? { notReady } : {}),
    ...(shown !== '' && isPage ? { carrierText: shown } : {}),
    ...(link === undefined ? {} : { link }),
  });
}

const NO_BASE64 = 'a label that is no Base64';

/** Characters of a server's own words that an error repeats. */
const LONGEST_WORDS = 100;

/** The first words, on one line. */
export function excerpt(words: string): string {
  // A letter takes two characters at most.
  const letters = Array.from(words.slice(0, 2 * LONGEST_WORDS + 1));
  return letters.length <= LONGEST_WORDS ? words : `${letters.slice(0, LONGEST_WORDS - 1).join('')}…`;
}

/** A file name that is safe on every system and in every header, from what the carrier or the user wrote. */
export function fileNameOf(stem: string, extension: string): string {
  const safe = stem
    .slice(0, 1000)
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}._-]+/gu, '_')
    .replace(/^[._]+/, '');
  let bytes = 0;
  const kept = Array.from(safe).filter((letter) => (bytes += Buffer.byteLength(letter)) <= LONGEST_NAME);
  const name = kept.join('').replace(/(?<!\.)\.+$/, '') || 'label';
  return `${DEVICE.test(name) ? '_' : ''}${name}.${extension}`;
}

/** Bytes: file systems take 255, with the extension. */
const LONGEST_NAME = 200;

/** Names that Windows keeps for itself, with any extension. */
const DEVICE = /^(con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]|conin\$|conout\$)(\.|$)/i;
