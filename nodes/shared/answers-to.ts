import { afterSending } from '#carriers/shared/after-sending';
import { CarrierError, SentWrites } from '../../carriers/http';
import { NO_RESULT, type Call, type Send } from './calls';
import { namedBy, type Answer } from './output';

/** What came back for one item. */
export interface Answered {
  item: number;
  answer: Answer;
}

/** What is thrown is the end of every item; after a write was sent, what is no refusal leaves its outcome open. */
export async function answersTo<Request>(call: Call<Request>, send: Send<Request>): Promise<Answered[]> {
  const writes = new SentWrites();
  const answers = await writes
    .during(() => send(call.map(({ request }) => request)))
    .catch((error: unknown) => {
      const failure = error instanceof Error ? error : new Error('The operation failed for an unknown reason');
      return call.map(() => failure);
    });
  const context = { carrier: 'The carrier', intent: 'write' } as const;
  return call.map(({ item, asked }, position) => {
    const answer = answers[position] ?? new CarrierError(NO_RESULT);
    if (answer instanceof Error) return { item, answer: writes.any ? afterSending(answer, context) : answer };
    return { item, answer: asked === undefined ? answer : namedBy(asked, answer) };
  });
}
