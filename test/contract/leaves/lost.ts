import { isDeepStrictEqual } from 'node:util';
import { isObject } from '#carriers/shared/json-value';
import { leavesOf, pathText, type Leaf } from '#carriers/shared/leaves';
import { anotherThan, type Another } from './another';
import type { Seen } from './run';

/** What the operation gives out for a reply. */
export type See = (reply: unknown) => Promise<Seen>;

/** Another value in a place of a reply. */
interface Change extends Another {
  name: string;
  path: Leaf['path'];
}

/**
 * The leaves of a reply that the output does not tell: another value of the same kind there changes nothing that the user
 * sees. Of a text it does not suffice that something changes: the text itself must be there, or an error that it decides.
 * @param samples of one reply; a leaf that is empty in one of them is looked at in another
 * @returns their paths without indexes, each once
 */
export async function lostLeaves(
  samples: readonly unknown[],
  values: Readonly<Record<string, unknown>>,
  see: See,
): Promise<string[]> {
  const filled = new Set(samples.flatMap((sample) => leavesOf(sample).filter(isFilled).map(nameOf)));
  const lost = new Set<string>();
  for (const sample of samples) {
    const leaves = leavesOf(sample).filter((leaf) => isFilled(leaf) || !filled.has(nameOf(leaf)));
    const changes = leaves.map((leaf, place): Change => {
      const name = nameOf(leaf);
      const another = Object.hasOwn(values, name)
        ? { value: values[name], isText: false, isUnique: false }
        : anotherThan(leaf.leaf, place);
      return { name, path: leaf.path, ...another };
    });
    const before = await see(sample);
    if ('error' in before) throw new Error(`A documented reply became an error: ${before.error}`);
    const unique = changes.filter(({ isUnique }) => isUnique);
    const alone = [...changes.filter(({ isUnique }) => !isUnique), ...(await notFound(sample, unique, see))];
    for (const change of alone) {
      if (!lost.has(change.name) && !isTold(change, before, await see(changed(sample, [change]))))
        lost.add(change.name);
    }
  }
  return [...lost];
}

/** The reply with nothing in the places of one name, for each name of its leaves, and of all: a carrier may leave out any. */
export function withoutLeaves(sample: unknown): unknown[] {
  const leaves = leavesOf(sample);
  const names = [...new Set(leaves.map(nameOf))];
  const emptied = (places: readonly Leaf[]): unknown =>
    places.reduce<unknown>((value, { path }) => withLeaf(value, path, null), sample);
  return [...names.map((name) => emptied(leaves.filter((leaf) => nameOf(leaf) === name))), emptied(leaves)];
}

function isTold({ value, isText }: Another, before: Seen, after: Seen): boolean {
  if (isDeepStrictEqual(before, after)) return false;
  return !isText || 'error' in after || holds(after, value);
}

/** Of many values at once, those that the output does not hold: they are to be tried one by one. */
async function notFound(sample: unknown, unique: readonly Change[], see: See): Promise<Change[]> {
  if (unique.length < 2) return [...unique];
  const seen = await see(changed(sample, unique));
  if (!('error' in seen)) return unique.filter(({ value }) => !holds(seen, value));
  // One of them decides whether there is an output.
  const middle = Math.ceil(unique.length / 2);
  const first = await notFound(sample, unique.slice(0, middle), see);
  return [...first, ...(await notFound(sample, unique.slice(middle), see))];
}

/** Among other words, or as the same number. */
function holds(seen: Seen, value: unknown): boolean {
  const isIn = ({ leaf }: Leaf): boolean =>
    typeof value === 'string' && typeof leaf === 'string' ? leaf.includes(value) : Number(leaf) === Number(value);
  return leavesOf(seen).some(isIn);
}

function isFilled({ leaf }: Leaf): boolean {
  return leaf !== null && leaf !== '';
}

/** `data[].events[].code` */
function nameOf({ path }: Leaf): string {
  return pathText(path).replace(/\[\d+\]/g, '[]');
}

function changed(sample: unknown, changes: readonly Change[]): unknown {
  return changes.reduce((value, { path, value: leaf }) => withLeaf(value, path, leaf), sample);
}

function withLeaf(value: unknown, [step, ...rest]: Leaf['path'], leaf: unknown): unknown {
  if (step === undefined) return leaf;
  if (Array.isArray(value)) return value.map((each: unknown, at) => (at === step ? withLeaf(each, rest, leaf) : each));
  return isObject(value) ? { ...value, [step]: withLeaf(value[step], rest, leaf) } : value;
}
