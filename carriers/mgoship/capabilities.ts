import type { Capabilities } from '#carriers/shared/capabilities';
import { QUOTES } from './rate-mapping';

/** The three numbers of a parcel order (`mgoship.md` 8.14). */
const NUMBERS = {
  orderNumber: { numberType: 'orderNo' },
  reference: { numberType: 'customerno' },
  trackingNumber: { numberType: 'trackno' },
} as const;

const NEWEST = 'References may repeat: of several orders Mgoship gives the newest.';

/** Of parcels from China to Japan. */
export const CAPABILITIES: Capabilities = {
  carrier: 'mgoship',
  displayName: 'Mgoship',
  node: 'mgoship',
  credential: 'mgoshipApi',
  generic: 'Mgoship: Endpoint: Call',
  serviceField: 'channel',
  steps: {
    'order.create': {
      resource: 'parcelOrder',
      operation: 'create',
      note: 'To Japan only.',
      source: 'mgoship.md 5.1',
    },
    'order.get': {
      resource: 'parcelOrder',
      operation: 'get',
      numbers: NUMBERS,
      note: NEWEST,
      source: 'mgoship.md 5.2',
    },
    'order.cancel': {
      resource: 'parcelOrder',
      operation: 'delete',
      numbers: { orderNumber: NUMBERS.orderNumber, trackingNumber: NUMBERS.trackingNumber },
      gives: ['carrier', 'number', 'deleted', 'message'],
      note: 'Drafts and pre-advised orders only. Not by reference: it may repeat, and Mgoship deletes the oldest order that has it.',
      source: 'mgoship.md 5.3',
    },
    'tracking.get': {
      resource: 'tracking',
      operation: 'get',
      numbers: NUMBERS,
      note: NEWEST,
      source: 'mgoship.md 5.2',
    },
    'tracking.getUpdates': {
      resource: 'tracking',
      operation: 'getUpdates',
      numbers: NUMBERS,
      note: NEWEST,
      source: 'mgoship.md 5.2',
    },
    'charges.get': {
      resource: 'parcelOrder',
      operation: 'get',
      numbers: NUMBERS,
      gives: [
        ...['carrier', 'reference', 'orderNumber', 'trackingNumber'],
        ...['billedWeightKg', 'charges', 'payment'],
      ],
      note: NEWEST,
      source: 'mgoship.md 5.2',
    },
    'rate.getMany': {
      resource: 'rate',
      operation: 'get',
      note: 'The fee inside Japan, in JPY.',
      source: 'mgoship.md 6.6',
    },
  },
  quotes: QUOTES,
  lacking: { 'label.get': 'No call for labels of parcels is in the pages that Mgoship has in public.' },
};
