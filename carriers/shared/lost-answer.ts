import { CarrierError } from '../http';

/** Waits for the answer to a write. When it is lost, the error says how to check what became of it. */
export async function withHintIfLost<Answer>(answer: Promise<Answer>, hint: string): Promise<Answer> {
  try {
    return await answer;
  } catch (error) {
    throw error instanceof CarrierError && error.kind === 'outcome-unknown' ? error.with({ hint }) : error;
  }
}

/** With a full stop, so that another sentence may follow. */
export function ended(sentence: string): string {
  return sentence.replace(/[^.!?。！？]$/, '$&.');
}

/** For what is settled by itself: the carrier's error as an answer. Mistakes of ours are thrown on. */
export function asAnswer(error: unknown): CarrierError {
  if (error instanceof CarrierError) return error;
  throw error;
}
