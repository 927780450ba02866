import type { OrderMapping } from '#carriers/shared/order-mapping';
import { neutralPathOf } from '#carriers/shared/mapped-order';
import type { Part, Rows } from '#carriers/shared/rows';

const OF_LINE = /\[\d*\]\.(?:currency|originCountry)$/;
const OF_ORDER = /^(?:sender\..+|taxNumbers\.ioss|declaredValue\.currency)$/;

/** The rows of a table, of which those that the credential may fill in say so. */
export function withToldDefaults(rows: Rows, mapping: OrderMapping, way = ''): Rows {
  return Object.fromEntries(
    Object.entries(rows).map(([name, part]) => [name, toldPart(part, mapping, `${way}${name}`)]),
  );
}

function toldPart(part: Part, mapping: OrderMapping, path: string): Part {
  if ('rows' in part) {
    const inside = part.kind === 'list' ? `${path}[0].` : `${path}.`;
    return { ...part, rows: withToldDefaults(part.rows, mapping, inside) };
  }
  const begins = part.initial !== undefined && part.initial !== '';
  if (!comesFromCredential(path, mapping)) return part;
  const empty = begins ? 'Emptied' : 'Left empty';
  return { ...part, description: `${part.description.replace(/\.$/, '')}. ${empty}: that of the credential.` };
}

/** Whether the credential may fill in what stands at this path on the wire. */
export function comesFromCredential(path: string, mapping: OrderMapping): boolean {
  const name = neutralPathOf(mapping, path) ?? '';
  return OF_ORDER.test(name) || OF_LINE.test(name);
}
