import { byNumber } from '../by-number';

export const getCharges = byNumber({
  operation: 'charges.get',
  numberType: 'reference',
  description: {
    name: 'Get',
    value: 'get',
    action: 'Get charges of order',
    description: 'Get what the carrier charges for an order; without "charges" it is not billed yet',
  },
});
