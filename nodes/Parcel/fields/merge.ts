import type { INodeProperties } from 'n8n-workflow';
import { choice, count, text } from '#carriers/shared/rows';
import { inputBinaryPropertyName } from '#nodes/shared/fields';
import { field } from '#nodes/shared/form/row-property';

/** Hidden, not shown, by what is chosen: n8n would drop the value where an expression chooses. */
const OTHER_THAN_A4 = ['asIs', '100x100', '100x150', '4x6in'];

const paper = field(
  'paper',
  choice(
    'Paper',
    'What the labels are printed on. Pages are fitted into it: turned where they are larger so, and never enlarged.',
    {
      '100 × 100 mm': '100x100',
      '100 × 150 mm': '100x150',
      '4 × 6 Inches': '4x6in',
      A4: 'a4',
      'As It Is': ['asIs', 'Each page keeps the size that it has'],
    },
    { initial: '100x150' },
  ),
);

const perPage: INodeProperties = {
  displayName: 'Labels per Sheet',
  name: 'perPage',
  type: 'options',
  displayOptions: { hide: { paper: OTHER_THAN_A4 } },
  options: [
    { name: '1', value: 1 },
    { name: '2 (A5)', value: 2 },
    { name: '4 (A6)', value: 4 },
    { name: '8 (A7)', value: 8 },
  ],
  default: 4,
  description: 'How many labels are on a sheet, row by row',
};

export const mergeFields: INodeProperties[] = [inputBinaryPropertyName, paper, perPage];

export const mergeOptions: INodeProperties[] = [
  field(
    'groupBy',
    text('Group By', 'A text of each item, such as its carrier. Labels with the same text are together, behind a page with that text and their number. Groups come in the order in which they are met.', { example: '{{ $json.carrier }}' }),
  ),
  field('outputBinaryPropertyName', text('Put Output File in Field', 'The name of the output binary field to put the file in; a second file gets the name with _2, and so on', { initial: 'data', example: 'data' })),
  field('pagesPerFile', count('Pages per File', 'The most pages of one file. A label that has more stays whole.', { initial: 500 })),
  field('sortBy', text('Sort By', 'A text of each item, such as its place in the warehouse: A2 comes before A10. Without it labels come in the order of the items.', { example: '{{ $json.location }}' })),
  field('startAt', count('Start At', 'The first free place of a sheet of which labels were taken off before: 3 leaves two places empty', { initial: 1 }), { displayOptions: { hide: { '/paper': OTHER_THAN_A4, '/perPage': [1] } } }),
  field('strip', text('Strip', 'A text of each item that is printed under its label, such as what is in the parcel', { example: '{{ $json.sku }} × {{ $json.quantity }}' })),
];
