import { OPERATION_NAMES, type Step, type StepParameters } from '#carriers/shared/capabilities';
import { binaryPropertyNames } from '#nodes/shared/fields';
import type { ItemParameters } from '#nodes/shared/parameters';
import { waitInterval, waitUntilReady } from '#nodes/shared/waiting';
import { byNumber } from '../by-number';
import type { Carrier } from '../carrier';
import { labelSize } from '../fields/label';

export const getLabel = byNumber({
  operation: 'label.get',
  numberType: 'reference',
  description: {
    name: 'Get',
    value: 'get',
    action: 'Get label',
    description: 'Get the label of an order as a file. Label: Merge puts those of all carriers on one sheet.',
    options: [waitInterval],
  },
  fields: [labelSize, binaryPropertyNames, ...waitUntilReady],
  parametersOf: sizeParameters,
});

/** @throws NodeOperationError for a size that the carrier does not have */
function sizeParameters(
  parameters: ItemParameters,
  { displayName }: Carrier,
  { labelSizes = {} }: Step,
): StepParameters {
  const chosen = parameters.text(labelSize.name).toLowerCase();
  const size = Object.entries(labelSizes).find(([name]) => name.toLowerCase() === chosen);
  if (size) return size[1];
  throw parameters.problem(
    `${OPERATION_NAMES['label.get']} at ${displayName} has no such ${labelSize.displayName}`,
    `Nothing was sent for this item. ${labelSize.displayName} must be one of ${Object.keys(labelSizes).join(', ')}.`,
  );
}
