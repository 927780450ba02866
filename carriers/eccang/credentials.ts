import { CarrierError } from '../http';
import { EccangClient, type EccangCredentials } from './client';
import type { EccangDeployment } from './deployment';

/** No order has this number: it only makes the carrier look at the credentials. */
const MADE_UP_NUMBER = 'CREDENTIAL-TEST-0000';

/**
 * The test that `eccang.md` 1.5 names: getOrder on a number that does not exist. 50001 to 50003 mean bad credentials;
 * any other refusal means that they were accepted.
 * @throws CarrierError in the carrier's words
 */
export async function testCredentials(deployment: EccangDeployment, credentials: EccangCredentials): Promise<void> {
  const client = new EccangClient(deployment, credentials);
  try {
    await client.call('getOrder', { reference_no: MADE_UP_NUMBER }, { intent: 'read' });
  } catch (error) {
    if (error instanceof CarrierError && ACCEPTED.includes(error.kind)) return;
    throw error;
  }
}

const ACCEPTED: readonly CarrierError['kind'][] = ['rejected', 'not-found'];
