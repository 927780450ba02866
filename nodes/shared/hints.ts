import type { NodeHint } from 'n8n-workflow';
import type { Resource } from './operation';

/** Of a carrier with a system for tests beside the one for real orders. */
export const IN_PRODUCTION = 'With a credential of the production environment';

/** Of several carriers at once. */
export const AT_EACH_CARRIER = `${IN_PRODUCTION}, and at a carrier that has no test system`;

/** Of a call of anything that the carrier has. */
export const CALLS_ANYTHING = 'what the call makes, changes or cancels at the carrier is done for real';

/** Of a carrier without. @param carrier as the user knows it */
export function withoutTestSystem(carrier: string): string {
  return `As ${carrier} has no test system`;
}

/**
 * What n8n shows before a step runs that costs money or cannot be undone: the warning of each operation.
 * @param where in which environment that is so
 */
export function hintsOf(resources: readonly Resource<never>[], where: string): NodeHint[] {
  return resources.flatMap((resource) =>
    resource.operations.flatMap(({ description: { value, warning, harmless = 'false' } }): NodeHint[] =>
      warning === undefined
        ? []
        : [
            {
              message: `${where}, ${warning}. Dry Run, among the options, shows what would be sent and sends nothing.`,
              type: 'warning',
              location: 'ndv',
              whenToDisplay: 'beforeExecution',
              displayCondition: `={{ $parameter["resource"] === "${resource.value}" && $parameter["operation"] === "${value}" && $parameter["options"]?.["dryRun"] !== true && !(${harmless}) }}`,
            },
          ],
    ),
  );
}
