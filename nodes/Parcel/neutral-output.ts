import type { NumberType, Step } from '#carriers/shared/capabilities';
import type { JsonObject } from '#carriers/shared/json-value';
import type { Answer, Output } from '#nodes/shared/output';
import type { Box } from '#nodes/shared/part';

/** The neutral form of every output of an answer; of a step without one, its output. */
export function shaping(outputOf: (given: JsonObject, box: Box) => JsonObject): (answer: Answer, box: Box) => Answer {
  return (answer, box) => {
    const shaped = (output: Output): Output => {
      if ('json' in output) return { ...output, json: outputOf({ ...output.json }, box) };
      return { ...output, simplified: outputOf({ ...output.simplified }, box) };
    };
    if (answer instanceof Error) return answer;
    return Array.isArray(answer) ? answer.map(shaped) : shaped(answer);
  };
}

/**
 * What the carrier's step is to give of its neutral output.
 * @param asked the name of the number that the item asked by
 */
export function neutralOutput({ gives, repeats }: Step, given: JsonObject, asked: NumberType | undefined): JsonObject {
  const output = repeats && asked ? withNumberNamed(given, repeats, asked) : given;
  if (!gives) return output;
  return Object.fromEntries(Object.entries(output).filter(([name]) => gives.includes(name)));
}

/** What the carrier repeats of the number, under the name that the number was asked by; under none if that is not known. */
function withNumberNamed(given: JsonObject, repeats: NumberType, asked: NumberType): JsonObject {
  const { [repeats]: repeated, ...others } = given;
  return asked === 'any' || repeated === undefined ? others : { ...others, [asked]: repeated };
}
