import type { CarrierError } from '../../carriers/http';
import type { Output } from '#nodes/shared/operation';
import type { ItemParameters } from '#nodes/shared/parameters';

/** What most operations on existing orders read from an item. */
export interface NumberRequest {
  number: string;
  simplified: boolean;
}

export function readNumber(parameters: ItemParameters): NumberRequest {
  return { number: parameters.text('number', 'Number'), simplified: parameters.flag('simplify') };
}

export function numbersOf(requests: readonly NumberRequest[]): string[] {
  return requests.map(({ number }) => number);
}

/** One output or error per request. */
export function outputsOf(
  requests: readonly { simplified: boolean }[],
  answers: readonly ({ raw: object; parcel: object } | CarrierError)[],
): (Output | CarrierError)[] {
  return answers.map((answer, index) => {
    if (answer instanceof Error) return answer;
    return { json: requests[index]?.simplified ? answer.parcel : answer.raw };
  });
}
