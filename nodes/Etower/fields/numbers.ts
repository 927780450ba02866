import type { INodeProperties } from 'n8n-workflow';

function number(displayName: string, example: string, description: string): INodeProperties {
  return {
    displayName,
    name: 'number',
    type: 'string',
    required: true,
    default: '',
    placeholder: `e.g. {{ $json.${example} }}`,
    description,
  };
}

export const trackingNumber = number(
  'Tracking Number',
  'trackingNumber',
  "The carrier's tracking number (跟踪号). Up to 300 items share a call.",
);

export const referenceOrOrderId = number(
  'Number',
  'reference',
  'Your reference number or the order ID (参考号或订单号)',
);

export const trackingOrReference = number(
  'Number',
  'trackingNumber',
  'Tracking number or reference number (跟踪号或参考号)',
);

export const anyNumber = number(
  'Number',
  'trackingNumber',
  'Reference number, tracking number or order ID (参考号、跟踪号或订单号)',
);

const masterNumber = {
  name: 'Master Reference Number',
  value: 'masterIds',
  description: 'Reference of the first piece: stands for all pieces of a shipment (主单参考号)',
};

/** Which list of the label request the number goes into (`etower.md` B.4.3). */
export const labelNumberType: INodeProperties = {
  displayName: 'Number Type',
  name: 'numberType',
  type: 'options',
  options: [
    masterNumber,
    { name: 'Tracking or Reference Number', value: 'orderIds', description: 'Number of one parcel (跟踪号或参考号)' },
  ],
  default: 'orderIds',
  description: 'Which of the numbers of a shipment you enter (单号类型)',
};

/** Which list of the closing request the number goes into (B.4.6). */
export const closingNumberType: INodeProperties = {
  ...labelNumberType,
  options: [
    masterNumber,
    {
      name: 'Tracking or Reference Number',
      value: 'shipmentIds',
      description: 'Number of one parcel (跟踪号或参考号)',
    },
  ],
  default: 'shipmentIds',
};
