import { FORECASTS_PER_CALL, sendManifest, type EtowerClient } from '../../../carriers/etower';
import { byNumber } from '#nodes/shared/by-number';
import { anyNumber } from '../fields/numbers';

export const sendOrders = byNumber<EtowerClient>({
  description: {
    name: 'Send',
    value: 'send',
    action: 'Send orders in manifest',
    description:
      'Forecast orders that have a label. This cannot be undone: the orders are closed and can no longer be changed or deleted (发送货物清单).',
    properties: [anyNumber],
    simplifies: true,
    writes: true,
    warning: 'this closes the orders for good: they can no longer be changed or deleted',
  },
  perCall: () => FORECASTS_PER_CALL,
  ask: sendManifest,
});
