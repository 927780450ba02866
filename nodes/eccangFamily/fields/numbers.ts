import type { INodeProperties } from 'n8n-workflow';
import { ANY_NUMBER, CARRIER_NUMBER, OWN_NUMBER } from '#carriers/shared/pasted';
import { choice, text } from '#carriers/shared/rows';
import { field } from '#nodes/shared/form/row-property';

/** `type` (`eccang.md` 4.1). */
export const numberType = field(
  'numberType',
  choice('Number Type', 'Which of the numbers of a shipment you enter (单号类型)', {
    'Any of the Three': ['', 'The carrier tries all three, says public client code'],
    'Customer Order Number': ['2', '客户单号'],
    'Tracking Number': ['3', '跟踪号'],
    'Waybill Number': ['1', '运单号'],
  }),
);

/** Where the carrier wants the type said. */
export const numberTypeRequired: INodeProperties = {
  ...numberType,
  options: (numberType.options ?? []).filter((option) => !('value' in option) || option.value !== ''),
  default: '1',
};

export const anyNumber = field('number', text('Number', 'Customer reference, waybill number or tracking number (客户单号、运单号或跟踪号)', { fold: ANY_NUMBER, required: true, example: '{{ $json.orderNumber }}' }));

/** `reference_no` of getReceivingExpense (`eccang.md` 3.15). */
export const chargedNumber = field('number', text('Number', 'Your own order number; whether the carrier takes its own numbers too is not documented (客户单号)', { required: true, fold: ANY_NUMBER, example: '{{ $json.reference }}' }));

export const waybillNumber = field('number', text('Waybill Number', "The carrier's own number of the order (运单号)", { fold: CARRIER_NUMBER, required: true, example: '{{ $json.orderNumber }}' }));

export const referenceOrWaybill = field('number', text('Number', 'Customer reference or waybill number (客户单号或运单号)', { fold: ANY_NUMBER, required: true, example: '{{ $json.orderNumber }}' }));

export const trackableNumber = field(
  'number',
  text('Number', 'Tracking number, or waybill number where the carrier takes one (跟踪号或运单号). One number per item; calls are shared.', { fold: CARRIER_NUMBER, required: true, example: '{{ $json.trackingNumber }}' }),
);

export const reference = field('number', text('Reference Number', 'Your own order number (客户单号). One per item; many items share a call.', { fold: OWN_NUMBER, required: true, example: '{{ $json.reference }}' }));
