/** Get Updates over whole histories of parcels: what the carrier does to its events, and what becomes of the keys. */
import fc from 'fast-check';
import { readKey } from '#carriers/shared/known-key';
import type { Parcel, TrackingEvent } from '#carriers/shared/parcel';
import { updatesOf, type ParcelUpdates } from '#carriers/shared/updates';
import { trackedParcel } from '../../carriers/eccang/tracking';
import { always } from './property';

const OWNER = { carrier: 'eccang', number: 'N-1' };
const PATIENCE = { stuckAfterDays: 7, retireAfterDays: 60 };
const NOW = Date.UTC(2026, 0, 31);

interface Entry {
  Occur_date: string;
  Comment: string;
  Status: string;
}

/** Times that meet, days alone, and dates that cannot be read. Some events are equal to the last sign. */
const entry: fc.Arbitrary<Entry> = fc.record({
  Occur_date: fc.oneof(
    fc.constantFrom('2026-01-05 10:00:00', '2026-01-05 10:00:01', '2026-01-06', '0000-00-00 00:00:00', ''),
    fc.nat(40 * 86_400).map((second) => new Date(Date.UTC(2026, 0) + second * 1000).toISOString().slice(0, 19)),
  ),
  Comment: fc.oneof(fc.constantFrom('same', 'other'), fc.nat(1_000_000).map(String)),
  Status: fc.constantFrom('IR', 'AF', 'DF', 'NC', 'XX'),
});

type Deed =
  { kind: 'append'; entries: Entry[] } | { kind: 'edit' | 'drop'; at: number } | { kind: 'reorder'; by: number };

const append = fc.record({ kind: fc.constant('append' as const), entries: fc.array(entry, { maxLength: 6 }) });
const reorder = fc.record({ kind: fc.constant('reorder' as const), by: fc.nat(1000) });
const damage = fc.record({ kind: fc.constantFrom('edit' as const, 'drop' as const), at: fc.nat(1000) });

/** What the carrier does before a run, and what becomes of the key after it. */
interface Turn {
  deeds: Deed[];
  fate: 'kept' | 'crashed' | 'lost';
}

const historyOf = (deed: fc.Arbitrary<Deed>, fate: fc.Arbitrary<Turn['fate']>): fc.Arbitrary<Turn[]> =>
  fc.array(fc.record({ deeds: fc.array(deed, { maxLength: 3 }), fate }), { minLength: 1, maxLength: 8 });

const QUIET = historyOf(fc.oneof(append, reorder), fc.constant('kept'));
const ROUGH = historyOf(fc.oneof(append, append, reorder, damage), fc.constantFrom('kept', 'kept', 'crashed', 'lost'));

function done(entries: readonly Entry[], deed: Deed): Entry[] {
  if (deed.kind === 'append') return [...entries, ...deed.entries];
  if (entries.length === 0) return [];
  if (deed.kind === 'reorder') {
    const turned = [...entries.slice(deed.by % entries.length), ...entries.slice(0, deed.by % entries.length)];
    return deed.by % 2 === 0 ? turned : turned.toReversed();
  }
  const at = deed.at % entries.length;
  return entries.flatMap((each, place) => {
    if (place !== at) return [each];
    return deed.kind === 'drop' ? [] : [{ ...each, Comment: `${each.Comment} (edited)` }];
  });
}

const wordsOf = ({ timeRaw = '', description = '', code = '' }: TrackingEvent): string =>
  [timeRaw, description, code].join('|');

/** What stands in the left list and not in the right one, equal ones counted. */
function without(left: readonly string[], right: readonly string[]): string[] {
  const rest = [...right];
  return left.filter((each) => {
    const at = rest.indexOf(each);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}

interface Run {
  updates: ParcelUpdates;
  /** Of the reply, and of the one that the key was made of. */
  events: string[];
  known: string[] | undefined;
  keyBefore: string | undefined;
  given: string[];
}

/** All runs of a history, and one more for which nothing happened but that the last key may have been kept. */
function live(history: readonly Turn[]): Run[] {
  const runs: Run[] = [];
  let entries: Entry[] = [];
  let table: { key: string; events: string[] } | undefined;
  for (const { deeds, fate } of [...history, { deeds: [], fate: 'kept' as const }]) {
    entries = deeds.reduce<Entry[]>(done, entries);
    const parcel: Parcel = trackedParcel({ carrier: 'eccang' }, { Detail: entries }, OWNER.number);
    const read = table && readKey(table.key, OWNER);
    if (read && !('known' in read)) throw new Error(read.fault.kind);
    const updates = updatesOf(parcel, read?.known, OWNER, PATIENCE, NOW);
    const events = (parcel.events ?? []).map(wordsOf);
    runs.push({ updates, events, known: table?.events, keyBefore: table?.key, given: updates.newEvents.map(wordsOf) });
    if (fate === 'kept' && (updates.changed || table === undefined)) table = { key: updates.key, events };
    if (fate === 'lost') table = undefined;
  }
  return runs;
}

it('gives each event once, where no key is lost and the carrier only adds events', () => {
  always(
    fc.property(QUIET, (history) => {
      const runs = live(history);
      const given = runs.flatMap((run) => run.given);
      const final = runs.at(-1)?.events ?? [];
      return (
        without(given, final).length === 0 &&
        without(final, given).length === 0 &&
        runs.every(({ updates }) => !updates.changes.includes('resynced'))
      );
    }),
  );
});

it('gives each event at least once and none that is not there, and tells when one is missing that the key knows', () => {
  always(
    fc.property(ROUGH, (history) => {
      const runs = live(history);
      const missed = without(
        runs.at(-1)?.events ?? [],
        runs.flatMap(({ given }) => given),
      );
      return missed.length === 0 && runs.every(isTrue);
    }),
  );
});

function isTrue({ updates, events, known = [], given, keyBefore }: Run): boolean {
  const missing = without(known, events);
  const added = without(events, known);
  const isFew = missing.length + added.length < 10;
  return (
    without(given, events).length === 0 &&
    updates.changes.includes('resynced') === missing.length > 0 &&
    (!isFew || (without(given, added).length === 0 && without(added, given).length === 0)) &&
    (updates.changed || updates.key === keyBefore)
  );
}
