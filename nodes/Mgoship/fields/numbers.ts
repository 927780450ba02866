import type { INodeProperties } from 'n8n-workflow';
import { CARRIER_NUMBER, OWN_NUMBER } from '#carriers/shared/pasted';
import { choice, flag, text } from '#carriers/shared/rows';
import { field } from '#nodes/shared/form/row-property';
import type { Lookup, NumberType } from '../../../carriers/mgoship';
import type { ItemParameters } from '#nodes/shared/parameters';

/** The three numbers of a parcel order (`mgoship.md` 8.14), with what an own number leads to in this operation. */
export function numberTypeFor(ownNumberWarning: string): INodeProperties {
  return { ...numberType, hint: `An own number may not be unique. ${ownNumberWarning}` };
}

const numberType = field(
  'numberType',
  choice('Number Type', 'Which number of the order you enter (单号类型)', {
    'Order Number': ['orderNo', "Mgoship's own number of the order (orderNo)"],
    'Own Number': ['customerno', 'Your own number (customerno), which may not be unique'],
    'Tracking Number': ['trackno', 'Number of the carrier in Japan (trackno)'],
  }),
);

export const number = field('number', text('Number', 'The number of the type chosen above; one per item', { required: true, example: '{{ $json.orderNumber }}' }));

export const newestIsReturned = 'Of several orders with the same own number, Mgoship returns the newest, which is another one than it would delete.';

export const oldestIsDeleted = 'Of several orders with the same own number, Mgoship deletes the oldest, which is another one than it shows.';

export const inboundOrderNumber = field('number', text('Order Number', 'Number of the inbound order at Mgoship (orderNo); one per item', { fold: CARRIER_NUMBER, required: true, example: '121218772473' }));

export const consent = field(
  'iKnowThatTheOldestIsDeleted',
  flag('I Know That the Oldest Is Deleted', 'Whether to delete by own number although it may not be unique: Mgoship deletes the oldest order that has it, while Get shows the newest'),
  { displayOptions: { show: { numberType: ['customerno'] } } },
);

export function readLookup(parameters: ItemParameters): Lookup {
  const numberType = parameters.text('numberType');
  if (!isNumberType(numberType)) {
    throw parameters.problem('Number Type is none of the three', 'Choose Order Number (orderNo), Own Number (customerno) or Tracking Number (trackno).');
  }
  const fold = numberType === 'customerno' ? OWN_NUMBER : CARRIER_NUMBER;
  return { numberType, number: parameters.text('number', fold) };
}

function isNumberType(text: string): text is NumberType {
  return text === 'customerno' || text === 'orderNo' || text === 'trackno';
}
