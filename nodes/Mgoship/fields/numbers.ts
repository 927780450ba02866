import type { INodeProperties } from 'n8n-workflow';
import type { Lookup, NumberType } from '../../../carriers/mgoship';
import type { ItemParameters } from '#nodes/shared/parameters';

/** The three numbers of a parcel order (`mgoship.md` 8.14), with what an own number leads to in this operation. */
export function numberTypeFor(ownNumberWarning: string): INodeProperties {
  return { ...numberType, hint: `An own number may not be unique. ${ownNumberWarning}` };
}

const numberType: INodeProperties = {
  displayName: 'Number Type',
  name: 'numberType',
  type: 'options',
  options: [
    { name: 'Order Number', value: 'orderNo', description: "Mgoship's own number of the order (orderNo)" },
    { name: 'Own Number', value: 'customerno', description: 'Your own number (customerno), which may not be unique' },
    { name: 'Tracking Number', value: 'trackno', description: 'Number of the carrier in Japan (trackno)' },
  ],
  default: 'orderNo',
  description: 'Which number of the order you enter (单号类型)',
};

export const number: INodeProperties = {
  displayName: 'Number',
  name: 'number',
  type: 'string',
  required: true,
  default: '',
  placeholder: 'e.g. {{ $json.orderNumber }}',
  description: 'The number of the type chosen above; one per item',
};

export const newestIsReturned =
  'Of several orders with the same own number, Mgoship returns the newest, which is another one than it would delete.';

export const oldestIsDeleted =
  'Of several orders with the same own number, Mgoship deletes the oldest, which is another one than it shows.';

export const inboundOrderNumber: INodeProperties = {
  displayName: 'Order Number',
  name: 'number',
  type: 'string',
  required: true,
  default: '',
  placeholder: 'e.g. 121218772473',
  description: 'Number of the inbound order at Mgoship (orderNo); one per item',
};

export function readLookup(parameters: ItemParameters): Lookup {
  const numberType = parameters.text('numberType');
  if (!isNumberType(numberType)) {
    throw parameters.problem(
      'Number Type is none of the three',
      'Choose Order Number (orderNo), Own Number (customerno) or Tracking Number (trackno).',
    );
  }
  return { numberType, number: parameters.text('number') };
}

function isNumberType(text: string): text is NumberType {
  return text === 'customerno' || text === 'orderNo' || text === 'trackno';
}
