import { MOST_ITEMS, ORDER_MAPPING, PARCEL_ORDER } from '../../../carriers/mgoship';
import { itemsFrom, orFromList } from '#nodes/shared/fields';
import { additionalFields, entries, open, section, within } from '#nodes/shared/form/places';
import { RequestForm } from '#nodes/shared/form/request-form';

const main = open('customerno', 'channel', 'weight', 'shipmenttype', 'hasbattery', 'insurance', 'insvalue');
const size = section('Size', 'size', ['height', 'length', 'width']);

/** No measure, quantity or price of a parcel is 0: a number field that was not filled in is. */
export const parcelOrderForm = new RequestForm(
  PARCEL_ORDER,
  [
    within('order', [main], { besides: [size, additionalFields] }),
    within(
      'consignee',
      [section('Recipient', 'consignee', 'rest', { opened: ['name', 'address', 'postcode', 'phone'] }), open('region')],
      { named: true },
    ),
    entries('declare', {
      name: 'items',
      orJson: {
        from: orFromList(itemsFrom),
        mapping: ORDER_MAPPING,
        name: 'declare',
        description:
          "List of at most 2 items with the carrier's field names, such as enname, cnname, qty, unitprice (JPY), material",
        example: '{{ $json.lines }}',
      },
      description: 'Customs items (申报信息), at most 2',
      mostEntries: MOST_ITEMS,
    }),
    within('order', [size, additionalFields], { besides: [main] }),
  ],
  { zeroIsEmpty: true },
  {
    mapping: ORDER_MAPPING,
    service: { path: 'order.channel', name: 'channel', label: 'Channel' },
    example: '{ "order": { "shipmenttype": "4" } }',
  },
);
