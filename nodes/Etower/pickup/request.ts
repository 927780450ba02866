import type { INodeProperties } from 'n8n-workflow';
import { CARRIER, checkPickup, pickupTimeOf, requestPickup, type EtowerClient } from '../../../carriers/etower';
import { isObject, type JsonObject } from '../../../carriers/json-value';
import { present } from '../../../carriers/parcel';
import { simplify } from '#nodes/shared/fields';
import { perItem } from '#nodes/shared/operation';
import type { ItemParameters } from '#nodes/shared/parameters';
import { amount, text } from '../fields/order';
import { given, withoutGaps } from '../order/form';

/** `etower.md` B.4.13. */
const fields: INodeProperties[] = [
  { ...text('Contact', 'contact', 'Who hands the parcels over, at most 80 characters (联系人)'), required: true },
  {
    ...text(
      'Pickup Time',
      'pickupTime',
      'Date and time with its zone, in ISO 8601; an expression such as {{ $now.plus({ days: 1 }) }} gives it (揽收时间)',
      'e.g. 2026-01-05T14:00:00+0800',
    ),
    required: true,
  },
  text('Phone', 'phone', 'Telephone (电话)'),
  text('Province', 'province', 'Province (省)'),
  text('City', 'city', 'City (城市)'),
  text('Address', 'address', 'Where the parcels are, at most 80 characters (地址)'),
  amount('Number of Parcels', 'parcelCount', 'How many parcels there are (包裹数量)'),
  amount('Weight', 'weight', 'Weight of all parcels; the manual names no unit (重量)'),
];

/** As documented, which is not the order of the form. */
const ON_THE_WIRE = ['contact', 'phone', 'city', 'province', 'address', 'pickupTime', 'parcelCount', 'weight'];

export const requestOnePickup = perItem<EtowerClient, { pickup: JsonObject; simplified: boolean }>({
  description: {
    name: 'Request',
    value: 'request',
    action: 'Request a pickup',
    description: 'Have parcels picked up; every item books a pickup of its own, and the carrier gives no number for it',
    properties: [...fields, simplify],
  },
  read: (parameters) => {
    const time = timeText(parameters);
    const pickup = withoutGaps(
      ON_THE_WIRE.flatMap((wireName) => fields.filter(({ name }) => name === wireName)).map(
        (field): [string, unknown] => [
          field.name,
          field.name === 'pickupTime' ? pickupTimeOf(time) : given(field, parameters.any(field.name)),
        ],
      ),
    );
    return { pickup: checkPickup(pickup), simplified: parameters.flag('simplify') };
  },
  send: async (client, { pickup, simplified }) => {
    const raw = await requestPickup(client, pickup);
    return {
      json: simplified ? present({ carrier: CARRIER, requested: true, pickupTime: pickup['pickupTime'] }) : raw,
    };
  },
});

/** Dates of JavaScript and of n8n's expressions both write themselves as ISO 8601. */
function timeText(parameters: ItemParameters): string {
  const value = parameters.any('pickupTime');
  const written: unknown = isObject(value) ? JSON.parse(JSON.stringify(value)) : undefined;
  return typeof written === 'string' ? written : (parameters.optionalText('pickupTime') ?? '');
}
