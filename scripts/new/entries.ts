import { isObject, objectOf, type JsonObject } from '#carriers/shared/json-value';
import type { CarrierNames } from './names';

/** A change of a file that is there: its text with the new carrier in it. */
export type Edit = (text: string) => string;

/** With `credential` and `node` in the `n8n` section, and the name among the keywords. */
export function inPackage({ name, className }: CarrierNames): Edit {
  return (text) => {
    const manifest = objectOf(JSON.parse(text));
    const n8n = objectOf(manifest['n8n']);
    return jsonText({
      ...manifest,
      keywords: [...textsOf(manifest['keywords']), name],
      n8n: {
        ...n8n,
        credentials: [...textsOf(n8n['credentials']), `dist/credentials/${className}Api.credentials.js`].sort(),
        nodes: [...textsOf(n8n['nodes']), `dist/nodes/${className}/${className}.node.js`].sort(),
      },
    });
  };
}

/**
 * A carrier of Parcel (All Carriers).
 * @param session what opens its account, and what loads its lists: `acmeSession`
 * @param imports that these need
 * @param before what has to be made of them first
 */
export function inParcel(
  { name, className, constant }: CarrierNames,
  session: string,
  imports: readonly string[],
  before = '',
): Edit {
  const all = [
    `import { CAPABILITIES as ${constant}_CAN } from '../../carriers/${name}/capabilities';`,
    `import { resources as ${name} } from '#nodes/${className}/resources';`,
    ...imports,
  ];
  return (text) => {
    const imported = replaced(text, /^(?=import \{ carrierOf\b)/m, () => `${all.join('\n')}\n`);
    const opened = replaced(imported, /\n(?=\/\*\* All carriers)/, () => `${before}\n`);
    return replaced(opened, /(?:^ {2}carrierOf\(.*\n)+/m, (lines) =>
      sortedLines(`${lines}  carrierOf(${constant}_CAN, ${name}, ${session}),\n`),
    );
  };
}

/** The account of the stand-in. @param secrets fields besides the address */
export function inCredentials({ name }: CarrierNames, address: string, secrets: JsonObject): Edit {
  return (text) => {
    const own = { baseUrl: `http://127.0.0.1:4010${address}`, ...secrets };
    const all = Object.entries({ ...objectOf(JSON.parse(text)), [`${name}Api`]: own });
    return jsonText(Object.fromEntries(all.sort(([one], [other]) => one.localeCompare(other, 'en'))));
  };
}

export function inSandbox({ name, className }: CarrierNames): Edit {
  return (text) => {
    const create = `create${className}`;
    const imported = replaced(text, /(?:import \{ create\w+ \} from .*\n)+/, (imports) =>
      sortedLines(`${imports}import { ${create} } from './${name}';\n`),
    );
    return replaced(imported, /(?<=carrierTable: .* = \[)[^\]]*(?=\];)/, (entries) => {
      const names = [...entries.matchAll(/\w+/g)].map(([entry]) => entry);
      return [...names, create].sort().join(', ');
    });
  };
}

/** The documented replies of the carrier, which no operation may lose. */
export function inLeafTest({ name }: CarrierNames): Edit {
  return (text) => {
    const imported = replaced(text, /(?:import \{ \w+ \} from .*leaves';\n)+/, (imports) =>
      sortedLines(`${imports}import { ${name} } from '../${name}/leaves';\n`),
    );
    return replaced(imported, /(?<=carriers: .* = \[)[^\]]*(?=\];)/, (entries) => {
      const names = [...entries.matchAll(/\w+/g)].map(([entry]) => entry);
      return [...names, name].sort().join(', ');
    });
  };
}

/** Rows of the tables that the end-to-end tests go over. @param row, call the text of one entry each */
export function inEndToEnd(row: string, call: string): Edit {
  return (text) => withEntry(withEntry(text, 'CARRIER_ROWS', row), 'HTTP_REQUESTS', call);
}

function withEntry(text: string, list: string, entry: string): string {
  return replaced(text, new RegExp(`const ${list}: [^\\n]*= \\[\\n[^]*?(?=\\n\\];)`), (all) => `${all}\n${entry}`);
}

/** With a row in the first table that begins so. @param isSorted the rows stand in the order of the alphabet */
export function inTable(header: string, row: string, isSorted = true): Edit {
  return (text) =>
    replaced(text, new RegExp(`(?<=^\\| ${header} .*\\n\\|[ |-]+\\n)(?:\\|.*\\n)+`, 'm'), (rows) =>
      isSorted ? sortedLines(`${rows}${row}\n`) : `${rows}${row}\n`,
    );
}

/** In the list of values that the column `carrier` of the outputs may have. */
export function inOutputs({ name }: CarrierNames): Edit {
  return (text) =>
    replaced(text, /(?<=^\| `carrier` +\| )[^|]*(?=\|)/m, (cell) => {
      const names = [...cell.matchAll(/\w+(?=`)/g)].map(([each]) => each);
      const sorted = [...names, name].sort().map((each) => `\`${each}\``);
      return `${sorted.slice(0, -1).join(', ')} or ${sorted.at(-1) ?? ''} `;
    });
}

/** Among the nodes that a report on GitHub may be about. */
export function inIssueForm({ title }: CarrierNames): Edit {
  return (text) =>
    replaced(text, /(?<=options:\s*\[)\s*Eccang TMS[^\]]*(?=\])/, (list) => {
      // Prettier breaks a long list into lines.
      const named = list.split(',').flatMap((name) => name.trim() || []);
      const others = named.filter((name) => name !== 'Another one');
      return [...others, title, ...named.slice(others.length)].join(', ');
    });
}

/** The new carrier builds on Eccang, for the lint. */
export function inWalls({ name }: CarrierNames): Edit {
  return (text) => replaced(text, /(?<=const BUILDS_ON = \{ )[^}]*(?= \};)/, (all) => `${all}, ${name}: ['eccang']`);
}

export function atEnd(section: string): Edit {
  return (text) => `${text.trimEnd()}\n\n${section}\n`;
}

/** The table of operations of a page in English or Chinese, as rows of Markdown. */
export function operationsTable(page: string): string[] {
  const [table = ''] = /^\| (?:Resource|资源) .*\n(?:\|.*\n)+/m.exec(page) ?? [];
  return table.trimEnd().split('\n');
}

function replaced(text: string, pattern: RegExp, change: (found: string) => string): string {
  const [found] = pattern.exec(text) ?? [];
  if (found === undefined) throw new Error(`There is no place for the new carrier: nothing matches ${String(pattern)}`);
  return text.replace(pattern, () => change(found));
}

function sortedLines(lines: string): string {
  const sorted = lines
    .trimEnd()
    .split('\n')
    .sort((one, other) => one.localeCompare(other, 'en'));
  return `${sorted.join('\n')}\n`;
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function jsonText(value: unknown): string {
  if (!isObject(value)) throw new TypeError('The file holds no JSON object');
  return `${JSON.stringify(value, null, 2)}\n`;
}
