import { CarrierError } from '../http';
import type { JsonObject } from '#carriers/shared/json-value';
import { codesOf } from './reply';

const UNKNOWN_SERVICE = '50005';

/** The answer to a method; where the deployment does not have it (`eccang.md` 1.6), to the same method by another name. */
export async function orByOtherName(
  answer: Promise<JsonObject>,
  askOther: () => Promise<JsonObject>,
): Promise<JsonObject> {
  return answer.catch((error: unknown) => {
    if (!(error instanceof CarrierError) || !codesOf(error.code).includes(UNKNOWN_SERVICE)) throw error;
    return askOther();
  });
}
