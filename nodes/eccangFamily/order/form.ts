import type { OrderMapping } from '#carriers/shared/order-mapping';
import type { RequestTable } from '#carriers/shared/request';
import { itemsFrom, orFromList } from '#nodes/shared/fields';
import { RequestForm } from '#nodes/shared/form/request-form';
import { additionalFields, entries, group, open, section } from '#nodes/shared/form/places';

/** Order-level fields that the form shows under Customs and Tax. */
const CUSTOMS = [
  'mail_cargo_type',
  'customs_declaration_type',
  'customs_clearance_type',
  'ioss',
  'invoice_fee',
  'other_fee',
];

/**
 * The form of createOrder for a deployment: what its table has, the required fields open.
 * @param mapping for a form that takes an order of another shape too
 */
export function orderForm(order: RequestTable, mapping?: OrderMapping): RequestForm {
  const places = [
    open(),
    group('Consignee', 'consignee'),
    group('Shipper', 'shipper'),
    entries('ItemArr', {
      name: 'items',
      orJson: {
        from: mapping ? orFromList(itemsFrom) : itemsFrom,
        ...(mapping ? { mapping } : {}),
        name: 'itemArr',
        description:
          "List of items with the carrier's field names, such as invoice_enname, invoice_quantity, invoice_weight, invoice_unitcharge",
        example: '{{ $json.lines }}',
      },
    }),
    entries('Volume', { name: 'volume' }),
    section('Customs and Tax', 'customs', CUSTOMS),
    additionalFields,
  ];
  const example = '{ "mail_cargo_type": "1" }';
  return new RequestForm(order, places, {}, mapping && { mapping, service: PRODUCT, example });
}

const PRODUCT = { path: 'shipping_method', name: 'shippingMethod', label: 'Product' };
