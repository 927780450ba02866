import { withHintIfLost } from '#carriers/shared/lost-answer';
import type { JsonObject } from '#carriers/shared/json-value';
import type { RequestTable } from '#carriers/shared/request';
import { text } from '#carriers/shared/rows';
import { endpointOf } from './account';
import type { HgeClient } from './client';
import { checkByNumber } from './codes';

/** A job that HGE carries out later; its result is told by an operation whose path is not known (`hge.md` 6). */
export interface HandOver {
  path: string;
  /** As far as the request is documented. */
  table: RequestTable;
}

export const REFERENCE = text(
  'Reference Number',
  'Your own number of this submission (reference_num), by which you find it again. HGE does not call it required; this node asks for it.',
  { example: 'TR20250427000000001' },
);

/**
 * Submits a job, once.
 * @param body as `checkBody` passed it
 * @returns the whole reply: what `data` holds is not documented
 */
export function submit(client: HgeClient, { path }: HandOver, body: JsonObject): Promise<JsonObject> {
  const request = { method: 'POST', url: endpointOf(client.base, path), body } as const;
  const call = client.call(request, { intent: 'write', number: 'reference_num' });
  return withHintIfLost(call, checkByNumber(body, 'reference_num'));
}
