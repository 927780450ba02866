import { CarrierError } from '../../carriers/http';
import { defined } from '#carriers/shared/defined';
import type { Lane } from './lanes';
import type { Answer, RunContext } from './output';
import type { ItemParameters } from './parameters';

/** What an operation does in a run: how it reads an item, and where its requests go. */
export interface PartPlan<Session, Request> {
  read: (parameters: ItemParameters, session: Session) => Request;
  combines?: ((parameters: ItemParameters) => string | undefined) | undefined;
  lane: Lane<Request>;
}

export interface PartContext<Session> extends Pick<RunContext<Session>, 'session' | 'tell'> {
  /** Ends this part alone, when its account is refused. */
  stop: AbortController;
  /** What the run gives for an answer of this part, to the request of this box. */
  shape: (answer: Answer, box: Box) => Answer;
  /** What it gives for an error of the carrier, whether that came as an answer or was thrown. */
  advised?: (error: CarrierError) => CarrierError;
}

/**
 * An operation as one of several in a run, such as those of several carriers. Its requests are boxes, which it alone can
 * open: the others need not know what each of them sends.
 */
export interface Part {
  read: (parameters: ItemParameters) => Box;
  /** What the items of one order have in common, where several are one. */
  combines?: (parameters: ItemParameters) => string | undefined;
}

/** Stands for a request of a part. */
export interface Box {
  readonly lane: Lane<Box>;
}

export function partOf<Session, Request>(
  { read, combines, lane }: PartPlan<Session, Request>,
  { session, stop, shape, advised = (error) => error }: PartContext<Session>,
): Part {
  const requests = new WeakMap<Box, { request: Request }>();
  const opened = (box: Box): Request => {
    const held = requests.get(box);
    if (!held) throw new Error('This request is one of another operation');
    return held.request;
  };
  const told = (answer: Answer, box: Box): Answer =>
    answer instanceof CarrierError ? advised(answer) : shape(answer, box);
  const ofBoxes = { ...boxed(lane, opened, told, advised), stop };
  return {
    read: (parameters) => {
      const box = { lane: ofBoxes };
      requests.set(box, { request: read(parameters, session) });
      return box;
    },
    ...defined({ combines }),
  };
}

function boxed<Request>(
  lane: Lane<Request>,
  opened: (box: Box) => Request,
  shape: (answer: Answer, box: Box) => Answer,
  advised: (error: CarrierError) => CarrierError,
): Lane<Box> {
  const { perCall, key, bundle, fits, check, withoutCall, send, ...settings } = lane;
  const all = (boxes: readonly Box[]): Request[] => boxes.map(opened);
  return {
    ...settings,
    perCall: (first) => perCall(opened(first)),
    ...(key ? { key: (box) => key(opened(box)) } : {}),
    ...(bundle ? { bundle: (box) => bundle(opened(box)) } : {}),
    ...(fits ? { fits: (boxes) => fits(all(boxes)) } : {}),
    ...(check ? { check: (boxes) => check(all(boxes)) } : {}),
    ...(withoutCall
      ? {
          withoutCall: (box) => {
            const answer = withoutCall(opened(box));
            return answer && shape(answer, box);
          },
        }
      : {}),
    send: async (boxes) => {
      try {
        const answers = await send(all(boxes));
        // By place: an answer that is missing must not move those behind it to other items.
        return answers.map((answer, at) => {
          const box = boxes[at];
          return box ? shape(answer, box) : answer;
        });
      } catch (error) {
        throw error instanceof CarrierError ? advised(error) : error;
      }
    },
  };
}
