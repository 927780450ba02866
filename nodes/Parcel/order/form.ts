import { itemsFrom, orFromList } from '#nodes/shared/fields';
import { additionalFields, entries, group, open } from '#nodes/shared/form/places';
import { RequestForm } from '#nodes/shared/form/request-form';
import { NEUTRAL_ORDER, TO_ITSELF } from '../fields/order';

const RECIPIENT = ['name', 'street', 'city', 'postcode', 'phone'];

export const serviceField = { path: 'service', name: 'service', label: 'Service' } as const;

/** The neutral order as a form. What it says becomes the request of a carrier as any other neutral order does. */
export const orderForm = new RequestForm(
  NEUTRAL_ORDER,
  [
    open('reference', 'service', 'country'),
    group('recipient', 'recipient', { opened: RECIPIENT }),
    open('weightKg'),
    entries('customsItems', {
      name: 'items',
      orJson: {
        from: orFromList(itemsFrom),
        mapping: TO_ITSELF,
        name: 'customsItems',
        description:
          'List of items in neutral names: description, localDescription, sku, quantity, unitValue, currency, weightKg, hsCode, originCountry',
        example: '{{ $json.customsItems }}',
      },
    }),
    group('sender', 'sender'),
    group('returnTo', 'returnTo'),
    group('dimensionsCm', 'dimensionsCm'),
    group('taxNumbers', 'taxNumbers'),
    group('insurance', 'insurance'),
    group('declaredValue', 'declaredValue'),
    additionalFields,
  ],
  {},
  {
    mapping: TO_ITSELF,
    service: serviceField,
    example: '{ "serviceOption": "E-Parcel", "facility": "CAN" }',
  },
);
