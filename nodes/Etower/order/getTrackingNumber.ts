import { getTrackingNumbers, ORDERS_PER_CALL, type EtowerClient } from '../../../carriers/etower';
import { byNumber } from '#nodes/shared/by-number';
import { referenceOrOrderId } from '../fields/numbers';

export const getTrackingNumber = byNumber<EtowerClient>({
  description: {
    name: 'Get Tracking Number',
    value: 'getTrackingNumber',
    action: 'Get tracking number of order',
    description:
      'Get the tracking number of an order whose creation gave none; up to 300 items share a call (获取跟踪号)',
    properties: [referenceOrOrderId],
    simplifies: true,
  },
  perCall: () => ORDERS_PER_CALL,
  ask: getTrackingNumbers,
});
