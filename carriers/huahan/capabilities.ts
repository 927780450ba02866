import { LABEL, QUOTES } from '../eccang';
import type { Capabilities } from '#carriers/shared/capabilities';

/** getCargoTrack takes order_code and shipping_method_no in one list (`huahan.md` 1). */
const TRACKED = { any: {}, trackingNumber: {}, orderNumber: {} } as const;

export const CAPABILITIES: Capabilities = {
  carrier: 'huahan',
  displayName: 'Huahan Logistics',
  node: 'huahan',
  credential: 'huahanApi',
  generic: 'Huahan Logistics: Service: Call',
  serviceField: 'shippingMethod',
  steps: {
    'order.create': { resource: 'order', operation: 'create', source: 'huahan.md 3.1' },
    'order.get': {
      resource: 'order',
      operation: 'get',
      numbers: { any: {}, orderNumber: {}, reference: {} },
      source: 'huahan.md 3.3',
    },
    'order.cancel': { resource: 'order', operation: 'cancel', numbers: { orderNumber: {} }, source: 'huahan.md 3.4' },
    'label.get': {
      ...LABEL,
      note: 'Huahan names the method; what it takes is documented for Eccang TMS, on which Huahan runs.',
      source: 'huahan.md 3.11',
    },
    'tracking.get': {
      resource: 'tracking',
      operation: 'get',
      numbers: TRACKED,
      note: 'About 50 numbers share a call, and one call goes after the other.',
      source: 'huahan.md 3.8',
    },
    'tracking.getUpdates': {
      resource: 'tracking',
      operation: 'getUpdates',
      numbers: TRACKED,
      note: 'About 50 numbers share a call, and one call goes after the other.',
      source: 'huahan.md 3.8',
    },
    'charges.get': {
      resource: 'order',
      operation: 'getCharges',
      numbers: { orderNumber: {}, reference: {}, trackingNumber: {} },
      source: 'huahan.md 3.14',
    },
    'rate.getMany': {
      resource: 'rate',
      operation: 'get',
      note: 'Without a currency: the carrier names none. Huahan names the method; what it takes is documented for Eccang TMS.',
      source: 'huahan.md 3.16',
    },
  },
  quotes: QUOTES,
  lacking: {},
};
