import { objectOf } from '#carriers/shared/json-value';
import type { WorkflowRun } from '../../../engine';
import { credentialsFor } from '../../../sandbox/control-client';
import { loopback } from '../../contract/loopback';
import { toErrorOutput } from '../outputs';
import { runWith } from '../sandbox';
import { etower } from './orders';

/** What the form of an operation sends for one item: the body, or its first entry; and the run. */
export async function wire(
  item: object,
  operation: string,
  parameters: object,
  resource = 'order',
): Promise<{ ran: WorkflowRun; sent: Record<string, unknown> }> {
  const server = await loopback(() => ({ body: '{"status":"Success","errors":null,"data":[]}' }));
  const send = etower('Send', resource, operation, { inputMode: 'form', ...parameters }, toErrorOutput);
  const ran = await runWith(credentialsFor(server, { baseUrl: server.url }), [item], send);
  await server.close();
  const [body] = server.received.map((received): unknown => JSON.parse(received.body));
  return { ran, sent: objectOf(Array.isArray(body) ? body[0] : undefined) };
}
