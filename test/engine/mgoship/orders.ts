import { type Credentials, step, type Step } from '../../../engine';
import { credentialsFor } from '../../../sandbox/control-client';
import { mgoshipParcelOrder } from '../../../sandbox/sample-orders';
import { loopback } from '../../contract/loopback';

/** A step of the Mgoship node. */
export const mgoship = (
  name: string,
  resource: string,
  operation: string,
  parameters: Record<string, unknown> = {},
  settings: Record<string, unknown> = {},
): Step => step('mgoship', name, resource, operation, parameters, settings);

/** Parcel Order: Create in JSON mode. */
export const create = (parameters = {}, settings = {}): Step =>
  mgoship('Create', 'parcelOrder', 'create', { inputMode: 'json', body: '={{ $json }}', ...parameters }, settings);

export const many = (count: number, prefix = 'OWN'): Record<string, unknown>[] =>
  Array.from({ length: count }, (_, index) => mgoshipParcelOrder(`${prefix}-${index}`));

/** A run against a carrier that gives these answers, one after the other. */
export async function answered<T>(
  answers: readonly object[],
  work: (credentials: Credentials) => Promise<T>,
): Promise<T> {
  const server = await loopback((_, index) => ({ body: JSON.stringify(answers[index]) }));
  const credentials = credentialsFor(server, { baseUrl: `${server.url}/api.php` });
  return work(credentials).finally(() => server.close());
}
