import type { PortalClient } from './client';
import { listPortalServices } from './services';

/** Any country will do: the answer to a wrong session is the same for all. */
const TEST_COUNTRY = 'US';

/**
 * The cheapest documented read of the portal (`etower.md`, advice).
 * @throws CarrierError in the portal's words
 */
export async function testPortalCredentials(client: PortalClient): Promise<void> {
  await listPortalServices(client, TEST_COUNTRY);
}
