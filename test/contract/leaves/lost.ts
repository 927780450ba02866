import { isDeepStrictEqual } from 'node:util';
import { isObject } from '#carriers/shared/json-value';
import { leavesOf, pathText, type Leaf } from '#carriers/shared/leaves';
import { anotherThan, type Another } from './another';
import type { Seen } from './run';

/**
 * The leaves of a reply that the output does not tell: another value of the same kind there changes nothing that the user
 * sees. Of a text it does not suffice that something changes: the text itself must be there, or an error that it decides.
 * @param samples of one reply; a leaf that is empty in one of them is looked at in another
 * @param see what the operation gives out for a reply
 * @returns their paths without indexes, each once
 */
export async function lostLeaves(
  samples: readonly unknown[],
  values: Readonly<Record<string, unknown>>,
  see: (reply: unknown) => Promise<Seen>,
): Promise<string[]> {
  const filled = new Set(samples.flatMap((sample) => leavesOf(sample).filter(isFilled).map(nameOf)));
  const lost = new Set<string>();
  for (const sample of samples) {
    const before = await see(sample);
    for (const [place, leaf] of leavesOf(sample).entries()) {
      const name = nameOf(leaf);
      if (lost.has(name) || (!isFilled(leaf) && filled.has(name))) continue;
      const another = Object.hasOwn(values, name)
        ? { value: values[name], isText: false }
        : anotherThan(leaf.leaf, place);
      if (!isTold(another, before, await see(withLeaf(sample, leaf.path, another.value)))) lost.add(name);
    }
  }
  return [...lost];
}

function isTold({ value, isText }: Another, before: Seen, after: Seen): boolean {
  if (isDeepStrictEqual(before, after)) return false;
  return !isText || 'error' in after || JSON.stringify(after).includes(String(value));
}

function isFilled({ leaf }: Leaf): boolean {
  return leaf !== null && leaf !== '';
}

/** `data[].events[].code` */
function nameOf({ path }: Leaf): string {
  return pathText(path).replace(/\[\d+\]/g, '[]');
}

function withLeaf(value: unknown, [step, ...rest]: Leaf['path'], leaf: unknown): unknown {
  if (step === undefined) return leaf;
  if (Array.isArray(value)) return value.map((each: unknown, at) => (at === step ? withLeaf(each, rest, leaf) : each));
  return isObject(value) ? { ...value, [step]: withLeaf(value[step], rest, leaf) } : value;
}
