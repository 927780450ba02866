/** Different ones that a reply may have. Numbers do not count: an object with them is a list of PHP. */
export const MOST_NAMES = 20_000;

interface Known {
  /** With the quotation mark and the colon behind it. */
  quoted: string;
  /** The one that came after it the last time. */
  next: Known | undefined;
}

/** The names of members. In nearly all replies those of one record come in the same order again and again. */
export class JsonNames {
  private readonly known = new Map<string, Known>();
  private last: Known = { quoted: '', next: undefined };

  /** Behind the colon of the name at a place, when it is the one to be expected there; -1 for any other. */
  passExpected(text: string, start: number): number {
    const { next } = this.last;
    if (!next || !text.startsWith(next.quoted, start)) return -1;
    this.last = next;
    return start + next.quoted.length;
  }

  /** Returns whether there are too many. */
  note(name: string): boolean {
    const first = name.charCodeAt(0);
    if (first >= 0x30 && first <= 0x39 && /^\d+$/.test(name)) return false;
    let known = this.known.get(name);
    if (!known) {
      known = { quoted: `${name}":`, next: undefined };
      this.known.set(name, known);
    }
    // What is escaped stands in the text with other characters.
    if (!/[\\"]/.test(name)) {
      this.last.next = known;
      this.last = known;
    }
    return this.known.size > MOST_NAMES;
  }
}
