import { decimalOf, isMore, plus, times, type Decimal } from './decimals';
import type { NeutralOrder } from './neutral-order';

/** A hint at lines that weigh more than the order: packing adds weight, so that one of the two is wrong. */
export function tooHeavy({ weightKg, customsItems = [] }: NeutralOrder): string[] {
  const total = decimalOf(weightKg);
  if (total === undefined) return [];
  const sum = customsItems.reduce<Decimal>((all, line) => {
    const [weight, quantity] = [decimalOf(line.weightKg), decimalOf(line.quantity)];
    return weight && quantity ? plus(all, times(weight, quantity)) : all;
  }, NOTHING);
  if (!isMore(sum, total)) return [];
  return ['The lines of an order weigh more together (customsItems: quantity x weightKg) than the order (weightKg).'];
}

const NOTHING: Decimal = { digits: 0n, scale: 0 };
