import {
  LABEL_SIZES,
  NUMBER_TYPES,
  OPERATION_NAMES,
  type Capabilities,
  type ParcelOperation,
  type Step,
} from '#carriers/shared/capabilities';
import type { Edit } from './new/entries';

type Row = readonly string[];

const OPERATIONS = Object.keys(OPERATION_NAMES).filter(isOperation);

/** The documents in which tables are made from what the carriers state, each with the change that brings it up to date. */
export function capabilityEdits(listed: readonly Capabilities[]): Record<string, Edit> {
  return {
    'docs/parcel.md': inTurn(
      between('operations', tableOfOperations(listed)),
      between('numbers', tableOfNumbers(listed)),
      between('label sizes', tableOfSizes(listed)),
      between('notes', tableOfNotes(listed)),
      between('lacking', tableOfLacking(listed)),
    ),
    'README.md': inTurn(...listed.map(inCarrierTable)),
    ...Object.fromEntries(listed.map((each) => [pageOf(each), between('in Parcel', tableOfSteps(each))])),
  };
}

function pageOf({ carrier }: Capabilities): string {
  return `docs/carriers/${carrier}.md`;
}

function tableOfOperations(listed: readonly Capabilities[]): Row[] {
  return [
    ['Carrier', ...OPERATIONS.map((operation) => OPERATION_NAMES[operation])],
    ...listed.map((each) => [
      linked(each),
      ...OPERATIONS.map((operation) => (each.steps[operation] === undefined ? '–' : 'yes')),
    ]),
  ];
}

function tableOfNumbers(listed: readonly Capabilities[]): Row[] {
  const asked = OPERATIONS.filter((operation) => listed.some(({ steps }) => steps[operation]?.numbers !== undefined));
  return [
    ['Carrier', ...asked.map((operation) => OPERATION_NAMES[operation])],
    ...listed.map((each) => [each.displayName, ...asked.map((operation) => numbersOf(each.steps[operation]))]),
  ];
}

function tableOfSizes(listed: readonly Capabilities[]): Row[] {
  const sizes = Object.entries(LABEL_SIZES);
  const has = (step: Step | undefined, size: string): string =>
    Object.keys(step?.labelSizes ?? {}).includes(size) ? 'yes' : '–';
  return [
    ['Carrier', ...sizes.map(([, name]) => capitalised(name))],
    ...listed
      .filter(({ steps }) => steps['label.get'] !== undefined)
      .map(({ displayName, steps }) => [displayName, ...sizes.map(([size]) => has(steps['label.get'], size))]),
  ];
}

function tableOfNotes(listed: readonly Capabilities[]): Row[] {
  const notes = listed.flatMap(({ displayName, steps }) =>
    together((operation) => steps[operation]?.note).map(([note, names]) => [displayName, names, note]),
  );
  return [['Carrier', 'Operation', 'What to know'], ...notes];
}

function tableOfLacking(listed: readonly Capabilities[]): Row[] {
  const lacking = listed.flatMap(({ displayName, generic, lacking: reasons }) =>
    together((operation) => reasons[operation]).map(([why, names]) => [
      displayName,
      names,
      why,
      generic === undefined ? '–' : `_${generic}_`,
    ]),
  );
  return [['Carrier', 'Operation', 'Why not', 'What there is instead'], ...lacking];
}

/** Each text with all operations that it is told of. */
function together(told: (operation: ParcelOperation) => string | undefined): [text: string, operations: string][] {
  const texts = new Set(OPERATIONS.flatMap((operation) => told(operation) ?? []));
  return [...texts].map((text) => {
    const operations = OPERATIONS.filter((operation) => told(operation) === text);
    return [text, operations.map((operation) => OPERATION_NAMES[operation]).join(', ')];
  });
}

/** Of the carrier's own page. */
function tableOfSteps({ steps, lacking, generic }: Capabilities): Row[] {
  const instead = generic === undefined ? '–' : `nothing; there is _${generic}_`;
  const rows = OPERATIONS.map((operation) => {
    const name = OPERATION_NAMES[operation];
    const step = steps[operation];
    if (step === undefined) return [name, instead, '–', lacking[operation] ?? ''];
    return [name, ownName(step), numbersOf(step), step.note ?? ''];
  });
  return [['In Parcel', 'Runs', 'Numbers', 'What to know'], ...rows];
}

/** What the editor calls the operation of the carrier's own node: `Parcel Order: Get`. */
export function ownName({ resource, operation }: Step): string {
  return [resource, operation].map((name) => capitalised(name.replace(/[A-Z]/g, ' $&'))).join(': ');
}

function numbersOf(step: Step | undefined): string {
  const types = Object.entries(NUMBER_TYPES).filter(([type]) => Object.keys(step?.numbers ?? {}).includes(type));
  return types.map(([, name]) => name).join(', ') || '–';
}

const GROUPS = { order: 'orders', label: 'labels', tracking: 'tracking', charges: 'charges', rate: 'rates' } as const;

/** The last cell of the carrier's row in the README: `orders (create, get), labels, tracking`. */
function inCarrierTable(each: Capabilities): Edit {
  const groups = Object.entries(GROUPS).flatMap(([group, name]) => {
    const all = OPERATIONS.filter((operation) => operation.startsWith(`${group}.`));
    const offered = all.filter((operation) => each.steps[operation] !== undefined);
    if (offered.length === 0) return [];
    const verbs = offered.map((operation) => (OPERATION_NAMES[operation].split(': ')[1] ?? '').toLowerCase());
    return [offered.length === all.length ? name : `${name} (${verbs.join(', ')})`];
  });
  const row = new RegExp(`^(\\| \\[[^\\]]*\\]\\(${pageOf(each)}\\) .*\\|)[^|\\n]*\\|$`, 'm');
  return (text) => {
    if (!row.test(text)) throw new Error(`The README has no row for ${each.displayName}`);
    return text.replace(row, (_, before: string) => `${before} ${groups.join(', ')} |`);
  };
}

function linked({ carrier, displayName }: Capabilities): string {
  return `[${displayName}](carriers/${carrier}.md)`;
}

/** What stands between the two marks of that name. */
function between(name: string, rows: readonly Row[]): Edit {
  const [start, end] = [`<!-- npm run capabilities: ${name} -->`, '<!-- end -->'];
  return (text) => {
    const from = text.indexOf(start);
    const to = text.indexOf(end, from);
    if (from < 0 || to < 0) throw new Error(`There is no place between ${start} and ${end}`);
    return `${text.slice(0, from)}${start}\n\n${markdown(rows)}\n\n${text.slice(to)}`;
  };
}

function markdown([header = [], ...rows]: readonly Row[]): string {
  return [header, header.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function inTurn(...edits: readonly Edit[]): Edit {
  return (text) => edits.reduce((changed, edit) => edit(changed), text);
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function isOperation(name: string): name is ParcelOperation {
  return name in OPERATION_NAMES;
}
