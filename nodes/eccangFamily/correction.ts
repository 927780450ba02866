import type { EccangClient } from '../../carriers/eccang';
import { textOf, type JsonObject } from '#carriers/shared/json-value';
import { present } from '#carriers/shared/parcel';

/** What a correction (cancel, intercept, weight) gives with Simplify on: the carrier did it. */
export function correctionOf({ deployment }: EccangClient, number: string, raw: JsonObject): object {
  return present<{ carrier: string; number: string; success: boolean; message?: string }>({
    carrier: deployment.carrier,
    number,
    success: true,
    message: textOf(raw['message']),
  });
}
