/** The form of Parcel: Order: Create against the schema of the neutral order. */
import { pathText } from '#carriers/shared/leaves';
import type { Rows } from '#carriers/shared/rows';
import { NEUTRAL_ORDER } from '../../../nodes/Parcel/fields/order';
import { FIELDS } from './fields';

/** What the form leaves to Input Mode From an Order, with the reason. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  'service.name': 'it is for the reader of an answer',
  'recipient.country': 'it is the destination, which has its own field',
  'customsItems[].totalValue': 'a form has the value of one piece',
  'customsItems[].totalWeightKg': 'a form has the weight of one piece',
  'customsItems[].declaredValue': 'HGE alone has it',
  'customsItems[].weight': 'HGE alone has it',
  'customsItems[].parcelNumber': 'it names a box',
};

function pathsOf(rows: Rows, way = ''): string[] {
  return Object.entries(rows).flatMap(([name, part]) => {
    if (!('rows' in part)) return [way + name];
    return pathsOf(part.rows, `${way}${name}${part.kind === 'list' ? '[]' : ''}.`);
  });
}

it('has every field of the neutral order but those that are left out for a reason, and no other', () => {
  const known = FIELDS.map(({ path }) => pathText(path).replaceAll('[1]', '[]'));
  const neutral = known.filter((path) => !path.startsWith('parcels[]'));
  const shown = pathsOf(NEUTRAL_ORDER.rows).map((path) => (path === 'service' ? 'service.code' : path));
  expect([...shown, ...Object.keys(LEFT_OUT)].sort()).toEqual(neutral.sort());
});
