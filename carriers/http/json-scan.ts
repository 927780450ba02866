import { DEEPEST, JsonLimit, type JsonBudget } from './json-budget';
import { JsonPieces, type Level } from './json-pieces';
import { closingQuote, isBlank, isDigit, isOfNumber, isUnsafeNumber, LONGEST_SAFE, textBetween } from './json-tokens';

/** Characters between two pauses, and about those of a piece. */
const STEP = 20_000;

/** Characters: shorter texts are read again by whoever opens them. */
export const LONG_TEXT = 50;

/** Characters of a text that is no part of a piece: so it is made once. */
const LARGE_TEXT = 10_000;

export const BEGINS_AS_JSON = /^\s{0,999}["{[]/;

export interface ScanOptions {
  lenient: boolean;
  budget: JsonBudget;
  /** Is told of texts that may hold JSON. */
  textOfJson: ((text: string) => void) | undefined;
}

/**
 * Reads the JSON at a place in a text with JSON.parse, piece by piece. It looks itself for no more than the ends of pieces,
 * limits that JSON.parse has not, and numbers that it would change. Pieces hold whole texts and brackets that belong
 * together: so where JSON.parse finds no mistake in any of them there is none.
 */
export class JsonScan {
  value: unknown;
  private readonly pieces: JsonPieces;
  private hasBegun = false;
  private expectsKey = false;
  private values = 1;
  private holders = 0;

  /** @param at the place; later that behind what was looked at */
  constructor(
    private readonly text: string,
    public at: number,
    private readonly options: ScanOptions,
  ) {
    this.pieces = new JsonPieces(text, options.lenient);
  }

  /** Goes on to the next pause; true at the end of the value. */
  step(): boolean {
    const isBegin = !this.hasBegun;
    const isEnd = isBegin ? this.begin() : this.members();
    this.options.budget.takeValues(this.values, this.holders);
    this.values = 0;
    this.holders = 0;
    if (isEnd && !isBegin) this.value = this.pieces.root(this.at);
    return isEnd;
  }

  isAtEnd(): boolean {
    this.skipBlanks();
    return this.at >= this.text.length;
  }

  /** True when the value is no object or list. */
  private begin(): boolean {
    this.hasBegun = true;
    this.skipBlanks();
    const start = this.at;
    const code = this.text.charCodeAt(start);
    if (code === 0x5b || code === 0x7b) {
      this.open(start, code === 0x5b);
      this.expectsKey = code === 0x7b;
      this.at = start + 1;
      return false;
    }
    this.value = code === 0x22 ? this.wholeText(start + 1) : this.word(start);
    return true;
  }

  /** Of each member and comma there are very many: as little as possible is called or looked up for one. */
  private members(): boolean {
    const { text, pieces } = this;
    const { names } = this.options.budget;
    const { length } = text;
    const pause = this.at + STEP;
    let level = pieces.innermost();
    let { at, expectsKey } = this;
    let commas = 0;
    for (let isPause = false; !isPause;) {
      if (at >= length) throw new SyntaxError();
      const code = text.charCodeAt(at);
      at += 1;
      if (code === 0x22) {
        if (expectsKey) {
          const end = names.passExpected(text, at);
          at = end < 0 ? this.passName(at) : end;
          expectsKey = false;
        } else {
          let end = text.indexOf('"', at);
          if (end < 0 || text.charCodeAt(end - 1) === 0x5c) end = closingQuote(text, at);
          if (end - at > LONG_TEXT) this.passLong(at, end);
          at = end + 1;
        }
      } else if (code === 0x2c) {
        commas += 1;
        if (level.isPut) pieces.endPut(level, at - 1);
        level.member = at;
        expectsKey = !level.isList;
        isPause = at > pause;
      } else if (code >= 0x2d && code <= 0x39) {
        if (expectsKey) throw new SyntaxError();
        at = this.passNumber(at - 1);
      } else if (code === 0x7b || code === 0x5b) {
        if (expectsKey) throw new SyntaxError();
        level = this.open(at - 1, code === 0x5b);
        expectsKey = code === 0x7b;
      } else if (code === 0x7d || code === 0x5d) {
        if (!pieces.isEmpty(at - 1)) commas += 1;
        const outer = pieces.close(at - 1, code === 0x5d);
        expectsKey = false;
        if (!outer) {
          this.at = at;
          this.values += commas;
          return true;
        }
        level = outer;
      } else if (code === 0x20) isPause = at > pause;
    }
    this.at = at;
    this.values += commas;
    this.expectsKey = expectsKey;
    if (text.charCodeAt(at - 1) === 0x2c) pieces.read();
    return false;
  }

  private open(at: number, isList: boolean): Level {
    this.holders += 1;
    const level = this.pieces.open(at, isList);
    if (this.pieces.depth > DEEPEST && !this.isClosedBehind(at)) {
      throw new JsonLimit(`nested more than ${DEEPEST} levels deep`);
    }
    return level;
  }

  private isClosedBehind(at: number): boolean {
    const end = this.endOfBlanks(at + 1);
    return this.text[end] === (this.text[at] === '[' ? ']' : '}');
  }

  private passLong(start: number, end: number): void {
    if (end - start > LARGE_TEXT) this.pieces.put(start - 1, this.long(start, end), end + 1);
    else if (mayBeginJson(this.text.charCodeAt(start))) this.long(start, end);
  }

  /** From behind its first quotation mark to behind its last. */
  private passName(start: number): number {
    const end = closingQuote(this.text, start);
    this.options.budget.takeName(textBetween(this.text.slice(start, end), this.options.lenient));
    return end + 1;
  }

  /** A text that may hold JSON. */
  private long(start: number, end: number): string {
    const { lenient, textOfJson } = this.options;
    const long = textBetween(this.text.slice(start, end), lenient);
    if (long.length > LONG_TEXT && BEGINS_AS_JSON.test(long)) textOfJson?.(long);
    return long;
  }

  private wholeText(start: number): string {
    const end = closingQuote(this.text, start);
    this.at = end + 1;
    return this.long(start, end);
  }

  /** A number, true, false or null. */
  private word(start: number): unknown {
    WORD.lastIndex = start;
    const word = WORD.exec(this.text)?.[0] ?? '';
    this.at = start + word.length;
    return isOfNumber(word.charCodeAt(0)) && isUnsafeNumber(word) ? word : JSON.parse(word);
  }

  private passNumber(start: number): number {
    const { text } = this;
    let end = start + 1;
    while (isDigit(text.charCodeAt(end))) end += 1;
    const isInteger = !isOfNumber(text.charCodeAt(end));
    if (isInteger && end - start <= LONGEST_SAFE) return end;
    while (isOfNumber(text.charCodeAt(end))) end += 1;
    if (isUnsafeNumber(text.slice(start, end))) this.pieces.makeText(start, end);
    return end;
  }

  private skipBlanks(): void {
    this.at = this.endOfBlanks(this.at);
  }

  private endOfBlanks(from: number): number {
    let at = from;
    while (isBlank(this.text.charCodeAt(at), this.options.lenient)) at += 1;
    return at;
  }
}

const WORD = /true|false|null|[-+.\deE]+/y;

/** Blanks, brackets, and what is no letter of ASCII. */
function mayBeginJson(code: number): boolean {
  return (
    code <= 0x20 ||
    code === 0x5b ||
    code === 0x5c ||
    code === 0x7b ||
    (code > 0x7f && /\s/.test(String.fromCharCode(code)))
  );
}
