import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.join(__dirname, '../..');
const REFERENCES = path.join(ROOT, 'docs/references');
const NAMES = readdirSync(REFERENCES).filter((name) => name !== 'README.md');

/** Every text file of the project: what git tracks and what it does not ignore. */
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: ROOT,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '' && !/\.(png|jpg|ico)$|package-lock\.json$/.test(file))
  .filter((file) => existsSync(path.join(ROOT, file)));

function textOf(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8');
}

/** The numbers of a reference's headings (`3.1`, `B.4.15`) and its headings' words. */
function headingsOf(name: string): { numbers: string[]; words: string[] } {
  const lines = textOf(`docs/references/${name}`).split('\n');
  const headings = lines.flatMap((line) => /^#+ (.*)$/.exec(line)?.[1] ?? []);
  return {
    numbers: headings.flatMap(
      (heading) => /^([AB]|[AB]?\.?\d+(?:\.\d+)*)\.? /.exec(heading.replace('Part ', ''))?.[1] ?? [],
    ),
    words: headings.map((heading) => heading.toLowerCase()),
  };
}

interface Citation {
  file: string;
  name: string;
  section: string;
}

/** `eccang.md` 3.3, 3.16: what a comment or a document names. */
function citationsOf(file: string): Citation[] {
  // A citation may be broken by the line and the asterisk of a comment.
  const text = textOf(file).replace(/\n\s*(\*|\/\/)?\s*/g, ' ');
  const cited = new RegExp(
    `\\b(${NAMES.map((name) => name.replace('.', '\\.')).join('|')})\`?,? (?:section |part )?`,
    'g',
  );
  return [...text.matchAll(cited)].flatMap((match) => {
    const after = text.slice(match.index + match[0].length);
    const sections =
      /^(?:[AB](?![\w])|[AB]?\.?\d+(?:\.\d+)*)(?:(?:, | and )[AB]?\.?\d+(?:\.\d+)*(?![\w]))*/.exec(after)?.[0] ?? '';
    return sections
      .split(/, | and /)
      .filter((section) => section !== '')
      .map((section) => ({ file, name: match[1] ?? '', section }));
  });
}

const SOURCES = files.filter((file) => /\.(ts|js|mjs|md)$/.test(file) && !file.startsWith('docs/references/'));

it('cites only sections that the references have', () => {
  const citations = SOURCES.flatMap(citationsOf);
  expect(citations.length).toBeGreaterThan(250);
  const numbers = new Map(NAMES.map((name) => [name, headingsOf(name).numbers]));
  expect(citations.filter(({ name, section }) => !numbers.get(name)?.includes(section))).toEqual([]);
});

it('cites only numbered notes that the section has', () => {
  const notes = SOURCES.flatMap((file) =>
    [...textOf(file).matchAll(/\b([a-z-]+\.md)`? ([\d.]+) nos?\. (\d+(?:, \d+)*)/g)].map(([, name, section, list]) => ({
      file,
      name: name ?? '',
      section: section ?? '',
      notes: (list ?? '').split(', '),
    })),
  );
  expect(notes.length).toBeGreaterThan(5);
  for (const note of notes) {
    const sections = textOf(`docs/references/${note.name}`).split(/^#+ /m);
    const section = sections.find(
      (each) => each.startsWith(`${note.section} `) || each.startsWith(`${note.section}. `),
    );
    for (const number of note.notes)
      expect({ ...note, number, exists: new RegExp(`^${number}\\. `, 'm').test(section ?? '') }).toMatchObject({
        exists: true,
      });
  }
});

it('names no reference that is not there', () => {
  const named = SOURCES.flatMap((file) =>
    [...textOf(file).matchAll(/`((?:eccang|etower|hge|huahan|mgoship|tracking)[a-z-]*\.md)\b/g)].map(
      ([, name]) => name ?? '',
    ),
  );
  expect([...new Set(named)].filter((name) => !NAMES.includes(name))).toEqual([]);
});

/** Steps up from the file's own folder, and from the project's where code joins them to its root. */
const CLIMB = /(?<![\w./])(?:\.\.\/)+/g;
const CLIMB_FROM_ROOT = /(?:join|resolve)\(\w*ROOT, ?['"`]\.\./gi;

it('names no path outside the project', () => {
  const outside = files.flatMap((file) => {
    const text = textOf(file);
    const depth = file.split('/').length - 1;
    const climbs = [...text.matchAll(CLIMB)].filter(([steps]) => steps.length / '../'.length > depth);
    return [...climbs, ...text.matchAll(CLIMB_FROM_ROOT)].map(({ index }) => ({
      file,
      path: text.slice(index, index + 80),
    }));
  });
  expect(outside).toEqual([]);
});

it('reads nothing that lies beside the project', () => {
  const beside = ['..', 'shared'].join('/');
  expect(files.filter((file) => textOf(file).includes(beside))).toEqual([]);
});
