import {
  bookedPickup,
  checkPickup,
  PICKUP,
  pickupTimeOf,
  requestPickup,
  type EtowerClient,
} from '../../../carriers/etower';
import type { JsonObject } from '#carriers/shared/json-value';
import { additionalFields, open } from '#nodes/shared/form/places';
import { RequestForm } from '#nodes/shared/form/request-form';
import { perItem } from '#nodes/shared/operation';

const form = new RequestForm(
  PICKUP,
  [open('contact', 'pickupTime', 'phone', 'province', 'city', 'address', 'parcelCount', 'weight'), additionalFields],
  { typed: true, zeroIsEmpty: true },
);

export const requestOnePickup = perItem<EtowerClient, JsonObject>({
  description: {
    name: 'Request',
    value: 'request',
    action: 'Request pickup',
    description: 'Have parcels picked up; every item books a pickup of its own, and the carrier gives no number for it',
    properties: form.properties,
    simplifies: true,
    writes: true,
    warning: 'every item books a pickup, and no way to take it back is documented',
  },
  read: (parameters) => {
    const pickupTime = pickupTimeOf(parameters.zonedTime('pickupTime'));
    const pickup = { ...form.request(parameters), pickupTime };
    return form.inFormTerms(() => checkPickup(pickup));
  },
  send: async (client, pickup) => {
    const raw = await requestPickup(client, pickup);
    return { raw, simplified: bookedPickup(pickup, raw) };
  },
});
