import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import type { Capabilities, Step } from '#carriers/shared/capabilities';
import { fieldsOf, type Operation, type Resource } from '#nodes/shared/operation';
import type { Part, PartContext } from '#nodes/shared/part';
import type { ListSearch, Session } from '#nodes/shared/session';
import type { RunSettings } from '#nodes/shared/settings';

/** A carrier of this node: what it can do, the steps of its own node, and how its account is opened. */
export interface Carrier extends Capabilities {
  fieldsOf: (step: Step) => readonly INodeProperties[];
  /** What the steps of its own node are called: `Parcel Order: Get`. */
  stepNames: readonly string[];
  /** What the lists in the forms of its own node are loaded with. */
  lists: Readonly<Record<string, ListSearch>>;
  /** @throws an error when there is no such credential, or nobody can use it */
  open: (functions: IExecuteFunctions, run: RunSettings) => Promise<Account>;
}

/** The account of a carrier, open for a run. */
export interface Account {
  partOf: (step: Step, context: Omit<PartContext<unknown>, 'session'>) => Part;
}

/** The line of a carrier in the list of this node. */
export function carrierOf<Client>(
  capabilities: Capabilities,
  resources: readonly Resource<Client>[],
  session: Session<Client>,
  lists: Readonly<Record<string, ListSearch>> = {},
): Carrier {
  return {
    ...capabilities,
    lists,
    fieldsOf: (step) => fieldsOf(operationOf(resources, step).description),
    stepNames: resources.flatMap(({ name, operations }) =>
      operations.map(({ description }) => `${name}: ${description.name}`),
    ),
    open: async (functions, run) => {
      const client = await session.forRun(functions, run);
      return {
        partOf: (step, context) => {
          const { part } = operationOf(resources, step);
          if (!part) throw new Error(`${nameOf(step)} cannot be a part of a run`);
          return part({ ...context, session: client });
        },
      };
    },
  };
}

/** @throws Error when the carrier's table names a step that its node does not have: a test finds it */
function operationOf<Client>(resources: readonly Resource<Client>[], step: Step): Operation<Client> {
  const found = resources
    .find(({ value }) => value === step.resource)
    ?.operations.find(({ description }) => description.value === step.operation);
  if (!found) throw new Error(`There is no step ${nameOf(step)}`);
  return found;
}

function nameOf({ resource, operation }: Step): string {
  return `${resource}: ${operation}`;
}
