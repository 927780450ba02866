import { lookUp } from './lookup';
import { CHINESE_AND_ENGLISH, type Vocabulary, type Words } from './refusal-words';
import { simplified } from './simplified';
import type { AccountRefusal } from '../http';

/**
 * Which refusal of the account a carrier's words are, if they are one. The first statement that says anything decides:
 * after it comes advice. The refusal of one order may hold such words as well, but never these alone.
 * @param said texts and codes, each by itself
 * @param more languages in which this carrier may answer
 */
export function accountRefusalIn(
  said: readonly (string | undefined)[],
  ...more: readonly Vocabulary[]
): AccountRefusal | undefined {
  const texts = said.map(plainOf).filter((text) => text !== '');
  return texts.flatMap((text) => {
    const found = [refusalIn(simplified(text), CHINESE_AND_ENGLISH), ...more.map((each) => refusalIn(text, each))];
    return found.find((refusal) => refusal !== undefined) ?? lookUp(HTTP_NUMBERS, text) ?? [];
  })[0];
}

/** What to do about each, where a carrier has nothing better to say. */
export const ACCOUNT_HINTS: Readonly<Record<AccountRefusal, string>> = {
  'rate-limited':
    'The carrier counts the calls of this account. Run it again later, with a lower Concurrency or a longer Pause Between Requests (see Options).',
  unavailable: 'The carrier is busy or under maintenance. Nothing is wrong with the item: run it again later.',
  credentials:
    'Check the keys in the credential, and ask the carrier whether this account and this server may call it.',
};

/** HTTP's own numbers, where a carrier writes them as its code (inferred). */
const HTTP_NUMBERS: Readonly<Record<string, AccountRefusal>> = {
  '401': 'credentials',
  '429': 'rate-limited',
  '503': 'unavailable',
};

/** Characters. A refusal of the account is short, or begins with what it is. */
const LONGEST = 2000;

/** Full-width, in any case and in the manner of codes (TOO_MANY_REQUESTS, TokenExpired), the words are the same. */
function plainOf(text = ''): string {
  return text
    .slice(0, LONGEST)
    .normalize('NFKC')
    .replace(/_+/g, ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .trim();
}

/** A dot or a colon inside a number ends no statement; a Chinese or English "please" begins the next. */
const END = /[,，。;；!！、\n|]|\.(?=\s|$)|:(?!\d)|\s-\s|(?<![申邀])请(?!求)|\bplease\b/;

function refusalIn(text: string, vocabulary: Vocabulary): AccountRefusal | undefined {
  const { refusalIn: read, saysNothing, isAdvice } = readerOf(vocabulary);
  const statements = text.split(END).filter((statement) => /\p{L}/u.test(statement));
  const telling = statements.find((statement) => read(statement) !== undefined || !saysNothing(statement)) ?? '';
  return read(telling) ?? (isAdvice(statements.join(' ')) ? 'unavailable' : undefined);
}

interface Reader {
  refusalIn: (statement: string) => AccountRefusal | undefined;
  /** Introductions, such as "request failed". */
  saysNothing: (statement: string) => boolean;
  /** "Try again later" and nothing else, but that the server failed. */
  isAdvice: (statement: string) => boolean;
}

const readers = new Map<Vocabulary, Reader>();

function readerOf(vocabulary: Vocabulary): Reader {
  const reader = readers.get(vocabulary) ?? readerFor(vocabulary);
  readers.set(vocabulary, reader);
  return reader;
}

function readerFor({ besides, advice, ...kinds }: Vocabulary): Reader {
  const abouts = KINDS.map((kind) => kinds[kind].about).join('|');
  // What stands in angle brackets is a value, or mark-up.
  const holdsOnly = (words: string): ((statement: string) => boolean) => {
    const known = new RegExp(`${words}|${abouts}|${besides}|[^\\p{L}<>]`, 'gu');
    return (statement) => statement.replace(known, '') === '';
  };
  const rules = KINDS.map((kind) => ({
    kind,
    holds: statementOf(kinds[kind]),
    isOnly: holdsOnly(wordsOf(kinds[kind])),
  }));
  return {
    refusalIn: (statement) => rules.find(({ holds, isOnly }) => holds(statement) && isOnly(statement))?.kind,
    saysNothing: holdsOnly(besides),
    isAdvice: (statement) => statement !== '' && new RegExp(`^\\P{L}*(?:${advice})\\P{L}*$`, 'u').test(statement),
  };
}

const KINDS = ['rate-limited', 'unavailable', 'credentials'] as const;

function wordsOf({ alone, says, about }: Words): string {
  return `${alone}|${says}|${about}`;
}

function statementOf({ about, says, alone }: Words): (statement: string) => boolean {
  const [whole, subject, predicate] = [alone, about, says].map((words) => new RegExp(words, 'u'));
  return (text) => whole?.test(text) === true || (subject?.test(text) === true && predicate?.test(text) === true);
}
