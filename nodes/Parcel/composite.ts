import type { INodeProperties } from 'n8n-workflow';
import type { CarrierError } from '../../carriers/http';
import { OPERATION_NAMES, refusalOf, type ParcelOperation, type Step } from '#carriers/shared/capabilities';
import { objectAsIs, type JsonObject } from '#carriers/shared/json-value';
import type { RequestError } from '#carriers/shared/request-check';
import { inTerms } from '#nodes/shared/form/order-words';
import { fieldsOf, type Operation, type OperationDescription } from '#nodes/shared/operation';
import type { Answer, Output, RunContext } from '#nodes/shared/output';
import type { ItemParameters, Values } from '#nodes/shared/parameters';
import type { Box, Part } from '#nodes/shared/part';
import { runCalls } from '#nodes/shared/runner';
import type { Carrier } from './carrier';
import { carrier as carrierField, carrierOf, mayBeNamed } from './fields/carrier';
import type { Accounts, Fault } from './session';

/** What is asked of every carrier in one way. */
export interface Composite {
  operation: ParcelOperation;
  /** Without Carrier, which comes first. */
  description: OperationDescription;
  /**
   * What the carrier's own step holds, besides what this node has under the same name.
   * @throws an error for what the carrier does not take
   */
  parametersOf: (parameters: ItemParameters, carrier: Carrier, step: Step) => Readonly<Record<string, unknown>>;
  /** What the items of one order have in common, where Combine Rows is on. */
  combines?: (parameters: ItemParameters) => string | undefined;
  /** Whether `parametersOf` reads all rows of an order into one, so that the carrier's own step is to see no rows. */
  readsRows?: (parameters: ItemParameters) => boolean;
  /** What the carrier's own step says of its fields, as this node calls them. */
  inWords?: (error: RequestError, parameters: ItemParameters, carrier: Carrier) => RequestError;
  /** The neutral output, from what the carrier's own step gives as such. */
  outputOf?: (given: JsonObject, carrier: Carrier) => JsonObject;
}

/**
 * One operation at all carriers. Each item goes the way of its carrier's own step: read by that, in its calls, with its
 * credential. All of it is one run: all items are read before anything is sent, and come back in their order.
 */
export function acrossCarriers(composite: Composite): Operation<Accounts> {
  const { operation, combines } = composite;
  const description: OperationDescription = {
    ...composite.description,
    properties: [carrierField, ...composite.description.properties],
  };
  const fields = fieldsOf(description);
  return {
    description,
    run: async (context) => {
      const ways = await waysOf(context, composite);
      return runCalls<Accounts, Box>(context, {
        fields,
        simplifies: 'always',
        writes: description.writes ?? false,
        combines,
        read: (parameters) => {
          const carrier = carrierOf(parameters);
          const way = ways.get(carrier) ?? { refusal: refusedAt(carrier, operation) };
          if ('refusal' in way) throw parameters.problem(way.refusal.message, way.refusal.description);
          return readAs(parameters, fields, way, composite);
        },
        laneOf: ({ lane }) => lane,
      });
    },
  };
}

/** How the items of a carrier go, in one run. */
interface Way {
  carrier: Carrier;
  step: Step;
  part: Part;
  fields: readonly INodeProperties[];
  tell: (note: string) => void;
}

/** Of the carriers that may be named: the account of each that has the operation is opened before anything is read. */
async function waysOf(
  context: RunContext<Accounts>,
  composite: Composite,
): Promise<ReadonlyMap<Carrier, Way | { refusal: Fault }>> {
  const named = mayBeNamed(context.functions.getNode().parameters[carrierField.name]);
  return new Map(
    await Promise.all(named.map(async (carrier) => [carrier, await wayOf(context, composite, carrier)] as const)),
  );
}

