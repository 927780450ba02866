import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, parse } from 'node:path';
import type { BinaryFile } from './outcome';

/**
 * Writes every binary into the directory under its file name and returns the paths. Where two have the same name, the
 * later one gets its node, output and item in front. A binary that a node only passed on is there already.
 */
export async function writeBinaries(binaries: readonly BinaryFile[], directory: string): Promise<string[]> {
  await mkdir(directory, { recursive: true });
  const taken = new Set<string>();
  const paths: string[] = [];
  for (const binary of binaries.filter(({ passedOn }) => !passedOn)) {
    const name = freeName(binary, taken);
    taken.add(name.toLowerCase());
    const path = join(directory, name);
    await replaceFile(path, await binary.read());
    paths.push(path);
  }
  return paths;
}

/** File names come from carriers: keeps letters, digits and harmless signs, so that a name is never a path. */
export function safeFileName(name: string): string {
  const neutral = name
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}\p{M} ._()+@=,~-]/gu, '_')
    .replace(/^[. ]+/, '_')
    .replace(/[. ]+$/, '');
  const { name: stem, ext } = parse(neutral || 'file');
  const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(stem) ? '_' : '';
  return reserved + cut(stem, MAX_BYTES - Buffer.byteLength(cut(ext, 20)) - 1) + cut(ext, 20);
}

/** File systems allow 255 bytes; the rest is for the prefix of a second file of that name. */
const MAX_BYTES = 150;

/** Compared without case: not every file system tells `A.pdf` from `a.pdf`. */
function freeName({ node, output, item, property, fileName }: BinaryFile, taken: ReadonlySet<string>): string {
  const name = safeFileName(fileName ?? property);
  const origin = `${cut(safeFileName(node), 50)}-${output}-${item}`;
  let candidate = name;
  for (let copy = 1; taken.has(candidate.toLowerCase()); copy++) {
    candidate = copy === 1 ? `${origin}-${name}` : `${origin}-${copy}-${name}`;
  }
  return candidate;
}

/** Removes what is there first: a link of that name must not lead the bytes out of the directory. */
async function replaceFile(path: string, bytes: Buffer): Promise<void> {
  await rm(path, { force: true });
  await writeFile(path, bytes, { flag: 'wx' });
}

/** Shortens to a number of bytes without splitting a character. */
function cut(text: string, maxBytes: number): string {
  let result = '';
  for (const character of text) {
    if (Buffer.byteLength(result + character) > maxBytes) break;
    result += character;
  }
  return result;
}
