import type { OrderMapping } from '#carriers/shared/order-mapping';
import { pathText } from '#carriers/shared/leaves';
import { fatesOf } from './fates';
import { FIELDS, type Field } from './fields';

/** The parts of the neutral order, each with a table of its own in `docs/order.md`. */
const PARTS: readonly [title: string, prefix: string][] = [
  ['The recipient', 'recipient.'],
  ['The sender', 'sender.'],
  ['Where returns go', 'returnTo.'],
  ['The lines of goods', 'customsItems[].'],
  ['The boxes', 'parcels[].'],
];

/** Which field of the order each carrier has a place for, as Markdown. */
export function fieldTables(mappings: readonly OrderMapping[]): string {
  const named = FIELDS.map((field) => ({ ...field, name: pathText(field.path).replace('[1]', '[]') }));
  const fields = named.filter(({ name }) => !name.startsWith('parcels[].customsItems'));
  const ofParts = PARTS.map(([title, prefix]) =>
    tableOf(
      title,
      prefix,
      fields.filter(({ name }) => name.startsWith(prefix)),
    ),
  );
  const ofOrder = fields.filter(({ name }) => !PARTS.some(([, prefix]) => name.startsWith(prefix)));
  return [tableOf('The order', '', ofOrder), ...ofParts].join('\n');

  function tableOf(title: string, prefix: string, rows: readonly (Field & { name: string })[]): string {
    const head = ['Field', 'What it holds', ...mappings.map(({ carrier }) => carrier)];
    const cells = rows.map((field) => [
      `\`${field.name.slice(prefix.length)}\``,
      field.description,
      ...mappings.map((mapping) => placeIn(mapping, field)),
    ]);
    const lines = [head, head.map(() => '---'), ...cells].map((line) => `| ${line.join(' | ')} |`);
    return `### ${title}${prefix && ` (\`${prefix.slice(0, -1)}\`)`}\n\n${lines.join('\n')}\n`;
  }
}

function placeIn(mapping: OrderMapping, field: Field): string {
  const [first, second] = fatesOf(mapping, field);
  if (first === 'sent' || second === 'sent') return 'yes';
  return first === 'refused' ? 'some values' : '–';
}
