import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { CarrierNames } from './names';

/** What a new deployment may have, without its stand-in. */
export const MOST_BY_HAND = 60;

type Named = Pick<CarrierNames, 'name' | 'className'>;

/** The TypeScript of a deployment that somebody has to write: what differs, and which operations it has. */
export function handWritten({ name, className }: Named): [own: string, resources: string] {
  return [`carriers/${name}/index.ts`, `nodes/${className}/resources.ts`];
}

/** Lines of those files that are not blank. */
export function handLines(root: string, names: Named): number {
  const lines = handWritten(names).flatMap((file) => readFileSync(path.join(root, file), 'utf8').split('\n'));
  return lines.filter((line) => line.trim() !== '').length;
}
