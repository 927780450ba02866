import type { INodeProperties } from 'n8n-workflow';
import { defined } from '#carriers/shared/defined';
import type { Grouping } from './calls';
import { commonOptions, dryRun, limit, optionsField, returnAll, simplify } from './fields';
import type { Answer, ItemResult, Output, RunContext } from './output';
import type { ItemParameters } from './parameters';
import { partOf, type Part, type PartContext, type PartPlan } from './part';
import { runCalls, type CallPlan } from './runner';
import { toolFields } from './tool-fields';

export type { Output, OutputFile } from './output';

/** What a user sees of an operation: the entry of the dropdown and the fields below it. */
export interface OperationDescription {
  /** Title Case, as it stands in the dropdown. */
  name: string;
  value: string;
  /** Sentence case, as it stands in the node panel. */
  action: string;
  description: string;
  properties: INodeProperties[];
  /** Outputs are a list: the form gets Return All and Limit, and the runner gives out no more. */
  lists?: true;
  /** Outputs are `{ raw, simplified }`: the form gets the Simplify switch, and the runner gives out what it asks for. */
  simplifies?: true;
  /** It may change something at the carrier: the form gets Dry Run. A test holds this against what is sent. */
  writes?: true;
  /**
   * What a run costs, or does for good: `every order is a real one`. Of what writes; n8n shows it before the step runs,
   * unless Dry Run is on.
   */
  warning?: string;
  /** Of what may be harmless: the expression of n8n, over `$parameter`, by which it is, so that it is not warned of. */
  harmless?: string;
  /** Entries of the Options collection besides those that every operation has. */
  options?: INodeProperties[];
  /** It makes no call: its Options have nothing about calls. */
  asksNobody?: true;
}

export interface Operation<Session> {
  description: OperationDescription;
  run: (context: RunContext<Session>) => Promise<ItemResult[]>;
  /** The same as one of several operations in a run (`part.ts`). Undefined where it is none that can be. */
  part?: (context: PartContext<Session>) => Part;
}

export interface Resource<Session> {
  /** Title Case, as it stands in the dropdown. */
  name: string;
  value: string;
  /** Chosen in a new node; otherwise that is the order, or else the first. */
  preselected?: true;
  /** In the alphabetical order of their names. */
  operations: readonly Operation<Session>[];
}

interface PerItem<Session, Request> {
  description: OperationDescription;
  /** From the parameters of one item to a checked request. Runs for all items before anything is sent. */
  read: (parameters: ItemParameters, session: Session) => Request;
  /** What the items of one order have in common, where Combine Rows is on (`combined-rows.ts`). */
  combines?: ((parameters: ItemParameters) => string | undefined) | undefined;
  /** One item's work. A list means that the operation lists or splits, and says so in its description. */
  send: (session: Session, request: Request) => Promise<Output | Output[]>;
}

export interface InBulk<Session, Request> extends Pick<Grouping<Request>, 'key' | 'bundle' | 'fits'> {
  description: OperationDescription;
  read: (parameters: ItemParameters, session: Session) => Request;
  /** What the items of one order have in common, where Combine Rows is on (`combined-rows.ts`). */
  combines?: ((parameters: ItemParameters) => string | undefined) | undefined;
  /** The most items that one call may carry, for the group that begins with this request. */
  perCall: (session: Session, first: Request) => number;
  /** The carrier wants one call after the other, whatever concurrency the user set. */
  oneCallAtATime?: (session: Session) => boolean;
  /** A read of which the carrier may refuse all because of one: it is halved and asked again. */
  splitsWhenRefused?: boolean;
  /** Looks at all requests before the first one is sent, for checks that need the carrier: an error for each bad one. */
  check?: (session: Session, requests: readonly Request[]) => Promise<(Error | undefined)[]>;
  /** The answer to a request for which no call is needed; undefined where one is. */
  withoutCall?: (request: Request) => Answer | undefined;
  /**
   * One call: an output or an error for each request, in the order of the requests. A list means that the operation
   * splits or joins items, and says so in its description.
   */
  send: (session: Session, requests: readonly Request[]) => Promise<Answer[]>;
}

/** An operation that makes its own call, or calls, for every item. */
export function perItem<Session, Request>(operation: PerItem<Session, Request>): Operation<Session> {
  const { description, read, combines, send } = operation;
  return planned<Session, Request>(description, ({ session, tell }) => ({
    read: telling(tell, read),
    ...defined({ combines }),
    lane: {
      perCall: () => 1,
      send: async (requests) => Promise.all(requests.map((request) => send(session, request))),
    },
  }));
}

/** An operation that shares calls between items; every item still gets its own result or its own error. */
export function inBulk<Session, Request>(operation: InBulk<Session, Request>): Operation<Session> {
  const { description, read, combines, perCall, oneCallAtATime, check, send, ...others } = operation;
  return planned<Session, Request>(description, ({ session, tell }) => ({
    read: telling(tell, read),
    ...defined({ combines }),
    lane: {
      perCall: (first) => perCall(session, first),
      ...others,
      ...(check ? { check: (requests) => check(session, requests) } : {}),
      oneCallAtATime: oneCallAtATime?.(session) ?? false,
      send: (requests) => send(session, requests),
    },
  }));
}

/** By itself an operation has its one lane; beside others it is a part, of whose requests they know nothing. */
function planned<Session, Request>(
  description: OperationDescription,
  planFor: (context: Pick<RunContext<Session>, 'session' | 'tell'>) => PartPlan<Session, Request>,
): Operation<Session> {
  return {
    description,
    run: (context) => {
      const { lane, ...plan } = planFor(context);
      return runCalls(context, { ...formOf(description), ...plan, laneOf: () => lane });
    },
    part: (context) => partOf(planFor(context), context),
  };
}

/** Reads an item, and passes on what the user should know of how it was read. */
function telling<Session, Request>(
  tell: RunContext<Session>['tell'],
  read: (parameters: ItemParameters, session: Session) => Request,
): typeof read {
  return (parameters, session) => {
    const request = read(parameters, session);
    for (const note of parameters.notes) tell?.(note);
    if (parameters.notSent.length > 0) tell?.(notSentHint(parameters.notSent));
    return request;
  };
}

/** The same for all items that leave out the same names, in whichever line. */
function notSentHint(paths: readonly string[]): string {
  const names = [...new Set(paths.map((path) => path.replace(/\[\d+\]/g, '')))].sort();
  return `Not sent, because the carrier has no place for it: ${names.join(', ')}. Each item names its own as notSent.`;
}

function formOf(
  description: OperationDescription,
): Pick<CallPlan<unknown, unknown>, 'fields' | 'lists' | 'simplifies' | 'writes'> {
  const { lists = false, simplifies = false, writes = false } = description;
  return { fields: fieldsOf(description), lists, simplifies, writes };
}

/** Everything that the form shows for an operation. */
export function fieldsOf({
  properties,
  lists,
  simplifies,
  writes,
  options = [],
  asksNobody,
}: OperationDescription): INodeProperties[] {
  return [
    ...properties,
    ...(lists ? [returnAll, limit] : []),
    ...(simplifies ? [simplify] : []),
    ...(asksNobody ? [] : toolFields(properties, simplifies ?? false)),
    optionsField([...options, ...(writes ? [dryRun] : []), ...(asksNobody ? [] : commonOptions)]),
  ];
}
