import { checkUpdate, UPDATE, updateOrder, type EtowerClient } from '../../../carriers/etower';
import { numberOf, textOf, type JsonObject } from '#carriers/shared/json-value';
import { RequestError } from '#carriers/shared/request-check';
import { entries, group, open, section } from '#nodes/shared/form/places';
import { isJsonMode, RequestForm } from '#nodes/shared/form/request-form';
import { perItem } from '#nodes/shared/operation';
import type { ItemParameters } from '#nodes/shared/parameters';

const form = new RequestForm(
  UPDATE,
  [
    open('orderId', 'weight', 'weightUnit'),
    group('address', 'address'),
    entries('items', { name: 'items' }),
    section('Other Changes', 'changes', 'rest', { named: true }),
  ],
  { typed: true, zeroIsEmpty: true },
);

export const updateOneOrder = perItem<EtowerClient, JsonObject>({
  description: {
    name: 'Update',
    value: 'update',
    action: 'Update order',
    description: 'Change weight, address or goods of an order before its forecast; what you leave out stays as it is',
    properties: form.withInputMode(
      "The carrier's own object: orderId, weight, and what is to change (address, items and others)",
      '{"orderId": "SHOP-10023", "weight": 0.3}',
    ),
    simplifies: true,
    writes: true,
  },
  read: (parameters) => {
    if (!isJsonMode(parameters)) demandWeight(parameters);
    return form.read(parameters, checkUpdate);
  },
  send: async (client, update) => {
    const { raw, parcel } = await updateOrder(client, update);
    return { raw, simplified: { ...parcel, updated: true } };
  },
});

/** It is mandatory and replaces the old one: an empty field would set it to 0. */
function demandWeight(parameters: ItemParameters): void {
  const weight = parameters.any('weight');
  if (textOf(weight) === undefined || numberOf(weight) === 0) {
    throw new RequestError([{ path: 'Weight', problem: 'is required' }]);
  }
}
