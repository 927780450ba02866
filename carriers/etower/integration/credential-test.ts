import { listServices } from './catalogue';
import type { EtowerClient } from './client';

/**
 * The service catalogue, which changes nothing and needs a valid signature (`etower.md`, advice).
 * @throws CarrierError in the carrier's words, or saying what the credential lacks
 */
export async function testEtowerCredentials(client: EtowerClient): Promise<void> {
  await listServices(client);
}
