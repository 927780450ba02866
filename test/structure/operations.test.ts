/** What the carriers document, against what the operations of the nodes were recorded to send. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.join(__dirname, '../..');
/** Carriers with recorded requests. */
const CARRIERS = readdirSync(path.join(ROOT, 'docs/references'))
  .map((file) => path.basename(file, '.md'))
  .filter((carrier) => existsSync(path.join(ROOT, 'test/engine', carrier, 'requests')));

/** Operations without a step, by the number of their section, with the reason. */
const WITHOUT_STEP: Readonly<Record<string, string>> = {
  'etower A.5.2': 'its path is not certain: orders are created through part B',
  'etower A.5.7': 'it opens accounts, which is for integrators and not for shippers',
};

interface Documented {
  /** Carrier and section, such as `eccang 3.5`. */
  section: string;
  /** The service, action or path on the wire. */
  name: string;
  isNameOnly: boolean;
}

function textOf(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8');
}

/** The sections of a reference that tell how well an operation is documented. */
function documentedBy(carrier: string): Documented[] {
  const sections = textOf(`docs/references/${carrier}.md`).split(/^##+ /m);
  return sections.flatMap((text) => {
    const number = /^[AB]?\.?\d+\.[\d.]*\d/.exec(text)?.[0];
    const extent = /Documented: (full|partial|name only)/.exec(text)?.[1];
    if (number === undefined || extent === undefined) return [];
    const name = /`service`: `(\w+)`|`action=(\w+)`|\b(?:GET|POST|DELETE) `?([\w/{-]+)/.exec(text)?.slice(1).join('');
    return [{ section: `${carrier} ${number}`, name: name ?? '', isNameOnly: extent === 'name only' }];
  });
}

/** All that operations send, other than those that call what the user names. */
function recordedBy(carrier: string): string {
  const folder = `test/engine/${carrier}/requests`;
  const files = readdirSync(path.join(ROOT, folder)).filter((file) => !file.endsWith('.call.json'));
  return files.map((file) => textOf(`${folder}/${file}`)).join('\n');
}

/** A service, an action, or a path up to what is filled in. */
function isSent(name: string, recorded: string): boolean {
  const [fixed = ''] = name.replace(/^\//, '').split(/\/?(?:\{|$)/);
  return fixed !== '' && new RegExp(`["/=]${fixed}(?![\\w-])`).test(recorded);
}

it.each(CARRIERS)('every operation that %s documents has its own step', (carrier) => {
  const operations = documentedBy(carrier).filter(({ name, isNameOnly }) => !isNameOnly && name !== '');
  const recorded = recordedBy(carrier);
  const missing = operations.filter(({ name }) => !isSent(name, recorded)).map(({ section }) => section);
  expect(operations.length).toBeGreaterThan(3);
  expect(missing).toEqual(Object.keys(WITHOUT_STEP).filter((section) => section.startsWith(`${carrier} `)));
});

it('the documents count what HGE documents as its reference does', () => {
  const all = documentedBy('hge');
  const held = all.filter(({ isNameOnly }) => !isNameOnly);
  expect(textOf('README.md')).toContain(`${held.length} of ${all.length} operations`);
  expect(textOf('docs/carriers/hge.md')).toContain(`The other ${all.length - held.length} operations`);
});
