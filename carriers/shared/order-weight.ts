import { isBlank } from './blank';
import { decimalOf, inDigits, isMore, plus, shortened, times, type Decimal } from './decimals';
import { objectAsIs } from './json-value';
import type { NeutralOrder, OrderLine } from './neutral-order';
import type { Moves, OrderMapping } from './order-mapping';
import { valueAt } from './request-places';

/**
 * The order with the weight of its lines where it has none of its own and the carrier has a place for one.
 * @returns undefined where there is nothing to add, or a line does not say what it weighs
 */
export function withWeightOfLines(mapping: OrderMapping, order: NeutralOrder): NeutralOrder | undefined {
  const { weightKg: place } = mapping.order;
  if (!isBlank(order.weightKg) || !addsUpWeights(place) || !isBlank(valueAt(objectAsIs(order.extra), place)))
    return undefined;
  const weight = weightOfLines(order.customsItems ?? []);
  return weight === undefined ? undefined : { ...order, weightKg: weight };
}

/** Whether the weights of lines are of use to a carrier that has no place for them: they add up to that of the order. */
export function addsUpWeights(place: Moves[string] | undefined): place is string {
  return typeof place === 'string';
}

export const SUMMED =
  'weightKg is missing: the lines together (customsItems: quantity x weightKg) were taken for it, without packing.';

/** Kilograms of all pieces, in digits; undefined where there is no line, or one does not say what it weighs. */
export function weightOfLines(lines: readonly OrderLine[]): string | undefined {
  const weights = lines.map(weightOf).filter((weight) => weight !== undefined);
  if (weights.length === 0 || weights.length < lines.length) return undefined;
  return inDigits(shortened(weights.reduce(plus)));
}

/** Lines that weigh more than the order: packing adds weight, so that one of the two is wrong. */
export function tooHeavy({ weightKg, customsItems = [] }: NeutralOrder): string[] {
  const total = decimalOf(weightKg);
  if (total === undefined || isFarBelow(Number(weightKg), customsItems)) return [];
  const sum = customsItems.reduce<Decimal>((all, line) => plus(all, weightOf(line) ?? NOTHING), NOTHING);
  if (!isMore(sum, total)) return [];
  return ['The lines of an order weigh more together (customsItems: quantity x weightKg) than the order (weightKg).'];
}

/** Without a look at the last digits, which takes its time: so it is with nearly every order. */
function isFarBelow(total: number, lines: readonly OrderLine[]): boolean {
  const sum = lines.reduce((all, { weightKg, quantity }) => all + Number(weightKg ?? 0) * (quantity ?? 0), 0);
  return sum < total * 0.999;
}

const NOTHING: Decimal = { digits: 0n, scale: 0 };

function weightOf({ weightKg, quantity }: OrderLine): Decimal | undefined {
  const [piece, pieces] = [decimalOf(weightKg), decimalOf(quantity)];
  return piece && pieces && times(piece, pieces);
}
