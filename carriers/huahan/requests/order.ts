import { ORDER } from '../../eccang';
import { CURRENCY } from '#carriers/shared/pasted';
import { but, choice, inside, required, text } from '#carriers/shared/rows';

/** createOrder as `huahan.md` 3.1 documents it: the family's table, less what it lacks, with what differs. */
export const HUAHAN_ORDER = ORDER.without('Volume', 'cargo_type', 'is_COD', 'sales_amount', 'sales_currency', 'seller_id', 'buyer_id', 'payment_type', 'platform', 'platform_number', 'is_return')
  .without('invoice_fee', 'other_fee', 'warehouse_code', 'ioss', 'customs_declaration_type', 'customs_clearance_type', 'reference_id', 'shipment_id', 'POANumber')
  .without('Consignee.consignee_district', 'Consignee.consignee_taxno_type', 'Consignee.consignee_tariff', 'Consignee.consignee_eori', 'Consignee.consignee_areacode', 'Consignee.consignee_fax', 'Consignee.buyer_id')
  .without('Shipper.shipper_district', 'Shipper.shipper_tax_number', 'Shipper.shipper_tax_number_type', 'Shipper.shipper_eori')
  .without('ItemArr.invoice_brand', 'ItemArr.box_number', 'ItemArr.material_enture', 'ItemArr.product_id', 'ItemArr.model', 'ItemArr.is_magnetoelectric')
  .with({
    reference_no: but({ most: Infinity }),
    // Only the weight of an item is limited to 3 decimals.
    order_weight: but({ decimals: Infinity, steps: 3 }),
    order_pieces: but({ usual: false }),
    insurance_value: but({ description: 'Amount that the parcel is insured for, in RMB (投保金额)' }),
    extra_service: text('Extra Services', 'Codes of extra services, separated by semicolons (附加服务)', { joins: true, example: 'A1;B2' }),
    Consignee: inside({
      // Inside Consignee and in upper case, unlike the family's order-level `ioss`.
      IOSS: text('IOSS Number', 'Import One-Stop Shop number for the EU (IOSS号)', { example: 'IM0000000000' }),
    }),
    Shipper: inside({
      shipper_name: required,
      // As the other fields of the sender: a country that the form begins with would go before that of the credential.
      shipper_countrycode: but({ required: true, initial: '' }),
      shipper_province: required,
      shipper_city: required,
      shipper_street: required,
      shipper_postcode: required,
      shipper_telephone: required,
      shipper_mobile: required,
      shipper_taxno: text('VAT Number', 'Number under which the sender pays value added tax (发件人税号)'),
      // The remark of the order sits inside Shipper.
      order_note: text('Order Remark', 'What Huahan should know of this order (订单备注)'),
    }),
    ItemArr: inside({
      invoice_weight: but({ label: 'Weight (Kilograms)', description: 'Declared weight in kilograms, at most 3 decimals (申报重量)' }),
      invoice_currencycode: choice(
        'Currency',
        'Currency of the declared value (申报币种)',
        {
          'Australian Dollar': ['AUD', '澳元'],
          'Canadian Dollar': ['CAD', '加元'],
          Euro: ['EUR', '欧元'],
          'Hong Kong Dollar': ['HKD', '港币'],
          'Mexican Peso': ['MXN', '墨西哥元'],
          'Pound Sterling': ['GBP', '英镑'],
          Renminbi: ['RMB', '人民币 (RMB here, not CNY)'],
          'Russian Rouble': ['RUB', '俄罗斯卢布'],
          'Singapore Dollar': ['SGD', '新加坡元'],
          'US Dollar': ['USD', '美元'],
        },
        { fold: CURRENCY, initial: 'USD', source: 'huahan.md 4.1' },
      ),
      invoice_function: text('Use', 'What it is used for (用途)'),
    }),
  });
