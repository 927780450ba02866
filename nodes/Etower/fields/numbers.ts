import type { INodeProperties } from 'n8n-workflow';
import { ANY_NUMBER, CARRIER_NUMBER } from '#carriers/shared/pasted';
import { choice, text } from '#carriers/shared/rows';
import { field } from '#nodes/shared/form/row-property';

export const trackingNumber = field('number', text('Tracking Number', "The carrier's tracking number (跟踪号). Up to 300 items share a call.", { fold: CARRIER_NUMBER, required: true, example: '{{ $json.trackingNumber }}' }));

export const referenceOrOrderId = field('number', text('Number', 'Your reference number or the order ID (参考号或订单号)', { fold: ANY_NUMBER, required: true, example: '{{ $json.reference }}' }));

export const trackingOrReference = field('number', text('Number', 'Tracking number or reference number (跟踪号或参考号)', { fold: ANY_NUMBER, required: true, example: '{{ $json.trackingNumber }}' }));

export const anyNumber = field('number', text('Number', 'Reference number, tracking number or order ID (参考号、跟踪号或订单号)', { fold: ANY_NUMBER, required: true, example: '{{ $json.trackingNumber }}' }));

const numberType = (ofOneParcel: string): INodeProperties =>
  field(
    'numberType',
    choice(
      'Number Type',
      'Which of the numbers of a shipment you enter (单号类型)',
      { 'Master Reference Number': ['masterIds', 'Reference of the first piece: stands for all pieces of a shipment (主单参考号)'], 'Tracking or Reference Number': [ofOneParcel, 'Number of one parcel (跟踪号或参考号)'] },
      { initial: ofOneParcel },
    ),
  );

/** Which list of the label request the number goes into (`etower.md` B.4.3). */
export const labelNumberType = numberType('orderIds');

/** Which list of the closing request the number goes into (B.4.6). */
export const closingNumberType = numberType('shipmentIds');

export const manifestNo = field('manifestNo', text('Manifest Number', 'Your own number of the manifest, at most 40 characters; the carrier makes one when it is empty (清单号)', { example: 'MANIFEST-2026-01-05' }));
