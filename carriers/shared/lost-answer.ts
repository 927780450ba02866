import { CarrierError } from '../http';

/** Waits for the answer to a write. When it is lost, the error says how to check what became of it. */
export async function withHintIfLost<Answer>(answer: Promise<Answer>, hint: string): Promise<Answer> {
  try {
    return await answer;
  } catch (error) {
    throw error instanceof CarrierError && error.kind === 'outcome-unknown' ? error.with({ hint }) : error;
  }
}
