import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { CarrierNames } from './names';

const ENDING = '.template';

/**
 * The files of a new carrier by their paths from the root. A template stands where its file will, below the folder of its
 * kind, with `__name__`, `__Name__`, `__NAME__` and `__Title__` in its path and its text.
 */
export function filesFromTemplates(kind: string, names: CarrierNames): Map<string, string> {
  const folder = path.join(__dirname, 'templates', kind);
  const templates = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith(ENDING));
  return new Map(
    templates.map((file): [string, string] => [
      named(file.slice(0, -ENDING.length).split(path.sep).join('/'), names),
      named(readFileSync(path.join(folder, file), 'utf8'), names),
    ]),
  );
}

function named(text: string, { name, className, constant, title }: CarrierNames): string {
  return text
    .replaceAll('__name__', name)
    .replaceAll('__Name__', className)
    .replaceAll('__NAME__', constant)
    .replaceAll('__Title__', title);
}
