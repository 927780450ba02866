import { CarrierError } from '../http';
import { textOf, type JsonObject } from '../json-value';
import { CHECK_BEFORE_SENDING_AGAIN } from './result-codes';

/** Sends a write, and says how to check when its answer is lost: where, and by which number of `body`. */
export async function withHintIfLost(
  send: Promise<JsonObject>,
  body: JsonObject,
  numberName: 'customer_order_num' | 'reference_num',
): Promise<JsonObject> {
  try {
    return await send;
  } catch (error) {
    if (!(error instanceof CarrierError) || error.kind !== 'outcome-unknown') throw error;
    const number = textOf(body[numberName]);
    const which = number === undefined ? '' : ` Its ${numberName} is ${number}.`;
    throw error.with({ hint: `${CHECK_BEFORE_SENDING_AGAIN}${which}` });
  }
}
