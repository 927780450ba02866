import * as z from 'zod/v4';
import { isObject, listOf } from '../json-value';
import {
  countryCode,
  optionalAmount,
  optionalText,
  requiredAmount,
  requiredCount,
  requiredText,
} from '../request-fields';

/** The fields of createOrder by group, in the order in which the form shows them. */
export interface OrderFields {
  order: z.ZodRawShape;
  consignee: z.ZodRawShape;
  shipper: z.ZodRawShape;
  item: z.ZodRawShape;
  /** Absent where the carrier takes no boxes. */
  box?: z.ZodRawShape;
}

/** createOrder of one deployment: what the form shows and what is checked before sending. */
export interface OrderDefinition {
  fields: OrderFields;
  schema: z.ZodType;
}

export function defineOrder(fields: OrderFields): OrderDefinition {
  return { fields, schema: schemaOf(fields) };
}

/** Groups are capitalised exactly so (`eccang.md` 3.1). Fields that are not listed pass: deployments have their own. */
function schemaOf({ order, consignee, shipper, item, box }: OrderFields): z.ZodType {
  return z.looseObject({
    ...order,
    Consignee: z.looseObject(consignee),
    Shipper: z.looseObject(shipper),
    ItemArr: itemsOf(item),
    ...(box
      ? {
          Volume: z.preprocess(
            (value) => (value === null || value === '' ? undefined : asList(value)),
            z.array(z.looseObject(box)).optional(),
          ),
        }
      : {}),
  });
}

export function itemsOf(item: z.ZodRawShape): z.ZodType {
  return z.preprocess(asList, z.array(z.looseObject(item)).min(1, 'needs at least one item'));
}

/** Declared "Object/Array" (1.4 no. 10): one entry may stand without its list. */
function asList(value: unknown): unknown {
  return isObject(value) ? listOf(value) : value;
}

const consignee = {
  consignee_name: requiredText(),
  consignee_company: optionalText(),
  consignee_street: requiredText(),
  consignee_street2: optionalText(),
  consignee_street3: optionalText(),
  consignee_doorplate: optionalText(),
  consignee_district: optionalText(),
  consignee_city: requiredText(),
  consignee_province: optionalText(),
  consignee_postcode: requiredText(),
  consignee_telephone: optionalText(),
  consignee_mobile: optionalText(),
  consignee_email: optionalText(),
  consignee_certificatetype: optionalText(),
  consignee_certificatecode: optionalText(),
  consignee_credentials_period: optionalText(),
  consignee_taxno: optionalText(),
  consignee_taxno_type: optionalText(),
  consignee_tariff: optionalText(),
  consignee_eori: optionalText(),
  consignee_areacode: optionalText(),
  consignee_fax: optionalText(),
  buyer_id: optionalText(),
};

const shipper = {
  shipper_name: optionalText(),
  shipper_company: optionalText(),
  shipper_countrycode: optionalText(),
  shipper_province: optionalText(),
  shipper_city: optionalText(),
  shipper_district: optionalText(),
  shipper_street: optionalText(),
  shipper_postcode: optionalText(),
  shipper_areacode: optionalText(),
  shipper_telephone: optionalText(),
  shipper_mobile: optionalText(),
  shipper_email: optionalText(),
  shipper_fax: optionalText(),
  shipper_tax_number: optionalText(),
  shipper_tax_number_type: optionalText(),
  shipper_eori: optionalText(),
};

const item = {
  invoice_enname: requiredText(),
  invoice_cnname: optionalText(),
  invoice_quantity: requiredCount(),
  invoice_weight: requiredAmount({ decimals: 3 }),
  invoice_unitcharge: requiredAmount({ zero: true }),
  invoice_currencycode: optionalText(),
  unit_code: optionalText(),
  hs_code: optionalText(),
  sku: optionalText(),
  invoice_brand: optionalText(),
  box_number: optionalText(),
  invoice_note: optionalText(),
  invoice_url: optionalText(),
  material: optionalText(),
  material_enture: optionalText(),
  product_id: optionalText(),
  model: optionalText(),
  is_magnetoelectric: optionalText(),
};

const box = {
  length: optionalAmount(),
  width: optionalAmount(),
  height: optionalAmount(),
  weight: optionalAmount(),
  box_number: optionalText(),
  child_number: optionalText(),
};

const order = {
  reference_no: requiredText(50),
  shipping_method: requiredText(),
  country_code: countryCode(),
  order_weight: requiredAmount({ decimals: 3 }),
  order_pieces: requiredCount(),
  extra_service: optionalText(),
  shipping_method_no: optionalText(),
  insurance_value: optionalAmount(),
  mail_cargo_type: optionalText(),
  cargo_type: optionalText(),
  is_COD: optionalText(),
  sales_amount: optionalAmount(),
  sales_currency: optionalText(3),
  seller_id: optionalText(),
  buyer_id: optionalText(),
  invoice_fee: optionalAmount(),
  other_fee: optionalAmount(),
  warehouse_code: optionalText(),
  platform_number: optionalText(50),
  ioss: optionalText(),
  customs_declaration_type: optionalText(),
  customs_clearance_type: optionalText(),
  reference_id: optionalText(),
  shipment_id: optionalText(),
  POANumber: optionalText(),
  payment_type: optionalText(),
  platform: optionalText(),
  length: optionalAmount(),
  width: optionalAmount(),
  height: optionalAmount(),
  is_return: optionalText(),
};

/**
 * createOrder as `eccang.md` 3.1 documents it, in the documented order. "Required" is the baseline of pages 806 and
 * Apifox; a product may demand more (getFieldRule). Fields that are not listed here pass: deployments have their own.
 */
export const ECCANG_ORDER_FIELDS = { order, consignee, shipper, item, box } satisfies OrderFields;
