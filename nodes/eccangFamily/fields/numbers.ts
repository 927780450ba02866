import type { INodeProperties } from 'n8n-workflow';

/** `type` (`eccang.md` 4.1). */
export const numberType: INodeProperties = {
  displayName: 'Number Type',
  name: 'numberType',
  type: 'options',
  options: [
    { name: 'Any of the Three', value: '', description: 'The carrier tries all three' },
    { name: 'Customer Order Number', value: '2', description: '客户单号' },
    { name: 'Tracking Number', value: '3', description: '跟踪号' },
    { name: 'Waybill Number', value: '1', description: '运单号' },
  ],
  default: '',
  description: 'Which of the numbers of a shipment you enter (单号类型)',
};

/** Where the carrier wants the type said. */
export const numberTypeRequired: INodeProperties = {
  ...numberType,
  options: (numberType.options ?? []).filter((option) => !('value' in option) || option.value !== ''),
  default: '1',
};

export const anyNumber: INodeProperties = {
  displayName: 'Number',
  name: 'number',
  type: 'string',
  required: true,
  default: '',
  placeholder: 'e.g. {{ $json.orderNumber }}',
  description: 'Customer reference, waybill number or tracking number (客户单号、运单号或跟踪号)',
};

export const waybillNumber: INodeProperties = {
  displayName: 'Waybill Number',
  name: 'number',
  type: 'string',
  required: true,
  default: '',
  placeholder: 'e.g. {{ $json.orderNumber }}',
  description: "The carrier's own number of the order (运单号)",
};

export const referenceOrWaybill: INodeProperties = {
  displayName: 'Number',
  name: 'number',
  type: 'string',
  required: true,
  default: '',
  placeholder: 'e.g. {{ $json.orderNumber }}',
  description: 'Customer reference or waybill number (客户单号或运单号)',
};

export const trackableNumber: INodeProperties = {
  displayName: 'Number',
  name: 'number',
  type: 'string',
  required: true,
  default: '',
  placeholder: 'e.g. {{ $json.trackingNumber }}',
  description:
    'Tracking number, or waybill number where the carrier takes one (跟踪号或运单号). One number per item; calls are shared.',
};
