import { KEY_LENGTH, type KeyFault } from '#carriers/shared/known-key';
import { choice, count, text } from '#carriers/shared/rows';
import { field } from './form/row-property';

export const knownKey = field(
  'knownKey',
  text(
    'Known Key',
    'The key that this operation gave for the parcel the last time: drag it from the column of your table. Empty for a new parcel, of which all events are given.',
    { example: '{{ $json.key }}' },
  ),
  {
    builderHint: {
      propertyHint:
        "The key that the last run gave for this number, from the row that keeps it, such as expr('{{ $json.key }}') behind a Data Table. Empty for a new parcel. Write the key of the output back into the row.",
    },
  },
);

export const output = field(
  'output',
  choice(
    'Output',
    'Which parcels to give out',
    {
      All: ['all', 'Every parcel, with "changed" in it'],
      Changed: ['changed', 'Only parcels with something new; the other items give no output'],
    },
    { initial: 'changed' },
  ),
);

export const stuckAfterDays = field(
  'stuckAfterDays',
  count('Stuck After (Days)', 'Days without a new event after which a parcel counts as stuck. 0 for never.', {
    initial: 0,
  }),
  { default: 7 },
);

export const retireAfterDays = field(
  'retireAfterDays',
  count(
    'Retire After (Days)',
    'Days without a new event after which a parcel is not asked about any more. 0 for never.',
    { initial: 0 },
  ),
  { default: 60 },
);

/** What is wrong with a known key, after its label, and what to do. */
export function faultWords(fault: KeyFault): [message: string, description: string] {
  switch (fault.kind) {
    case 'no key':
      return [
        'is no key of Get Updates: it does not begin with v1:',
        `Pass the "key" of an earlier output. ${EMPTY_IT}`,
      ];
    case 'version':
      return [
        `is of version ${fault.version}, and this version of the node reads v1 only`,
        `Update the package to the version that made the key. ${EMPTY_IT}`,
      ];
    case 'length':
      return [
        `has ${fault.length} characters instead of ${KEY_LENGTH}: it was ${fault.length < KEY_LENGTH ? 'cut' : 'added to'} where it is kept`,
        `Make the column at least 80 characters wide. ${EMPTY_IT}`,
      ];
    case 'damaged':
      return [
        'is not as it was given out: at least one character is another',
        `Keep it as text, in small and capital letters as it is. ${EMPTY_IT}`,
      ];
    case 'other carrier':
      return [
        'is of a parcel of another carrier',
        `Pass the key that this carrier's node gave for the number. ${EMPTY_IT}`,
      ];
    case 'other number':
      return ['is of another number', `Pass the key that was given for this number. ${EMPTY_IT}`];
  }
}

const EMPTY_IT = 'Empty it for this parcel to begin anew: all its events are given again.';
