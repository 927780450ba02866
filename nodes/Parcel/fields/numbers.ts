import type { INodeProperties } from 'n8n-workflow';
import { NUMBER_TYPES, OPERATION_NAMES, type NumberType, type ParcelOperation, type Step, type StepParameters } from '#carriers/shared/capabilities';
import { choice, text } from '#carriers/shared/rows';
import { field } from '#nodes/shared/form/row-property';
import type { ItemParameters } from '#nodes/shared/parameters';
import type { Carrier } from '../carrier';
import { CARRIERS } from '../carriers';

const NAMES: Readonly<Record<NumberType, string>> = {
  any: 'Any of Them',
  orderNumber: 'Order Number',
  reference: 'Reference',
  trackingNumber: 'Tracking Number',
};

/**
 * The number of an item, and which one it is: of each carrier the table says which it takes.
 * @param initial what a new node holds. It is no choice of the table's: a new carrier must not change what saved workflows do.
 */
export function numberFields(operation: ParcelOperation, initial: NumberType): INodeProperties[] {
  const choices = typesOf(NUMBER_TYPES).flatMap((type): [string, [string, string]][] => {
    const takers = CARRIERS.filter(({ steps }) => steps[operation]?.numbers?.[type]);
    return takers.length === 0 ? [] : [[NAMES[type], [type, takers.map((each) => each.displayName).join(', ')]]];
  });
  const description = 'Which of its numbers you enter. The carriers that take it stand below each.';
  return [field('numberType', choice('Number Type', description, Object.fromEntries(choices), { initial })), number];
}

const number = field(
  'number',
  text('Number', 'The number of the type chosen above; one per item', {
    required: true,
    example: '{{ $json.orderNumber }}',
  }),
);

/** What the carrier's own step holds for the chosen type. @throws NodeOperationError for a type that it does not take */
export function numberParameters(parameters: ItemParameters, operation: ParcelOperation, { displayName }: Carrier, { numbers = {} }: Step): StepParameters {
  const type = numberTypeOf(parameters);
  const given = type && numbers[type];
  if (given) return given;
  const name = `${OPERATION_NAMES[operation]} at ${displayName}`;
  const message = type === undefined ? "Number Type is none of this node's" : type === 'any' ? `${name} has to be told which number it is` : `${name} does not take the ${NUMBER_TYPES[type]}`;
  const taken = typesOf(numbers).map((each) => `${NAMES[each]} (${each})`);
  throw parameters.problem(message, `Nothing was sent for this item. Number Type must be one of ${taken.join(', ')}.`);
}

/** Undefined for a text that is none of the types. */
export function numberTypeOf(parameters: ItemParameters): NumberType | undefined {
  const chosen = parameters.text('numberType').toLowerCase();
  return typesOf(NUMBER_TYPES).find((each) => each.toLowerCase() === chosen);
}

/** In the order of the table of types. */
function typesOf(held: Partial<Record<NumberType, unknown>>): NumberType[] {
  const types: NumberType[] = ['any', 'orderNumber', 'reference', 'trackingNumber'];
  return types.filter((type) => held[type] !== undefined);
}
