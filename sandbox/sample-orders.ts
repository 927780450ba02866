/**
 * One order of each carrier in the carrier's own form, as its stand-in accepts it: for tests, the benchmark and the
 * end-to-end tests. People and places are placeholders.
 */
import type { JsonRecord } from './json';

/** For `createOrder` of Eccang and Huahan. */
export function eccangOrder(reference: string, changes: JsonRecord = {}): JsonRecord {
  return {
    reference_no: reference,
    shipping_method: 'PK0001',
    country_code: 'US',
    order_weight: 0.25,
    order_pieces: 1,
    Consignee: {
      consignee_name: 'Sample & Recipient <"one">',
      consignee_street: "100 Example Street 'A'",
      consignee_city: 'Springfield',
      consignee_province: 'IL',
      consignee_postcode: '62701',
      consignee_telephone: '2025550101',
    },
    Shipper: {
      shipper_name: 'Sample Shipper',
      shipper_countrycode: 'CN',
      shipper_province: 'GUANGDONG',
      shipper_city: 'SHENZHEN',
      shipper_street: '1 Example Road',
      shipper_postcode: '518000',
      shipper_telephone: '13800138000',
      shipper_mobile: '13800138000',
    },
    ItemArr: [
      {
        invoice_enname: 'Phone case',
        invoice_cnname: '手机壳',
        invoice_quantity: 1,
        invoice_weight: 0.2,
        invoice_unitcharge: '3.50',
      },
    ],
    ...changes,
  };
}

/** For eTower's `orders`: two items worth 6.23 together. */
export function etowerOrder(reference: string, changes: JsonRecord = {}): JsonRecord {
  return {
    referenceNo: reference,
    country: 'AU',
    serviceCode: 'UBI.AU2AU.AUPOST.1',
    serviceOption: 'E-Parcel',
    facility: 'CAN',
    state: 'VICTORIA',
    city: 'Berwick',
    postcode: '3806',
    addressLine1: '3 Example Drive',
    recipientName: 'Jane Sample',
    phone: '0491570156',
    email: 'jane.sample@example.com',
    invoiceCurrency: 'USD',
    invoiceValue: 6.23,
    weightUnit: 'g',
    weight: 264,
    description: 'Dress and vest',
    nativeDescription: '连衣裙',
    orderItems: [
      { itemNo: '1', sku: 'SKU-1', description: 'Dress', originCountry: 'CN', itemCount: 1, unitValue: 3.87 },
      { itemNo: '2', sku: 'SKU-2', description: 'Vest', originCountry: 'CN', itemCount: 1, unitValue: 2.36 },
    ],
    ...changes,
  };
}

/** For HGE's `order_create`; the whole request is not documented. */
export function hgeOrder(reference: string): JsonRecord {
  return {
    customer_order_num: reference,
    service_code: 'P10006',
    ship_date: '2026-01-05',
    need_track: 'Y',
    shipper_info: { address_num: 'AD101312464' },
    consignee_info: {
      full_name: 'Sample Recipient',
      phone: '+1 4015550122',
      country: 'US',
      province: 'CA',
      city: 'Los Angeles',
      postcode: '90001',
      address: '1 Example Street',
    },
  };
}

/** Params of Mgoship's `add_tms_order`, with ASCII and Japanese text. `changes` are those of its `order`. */
export function mgoshipParcelOrder(customerno: string, changes: JsonRecord = {}): JsonRecord {
  return {
    consignee: {
      address: '秋田市見本町1-2-3 "A/B"',
      name: '山田 太郎',
      phone: '0180000000',
      postcode: '010-0001',
      region: '秋田県',
    },
    declare: [{ cnname: '耳机', enname: 'EARPHONE', qty: 1, unitprice: 4500 }],
    order: { channel: 1, customerno, weight: 0.585, ...changes },
  };
}
