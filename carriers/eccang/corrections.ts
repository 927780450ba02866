import type { CarrierError } from '../http';
import { defined } from '#carriers/shared/defined';
import type { JsonObject } from '#carriers/shared/json-value';
import { withHintIfLost } from '#carriers/shared/lost-answer';
import type { EccangClient } from './client';
import { CONTAINERS, outcomesFor, entriesOf } from './answer';

/**
 * cancelOrder (`eccang.md` 3.11; `huahan.md` 3.4 without `type`). Only drafts and forecast orders can be cancelled. The
 * answer may name the order by another of its numbers, so that a number there tells nothing of whose answer it is.
 */
export async function cancelOrder(client: EccangClient, number: string, type?: number): Promise<JsonObject> {
  const params = { reference_no: number, ...defined({ type }) };
  return withHintIfLost(
    client.call('cancelOrder', params, { intent: 'write' }),
    "Look with Order: Get or in the carrier's portal whether it is cancelled, before you cancel it again.",
  );
}

export interface Interception {
  number: string;
  /** Number type and reason: the family's, not Huahan's (`huahan.md` 3.5). The vendor's example has the type as text. */
  type?: string;
  remark?: string;
}

/** interceptOrder (`eccang.md` 3.12, `huahan.md` 3.5, whose documented answer names another number than its request). */
export async function interceptOrder(
  client: EccangClient,
  { number, type, remark }: Interception,
): Promise<JsonObject> {
  const params = { reference_no: number, ...defined({ type, hold_on_remark: remark }) };
  return withHintIfLost(
    client.call('interceptOrder', params, { intent: 'write' }),
    "Look with Order: Get or in the carrier's portal whether it is intercepted, before you intercept it again.",
  );
}

export interface WeightUpdate {
  /** Waybill number; at Huahan any of the three numbers. */
  order_code: string;
  /** Kilograms, at most 3 decimals. */
  weight: string;
}

/**
 * modifyOrderWeight (`eccang.md` 3.13, `huahan.md` 3.6). The top-level `ask` says nothing of the items.
 * @returns the carrier's entry or its refusal for each update, in their order
 */
export async function updateWeights(
  client: EccangClient,
  updates: readonly WeightUpdate[],
): Promise<(JsonObject | CarrierError)[]> {
  const reply = await client.call('modifyOrderWeight', updates, { intent: 'write', answersIn: CONTAINERS });
  const entries = outcomesFor(
    updates.map(({ order_code: number }) => number),
    entriesOf(reply),
    'order_code',
  );
  return updates.map((update, index) => client.judgeWrite(entries[index], update.order_code));
}
