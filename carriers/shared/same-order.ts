import { countryCodeNamed } from './countries';
import { ended } from './lost-answer';
import type { JsonObject } from './json-value';
import { signsOfAnother, type Age } from './order-age';
import type { Parcel, Party } from './parcel';
import type { CarrierError } from '../http';

/** What an order that was sent says of where it goes. */
export type Destination = Pick<Parcel, 'country' | 'recipient'>;

/**
 * How an order that was found under a reference shows that it is not the one that was sent: it is cancelled, or goes to
 * another country or recipient. Compared as far as both say it. The words hold no personal data; none: it may be this one.
 */
export function differencesFrom(sent: Destination, found: Parcel): string[] {
  const { status, statusRaw = '', recipient = {} } = found;
  const isCancelled = status === 'cancelled' || CANCELLED.test(statusRaw);
  const [here, there] = [countryOf(sent), countryOf(found)];
  return [
    ...(isCancelled ? [`it is cancelled (${statusRaw || status})`] : []),
    ...(here && there && here !== there ? [`it goes to ${there}, not to ${here}`] : []),
    ...(isSameRecipient(sent.recipient ?? {}, recipient) ? [] : ['it goes to another recipient']),
  ];
}

/** An order that a look-up found under the reference of the one that was sent. */
export interface Sighting {
  carrier: string;
  reference: string;
  sent: Parcel;
  /** It has the numbers by which it is named. */
  found: Parcel;
  /** All that the carrier says of it. */
  seen: Parcel;
  age: Age;
}

/**
 * Why an order that was found is not the one that was sent, or cannot be told from an older one: a sentence for the error.
 * @param isNew it must be of this run; otherwise the one that was there before will do
 */
export function doubtAbout(
  { carrier, reference, sent, found, seen, age }: Sighting,
  isNew: boolean,
): string | undefined {
  const signs = isNew ? signsOfAnother(sent, seen, age) : [];
  const differences = [...differencesFrom(sent, seen), ...signs];
  if (differences.length > 0) return otherOrder(carrier, reference, found, differences);
  if (!isNew || age !== 'unknown' || saysWhere(seen)) return undefined;
  return `Under reference ${reference} ${carrier} has order ${numberOf(found)}, but nothing shows that this run made it.`;
}

/** The two orders side by side: the one under the reference, and how it is not the one that was sent. */
export function otherOrder(carrier: string, reference: string, found: Parcel, differences: readonly string[]): string {
  return `Under reference ${reference} ${carrier} has order ${numberOf(found)}, which is not the one sent: ${differences.join(', ')}.`;
}

/**
 * The order that was found, in place of the answer that was lost.
 * @param seen what the carrier says of it; without country and recipient a note says that nothing was compared
 */
export function asRecovered<P extends Parcel>(
  { raw, parcel }: { raw: JsonObject; parcel: P },
  seen: Parcel = parcel,
  ...more: readonly string[]
): { raw: JsonObject; parcel: P } {
  const added = [...(saysWhere(seen) ? [] : [UNCOMPARED]), ...more];
  const notes = added.length === 0 ? {} : { notes: [...(parcel.notes ?? []), ...added] };
  const facts = { recovered: true as const, ...notes };
  return { raw: { ...raw, ...facts }, parcel: { ...parcel, ...facts } };
}

/** Whether there is anything to compare. */
function saysWhere({ country, recipient = {} }: Parcel): boolean {
  return country !== undefined || Object.keys(recipient).length > 0;
}

/** What to do where only the age of the order that was found is in doubt. */
export const TAKE_EXISTING =
  'To take the order that is there, run this again with If Reference Exists: Return Existing Order.';

/** The note of an order that must be of this run, where no time of it is known. */
export function undatedNote({ seen, age }: Pick<Sighting, 'seen' | 'age'>): string[] {
  return age === 'unknown' && saysWhere(seen) ? [UNDATED] : [];
}

const UNDATED =
  'The carrier does not tell when it made this order. An older one with the same reference, country and recipient looks the same.';

const UNCOMPARED =
  'Country and recipient could not be compared with the order that was sent: the carrier did not tell them.';

/** There is an order under the reference, but nobody can say whether it is the one that was sent. */
export function unseenOrder(carrier: string, reference: string, found: Parcel, refusal: CarrierError): string {
  const why = refusal.ofAccount ? `: ${ended(refusal.message)}` : '.';
  return `Under reference ${reference} ${carrier} has order ${numberOf(found)}, but where it goes could not be asked${why}`;
}

