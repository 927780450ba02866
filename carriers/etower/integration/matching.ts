import { keysOf } from '#carriers/shared/entry-keys';
import type { JsonObject } from '#carriers/shared/json-value';
import { exact, folded, indexesOf, knownAmong, openEntries, type Form, type OpenEntry } from './entry-names';
import { tooMany, type Intent } from './reply';

/**
 * References of the further pieces of the number at this place; undefined where nobody knows what they are or how many.
 * Entries of pieces may bear numbers of their own only.
 */
export type Pieces = (index: number) => readonly string[] | undefined;

const NO_PIECES: Pieces = () => [];

/** Master reference numbers (B.4.3, B.4.6): each brings the entries of all its pieces, however many there are. */
export const MASTERS: Pieces = () => undefined;

/**
 * The entries of each number that was asked for. Rules run from the surest sign to the weakest; what one settles, no
 * later one looks at again.
 * @throws CarrierError for more than 10,000 entries: a call has 300 numbers at most, and to match them would take long
 */
export function matchEntries(
  numbers: readonly string[],
  entries: readonly JsonObject[],
  intent: Intent,
  piecesOf: Pieces = NO_PIECES,
): JsonObject[][] {
  if (entries.length > MOST_ENTRIES) throw tooMany('entries', intent);
  const matching = new Matching(numbers, entries, piecesOf, intent);
  matching.run(BY_NAME);
  if (matching.isKeyed) matching.run([namedAsPiece]);
  else matching.run(matching.hasOneEntryEach() ? ONE_ENTRY_EACH : SEVERAL_ENTRIES_EACH);
  return matching.matched;
}

const MOST_ENTRIES = 10_000;

/** Looks at the matching when its turn comes, and then says of one open entry after the other which number it is of. */
type Rule = (matching: Matching) => (entry: OpenEntry) => number | undefined;

/** What is known so far. A number is meant by its index. */
class Matching {
  readonly matched: JsonObject[][];
  /** The number of each entry, by the entry's place. */
  readonly owners: (number | undefined)[];
  readonly pieces: (readonly string[] | undefined)[];
  /** Numbers are the keys of the entries, which need not be in their order then. */
  readonly isKeyed: boolean;
  /** Entries name numbers, of whomever: places say nothing then. */
  readonly isNumbered: boolean;
  open: OpenEntry[];
  /** How far the entries were looked through for the last owner: each rule goes through them once. */
  private passed: { place: number; owner: number | undefined } = { place: 0, owner: undefined };
  private readonly masters: ReadonlyMap<string, readonly number[]>;

  constructor(
    readonly numbers: readonly string[],
    entries: readonly JsonObject[],
    piecesOf: Pieces,
    intent: Intent,
  ) {
    this.matched = numbers.map(() => []);
    this.owners = entries.map(() => undefined);
    this.pieces = numbers.map((_, index) => piecesOf(index)?.map(folded));
    this.open = openEntries(entries, numbers, this.pieces, intent);
    const isKnown = knownAmong(numbers, this.pieces);
    this.isKeyed = entries.some((entry) => keysOf(entry).some(isKnown));
    this.isNumbered = this.open.some(({ isNumbered }) => isNumbered);
    this.masters = indexesOf(this.pieces.map((own) => own ?? []));
  }

  run(rules: readonly Rule[]): void {
    for (const rule of rules) {
      const ownerOf = rule(this);
      this.passed = { place: 0, owner: undefined };
      this.open = this.open.filter((entry) => !this.give(entry, ownerOf(entry)));
    }
  }

  /**
   * Whether places count: the reply has as many entries as numbers were asked for, those of known pieces aside. Where a
   * number may have any number of pieces, equal counts mean that only if no entry names any number.
   */
  hasOneEntryEach(): boolean {
    const isCounted = this.piecesAreKnown() || this.noneIsSettled();
    return isCounted && this.placesOfOrders().length === this.numbers.length;
  }

  piecesAreKnown(): boolean {
    return this.pieces.every((own) => own !== undefined);
  }

  noneIsSettled(): boolean {
    return this.owners.every((owner) => owner === undefined);
  }

