import type { Capabilities } from '#carriers/shared/capabilities';

/** The one value of `num_type` that the manual has, whatever it stands for (`hge.md` 7.6). */
const DOCUMENTED = { numberType: 1 } as const;

export const CAPABILITIES: Capabilities = {
  carrier: 'hge',
  displayName: 'HGE',
  node: 'hge',
  credential: 'hgeApi',
  generic: 'HGE: Endpoint: Call',
  serviceField: 'serviceCode',
  steps: {
    'order.create': {
      resource: 'order',
      operation: 'create',
      note: 'Partly documented. What HGE answers is not documented and comes under "answer", as it is.',
      source: 'hge.md 7.3',
    },
    'order.get': {
      resource: 'order',
      operation: 'get',
      numbers: {
        any: DOCUMENTED,
        orderNumber: DOCUMENTED,
        reference: DOCUMENTED,
        trackingNumber: DOCUMENTED,
      },
      note: "HGE's manual has one number type (1) and does not say which number that is: every type is sent as 1. The answer is the order as it was sent, without status or tracking number.",
      hint: 'the manual does not say which number its only number type is. Compare the numbers in the output with yours.',
      source: 'hge.md 7.6',
    },
  },
  lacking: {
    'order.cancel': 'HGE names a call for it (取消订单), but neither its path nor its fields.',
    'label.get': 'HGE names a call for it (面单打印), but neither its path nor its fields.',
    'tracking.get': 'HGE names a call for it (查询轨迹), but neither its path nor its fields.',
    'tracking.getUpdates': 'HGE names a call for it (查询轨迹), but neither its path nor its fields.',
    'charges.get': 'No charges of orders are in what HGE has in public.',
    'rate.getMany': 'No quote is in what HGE has in public.',
  },
};
