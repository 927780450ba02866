import { defineOrder, ECCANG, ECCANG_ORDER_FIELDS, checkOrder, type EccangDeployment } from '../../../carriers/eccang';
import { optionalText, requiredText } from '../../../carriers/request-fields';
import { orderForm } from '#nodes/eccangFamily/order/form';
import { eccangOrder as order } from '../../../sandbox/sample-orders';

const ACME: EccangDeployment = {
  ...ECCANG,
  carrier: 'acme',
  displayName: 'Acme Express',
  order: defineOrder({
    ...ECCANG_ORDER_FIELDS,
    consignee: {
      ...ECCANG_ORDER_FIELDS.consignee,
      consignee_telephone: requiredText(),
      consignee_idcard: optionalText(),
    },
  }),
};

it('a third deployment states two differing fields and gets its check and its form', () => {
  const given = order('A', {
    Consignee: { consignee_name: 'Sample', consignee_street: '1', consignee_city: 'X', consignee_postcode: '1' },
  });
  expect(checkOrder(ECCANG, given)).toEqual(given);
  expect(() => checkOrder(ACME, given)).toThrow('Consignee.consignee_telephone is required');

  const idCard = {
    displayName: 'Identity Card',
    name: 'consigneeIdcard',
    type: 'string',
    default: '',
    description: 'Identity card (身份证)',
  } as const;
  const recipient = orderForm(ACME.order.fields, [idCard]).find(({ name }) => name === 'consignee');
  expect(recipient?.options?.map(({ name }) => name)).toContain('consigneeIdcard');
  expect(recipient?.default).toHaveProperty('consigneeTelephone');
  expect(orderForm(ECCANG.order.fields).find(({ name }) => name === 'consignee')?.default).not.toHaveProperty(
    'consigneeTelephone',
  );
});
