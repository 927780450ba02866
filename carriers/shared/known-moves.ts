import type { Move, Moves } from './order-mapping';
import { standsInDetails } from './output-only';

/** Once for all lines of all orders. */
export function entriesOf(moves: Moves): readonly KnownMove[] {
  const known =
    ENTRIES.get(moves) ??
    Object.entries(moves).map(([name, move]): KnownMove => {
      const [head = ''] = name.split('.');
      return { name, head, isInside: head !== name, isOfDetails: standsInDetails(name), move: moveOf(move) };
    });
  ENTRIES.set(moves, known);
  return known;
}

export interface KnownMove {
  name: string;
  /** The first name on the way. */
  head: string;
  isInside: boolean;
  isOfDetails: boolean;
  move: Move;
}

const ENTRIES = new WeakMap<Moves, readonly KnownMove[]>();

export function moveOf(move: Moves[string]): Move {
  return typeof move === 'string' ? { to: move } : move;
}

/** The group in the request that has the fields of a party; undefined where they stand beside those of the order. */
export function groupOf(moves: Moves, party: string): string | undefined {
  const [, move] = Object.entries(moves).find(([name]) => name.startsWith(`${party}.`)) ?? [];
  const [place = ''] = move === undefined ? [] : [moveOf(move).to].flat();
  return place.includes('.') ? place.split('.').slice(0, -1).join('.') : undefined;
}
