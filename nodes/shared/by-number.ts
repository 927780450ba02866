import { inBulk, type Operation, type OperationDescription } from './operation';
import type { SimplifiedOutput } from './output';
import type { ItemParameters } from './parameters';

/** What an operation on an existing order reads from an item. */
export interface NumberRequest {
  number: string;
}

export function readNumber(parameters: ItemParameters): NumberRequest {
  return { number: parameters.text('number') };
}

export function numbersOf(requests: readonly NumberRequest[]): string[] {
  return requests.map(({ number }) => number);
}

/** What a carrier's client says of an order: the carrier's own data, and the neutral parcel. */
export interface Told {
  raw: object;
  parcel: object;
}

export function outputOf({ raw, parcel }: Told): SimplifiedOutput {
  return { raw, simplified: parcel };
}

/** One output or error per answer. */
export function outputsOf(answers: readonly (Told | Error)[]): (SimplifiedOutput | Error)[] {
  return answers.map((answer) => (answer instanceof Error ? answer : outputOf(answer)));
}

interface ByNumber<Session> {
  description: OperationDescription;
  perCall: (session: Session) => number;
  oneCallAtATime?: (session: Session) => boolean;
  splitsWhenRefused?: boolean;
  /** One call: an answer or an error for each number, in their order. */
  ask: (session: Session, numbers: string[]) => Promise<(Told | Error)[]>;
}

/** An operation in bulk that needs nothing of an item but the number of its order. */
export function byNumber<Session>({ ask, ...operation }: ByNumber<Session>): Operation<Session> {
  return inBulk({
    ...operation,
    read: readNumber,
    send: async (session, requests) => outputsOf(await ask(session, numbersOf(requests))),
  });
}
