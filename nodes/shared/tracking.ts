import type { INodeProperties } from 'n8n-workflow';
import { readKey, type KnownParcel } from '#carriers/shared/known-key';
import type { Parcel } from '#carriers/shared/parcel';
import { restingOf, updatesOf, type Patience } from '#carriers/shared/updates';
import { eachInSlices } from '../../carriers/http';
import { outputsOf, type NumberRequest } from './by-number';
import { inBulk, type InBulk, type Operation, type OperationDescription } from './operation';
import type { Answer, SimplifiedOutput } from './output';
import type { ItemParameters } from './parameters';
import { faultWords, knownKey, output, retireAfterDays, stuckAfterDays } from './tracking-fields';

/** How the parcels of a carrier are tracked: what Tracking: Get and Tracking: Get Updates have in common. */
export interface Tracking<Session, Request extends NumberRequest> extends Pick<
  InBulk<Session, Request>,
  'read' | 'perCall' | 'oneCallAtATime' | 'splitsWhenRefused' | 'key'
> {
  properties: INodeProperties[];
  /** Entries of the Options collection. */
  options?: INodeProperties[];
  /** As parcels name it. */
  carrier: (session: Session) => string;
  /** One call: an answer or an error for each request, in their order. */
  ask: (session: Session, requests: readonly Request[]) => Promise<(Tracked | Error)[]>;
}

interface Tracked {
  raw: object;
  parcel: Parcel;
}

/** An operation that gives each parcel as it is. */
export function trackingOperation<Session, Request extends NumberRequest>(
  description: Omit<OperationDescription, 'properties' | 'simplifies' | 'options'>,
  { properties, options = [], ask, ...bulk }: Tracking<Session, Request>,
): Operation<Session> {
  return inBulk<Session, Request>({
    ...bulk,
    description: { ...description, properties, options, simplifies: true },
    send: async (session, requests) => outputsOf(await ask(session, requests)),
  });
}

interface UpdateRequest<Request> {
  tracked: Request;
  carrier: string;
  /** As it was given. */
  key: string | undefined;
  known: KnownParcel | undefined;
  givesAll: boolean;
  patience: Patience;
}

/** What users see of Get Updates, at every carrier. */
export const GET_UPDATES = {
  name: 'Get Updates',
  value: 'getUpdates',
  action: 'Get tracking updates',
  description:
    'Get what is new of a parcel since its known key was made; with Output: Changed an item without news gives no output',
  options: [stuckAfterDays, retireAfterDays],
};

/** Tracking: Get Updates, in the calls of Tracking: Get. */
export function updatesOperation<Session, Request extends NumberRequest>({
  properties,
  options = [],
  carrier,
  read,
  perCall,
  key,
  ask,
  ...bulk
}: Tracking<Session, Request>): Operation<Session> {
  return inBulk<Session, UpdateRequest<Request>>({
    ...bulk,
    description: {
      ...GET_UPDATES,
      properties: [...properties, knownKey, output],
      options: [...options, ...GET_UPDATES.options],
      simplifies: true,
    },
    read: (parameters, session) => {
      const tracked = read(parameters, session);
      return { tracked, carrier: carrier(session), ...readMemory(parameters, carrier(session), tracked.number) };
    },
    perCall: (session, { tracked }) => perCall(session, tracked),
    ...(key ? { key: ({ tracked }) => key(tracked) } : {}),
    withoutCall: resting,
    send: async (session, requests) => {
      const answers = await ask(
        session,
        requests.map(({ tracked }) => tracked),
      );
      const now = Date.now();
      return eachInSlices(requests, (request, at) => newsOf(request, answers[at], now));
    },
  });
}

function readMemory(
  parameters: ItemParameters,
  carrier: string,
  number: string,
): Pick<UpdateRequest<unknown>, 'key' | 'known' | 'givesAll' | 'patience'> {
  const key = parameters.optionalText('knownKey');
  return {
    key,
    known: key === undefined ? undefined : readKnown(parameters, key, { carrier, number }),
    givesAll: readGivesAll(parameters),
    patience: {
      stuckAfterDays: readDays(parameters, stuckAfterDays) ?? 7,
      retireAfterDays: readDays(parameters, retireAfterDays) ?? 60,
    },
  };
}

function readKnown(parameters: ItemParameters, key: string, owner: { carrier: string; number: string }): KnownParcel {
  const read = readKey(key, owner);
  if ('known' in read) return read.known;
  const [message, description] = faultWords(read.fault);
  throw parameters.problem(`${knownKey.displayName} ${message}`, description);
}

function readGivesAll(parameters: ItemParameters): boolean {
  const chosen = parameters.optionalText('output') ?? 'changed';
  if (chosen === 'all' || chosen === 'changed') return chosen === 'all';
  throw parameters.problem('Output is neither changed nor all', 'Choose Changed (changed) or All (all).');
}

function readDays(parameters: ItemParameters, { name, displayName }: INodeProperties): number | undefined {
  const days = parameters.number(`options.${name}`);
  if (days === undefined || days >= 0) return days;
  throw parameters.problem(`${displayName} is less than 0`, 'Enter a number of days, or 0 for never.');
}

/** A parcel that is finished or retired by its key is not asked about. */
function resting({ tracked, carrier, key, known, givesAll }: UpdateRequest<NumberRequest>): Answer | undefined {
  const rest = key === undefined ? undefined : restingOf(key, known);
  if (rest === undefined) return undefined;
  const json = { carrier, number: tracked.number, ...rest };
  return givesAll ? { json } : [];
}

function newsOf(
  { tracked: { number }, carrier, known, givesAll, patience }: UpdateRequest<NumberRequest>,
  answer: Tracked | Error | undefined,
  now: number,
): Answer {
  if (answer === undefined || answer instanceof Error) return answer ?? [];
  const { raw, parcel } = answer;
  const updates = updatesOf(parcel, known, { carrier, number }, patience, now);
  const news: SimplifiedOutput = { raw: { ...raw, ...updates }, simplified: { ...parcel, ...updates } };
  return givesAll || updates.changed ? news : [];
}
