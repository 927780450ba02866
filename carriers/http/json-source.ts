import { isSafeNumber } from 'lossless-json';

/** No digit behind these is anybody's. */
const LONGEST_NUMBER = 1000;

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

const WORDS: readonly [string, unknown][] = [
  ['true', true],
  ['false', false],
  ['null', null],
];

/** The tokens of JSON, from a place in a text. Throws SyntaxError that holds nothing of the text. */
export class JsonSource {
  /**
   * @param at the place
   * @param lenient control characters and byte order marks are no mistakes: in texts those of blanks and lines stay, the
   * others go
   */
  constructor(
    private readonly text: string,
    public at: number,
    private readonly lenient: boolean,
  ) {}

  /** Whether this mark comes next; then it is behind it. */
  takes(mark: string): boolean {
    this.skipBlanks();
    if (this.text[this.at] !== mark) return false;
    this.at += 1;
    return true;
  }

  isAtEnd(): boolean {
    this.skipBlanks();
    return this.at >= this.text.length;
  }

  /** The name of a member, and its colon. */
  key(): string {
    if (!this.takes('"')) throw this.mistake();
    const key = this.string();
    if (!this.takes(':')) throw this.mistake();
    return key;
  }

  /** A text, number, true, false or null. */
  scalar(): unknown {
    if (this.takes('"')) return this.string();
    const word = WORDS.find(([name]) => this.text.startsWith(name, this.at));
    if (!word) return this.number();
    this.at += word[0].length;
    return word[1];
  }

  mistake(): SyntaxError {
    return new SyntaxError(`The JSON is wrong at character ${this.at + 1}`);
  }

  /** From behind its first quotation mark. */
  private string(): string {
    const start = this.at;
    const end = this.closingQuote();
    this.at = end + 1;
    const raw = this.text.slice(start, end);
    const isIllegal = ILLEGAL.test(raw);
    if (!isIllegal && !raw.includes('\\')) return raw;
    const legal = this.lenient && isIllegal ? withEscapes(raw) : raw;
    try {
      return String(JSON.parse(`"${legal}"`));
    } catch {
      throw this.mistake();
    }
  }

  private closingQuote(): number {
    for (let end = this.text.indexOf('"', this.at); end >= 0; end = this.text.indexOf('"', end + 1)) {
      let escapes = end;
      while (escapes > this.at && this.text[escapes - 1] === '\\') escapes -= 1;
      if ((end - escapes) % 2 === 0) return end;
    }
    throw this.mistake();
  }

  /** As a text with the same digits where JavaScript would change it. */
  private number(): number | string {
    const start = this.at;
    while (isOfNumber(this.text.charCodeAt(this.at))) this.at += 1;
    const digits = this.at - start > LONGEST_NUMBER ? '' : this.text.slice(start, this.at);
    if (!NUMBER.test(digits)) throw this.mistake();
    return isShort(digits) || isSafeNumber(digits) ? Number(digits) : digits;
  }

  private skipBlanks(): void {
    while (this.isBlank(this.text.charCodeAt(this.at))) this.at += 1;
  }

  private isBlank(code: number): boolean {
    return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09 || (this.lenient && isIgnored(code));
  }
}

/** Control characters that JSON forbids in texts: those of one byte before the blank. */
const ILLEGAL = /[^ -\uffff]/;
const ILLEGAL_ALL = new RegExp(ILLEGAL, 'g');

/** JSON forbids control characters in texts: those of blanks and lines become escapes, the others go. */
function withEscapes(text: string): string {
  return text.replace(/\t/g, '\\t').replace(/\n/g, '\\n').replace(/\r/g, '\\r').replaceAll(ILLEGAL_ALL, '');
}

function isIgnored(code: number): boolean {
  return code < 0x20 || code === 0xfeff;
}

/** Digits, signs, the point and the letter of an exponent. */
function isOfNumber(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || [0x2b, 0x2d, 0x2e, 0x45, 0x65].includes(code);
}

/** Numbers of 15 characters without an exponent survive. */
function isShort(digits: string): boolean {
  return digits.length <= 15 && !/e/i.test(digits);
}
