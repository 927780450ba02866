import type { ApiRequest, EtowerClient } from './client';
import type { Intent } from './reply';

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
  const failures = envelope.entries.flatMap((entry) => client.refusalOf(envelope, intent, entry) ?? []);
  const failure = failures[0] ?? client.refusalOf(envelope, intent);
  if (failure && failures.length === envelope.entries.length) throw failure;
  return envelope.raw;
}
