import { afterSending } from '#carriers/shared/after-sending';
import { CarrierError, SentRequests } from '../../carriers/http';
import { NO_RESULT, type Call, type Send } from './calls';
import { namedBy, withNotSent, type Answer } from './output';

/** What came back for one item. */
export interface Answered {
  item: number;
  answer: Answer;
}

/**
 * What is thrown is the end of every item; after a write was sent, what is no refusal leaves its outcome open. Errors repeat
 * nothing of persons that was sent.
 */
export async function answersTo<Request>(
  call: Call<Request>,
  send: Send<Request>,
  sent = new SentRequests(),
): Promise<Answered[]> {
  const answers = await sent
    .during(() => send(call.map(({ request }) => request)))
    .catch((error: unknown) => {
      const failure =
        error instanceof Error ? error : new Error('The operation could not be finished, for an unknown reason');
      return call.map(() => failure);
    });
  const context = { carrier: 'The carrier', intent: 'write' } as const;
  const shown = perError(sent, (error) => (sent.anyWrite ? afterSending(error, context) : error));
  return call.map(({ item, asked, notSent = [] }, position) => {
    const answer = answers[position] ?? new CarrierError(NO_RESULT);
    if (answer instanceof Error) return { item, answer: shown(answer) };
    return { item, answer: withNotSent(notSent, asked === undefined ? answer : namedBy(asked, answer)) };
  });
}

/** The errors as they may be seen, each made once: all items of a call may share one. */
function perError(sent: SentRequests, judged: (error: Error) => Error): (error: Error) => Error {
  const made = new Map<Error, Error>();
  let hide: ((text: string) => string) | undefined;
  return (error) => {
    const known = made.get(error);
    if (known) return known;
    hide ??= sent.hider();
    const result = judged(error);
    const shown = result instanceof CarrierError ? result.withTexts(hide) : result;
    made.set(error, shown);
    return shown;
  };
}
