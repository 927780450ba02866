import type { INodeProperties } from 'n8n-workflow';
import type { Patience } from '#carriers/shared/not-ready';
import { count, flag } from '#carriers/shared/rows';
import { field } from './form/row-property';
import type { ItemParameters } from './parameters';

/** How long to wait, shown while the field of this name is on. */
function waitSecondsFor(flagName: string): INodeProperties {
  return field(
    'waitSeconds',
    count('Wait at Most (Seconds)', 'How long to wait for all items together, counted from the start of the node', {
      initial: 60,
    }),
    { displayOptions: { show: { [flagName]: [true] } } },
  );
}

const untilIssued = field(
  'waitUntilIssued',
  flag(
    'Wait Until Issued',
    'Whether to ask again until the carrier has issued the number. When the time is over, the item says "not issued yet" and goes on.',
  ),
);

export const waitUntilIssued: INodeProperties[] = [untilIssued, waitSecondsFor(untilIssued.name)];

const untilReady = field(
  'waitUntilReady',
  flag(
    'Wait Until Ready',
    'Whether to ask again while the carrier is still making the label. When the time is over, the item says "not ready yet".',
  ),
);

export const waitUntilReady: INodeProperties[] = [untilReady, waitSecondsFor(untilReady.name)];

export const waitInterval = field(
  'waitInterval',
  count('Ask Every (Seconds)', 'Seconds between two questions while waiting', { initial: 5 }),
  { typeOptions: { minValue: 0.1 } },
);

/** Undefined: do not wait. */
export function readPatience(
  parameters: ItemParameters,
  [asksToWait]: readonly INodeProperties[],
): Patience | undefined {
  if (asksToWait === undefined || !parameters.flag(asksToWait.name)) return undefined;
  return {
    deadlineMs: (parameters.number('waitSeconds') ?? 60) * 1000,
    intervalMs: Math.max(0.1, parameters.number('options.waitInterval') ?? 5) * 1000,
    what: asksToWait.name === untilIssued.name ? 'tracking number' : 'label',
  };
}
