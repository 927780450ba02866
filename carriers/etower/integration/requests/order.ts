import * as z from 'zod/v4';
import { RequestTable } from '#carriers/shared/request';
import { CARRIER_NUMBER, OWN_NUMBER } from '#carriers/shared/pasted';
import { choice, count, country, countryOrOther, currency, flag, group, json, list, listed, measure, money, text } from '#carriers/shared/rows';
import { LATIN, sumFindings } from '../order-rules';

export const weightUnit = choice('Weight Unit', 'Unit of the weight of the parcel; items are always in kilograms (重量单位)', { Gram: ['G', '克'], Kilogram: ['KG', '千克'], Pound: ['LB', '磅'] }, { most: 3, initial: 'KG' });

export const dimensionUnit = choice('Size Unit', 'Unit of length, width and height (尺寸单位)', { Centimetre: ['CM', '厘米'], Metre: ['M', '米'] }, { most: 3, initial: 'CM' });

/** Goods of an order. */
export const ITEM = {
  itemNo: text('Item Number', 'Your number of this line of the order (商品编号)', { required: true, example: '1' }),
  sku: text('SKU', 'Your article number (SKU)', { required: true }),
  description: text('Description (English)', 'What it is, in English or French letters (英文品名)', { example: 'Dress' }),
  nativeDescription: text('Description (Chinese)', 'What it is, in Chinese; some services demand it (中文品名)', { example: '连衣裙' }),
  hsCode: text('HS Code', 'Customs tariff number, digits only; some services demand it (海关编码)'),
  originCountry: countryOrOther('Country of Origin', 'Where it was made: code of two or three letters, or name (原产国)', { required: true }),
  itemCount: count('Quantity', 'Number of pieces (数量)', { required: true }),
  unitValue: money('Unit Value', 'Declared value of one piece (单价)', { required: true, example: '3.87' }),
  weight: measure('Weight (Kilograms)', 'Weight in kilograms; together not more than the parcel (重量)'),
  productURL: text('Product Link', 'Link to the article in the shop (产品链接)', { example: 'https://shop.example.com/dress' }),
  warehouseNo: text('Warehouse Number', 'Place in the warehouse, cut to 50 characters (仓库号)'),
  use: text('Use', 'What it is used for (用途)'),
  material: text('Material', 'What it is made of (材质)'),
};

/**
 * An order as `orders` and `orderLabels` take it, in the documented order. What is only inferred from an error code to be
 * mandatory is not required: the form asks for it where no parcel can do without (address line 1, city, country, items);
 * the rest, postcodes of places that have none included, is left to the carrier.
 */
