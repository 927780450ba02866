import { byNumber } from '../by-number';

export const getOrder = byNumber({
  operation: 'order.get',
  numberType: 'orderNumber',
  description: {
    name: 'Get',
    value: 'get',
    action: 'Get order',
    description: 'Get an order with its numbers, status, addresses and goods, as far as its carrier tells them',
  },
});
