import { grouped } from '#nodes/shared/calls';

/** What decides where a label is printed. */
export interface Sortable {
  sortBy: string | undefined;
  groupBy: string | undefined;
}

/** Labels behind one separator page; without a name there is none. */
export interface LabelGroup {
  name: string | undefined;
  /** How many can be printed, as far as that is known. */
  count: number;
}

export interface Group<Label> extends LabelGroup {
  labels: readonly Label[];
}

/**
 * Sorted as people count (A2 before A10), those with the same text as they came and those without one last. Groups come
 * in the order in which they are met then.
 */
export function inPrintingOrder<Label extends Sortable>(labels: readonly Label[]): Group<Label>[] {
  const sorted = labels.toSorted((one, other) => compared(one.sortBy, other.sortBy));
  if (sorted.every(({ groupBy }) => groupBy === undefined))
    return [{ name: undefined, labels: sorted, count: sorted.length }];
  return grouped(sorted, ({ groupBy }) => groupBy ?? WITHOUT_GROUP).map((members) => ({
    name: members[0]?.groupBy ?? WITHOUT_GROUP,
    labels: members,
    count: members.length,
  }));
}

const WITHOUT_GROUP = 'Without group';

const NATURAL = new Intl.Collator('en', { numeric: true });

function compared(one: string | undefined, other: string | undefined): number {
  if (one !== undefined && other !== undefined) return NATURAL.compare(one, other);
  return Number(one === undefined) - Number(other === undefined);
}
