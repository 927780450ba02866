import { withHintIfLost as withHint } from '#carriers/shared/lost-answer';
import { textOf, type JsonObject } from '../json-value';
import { CHECK_BEFORE_SENDING_AGAIN } from './codes';

/** Waits for the answer to a write. When it is lost, the error says where to check, and by which number of `body`. */
export async function withHintIfLost(
  answer: Promise<JsonObject>,
  body: JsonObject,
  numberName: 'customer_order_num' | 'reference_num',
): Promise<JsonObject> {
  const number = textOf(body[numberName]);
  const which = number === undefined ? '' : ` Its ${numberName} is ${number}.`;
  return withHint(answer, `${CHECK_BEFORE_SENDING_AGAIN}${which}`);
}
