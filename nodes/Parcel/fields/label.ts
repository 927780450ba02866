import { choice } from '#carriers/shared/rows';
import { field } from '#nodes/shared/form/row-property';

/** What each carrier is asked for stands in its table. */
export const labelSize = field(
  'labelSize',
  choice(
    'Label Size',
    'Paper size that the carrier is asked for. What comes in another size, Label: Merge brings onto one paper.',
    {
      '10 × 10 Centimetres': '100x100',
      '10 × 15 Centimetres': '100x150',
      A4: 'a4',
      "Carrier's Default": ['carrierDefault', 'What the carrier prints where nobody asks for a size'],
    },
    { initial: 'carrierDefault' },
  ),
);
