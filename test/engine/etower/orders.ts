import { step, type Step } from '../../../engine';
import { etowerOrder } from '../../../sandbox/sample-orders';

/** A step of the eTower node. */
export const etower = (
  name: string,
  resource: string,
  operation: string,
  parameters: Record<string, unknown> = {},
  settings: Record<string, unknown> = {},
): Step => step('etower', name, resource, operation, parameters, settings);

/** Order: Create in JSON mode. */
export const create = (parameters: Record<string, unknown> = {}, settings: Record<string, unknown> = {}): Step =>
  etower('Create', 'order', 'create', { inputMode: 'json', body: '={{ $json }}', ...parameters }, settings);

export function orders(count: number, prefix = 'REF'): Record<string, unknown>[] {
  return Array.from({ length: count }, (_, index) => etowerOrder(`${prefix}-${index}`));
}

/** The number of an operation, taken from the item. */
export const reference = { number: '={{ $json.reference }}' };
export const tracking = { number: '={{ $json.trackingNumber }}' };