function numberOf({ orderNumber, trackingNumber }: Parcel): string {
  return orderNumber ?? trackingNumber ?? 'without a number';
}

/** Words of a status, where it is one: letters are in the tables of the carriers. */
const CANCELLED =
  /取消|作废|作廢|废弃|廢棄|撤[销銷单單回]|终止|終止|[删刪削]除|[关關][闭閉]|失效|[无無]效|已[拦攔]截|cancel|\bvoid|discard|deleted|aborted|\bclosed|expired|\binvalid|intercepted|キャンセル|취소|삭제/i;

/** By code or name, of the order or else of its recipient. The EU and some carriers write UK. */
function countryOf({ country, recipient }: Destination): string | undefined {
  const said = country ?? recipient?.country ?? '';
  const code = said.normalize('NFKC').trim().toUpperCase();
  if (!/^[A-Z]{2}$/.test(code)) return countryCodeNamed(said);
  return code === 'UK' ? 'GB' : code;
}

function isSameRecipient(sent: Party, found: Party): boolean {
  const postcodes = isSame(sent.postcode, found.postcode, isSamePostcode);
  const places = isSame(sent.city, found.city, isSameText) || (sent.postcode && found.postcode);
  return (
    isSame(sent.name, found.name, isSameName) &&
    postcodes &&
    Boolean(places) &&
    isSame(linesOf(sent), linesOf(found), isSameText)
  );
}

function linesOf({ street, street2, street3, houseNumber }: Party): string {
  return [houseNumber, street, street2, street3].filter((line) => line !== undefined).join(' ');
}

/** What one side does not say, or hides behind asterisks, tells nothing. */
function isSame(sent = '', found = '', compare: (left: string, right: string) => boolean): boolean {
  const [left, right] = [plain(sent), plain(found)];
  return left.trim() === '' || right.trim() === '' || /[*●]/.test(sent + found) || compare(left, right);
}

/** Without case, width, accents and signs. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
}

/** A longer form of the same one, such as ZIP+4, is the same. */
function isSamePostcode(left: string, right: string): boolean {
  const [short = '', long = ''] = [joined(left), joined(right)].sort((a, b) => a.length - b.length);
  return long.startsWith(short);
}

/** With words left out, turned around, or as initials. */
function isSameName(left: string, right: string): boolean {
  return (
    joined(left) === joined(right) ||
    holdsWordsOf(left, right, (short, long) => isWord(short, 1) && long.startsWith(short))
  );
}

/** Carriers cut texts, leave lines out, turn them around and shorten words: all of the shorter one is in the longer. */
function isSameText(left: string, right: string): boolean {
  const [short = '', long = ''] = [left, right].sort((a, b) => joined(a).length - joined(b).length);
  const signs = Array.from(joined(short)).join(' ?');
  // Chinese and Japanese have no blanks; an address may begin with the province or not. Numbers are never cut.
  const part = isEastAsian(short) ? `(?<!\\p{N}(?=\\p{N}))${signs}(?!(?<=\\p{N})\\p{N})` : `^ ?${signs}(?: |$)`;
  return new RegExp(part, 'u').test(long) || holdsWordsOf(left, right, isShortened);
}

function joined(text: string): string {
  return text.replaceAll(' ', '');
}

/** A sign of Chinese or Japanese, and something after it. */
function isEastAsian(text: string): boolean {
  const at = text.search(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u);
  return at >= 0 && /[\p{L}\p{N}]/u.test(text.slice(at + 1));
}

/** Whether each word of the text with fewer is in the other, by itself or as `isShort` says. */
function holdsWordsOf(left: string, right: string, isShort: (short: string, long: string) => boolean): boolean {
  const [few = [], many = []] = [wordsIn(left), wordsIn(right)].sort((a, b) => a.length - b.length);
  return few.every((word) => many.some((other) => word === other || isShort(word, other) || isShort(other, word)));
}

/** `12a` is one. */
function wordsIn(text: string): string[] {
  return text.match(/[a-z\p{N}]+|\p{L}+/gu) ?? [];
}

function isWord(text: string, longest: number): boolean {
  return text.length <= longest && /^[a-z]+$/.test(text);
}

/** `ave` for `avenue`, `rd` for `road`. */
function isShortened(short: string, long: string): boolean {
  if (!isWord(short, long.length) || /\p{N}/u.test(long)) return false;
  return long.startsWith(short) || (short.length === 2 && new RegExp(`^${short.split('').join('.*')}$`).test(long));
}
