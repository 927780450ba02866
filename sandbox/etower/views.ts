import { countries } from '../countries';
import { record, text, type JsonRecord } from '../json';
import type { Order } from './orders';

/** `order` of queryorders with the names and loose types of its example (`etower.md` B.4.7). */
export function queryView({ reference, sent, service }: Order): JsonRecord {
  const shared = [
    'recipientName',
    'recipientCompany',
    'email',
    'phone',
    'city',
    'state',
    'postcode',
    ...['Name', 'AddressLine1', 'AddressLine2', 'AddressLine3', 'City', 'State', 'Postcode', 'Country'].map(
      (part) => `return${part}`,
    ),
    ...['length', 'width', 'height', 'volume', 'invoiceValue', 'invoiceCurrency', 'description', 'nativeDescription'],
    ...['sku', 'serviceOption', 'instruction', 'recipientTaxId', 'returnOption', 'incoterm', 'lockerService'],
    ...['Name', 'AddressLine1', 'AddressLine2', 'AddressLine3', 'City', 'State', 'Postcode', 'Country', 'Phone'].map(
      (part) => `shipper${part}`,
    ),
  ];
  return {
    referenceNo: reference,
    ...Object.fromEntries(shared.map((field) => [field, sent[field] ?? null])),
    addressline1: text(sent.addressLine1),
    addressline2: text(sent.addressLine2),
    addressline3: text(sent.addressLine3),
    country: countries.get(text(sent.country))?.english ?? text(sent.country),
    weight: sent.weight,
    actualWeight: 0,
    batteryType: '0',
    batteryPacking: '0',
    dangerousGoods: sent.dangerousGoods ?? false,
    facility: sent.facility ?? null,
    platform: text(sent.platform) || 'Unknown',
    serviceCode: service.code,
    authorityToLeave: text(sent.authorityToLeave) || 'false',
    weightUnit: (text(sent.weightUnit) || 'KG').toLowerCase(),
    dimensionUnit: (text(sent.dimensionUnit) || 'CM').toLowerCase(),
    orderItems: Array.isArray(sent.orderItems) ? sent.orderItems.map(record) : [],
  };
}

/** An entry of labelSpecs (B.4.4). */
export function labelSpecs(order: Order): JsonRecord {
  const { sent, tracking, reference } = order;
  const fields = ['Name', 'AddressLine1', 'AddressLine2', 'AddressLine3', 'City', 'State', 'Country', 'Postcode'];
  const recipient = fields.map((part) => {
    const own = part === 'Name' ? 'recipientName' : part.charAt(0).toLowerCase() + part.slice(1);
    return [`recipient${part}`, sent[own] ?? null] as const;
  });
  return {
    orderId: reference,
    referenceNo: reference,
    trackingNo: tracking,
    labelType: 1,
    consignmentId: null,
    articleId: tracking,
    barCode: tracking,
    barCode2D: `${tracking}|${text(sent.postcode)}`,
    lodgement: null,
    account: null,
    ...Object.fromEntries(recipient),
    recipientPhone: sent.phone ?? null,
    recipientCompany: sent.recipientCompany ?? null,
    ...Object.fromEntries(fields.map((part) => [`return${part}`, sent[`return${part}`] ?? null])),
    weight: sent.weight,
    goodsDescription: sent.description,
    sku: sent.sku ?? null,
  };
}
