import type { INodeProperties } from 'n8n-workflow';
import { binaryPropertyName } from '#nodes/shared/fields';

/** `etower.md` B.4.3. PDF is the carrier's default, sent by name here. */
export const labelFormat: INodeProperties = {
  displayName: 'Label Format',
  name: 'labelFormat',
  type: 'options',
  options: [
    { name: 'JPG', value: 'JPG', description: 'Picture; with a picking list it becomes several files' },
    { name: 'PDF', value: 'PDF', description: 'Document for any printer' },
    { name: 'ZPL', value: 'ZPL', description: 'Commands for label printers of Zebra' },
  ],
  default: 'PDF',
  description: 'Kind of file (标签格式)',
};

export const labelType: INodeProperties = {
  displayName: 'Label Size',
  name: 'labelType',
  type: 'options',
  options: [
    { name: '10 × 10 Centimetres', value: '4', description: '10×10标签' },
    { name: '10 × 15 Centimetres', value: '1', description: '10×15标签' },
    { name: 'A4', value: '2', description: 'A4纸' },
    { name: "Carrier's Default", value: '0', description: '10 × 15 centimetres' },
  ],
  default: '1',
  description: 'Paper size (标签尺寸)',
};

export const dpi: INodeProperties = {
  displayName: 'Printer Resolution (DPI)',
  name: 'dpi',
  type: 'options',
  displayOptions: { show: { labelFormat: ['ZPL'] } },
  options: [
    { name: '203', value: '203', description: '203 dots per inch (8 per millimetre)' },
    { name: '300', value: '300', description: "300 dots per inch (12 per millimetre), the carrier's default" },
  ],
  default: '300',
  description: 'Resolution of the label printer; only ZPL depends on it',
};

export const packinglist: INodeProperties = {
  displayName: 'Picking List',
  name: 'packinglist',
  type: 'boolean',
  default: false,
  description: 'Whether to print the picking list (配货单) as well',
};

export const merged: INodeProperties = {
  displayName: 'Merge Into One File',
  name: 'merged',
  type: 'boolean',
  displayOptions: { show: { labelFormat: ['PDF'] } },
  default: false,
  description:
    'Whether to get one PDF with the labels of all items, on one output item that lists their orders. Items with other settings get a file of their own.',
};

export const fileField: INodeProperties = {
  ...binaryPropertyName,
  hint: 'The name of the output binary field to put the file in; a second file gets the name with _2, and so on',
};
