import { ECCANG } from '../../../carriers/eccang';
import { HUAHAN } from '../../../carriers/huahan';
import { checkedOrder } from '#carriers/shared/checked-order';
import type { JsonObject } from '#carriers/shared/json-value';
import { mappedOrder } from '#carriers/shared/mapped-order';
import type { OrderMapping } from '#carriers/shared/order-mapping';
import { FULL_ORDER } from './full-order';

const NO_PLACE_FOR_RETURNS = ['name', 'street', 'city', 'postcode', 'country'].map((name) => `returnTo.${name}`);

/** What each carrier's request is, byte for byte, and what it has no place for. */
const REQUESTS: [OrderMapping, JsonObject, string[]][] = [
  [
    ECCANG.orderMapping,
    {
      reference_no: 'SHOP-10023',
      shipping_method: 'PK0001',
      country_code: 'FR',
      order_weight: '0.750',
      order_pieces: 2,
      insurance_value: '100.00',
      mail_cargo_type: '4',
      ioss: 'IM0000000000',
      length: 30,
      width: 20.5,
      height: 10,
      Consignee: {
        consignee_name: 'Sample Recipient',
        consignee_company: 'Sample Company',
        consignee_street: '1 Example Street',
        consignee_street2: 'Second Line',
        consignee_street3: 'Third Line',
        consignee_doorplate: '7b',
        consignee_district: 'Sample District',
        consignee_city: 'Paris',
        consignee_province: 'Paris Region',
        consignee_postcode: '75001',
        consignee_telephone: '0000000001',
        consignee_mobile: '0000000002',
        consignee_email: 'recipient@example.com',
        consignee_taxno: 'TAX-R',
        consignee_fax: '0000000005',
      },
      Shipper: {
        shipper_name: 'Sample Sender',
        shipper_company: 'Sample Shop',
        shipper_countrycode: 'CN',
        shipper_province: 'Guangdong',
        shipper_city: 'Shenzhen',
        shipper_district: 'Longgang',
        shipper_street: '2 Example Road',
        shipper_postcode: '518000',
        shipper_telephone: '0000000003',
        shipper_mobile: '0000000004',
        shipper_email: 'sender@example.com',
        shipper_tax_number: 'TAX-S',
        shipper_eori: 'FR000000000',
      },
      ItemArr: [
        {
          invoice_enname: 'Phone case',
          invoice_cnname: '手机壳',
          invoice_quantity: 2,
          invoice_weight: 0.05,
          invoice_unitcharge: '3.50',
          invoice_currencycode: 'CNY',
          hs_code: '39269097',
          sku: 'CASE-1',
          box_number: 'U001',
          invoice_url: 'https://shop.example.com/case',
          material: 'Silicone',
          is_magnetoelectric: 'Y',
        },
        {
          invoice_enname: 'Power bank',
          invoice_quantity: 1,
          invoice_weight: '0.500',
          invoice_unitcharge: '12.00',
          invoice_currencycode: 'CNY',
          is_magnetoelectric: 'Y',
        },
      ],
      Volume: [
        { length: 10, width: 10, height: 10, weight: 0.25, box_number: 'U001', child_number: 'SHOP-10023U001' },
        { weight: 0.5, box_number: 'U002' },
      ],
    },
    [
      ...[
        'sender.street2',
        ...NO_PLACE_FOR_RETURNS,
        'customsItems[0].originCountry',
        'customsItems[0].use',
        'incoterm',
      ],
      ...[
        'taxNumbers.pccc',
        'signature',
        'remark',
        'insurance.currency',
        'declaredValue.amount',
        'declaredValue.currency',
      ],
    ],
  ],
  [
    HUAHAN.orderMapping,
    {
      reference_no: 'SHOP-10023',
      shipping_method: 'PK0001',
      country_code: 'FR',
      order_weight: '0.750',
      insurance_value: '100.00',
      mail_cargo_type: '4',
      length: 30,
      width: 20.5,
      height: 10,
      Consignee: {
        consignee_name: 'Sample Recipient',
        consignee_company: 'Sample Company',
        consignee_street: '1 Example Street',
        consignee_street2: 'Second Line',
        consignee_street3: 'Third Line',
        consignee_doorplate: '7b',
        consignee_city: 'Paris',
        consignee_province: 'Paris Region',
        consignee_postcode: '75001',
        consignee_telephone: '0000000001',
        consignee_mobile: '0000000002',
        consignee_email: 'recipient@example.com',
        consignee_taxno: 'TAX-R',
        IOSS: 'IM0000000000',
        consignee_fax: '0000000005',
      },
      Shipper: {
        shipper_name: 'Sample Sender',
        shipper_company: 'Sample Shop',
        shipper_countrycode: 'CN',
        shipper_province: 'Guangdong',
        shipper_city: 'Shenzhen',
        shipper_street: '2 Example Road',
        shipper_postcode: '518000',
        shipper_telephone: '0000000003',
        shipper_mobile: '0000000004',
        shipper_email: 'sender@example.com',
        shipper_taxno: 'TAX-S',
        order_note: 'Handle with care',
      },
      ItemArr: [
        {
          invoice_enname: 'Phone case',
          invoice_cnname: '手机壳',
          invoice_quantity: 2,
          invoice_weight: 0.05,
          invoice_unitcharge: '3.50',
          invoice_currencycode: 'RMB',
          hs_code: '39269097',
          sku: 'CASE-1',
          invoice_url: 'https://shop.example.com/case',
          material: 'Silicone',
          invoice_function: 'Protection',
        },
        {
          invoice_enname: 'Power bank',
          invoice_quantity: 1,
          invoice_weight: '0.500',
          invoice_unitcharge: '12.00',
          invoice_currencycode: 'RMB',
        },
      ],
    },
    [
      ...['recipient.district', 'sender.street2', 'sender.district', ...NO_PLACE_FOR_RETURNS],
      ...['parcels[0].number', 'parcels[0].reference', 'parcels[0].weightKg'],
      ...['length', 'width', 'height'].map((side) => `parcels[0].dimensionsCm.${side}`),
      ...['parcels[1].number', 'parcels[1].weightKg', 'customsItems[0].originCountry', 'customsItems[0].parcelNumber'],
      ...['incoterm', 'taxNumbers.eori', 'taxNumbers.pccc', 'battery', 'signature'],
      ...['declaredValue.amount', 'declaredValue.currency'],
    ],
  ],
];

const CASES = REQUESTS.map(([mapping, ...expected]) => [mapping.carrier, mapping, ...expected] as const);

it.each(CASES)('a full order as %s takes it', (_, mapping, request, notSent) => {
  const mapped = mappedOrder(mapping, checkedOrder(FULL_ORDER));
  expect(JSON.stringify(mapped.request, null, 1)).toBe(JSON.stringify(request, null, 1));
  expect([...mapped.notSent].sort()).toEqual([...notSent].sort());
  expect(() => mapping.table.check(mapped.request)).not.toThrow();
});
