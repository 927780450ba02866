import type { INodeProperties } from 'n8n-workflow';
import { RequestError } from '#carriers/shared/request-check';
import { choice } from '#carriers/shared/rows';
import { field } from '#nodes/shared/form/row-property';
import type { ItemParameters } from '#nodes/shared/parameters';
import type { Carrier } from '../carrier';
import { CARRIERS, PRESELECTED } from '../carriers';

export const carrier: INodeProperties = field(
  'carrier',
  choice(
    'Carrier',
    'Whose order or parcel it is. An expression may choose another one for each item, e.g. by a column of your table; each carrier then needs its credential here.',
    Object.fromEntries(CARRIERS.map(({ displayName, carrier: value }) => [displayName, value])),
    { initial: PRESELECTED },
  ),
);

/**
 * The carrier that an item names. Where several items are one order, those that name none follow the others.
 * @throws NodeOperationError for what is none of them, RequestError where the items of an order name several
 */
export function carrierOf(parameters: ItemParameters): Carrier {
  const named = [parameters, ...parameters.rows].flatMap((row) => {
    const chosen = namedBy(row);
    return chosen ? { item: row.item, chosen } : [];
  });
  const [first] = named;
  if (!first) throw parameters.empty(carrier.name);
  const other = named.find(({ chosen }) => chosen !== first.chosen);
  if (!other) return first.chosen;
  const [one, two] = [first, other].map(({ item, chosen }) => `item ${item} (${chosen.carrier})`);
  throw new RequestError([{ path: carrier.displayName, problem: `differs between ${one} and ${two}, which are rows of one order` }]);
}

/**
 * The carriers that may be named in a run: the one that is chosen, or all of them where an expression chooses.
 * @param saved what the node holds in the field
 */
export function mayBeNamed(saved: unknown): readonly Carrier[] {
  if (typeof saved !== 'string' || saved.startsWith('=')) return CARRIERS;
  return CARRIERS.filter(isNamed(saved));
}

function namedBy(parameters: ItemParameters): Carrier | undefined {
  const name = parameters.optionalText(carrier.name);
  if (name === undefined) return undefined;
  const found = carrierNamed(name);
  if (!found) throw unknown(parameters);
  return found;
}

export function carrierNamed(name: string): Carrier | undefined {
  return CARRIERS.find(isNamed(name));
}

function isNamed(name: string): (each: Carrier) => boolean {
  const value = name.trim().toLowerCase();
  return (each) => each.carrier === value;
}

/** Without what the item names: where the column is another than was meant, that may be of a person. */
function unknown(parameters: ItemParameters): Error {
  const known = CARRIERS.map((each) => each.carrier).join(', ');
  return parameters.problem(`${carrier.displayName} is none of this node's`, `Nothing was sent for this item. ${carrier.displayName} must be one of ${known}.`);
}
