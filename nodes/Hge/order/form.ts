import { ORDER, ORDER_MAPPING } from '../../../carriers/hge';
import { orFromList } from '#nodes/shared/fields';
import { RequestForm } from '#nodes/shared/form/request-form';
import { entries, group, open, section, type Place } from '#nodes/shared/form/places';
import { additionalFields, demanded } from '../partial';
import { party } from './party';
import { parcelsFrom } from '../fields/order';

/** Open from the start, because an address without them is none. */
const ADDRESS = ['full_name', 'phone', 'country', 'province', 'city', 'address', 'postcode'];

const CUSTOMS = [
  'export_declared',
  'export_hscode',
  'export_price',
  'export_price_currency',
  'import_declared',
  'import_hscode',
  'import_price',
  'import_price_currency',
];

/** Two names on the wire lack the "f". */
const MANUFACTURER = [
  'manuacture_name',
  'manufacture_address',
  'manufacture_postcode',
  'manufacture_city',
  'manufacture_state',
  'manufacture_country',
  'manufacture_code',
  'manufacture_mid',
  'manuacture_country',
];

/** On the wire an item is flat. */
const items = entries('item_list', {
  name: 'items',
  places: [
    open('name', 'sku', 'qty', 'weight', 'desc', 'desc_en'),
    section('Customs', 'customs', CUSTOMS),
    section('Manufacturer', 'manufacturer', MANUFACTURER, { named: true }),
    section('More Fields', 'more'),
  ],
});

const everyField: Place = { ...open(), takes: 'rest' };

const parcels = entries('parcel_list', {
  name: 'parcels',
  places: [everyField, items],
  orJson: {
    from: orFromList(parcelsFrom),
    mapping: ORDER_MAPPING,
    name: 'parcelList',
    description: "List of parcels with HGE's field names, such as parcel_num, weight and item_list (parcel_list)",
    example: '{{ $json.parcels }}',
  },
});

export const orderForm = new RequestForm(
  ORDER,
  [
    demanded('customer_order_num'),
    open('service_code', 'ship_date'),
    party('shipper_info', 'shipper', ADDRESS),
    party('consignee_info', 'consignee', ADDRESS),
    party('return_info', 'return'),
    parcels,
    group('tax_info', 'taxInfo', { asListed: false }),
    section('Additional Fields', 'additionalFields'),
    additionalFields,
  ],
  { typed: true },
  {
    mapping: ORDER_MAPPING,
    service: { path: 'service_code', name: 'serviceCode', label: 'Service Code' },
    example: '{ "ship_date": "2025-12-13" }',
    storedSender: 'shipper_info.address_num',
  },
);
