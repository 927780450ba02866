import { readFileSync } from 'node:fs';
import path from 'node:path';
import { checkOrder, ECCANG, familyMapping, ORDER, type EccangDeployment } from '../../../carriers/eccang';
import { inside, required, text } from '#carriers/shared/rows';
import { orderForm } from '#nodes/eccangFamily/order/form';
import { eccangOrder as order } from '../../../sandbox/sample-orders';

/** What CONTRIBUTING tells of a new deployment, with two differing fields. */
const ACME_ORDER = ORDER.with({
  Consignee: inside({
    consignee_mobile: required,
    consignee_idcard: text('Identity Card', 'Identity card of the recipient (身份证)'),
  }),
});

const ACME: EccangDeployment = {
  ...ECCANG,
  carrier: 'acme',
  displayName: 'Acme Express',
  order: ACME_ORDER,
  orderMapping: familyMapping('acme', ACME_ORDER),
};

const recipientOf = (deployment: EccangDeployment) =>
  orderForm(deployment.order).properties.find(({ name }) => name === 'consignee');

it('a third deployment states two differing fields and gets its check and its form', () => {
  const given = order('A', {
    Consignee: { consignee_name: 'Sample', consignee_street: '1', consignee_city: 'X', consignee_postcode: '1' },
  });
  expect(checkOrder(ECCANG, given)).toEqual(given);
  expect(() => checkOrder(ACME, given)).toThrow('Consignee.consignee_mobile is required');

  expect(recipientOf(ACME)?.options).toContainEqual({
    displayName: 'Identity Card',
    name: 'consigneeIdcard',
    type: 'string',
    default: '',
    description: 'Identity card of the recipient (身份证)',
  });
  expect(recipientOf(ACME)?.default).toHaveProperty('consigneeMobile');
  expect(recipientOf(ECCANG)?.default).not.toHaveProperty('consigneeMobile');
});

it('is what CONTRIBUTING shows', () => {
  const example = /^const ACME_ORDER = [^]*?^};$/m;
  const told = readFileSync(path.join(__dirname, '../../../CONTRIBUTING.md'), 'utf8');
  expect(example.exec(told)?.[0]).toBe(example.exec(readFileSync(__filename, 'utf8'))?.[0]);
});
