import { choice, count, listed, text } from '#carriers/shared/rows';
import { field } from '#nodes/shared/form/row-property';

export const product = field(
  'shippingMethod',
  listed(
    'Product',
    'Product of the order. Huahan prints orders of one product together: items are grouped by what stands here. Leave it empty when all orders have the same product; orders of others then cost more calls.',
    { search: 'searchProducts', entry: 'a product' },
    { example: '{{ $json.service.code }}' },
  ),
);

export const numbersPerCall = field('numbersPerCall', count('Numbers per Call', 'How many items share a call: Huahan takes at most 10 and recommends 3 or fewer', { initial: 3 }), { typeOptions: { minValue: 1, maxValue: 10 } });

export const labelName = field('labelName', text('Template Name', 'Name of the template; 发货证明 (proof of dispatch) is the documented one', { initial: '发货证明' }));

export const printDeclareInfo = field('printDeclareInfo', choice('Print Picking Information', 'Whether the picking information is printed (打印配货信息)', { No: 'N', Yes: 'Y' }, { initial: 'Y' }));
