import type { INode } from 'n8n-workflow';
import { CarrierError, type CarrierErrorKind } from '../../../carriers/http';
import { RequestError } from '#carriers/shared/request-check';
import { nodeErrorOf, sentences } from '#nodes/shared/errors';
import type { Carrier } from '../carrier';

/** A carrier that gave no rates for an item, and why, in its own words. */
export interface Failure {
  carrier: string;
  /** `not-asked`: nothing was sent to it. */
  kind: CarrierErrorKind | 'not-asked';
  message: string;
  description?: string;
}

export function failureOf(node: INode, carrier: string, item: number, error: unknown): Failure {
  const { message, description } = nodeErrorOf(node, error, item);
  const kind = error instanceof CarrierError ? error.kind : 'not-asked';
  if (error instanceof RequestError)
    return { carrier, kind, message, description: 'Nothing was sent to this carrier.' };
  return { carrier, kind, message, ...(description ? { description } : {}) };
}

/** The end of an item for which no carrier gave a rate: what each of them says. */
export function noRates(replies: readonly { carrier: Carrier; failure?: Failure }[]): CarrierError {
  const said = replies.map(({ carrier: { displayName }, failure }) => {
    const named = (text: string): string => (text.includes(displayName) ? text : `${displayName}: ${text}`);
    return {
      reason: named(failure?.message ?? 'no service for this parcel'),
      advice: failure?.description === undefined ? [] : [named(failure.description)],
    };
  });
  const advice = said.flatMap((each) => each.advice);
  return new CarrierError({
    kind: replies.some(({ failure }) => failure) ? 'rejected' : 'not-found',
    message: sentences('No carrier gave a rate', ...said.map(({ reason }) => reason)),
    hint: advice.length > 0 ? sentences(...advice) : 'Check country, weight and size.',
  });
}
