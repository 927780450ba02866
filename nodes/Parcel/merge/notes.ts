import { SMALLEST_SAFE_SCALE } from './paper';
import type { Placed } from './pdf';

/** What is to be known of a label before it is printed. */
export interface Told extends Pick<Placed, 'scale' | 'shortcomings'> {
  item: number;
}

/** What the user should know of the labels together. */
export function notesOf(labels: readonly Told[]): string[] {
  const reduced = labels.filter(({ scale }) => scale < SMALLEST_SAFE_SCALE);
  const smallest = Math.round(100 * Math.min(...reduced.map(({ scale }) => scale)));
  const those = (kind: keyof Told['shortcomings']): string =>
    itemsOf(labels.filter(({ shortcomings }) => shortcomings[kind]));
  const [unknown, borrowed, cut] = [those('unknown'), those('borrowed'), those('cut')];
  const told: [items: string, what: string][] = [
    [
      itemsOf(reduced),
      `reduced to as little as ${smallest} % of the size: bars narrower than 0.25 mm may not scan. Print them on larger paper, or fewer on a sheet`,
    ],
    [unknown, 'letters for which there is no font are printed as ?'],
    [
      borrowed,
      'letters that are not Latin are printed in a font of the computer that prints. Look at one page before you print all',
    ],
    [cut, 'the text of Strip is longer than its place and was cut'],
  ];
  return told.filter(([items]) => items !== '').map(([items, what]) => `${items}: ${what}.`);
}

const MOST_NAMED = 10;

/** `Items 3, 5 and 12 others (the first item is 0)`; empty where there is none. */
function itemsOf(labels: readonly { item: number }[]): string {
  const items = labels.map(({ item }) => item).sort((one, other) => one - other);
  if (items.length === 0) return '';
  const others = items.length - MOST_NAMED;
  const named = items.slice(0, MOST_NAMED).join(', ') + (others > 0 ? ` and ${others} others` : '');
  return `${items.length === 1 ? 'Item' : 'Items'} ${named} (the first item is 0)`;
}
