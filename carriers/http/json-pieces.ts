import { isBlank, withoutControls } from './json-tokens';

type Whole = unknown[] | Record<string, unknown>;

/** A list or object that has begun. */
export interface Level {
  isList: boolean;
  /** Its bracket. */
  start: number;
  /** Behind what of it stands in `whole`. */
  read: number;
  /** Of the member that has begun. */
  member: number;
  /** Undefined as long as it is read in one piece with what it stands in. */
  whole: Whole | undefined;
  /** The member that has begun stands in `whole`: nothing may follow it. */
  isPut: boolean;
}

/** Gives the pieces of a text of JSON to JSON.parse, and puts what it makes of them together. */
export class JsonPieces {
  /** Also those that have ended, to be used again. */
  private readonly levels: Level[] = [];
  depth = 0;
  /** Starts and ends of numbers that become texts, where nothing has been read yet. */
  private readonly numbers: number[] = [];
  private nextNumber = 0;

  constructor(
    private readonly text: string,
    private readonly lenient: boolean,
  ) {}

  open(start: number, isList: boolean): Level {
    const level = { isList, start, read: start + 1, member: start + 1, whole: undefined, isPut: false };
    this.levels[this.depth] = level;
    this.depth += 1;
    return level;
  }

  /** Whether there is nothing between the bracket here and the one that belongs to it. */
  isEmpty(end: number): boolean {
    const { member, start } = this.innermost();
    return member === start + 1 && this.isBlank(member, end);
  }

  /** Returns what it stands in. */
  close(end: number, isList: boolean): Level | undefined {
    const level = this.innermost();
    if (level.isList !== isList) throw new SyntaxError();
    if (level.whole) {
      if (level.isPut) this.endPut(level, end);
      else this.readTo(level, level.whole, end);
    }
    this.depth -= 1;
    const outer = this.levels[this.depth - 1];
    if (level.whole && outer) outer.read = end + 1;
    return outer;
  }

  /** This number is to become a text. */
  makeText(start: number, end: number): void {
    this.numbers.push(start, end);
  }

  /** The whole value, when the outermost has been closed. */
  root(end: number): unknown {
    const [outermost] = this.levels;
    return outermost?.whole ?? this.parsed(this.piece(outermost?.start ?? 0, end));
  }

  /** Reads all members that are complete. */
  read(): void {
    let outer: Level | undefined;
    for (const level of this.levels.slice(0, this.depth)) {
      if (!level.whole) {
        level.whole = level.isList ? [] : {};
        if (outer) this.putMember(outer, level.start, level.whole);
      }
      if (level.member > level.read) this.readTo(level, level.whole, level.member - 1);
      level.read = level.member;
      outer = level;
    }
  }

  /** Puts the value of a member where it belongs, instead of reading it. */
  put(start: number, value: unknown, end: number): void {
    this.read();
    const level = this.innermost();
    this.putMember(level, start, value);
    level.read = end;
  }

  innermost(): Level {
    const level = this.levels[this.depth - 1];
    if (!level) throw new SyntaxError();
    return level;
  }

  endPut(level: Level, end: number): void {
    if (!this.isBlank(level.read, end)) throw new SyntaxError();
    level.isPut = false;
    level.read = end + 1;
  }

  /** @param start of the value */
  private putMember(level: Level, start: number, value: unknown): void {
    const before = this.text.slice(level.member, start);
    if (Array.isArray(level.whole)) {
      if (!this.isBlank(level.member, start)) throw new SyntaxError();
      level.whole.push(value);
    } else if (level.whole) {
      for (const key of namesIn(this.parsed(`{${before}null}`))) putAt(level.whole, key, value);
    }
    level.isPut = true;
  }

  private readTo(level: Level, whole: Whole, end: number): void {
    const piece = this.piece(level.read, end);
    const members = this.parsed(level.isList ? `[${piece}]` : `{${piece}}`);
    const isFilled = Array.isArray(members) ? pushAll(whole, members) : putAll(whole, members);
    if (!isFilled) throw new SyntaxError();
  }

  /** A part of the text, with texts for the numbers that are to become some. */
  private piece(start: number, end: number): string {
    const { text, numbers } = this;
    let piece = '';
    let from = start;
    for (; numbers.length > this.nextNumber; this.nextNumber += 2) {
      const [first = 0, last = 0] = [numbers[this.nextNumber], numbers[this.nextNumber + 1]];
      if (first >= end) break;
      piece += `${text.slice(from, first)}"${text.slice(first, last)}"`;
      from = last;
    }
    if (this.nextNumber === numbers.length) {
      numbers.length = 0;
      this.nextNumber = 0;
    }
    return piece + text.slice(from, end);
  }

  private parsed(json: string): unknown {
    try {
      return JSON.parse(json);
    } catch (error) {
      const legal = this.lenient ? withoutControls(json) : json;
      if (legal === json) throw error;
      return JSON.parse(legal);
    }
  }

  private isBlank(start: number, end: number): boolean {
    for (let at = start; at < end; at += 1) if (!isBlank(this.text.charCodeAt(at), this.lenient)) return false;
    return true;
  }
}

function pushAll(whole: Whole, members: readonly unknown[]): boolean {
  if (Array.isArray(whole)) for (const member of members) whole.push(member);
  return members.length > 0;
}

function putAll(whole: Whole, members: unknown): boolean {
  const entries = typeof members === 'object' && members !== null ? Object.entries(members) : [];
  if (!Array.isArray(whole)) for (const [name, member] of entries) putAt(whole, name, member);
  return entries.length > 0;
}

function namesIn(object: unknown): string[] {
  return typeof object === 'object' && object !== null ? Object.keys(object) : [];
}

function putAt(whole: Record<string, unknown>, key: string, value: unknown): void {
  if (key !== '__proto__') whole[key] = value;
  else Object.defineProperty(whole, key, { value, writable: true, enumerable: true, configurable: true });
}
