import type { Capabilities, Step } from '#carriers/shared/capabilities';
import { QUOTES } from './rate-mapping';

/** `type` of a number (`eccang.md` 4.1). */
const TYPED = {
  any: { numberType: '' },
  orderNumber: { numberType: '1' },
  reference: { numberType: '2' },
  trackingNumber: { numberType: '3' },
} as const;

/** "Tracking numbers; waybill numbers at Huahan" (3.16). */
const TRACKED = { trackingNumber: {}, orderNumber: {} } as const;

/** Of every deployment. */
export const LABEL: Step = {
  resource: 'label',
  operation: 'get',
  numbers: TYPED,
  labelSizes: {
    carrierDefault: { labelType: '' },
    '100x100': { labelType: '1' },
    '100x150': { labelType: '3' },
    a4: { labelType: '2' },
  },
  repeats: 'reference',
  note: 'The size holds for labels that the system draws itself; others come as the product prescribes.',
  source: 'eccang.md 3.4',
};

export const CAPABILITIES: Capabilities = {
  carrier: 'eccang',
  displayName: 'Eccang TMS',
  node: 'eccangTms',
  credential: 'eccangTmsApi',
  generic: 'Eccang TMS: Service: Call',
  serviceField: 'shippingMethod',
  steps: {
    'order.create': { resource: 'order', operation: 'create', source: 'eccang.md 3.1' },
    'order.get': { resource: 'order', operation: 'get', numbers: { orderNumber: {} }, source: 'eccang.md 3.8' },
    'order.cancel': {
      resource: 'order',
      operation: 'cancel',
      numbers: TYPED,
      note: 'Drafts and announced orders only, says public client code.',
      source: 'eccang.md 3.11',
    },
    'label.get': LABEL,
    'tracking.get': {
      resource: 'tracking',
      operation: 'get',
      numbers: TRACKED,
      note: 'Whether an order number is taken depends on the carrier.',
      source: 'eccang.md 3.16',
    },
    'tracking.getUpdates': {
      resource: 'tracking',
      operation: 'getUpdates',
      numbers: TRACKED,
      note: 'Whether an order number is taken depends on the carrier.',
      source: 'eccang.md 3.16',
    },
    'charges.get': {
      resource: 'order',
      operation: 'getCharges',
      numbers: { reference: {} },
      note: 'Without a currency: the carrier names none. No charges means that the order is not billed yet.',
      source: 'eccang.md 3.15',
    },
    'rate.getMany': {
      resource: 'rate',
      operation: 'get',
      note: 'Without a currency: the carrier names none.',
      source: 'eccang.md 3.14',
    },
  },
  quotes: QUOTES,
  lacking: {},
};
