import { byNumber } from '../by-number';

export const cancelOrder = byNumber({
  operation: 'order.cancel',
  numberType: 'orderNumber',
  description: {
    name: 'Cancel',
    value: 'cancel',
    action: 'Cancel order',
    description:
      'Cancel or delete an order, as its carrier calls it. Most carriers do so only before they have the parcel.',
    writes: true,
    warning: 'what is cancelled stays cancelled',
  },
  outputOf: (given) => ({ ...given, cancelled: true }),
});
