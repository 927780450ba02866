import { CarrierError } from '../http';

/** Sends a write, and says how to check when its answer is lost. */
export async function withHintIfLost<T>(send: Promise<T>, hint: string): Promise<T> {
  try {
    return await send;
  } catch (error) {
    throw error instanceof CarrierError && error.kind === 'outcome-unknown' ? error.with({ hint }) : error;
  }
}
