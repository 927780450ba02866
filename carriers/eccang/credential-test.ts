import type { CallSettings, CarrierError } from '../http';
import { EccangClient } from './client';
import type { EccangDeployment } from './deployment';
import type { EccangCredentials } from './account';

/** No order has this number: it only makes the carrier look at the credentials. */
const MADE_UP_NUMBER = 'CREDENTIAL-TEST-0000';

/**
 * The test that `eccang.md` 1.5 names: getOrder on a number that does not exist. 50001 to 50003 mean bad credentials;
 * any other refusal means that they were accepted.
 * @throws CarrierError in the carrier's words
 */
export async function testCredentials(
  deployment: EccangDeployment,
  credentials: EccangCredentials,
  settings: CallSettings = {},
): Promise<void> {
  const client = new EccangClient(deployment, credentials, settings);
  // Only a refusal inside a reply of the API counts: any web server can refuse a request.
  const accepts = ({ kind }: CarrierError): boolean => kind === 'rejected' || kind === 'not-found';
  await client.call('getOrder', { reference_no: MADE_UP_NUMBER }, { intent: 'read', accepts });
}
