import { choice, flag } from '#carriers/shared/rows';
import { field } from '#nodes/shared/form/row-property';

/** `etower.md` B.4.3. PDF is the carrier's default, sent by name here. */
export const labelFormat = field(
  'labelFormat',
  choice(
    'Label Format',
    'Kind of file (标签格式)',
    { JPG: ['JPG', 'Picture; with a picking list it becomes several files'], PDF: ['PDF', 'Document for any printer'], ZPL: ['ZPL', 'Commands for label printers of Zebra'] },
    { initial: 'PDF' },
  ),
);

export const labelType = field(
  'labelType',
  choice(
    'Label Size',
    'Paper that the label is made for (标签尺寸)',
    { '10 × 10 Centimetres': ['4', '10×10标签'], '10 × 15 Centimetres': ['1', '10×15标签'], A4: ['2', 'A4纸'], "Carrier's Default": ['0', '10 × 15 centimetres'] },
    { initial: '1' },
  ),
);

export const dpi = field(
  'dpi',
  choice(
    'Printer Resolution (DPI)',
    'Resolution of the label printer; only ZPL depends on it',
    { '203': ['203', '203 dots per inch (8 per millimetre)'], '300': ['300', "300 dots per inch (12 per millimetre), the carrier's default"] },
    { initial: '300' },
  ),
  { displayOptions: { show: { labelFormat: ['ZPL'] } } },
);

export const packinglist = field('packinglist', flag('Picking List', 'Whether to print the picking list (配货单) as well'));

export const merged = field('merged', flag('Merge Into One File', 'Whether to get one PDF with the labels of all items, on one output item that lists their orders. Items with other settings get a file of their own.'), {
  displayOptions: { show: { labelFormat: ['PDF'] } },
});
