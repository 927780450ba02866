import type { ApiRequest, EtowerClient } from './client';
import { isJudged, type Intent } from './reply';

/** POSTs that only read (`etower.md` B.4); every other one may change something. */
const READS = /\/(queryorders|trackingEvents|trackingNumbers|labels|labelSpecs|service-catalog)$/;

/**
 * Any endpoint of the integration API.
 * @returns the envelope as the carrier sent it
 * @throws CarrierError when the envelope reports a failure and every entry, if there are any, failed
 */
export async function callEndpoint(client: EtowerClient, request: ApiRequest): Promise<unknown> {
  const intent: Intent = request.method === 'GET' || READS.test(request.path) ? 'read' : 'write';
  const envelope = await client.call(request, { intent });
  const judged = envelope.entries.filter(isJudged);
  const failures = judged.flatMap((entry) => client.refusalOf(envelope, intent, entry) ?? []);
  const failure = judged.length === 0 ? client.refusalOf(envelope, intent) : failures[0];
  if (failure && failures.length === judged.length) throw failure;
  return envelope.raw;
}
