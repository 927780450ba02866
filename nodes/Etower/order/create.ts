import { checkOrder, createOrders, ORDERS_PER_CALL, type EtowerClient, type NewOrder } from '../../../carriers/etower';
import { outputsOf } from '#nodes/shared/by-number';
import { inBulk } from '#nodes/shared/operation';
import type { ItemParameters } from '#nodes/shared/parameters';
import { orderFields, orderForm } from './form';
import { combineRows, ifReferenceExists } from '#nodes/shared/fields';

export function readCreation(parameters: ItemParameters, { defaults }: EtowerClient): NewOrder {
  return {
    order: orderForm.read(parameters, checkOrder, defaults),
    returnExisting: parameters.optionalText('options.ifReferenceExists') === 'return',
  };
}

export const createOrder = inBulk<EtowerClient, NewOrder>({
  description: {
    name: 'Create',
    value: 'create',
    action: 'Create order',
    description: 'Send an order to the carrier and get its tracking number; up to 300 items share a call (创建订单)',
    properties: orderFields,
    simplifies: true,
    writes: true,
    warning: 'every order is a real one and may cost money',
    options: [combineRows, ifReferenceExists],
  },
  read: readCreation,
  combines: orderForm.combines,
  perCall: () => ORDERS_PER_CALL,
  send: async (client, requests) => outputsOf(await createOrders(client, requests)),
});
