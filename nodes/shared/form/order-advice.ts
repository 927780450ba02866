import { isBlank } from '#carriers/shared/blank';
import type { NeutralOrder } from '#carriers/shared/neutral-order';
import { LINE_NAMES } from './line-fields';

/**
 * Where what is missing can be given, by its neutral path; undefined where that is plain.
 * @param isShops whether it is an order of a shop, which cannot be added to
 */
export function adviceOn(name: string, { customsItems = [] }: NeutralOrder, isShops: boolean): string | undefined {
  if (name.startsWith('sender.')) return SENDER;
  const [, at, field = ''] = /^customsItems\[(\d*)\]\.(\w+)$/.exec(name) ?? [];
  if (field === 'unitValue' && !isBlank(customsItems[Number(at)]?.totalValue)) return INDIVISIBLE;
  if (!isShops) return undefined;
  if (at !== undefined && LINE_NAMES.includes(field)) return 'give it in Item Defaults or Items by SKU';
  if (name === 'weightKg') return WEIGHT;
  return at !== undefined || name === 'reference' || name.startsWith('recipient.') ? IN_SHOP : IN_OVERRIDES;
}

/** Of a field of the form. */
export const IN_CREDENTIAL = 'give it here or in the credential';
export const IN_OVERRIDES = 'give it in Overrides';
/** Said there for one order, it would go out with all of them in Overrides. */
const IN_SHOP = 'fill it in at the shop';
const WEIGHT = 'give that of the lines in Item Defaults or Items by SKU, or that of all orders in Overrides';
const SENDER = 'give it in the order, or set Default Sender in the credential';
const INDIVISIBLE = 'the quantity does not divide totalValue without a remainder';