export const ORDER = new RequestTable(
  'etower.md B.4.1',
  {
    referenceNo: text('Reference Number', 'Your own order number, unique at the carrier (参考号)', { required: true, most: 80, fold: OWN_NUMBER, example: 'SHOP-10023' }),
    referenceNo1: text('Order Number', 'Another number of the order, e.g. at the marketplace (客户订单号)', { most: 80 }),
    trackingNo: text('Own Tracking Number', 'Only when your account may bring its own; normally the carrier issues it (跟踪号)', { most: 40, fold: CARRIER_NUMBER }),
    consignmentId: text('Consignment ID', 'Sent by other clients; the manual does not say what it is (consignmentId)'),
    serviceCode: listed('Service', 'Service that is open for your account (服务代码)', { search: 'searchServices', entry: 'a service' }, { required: true, most: 64, example: 'UBI.AU2AU.AUPOST.1' }),
    // Two revisions, two lengths: 60 and 64.
    serviceOption: listed('Service Option', 'Option of the service, if it has any (服务选项)', { search: 'searchServiceOptions', entry: 'an option of the service' }, { most: 64, example: 'E-Parcel' }),
    incoterm: choice('Incoterm', 'Who pays duties (贸易条款)', { DDP: ['DDP', 'Delivered duty paid (完税后交货)'], DDU: ['DDU', 'Delivered duty unpaid (未完税交货)'] }, { most: 3, initial: 'DDU' }),
    description: text('Goods (English)', 'What the parcel holds, in English, at most 60 characters (英文品名)', { required: true, most: 60, example: 'Dress' }),
    nativeDescription: text('Goods (Chinese)', 'What the parcel holds, in Chinese; some services demand it (中文品名)', { most: 255 }),
    weight: measure('Weight', 'Weight of the whole parcel (重量)', { required: true, least: 0.000001 }),
    weightUnit,
    length: measure('Length', 'Longest side of the parcel, in the size unit (长)'),
    width: measure('Width', 'Second side of the parcel, in the size unit (宽)'),
    height: measure('Height', 'Third side of the parcel, in the size unit (高)'),
    volume: measure('Volume (M³)', 'Volume in cubic metres, at least 0.01 (体积)', { least: 0.01 }),
    dimensionUnit,
    invoiceValue: money('Declared Value', 'Value of the whole parcel; may differ by 0.1 at most from the sum of its items (申报价值)', { required: true, least: 0.01, example: '6.23' }),
    invoiceCurrency: currency('Currency', 'ISO code of the currency of all values (申报币种)', { required: true, most: 3, example: 'USD' }),
    pickUp: choice('Pick Up', 'Whether the parcel is picked up (上门揽收)', { No: 'N', Yes: 'Y' }),
    authorityToLeave: flag('Authority to Leave', 'Whether the parcel may be left without a signature (授权放置)'),
    lockerService: flag('Locker Service', 'Whether the parcel goes to a parcel locker (自提柜)'),
    batteryType: choice('Battery Type', 'Kind of batteries (电池类型)', { 'Lithium Ion Alloy': 'Lithium Ion Alloy', 'Lithium Ion Polymer': 'Lithium Ion Polymer', 'No Battery': 'No Battery' }, { most: 64, initial: 'No Battery' }),
    batteryPacking: choice(
      'Battery Packing',
      'How batteries are packed (电池包装)',
      { 'Battery Only': 'Battery Only', 'Inside Equipment': 'Inside Equipment', 'No Battery': 'No Battery', Other: 'Other', 'Packaged With Equipment': 'Packaged with Equipment' },
      { most: 64, initial: 'No Battery' },
    ),
    dangerousGoods: flag('Dangerous Goods', 'Whether the parcel holds other dangerous goods (危险品)'),
    sku: text('Picking List', 'Text for picking, printed on the label, at most 128 characters (配货信息)', { most: 128 }),
    instruction: text('Instruction', 'Delivery instruction, at most 255 characters (派送说明)', { most: 255 }),
    facility: listed('Sender Facility', 'Where you hand the parcel in (交货网点)', { search: 'searchFacilities', entry: 'a facility' }, { most: 20, example: 'CAN' }),
    platform: text('Platform', 'Code of the platform that the order comes from, at most 20 characters (平台代码)', { most: 20 }),
    recipientName: text('Name', 'Recipient, in English or French letters, at most 50 characters (收件人)', { required: true, most: 50, rules: LATIN }),
    recipientTaxId: text('Tax Number', 'Number under which the tax office knows the recipient (收件人税号)'),
    recipientCompany: text('Company', 'Firm that the recipient belongs to, where the address has one (收件人公司)'),
    phone: text('Phone', 'Number at which the recipient can be reached (电话)'),
    email: text('Email', 'E-mail address (邮箱)', { example: 'name@email.com' }),
    addressLine1: text('Street', 'Address line 1, in English or French letters (地址1)', { asked: true, rules: LATIN }),
    addressLine2: text('Street 2', 'Address line 2 (地址2)'),
    addressLine3: text('Street 3', 'Address line 3 (地址3)'),
    city: text('City', 'Town that the parcel goes to (城市)', { asked: true }),
    state: text('State or Province', 'State or province, in English or French letters (省/州)', { rules: LATIN }),
    postcode: text('Postcode', 'Postal or ZIP code of the destination (邮编)'),
    country: country('Destination Country', 'Country that the parcel goes to (目的国家), ISO 3166-1 alpha-2', { asked: true, example: 'AU' }),
    shipperName: text('Name', 'Sender, in English or French letters (发件人)', { rules: LATIN }),
    shipperPhone: text('Phone', 'Number at which the sender can be reached (电话)'),
    shipperEmail: text('Email', 'E-mail address (邮箱)', { example: 'name@email.com' }),
    shipperAddressLine1: text('Street', 'Address line 1, in English or French letters (地址1)'),
    shipperAddressLine2: text('Street 2', 'Address line 2 (地址2)'),
    shipperAddressLine3: text('Street 3', 'Address line 3 (地址3)'),
    shipperCity: text('City', 'Town that the parcel is sent from (城市)'),
    shipperState: text('State or Province', 'State or province, in English or French letters (省/州)'),
    shipperPostcode: text('Postcode', 'Postal code of where the parcel is sent from (邮编)'),
    shipperCountry: country('Country Code', 'Country of the sender, ISO 3166-1 alpha-2 (国家)', { example: 'CN' }),
    returnOption: choice('If Undeliverable', 'What becomes of a parcel that cannot be delivered (退件方式)', { Destroy: ['Destroy', '销毁'], Return: ['Return', '退回'] }, { initial: 'Return' }),
    returnName: text('Name', 'Who takes the parcel back (退件人)'),
    returnPhone: text('Phone', 'Number of whoever takes the parcel back (电话)'),
    returnAddressLine1: text('Street', 'Address line 1, in English or French letters (地址1)'),
    returnAddressLine2: text('Street 2', 'Address line 2 (地址2)'),
    returnAddressLine3: text('Street 3', 'Address line 3 (地址3)'),
    returnCity: text('City', 'Town that the parcel would come back to (城市)'),
    returnState: text('State or Province', 'State or province, in English or French letters (省/州)'),
    returnPostcode: text('Postcode', 'Postal code that the parcel would come back to (邮编)'),
    returnCountry: country('Country Code', 'Country of the return address, ISO 3166-1 alpha-2 (国家)', { example: 'CN' }),
    orderItems: list(['Items', 'Item'], ITEM, { asked: true }),
    // Keys of services, passed as they are.
    extendData: group('Extra Data', {}),
    // An older sample has them here; the manual has them in extendData.
    abnnumber: text('ABN', 'Australian Business Number, on the order itself; otherwise give it in Extra Data (abnnumber)'),
    gstexemptioncode: text('GST Exemption Code', 'Tax exemption code, on the order itself; otherwise give it in Extra Data (gstexemptioncode)'),
    vendorid: text('Vendor ID', 'Tax number of the vendor, on the order itself; otherwise give it in Extra Data (vendorid)'),
    pieces: json('Pieces', 'Further pieces of this shipment: a list of orders with the same recipient and sender. This order is the master (一票多件).', { initial: '[]', check: z.array(z.looseObject({})).nullable().optional() }),
  },
  { rule: sumFindings },
);