  /** Places of the entries that are no piece's: pieces have none in the order of the numbers. */
  placesOfOrders(): number[] {
    const ofPieces = new Set(this.open.flatMap(({ place, names }) => (this.mastersOf(names).length > 0 ? place : [])));
    return this.owners.flatMap((_, place) => (ofPieces.has(place) ? [] : place));
  }

  /** The numbers whose pieces have these names. */
  mastersOf(names: readonly string[]): number[] {
    return names.flatMap((name) => this.masters.get(folded(name)) ?? []);
  }

  /** The number that the nearest settled entry before this place is of. Rules ask in the order of the places. */
  ownerBefore(place: number): number | undefined {
    const { passed } = this;
    for (; passed.place < place; passed.place += 1) passed.owner = this.owners[passed.place] ?? passed.owner;
    return passed.owner;
  }

  hasEntry(index: number | undefined): boolean {
    return index !== undefined && (this.matched[index]?.length ?? 0) > 0;
  }

  private give({ entry, place }: OpenEntry, owner: number | undefined): boolean {
    if (owner === undefined) return false;
    this.matched[owner]?.push(entry);
    this.owners[place] = owner;
    return true;
  }
}

/** Replies are in the order of the request (B.3). So an order and its repetition, which is refused, are told apart. */
const namedAtItsPlace =
  (form: Form): Rule =>
  ({ numbers }) => {
    const indexes = indexesOf(numbers.map((number) => [form(number)]));
    return ({ place, names }) => (names.some((name) => indexes.get(form(name))?.includes(place)) ? place : undefined);
  };

/** Of several numbers that an entry names, it is of the first that has no entry yet. */
const named =
  (form: Form): Rule =>
  (matching) => {
    const indexes = indexesOf(matching.numbers.map((number) => [form(number)]));
    return ({ names }) => {
      const candidates = names.flatMap((name) => indexes.get(form(name)) ?? []);
      return candidates.find((index) => !matching.hasEntry(index)) ?? candidates[0];
    };
  };

/** Of one number alone is what names no other: its pieces may bear their own numbers, or none. */
const ofTheOnlyNumber: Rule = (matching) => {
  const { numbers, pieces } = matching;
  const hasMore = pieces[0] === undefined || pieces[0].length > 0;
  const takesAll = numbers.length === 1 && (hasMore || matching.noneIsSettled());
  return ({ isNumbered }) => (takesAll && !isNumbered ? 0 : undefined);
};

/** Where no entry names any number. */
const atItsPlace: Rule = (matching) => {
  const places = matching.noneIsSettled() && !matching.isNumbered ? matching.placesOfOrders() : [];
  const indexes = new Map(places.map((place, index) => [place, index]));
  return ({ place }) => indexes.get(place);
};

/** A piece of several masters is of the one whose entries it follows. A master without an entry has no pieces either. */
const namedAsPiece: Rule =
  (matching) =>
  ({ place, names }) => {
    const masters = matching.mastersOf(names).filter((master) => matching.hasEntry(master));
    return masters.find((master) => master === matching.ownerBefore(place)) ?? masters[0];
  };

/** When one number and one entry without any name are left, they belong together. */
const theLastOne: Rule = ({ matched, open }) => {
  const unanswered = matched.flatMap((own, index) => (own.length === 0 ? index : []));
  const isLast = unanswered.length === 1 && open.length === 1;
  return ({ names }) => (isLast && names.length === 0 ? unanswered[0] : undefined);
};

/** A piece that bears its own number only follows its master, as long as pieces of it are missing. */
const afterItsMaster: Rule =
  (matching) =>
  ({ place, names, isStranger }) => {
    const owner = matching.ownerBefore(place);
    if (names.length === 0 || isStranger || owner === undefined) return undefined;
    const most = matching.pieces[owner]?.length ?? Infinity;
    return (matching.matched[owner]?.length ?? 0) <= most ? owner : undefined;
  };

/** Numbers that differ in their letters' case alone are different ones where both are asked for. */
const BY_NAME = [namedAtItsPlace(exact), named(exact), namedAtItsPlace(folded), named(folded), ofTheOnlyNumber];
const ONE_ENTRY_EACH = [atItsPlace, namedAsPiece, theLastOne];
const SEVERAL_ENTRIES_EACH = [namedAsPiece, afterItsMaster];
