import type { INode } from 'n8n-workflow';
import { CarrierError, type CarrierErrorKind } from '../../../carriers/http';
import { RequestError } from '#carriers/shared/request-check';
import { nodeErrorOf, sentences } from '#nodes/shared/errors';

/** A carrier that gave no rates for an item, and why, in its own words. */
export interface Failure {
  carrier: string;
  /** `not-asked`: nothing was sent to it. */
  kind: CarrierErrorKind | 'not-asked';
  message: string;
  description?: string;
}

/** A carrier of which no rates are given out. */
export interface Missing {
  displayName: string;
  /** Undefined where it answered, and has no service for the parcel. */
  failure?: Failure;
}

export function failureOf(node: INode, carrier: string, item: number, error: unknown): Failure {
  const { message, description } = nodeErrorOf(node, error, item);
  const kind = error instanceof CarrierError ? error.kind : 'not-asked';
  if (error instanceof RequestError) return { carrier, kind, message, description: 'Nothing was sent to this carrier.' };
  return { carrier, kind, message, ...(description ? { description } : {}) };
}

/** The end of an item for which no carrier gave a rate: what each of them says. */
export function noRates(missing: readonly Missing[]): CarrierError {
  const reasons = missing.map(({ displayName, failure }) => `${displayName}: ${failure?.message ?? 'no service for this parcel'}`);
  const advice = missing.flatMap(({ displayName, failure }) =>
    failure?.description === undefined ? [] : [`${displayName}: ${failure.description}`],
  );
  return new CarrierError({
    kind: missing.some(({ failure }) => failure !== undefined) ? 'rejected' : 'not-found',
    message: sentences('No carrier gave a rate', ...reasons),
    hint: advice.length > 0 ? sentences(...advice) : 'Check country, weight and sizes: no service takes such a parcel.',
  });
}
