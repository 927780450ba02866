import type { JsonObject } from '../json-value';
import { endpointOf } from './account';
import type { HgeClient } from './client';
import { withHintIfLost } from './lost-answer';
import { MANIFEST, SCAN_FORM, type Shape } from './shapes';

/** A job that HGE carries out later; its result is told by an operation whose path is not known (`hge.md` 6). */
export interface HandOver {
  path: string;
  /** As far as the request is documented. */
  shape: Shape;
}

/** `hge.md` 8.1, partial: makes the SCAN form of a USPS service, or pushes the data of clearance and delivery. */
export const scanForm: HandOver = { path: 'scanform/', shape: SCAN_FORM };

/** `hge.md` 8.3, partial: pushes big bags and the parcels in them. */
export const manifest: HandOver = { path: 'manifest/', shape: MANIFEST };

/**
 * Submits a job, once.
 * @param body as `checkBody` passed it
 * @returns the whole reply: what `data` holds is not documented
 */
export function submit(client: HgeClient, { path }: HandOver, body: JsonObject): Promise<JsonObject> {
  const request = { method: 'POST', url: endpointOf(client.base, path), body } as const;
  return withHintIfLost(client.call(request, { intent: 'write' }), body, 'reference_num');
}
