import { z } from 'zod/v4';
import { downloadService, type Asked, type Carrier } from '../carrier';
import type { ReplyForm } from '../reply-form';
import { byteKinds } from './bytes';
import { connectionKinds, ownKind } from './connection';
import { eventKinds } from './events';
import type { Kind, Place } from './kind';
import { labelAnswerKinds } from './label-answers';
import { labelFileKinds } from './label-files';
import { labelLinkKinds } from './label-links';
import type { Fault } from './list';
import { valueKinds } from './values';

export { FaultList } from './list';

/** Kinds of all carriers; `carrier.faultReplies` adds those of a carrier's own protocol. */
const kinds: ReadonlyMap<string, Kind> = new Map(
  Object.entries({
    ...connectionKinds,
    ...valueKinds,
    ...byteKinds,
    ...eventKinds,
    ...labelLinkKinds,
    ...labelFileKinds,
    ...labelAnswerKinds,
  }),
);

/** What every fault has. */
const common = z.strictObject({
  carrier: z.string(),
  kind: z.string(),
  /** Only requests of this service; `label` means label downloads. Without it: those that the kind is about. */
  service: z.string().min(1).optional(),
  times: z.int().min(1).default(1),
  after: z.int().min(0).default(0),
});

/** The kinds that can happen at a carrier, each with the fields of its own. */
export function kindsOf(carrier: Carrier): Record<string, string[]> {
  const general = [...kinds].filter(([, kind]) => carrier.forms.some(kind.fits));
  const own = [...carrier.faultReplies].map(([name, reply]) => [name, ownKind(reply)] as const);
  return Object.fromEntries([...general, ...own].map(([name, { fields }]) => [name, Object.keys(fields.shape)]));
}

/**
 * The fault that was ordered.
 * @throws RangeError that says what is wrong with it
 */
export function orderFault(ordered: Record<string, unknown>, carrier: Carrier): Fault {
  const name = typeof ordered['kind'] === 'string' ? ordered['kind'] : '';
  const own = carrier.faultReplies.get(name);
  const kind = own ? ownKind(own) : kinds.get(name);
  const known = Object.keys(kindsOf(carrier));
  if (!kind || !known.includes(name)) {
    const what = kind ? `Kind "${name}" is not possible at ${carrier.name}` : `Unknown kind "${name}"`;
    throw new RangeError(`${what}. Known: ${known.join(', ')}.`);
  }
  const result = common.extend(kind.fields.shape).safeParse(ordered);
  if (!result.success) throw new RangeError(`Kind "${name}": ${z.prettifyError(result.error)}`);
  const { service, times, after } = z.object(common.shape).parse(ordered);
  const { place, problem, act } = kind.order(ordered);
  const forms = carrier.forms.filter((form) => kind.fits(form) && (service === undefined || answers(form, service)));
  const problems = forms.map(problem);
  if (!problems.includes(undefined))
    throw new RangeError(problems[0] ?? `Kind "${name}" is not possible at ${service}.`);
  const hits = (asked: Asked): boolean => {
    if (forms.some((form) => place(form) === 'download')) return asked.kind === 'download';
    if (service !== undefined) return service === (asked.kind === 'download' ? downloadService : asked.service);
    return (
      asked.kind === 'api' && forms.some((form) => answers(form, asked.service) && isAt(place(form), asked.service))
    );
  };
  return { times, after, act, hits: (name, asked) => name === carrier.name && hits(asked) };
}

function answers({ answers: isOne = () => true }: ReplyForm, service: string): boolean {
  return isOne(service);
}

function isAt(place: Place, service: string): boolean {
  return typeof place === 'string' || place.includes(service);
}
