import type { Capabilities } from '#carriers/shared/capabilities';

/** Tracking or reference numbers in one list (`etower.md` B.4.8). */
const TRACKED = { any: {}, trackingNumber: {}, reference: {} } as const;

/** Of the integration API (`etower.md` part B). */
export const CAPABILITIES: Capabilities = {
  carrier: 'etower',
  displayName: 'eTower',
  node: 'etower',
  credential: 'etowerApi',
  generic: 'eTower: Endpoint: Call',
  serviceField: 'serviceCode',
  steps: {
    'order.create': {
      resource: 'order',
      operation: 'create',
      note: 'Up to 300 orders share a call.',
      source: 'etower.md B.4.1',
    },
    'order.get': {
      resource: 'order',
      operation: 'get',
      numbers: { trackingNumber: {} },
      note: 'Up to 300 numbers share a call.',
      source: 'etower.md B.4.7',
    },
    'order.cancel': {
      resource: 'order',
      operation: 'delete',
      numbers: { any: {}, orderNumber: {}, reference: {} },
      note: "Not once it was forecast or closed. With a master's reference all pieces go.",
      source: 'etower.md B.4.10',
    },
    'label.get': {
      resource: 'label',
      operation: 'get',
      numbers: {
        any: { numberType: 'orderIds' },
        reference: { numberType: 'orderIds' },
        trackingNumber: { numberType: 'orderIds' },
      },
      labelSizes: {
        carrierDefault: { labelType: '0' },
        '100x100': { labelType: '4' },
        '100x150': { labelType: '1' },
        a4: { labelType: '2' },
      },
      fixed: { labelFormat: 'PDF', packinglist: false, merged: false },
      source: 'etower.md B.4.3',
    },
    'tracking.get': {
      resource: 'tracking',
      operation: 'get',
      numbers: TRACKED,
      note: '30 numbers share a call.',
      source: 'etower.md B.4.8',
    },
    'tracking.getUpdates': {
      resource: 'tracking',
      operation: 'getUpdates',
      numbers: TRACKED,
      note: '30 numbers share a call.',
      source: 'etower.md B.4.8',
    },
  },
  lacking: {
    'charges.get': "No charges of orders are in the vendor's pages.",
    'rate.getMany': "No quote is in the vendor's pages.",
  },
};
