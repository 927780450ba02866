import { RequestTable } from '#carriers/shared/request';
import { ANY_NUMBER } from '#carriers/shared/pasted';
import { but, country, currency, group, list, measure, money, optional, text } from '#carriers/shared/rows';
import { dimensionUnit, ITEM, weightUnit } from './order';

/**
 * update-order. Mandatory are the order and its weight; the vendor's sample has zeros and empty texts for what stays as it
 * is. Unlike on creation the address is an object, and the list of goods is called `items`.
 */
export const UPDATE = new RequestTable('etower.md B.4.11', {
  orderId: text('Order ID', 'Order to change, at most 80 characters (订单号)', { required: true, most: 80, fold: ANY_NUMBER, example: '{{ $json.orderNumber }}' }),
  weight: measure('Weight', 'New weight of the whole parcel; the carrier demands it (重量)', { required: true, zero: true }),
  weightUnit: { ...weightUnit, most: 2 },
  address: group('Address', {
    addressLine1: text('Street', 'Address line 1 (地址1)'),
    addressLine2: text('Street 2', 'Address line 2 (地址2)'),
    addressLine3: text('Street 3', 'Address line 3 (地址3)'),
    city: text('City', 'Town that the parcel goes to (城市)'),
    state: text('State or Province', 'Region that the address is in, where its country has such (省/州)'),
    postcode: text('Postcode', 'Postal or ZIP code of the destination (邮编)'),
    country: country('Country Code', 'Country that the parcel goes to, ISO 3166-1 alpha-2 (国家)', { example: 'CA' }),
  }),
  recipientName: text('Recipient Name', 'Recipient, in English or French letters (收件人)'),
  recipientCompany: text('Company', 'Firm that the recipient belongs to, where the address has one (收件人公司)'),
  phone: text('Phone', 'Telephone of the recipient (电话)'),
  email: text('Email', 'E-mail address of the recipient (邮箱)', { example: 'name@email.com' }),
  description: text('Goods (English)', 'What the parcel holds, in English (英文品名)'),
  nativeDescription: text('Goods (Chinese)', 'What the parcel holds, in Chinese (中文品名)'),
  length: measure('Length', 'Longest side of the parcel, in the size unit (长)'),
  width: measure('Width', 'Second side of the parcel, in the size unit (宽)'),
  height: measure('Height', 'Third side of the parcel, in the size unit (高)'),
  dimensionUnit,
  invoiceValue: money('Declared Value', 'Value of the whole parcel (申报价值)', { example: '6.23' }),
  invoiceCurrency: currency('Currency', 'ISO code of the currency of all values (申报币种)', { example: 'USD' }),
  items: list(['Items', 'Item'], {
    sku: optional(ITEM.sku),
    description: ITEM.description,
    nativeDescription: ITEM.nativeDescription,
    hsCode: ITEM.hsCode,
    originCountry: optional(ITEM.originCountry),
    // It begins empty: what the user leaves so is not sent, and stays as it is.
    itemCount: but({ required: false, initial: 0 })(ITEM.itemCount),
    unitValue: optional(ITEM.unitValue),
    weight: ITEM.weight,
  }),
});
