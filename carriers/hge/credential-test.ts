import { CarrierError, type CallSettings } from '../http';
import { HgeClient } from './client';
import type { HgeCredentials } from './account';
import { getOrder } from './orders';

/** No order has this number: it only makes HGE look at the credentials. */
const MADE_UP_NUMBER = 'CREDENTIAL-TEST-0000';

/**
 * Query order on a number that does not exist (`hge.md` 7.6): 401 means bad credentials, a refusal of the number that
 * they were accepted.
 * @throws CarrierError in HGE's words
 */
export async function testCredentials(credentials: HgeCredentials, settings: CallSettings = {}): Promise<void> {
  try {
    await getOrder(new HgeClient(credentials, settings), { numberType: 1, number: MADE_UP_NUMBER });
  } catch (error) {
    if (error instanceof CarrierError && ACCEPTED.includes(error.kind) && isOfHge(error)) return;
    throw error;
  }
}

/** An HTTP status without a result code may come from anybody: a gateway that redirects, a page that refuses. */
function isOfHge({ code, httpStatus }: CarrierError): boolean {
  return code !== undefined || httpStatus === undefined;
}

/** `duplicate`: the test was run before. */
const ACCEPTED: readonly CarrierError['kind'][] = ['rejected', 'not-found', 'duplicate'];