async function wayOf(
  { session, tell }: RunContext<Accounts>,
  { operation, outputOf = (given) => given }: Composite,
  carrier: Carrier,
): Promise<Way | { refusal: Fault }> {
  const step = carrier.steps[operation];
  if (!step) return { refusal: refusedAt(carrier, operation) };
  const opened = await session.open(carrier);
  if ('fault' in opened) return { refusal: opened.fault };
  const { account, stop } = opened;
  const shape = shaping((given) => outputOf(only(step.gives, given), carrier));
  const told = (note: string): void => tell?.(`${carrier.displayName}: ${note}`);
  return {
    carrier,
    step,
    part: account.partOf(step, { stop, shape, advised: advising(carrier), tell: told }),
    fields: carrier.fieldsOf(step),
    tell: told,
  };
}

function refusedAt(carrier: Carrier, operation: ParcelOperation): Fault {
  const { message, hint } = refusalOf(carrier, operation);
  return { message, description: hint };
}

/** Reads an item as the carrier's own step would, and takes over what that noted of it. */
function readAs(
  parameters: ItemParameters,
  shown: readonly INodeProperties[],
  { carrier, step, part, fields, tell }: Way,
  { parametersOf, readsRows, inWords = (error) => error }: Composite,
): Box {
  const asStep = parameters.as(
    fields,
    (row, own) => stepValues({ ...step.fixed, ...parametersOf(row, carrier, step) }, shown, fields, own),
    readsRows?.(parameters) ? [] : parameters.rows,
  );
  const box = inTerms(
    () => part.read(asStep),
    (error) => inWords(error, parameters, carrier),
  );
  for (const note of parameters.notes) tell(note);
  if (step.hint !== undefined) tell(step.hint);
  parameters.asked = asStep.asked;
  parameters.notSent = asStep.notSent;
  return box;
}

/**
 * What the fields of the carrier's own step hold: what is given for them, or what this node has under the same name, or
 * else what they begin with.
 */
export function stepValues(
  given: Readonly<Record<string, unknown>>,
  shown: readonly INodeProperties[],
  fields: readonly INodeProperties[],
  own: Values,
): Values {
  return {
    value: (name) => {
      if (Object.hasOwn(given, name)) return given[name];
      const [root = ''] = name.split(/[.[]/, 1);
      if (shown.some((field) => field.name === root)) return own.value(name);
      return root === name ? initialOf(fields.find((field) => field.name === name)) : undefined;
    },
  };
}

function initialOf(field: INodeProperties | undefined): unknown {
  if (field?.type !== 'resourceLocator') return field?.default;
  return objectAsIs(field.default)['value'];
}

function only(names: readonly string[] | undefined, given: JsonObject): JsonObject {
  if (!names) return given;
  return Object.fromEntries(Object.entries(given).filter(([name]) => names.includes(name)));
}

/** Advice that names steps which this node does not have says whose they are: `Mgoship: Parcel Order: Get`. */
function advising({ displayName, stepNames }: Carrier): (error: CarrierError) => CarrierError {
  const here: readonly string[] = Object.values(OPERATION_NAMES);
  // The longest first: one name may begin as another does.
  const names = [...stepNames].sort((one, other) => other.length - one.length);
  const named = (hint: string): string =>
    hint.replace(new RegExp(names.join('|'), 'g'), (name) => (here.includes(name) ? name : `${displayName}: ${name}`));
  // All items of a call may share one.
  const made = new WeakMap<CarrierError, CarrierError>();
  return (error) => {
    const { hint } = error;
    if (hint === undefined) return error;
    const advised = made.get(error) ?? error.with({ hint: named(hint) });
    made.set(error, advised);
    return advised;
  };
}

/** The neutral form of every output of an answer; of a step without one, its output. */
function shaping(outputOf: (given: JsonObject) => JsonObject): (answer: Answer) => Answer {
  const shaped = (output: Output): Output => {
    if ('json' in output) return { ...output, json: outputOf({ ...output.json }) };
    return { ...output, simplified: outputOf({ ...output.simplified }) };
  };
  return (answer) => {
    if (answer instanceof Error) return answer;
    return Array.isArray(answer) ? answer.map(shaped) : shaped(answer);
  };
}
