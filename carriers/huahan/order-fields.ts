import { ECCANG_ORDER_FIELDS, type OrderFields } from '../eccang';
import { optionalText, requiredAmount, requiredText } from '../request-fields';

const { order, consignee, shipper, item } = ECCANG_ORDER_FIELDS;

/** createOrder as `huahan.md` 3.1 documents it: the family's fields, less those it lacks, with those that differ. */
export const HUAHAN_ORDER_FIELDS: OrderFields = {
  order: {
    ...without(order, [
      'cargo_type',
      'is_COD',
      'sales_amount',
      'sales_currency',
      'seller_id',
      'buyer_id',
      'invoice_fee',
      'other_fee',
      'warehouse_code',
      'platform_number',
      'ioss',
      'customs_declaration_type',
      'customs_clearance_type',
      'reference_id',
      'shipment_id',
      'POANumber',
      'payment_type',
      'platform',
      'is_return',
    ]),
    reference_no: requiredText(),
    // Only the weight of an item is limited to 3 decimals.
    order_weight: requiredAmount(),
    order_pieces: optionalText(),
  },
  consignee: {
    ...without(consignee, [
      'consignee_district',
      'consignee_taxno_type',
      'consignee_tariff',
      'consignee_eori',
      'consignee_areacode',
      'consignee_fax',
      'buyer_id',
    ]),
    consignee_city: optionalText(),
    consignee_postcode: optionalText(),
    // Inside Consignee and in upper case, unlike the family's order-level `ioss`.
    IOSS: optionalText(),
  },
  shipper: {
    ...without(shipper, ['shipper_district', 'shipper_tax_number', 'shipper_tax_number_type', 'shipper_eori']),
    shipper_name: requiredText(),
    shipper_countrycode: requiredText(),
    shipper_province: requiredText(),
    shipper_city: requiredText(),
    shipper_street: requiredText(),
    shipper_postcode: requiredText(),
    shipper_telephone: requiredText(),
    shipper_mobile: requiredText(),
    shipper_taxno: optionalText(),
    // The remark of the order sits inside Shipper.
    order_note: optionalText(),
  },
  item: {
    ...without(item, ['invoice_brand', 'box_number', 'material_enture', 'product_id', 'model', 'is_magnetoelectric']),
    invoice_function: optionalText(),
  },
};

function without(fields: OrderFields['order'], names: readonly string[]): OrderFields['order'] {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));
}
