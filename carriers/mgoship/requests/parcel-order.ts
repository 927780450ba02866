import { numberOf, objectAsIs, textOf, type JsonObject } from '#carriers/shared/json-value';
import { JAPANESE_PHONE, OWN_NUMBER, PHONE } from '#carriers/shared/pasted';
import { RequestTable, type Finding } from '#carriers/shared/request';
import { choice, count, group, list, listed, measure, money, text } from '#carriers/shared/rows';
import { JAPANESE_POSTCODE, PREFECTURE } from '../address';
import { PARAM_CHECKS } from '../params';

export const CHANNEL = choice('Channel', 'How the parcel travels from China to Japan (头程渠道)', { 'Air Parcel': ['2', '空运小包'], 'Sea Parcel': ['1', '海运小包'] }, { asked: true, most: 10, initial: '', source: 'mgoship.md 8.1' });

export const INSURANCE = choice(
  'Insurance',
  'Whether the parcel is insured, and by which premium (保险)',
  { '0.6 % of the Insured Value': ['6P', '0.6%保费'], 'CNY 5 per Shipment': ['5Y', '5元每票'], 'No Insurance': ['NO', '不购买'] },
  { most: 2, initial: 'NO', source: 'mgoship.md 8.3' },
);

export const SHIPMENT_TYPE = choice(
  'Shipment Type',
  'What kind of shipment it is (货物类型)',
  { 'Commercial Sample': ['3', '商品货样'], Documents: ['2', '文件'], Gift: ['1', '礼品'], Other: ['4', '其他'] },
  { most: 2, initial: '4', source: 'mgoship.md 8.2' },
);

/**
 * add_tms_order. Lengths and forms are documented. The "required" column is not held, so that nothing is required here: the
 * form asks for what no parcel can do without, and for the own number, by which an order is found when its answer is lost.
 */
export const PARCEL_ORDER = new RequestTable(
  'mgoship.md 5.1',
  {
    consignee: group('Recipient', {
      address: text('Address', 'Street address in Japanese, at most 200 characters; the prefecture has a field of its own (地址)', { asked: true, most: 200, example: '秋田市見本町1-2-3' }),
      buyerid: text('Buyer ID', "Buyer's account on the sales platform, at most 50 characters (买家ID)", { most: 50 }),
      email: text('Email', 'E-mail address, at most 50 characters (邮箱)', { most: 50, example: 'name@email.com' }),
      mobile: text('Mobile', 'Mobile number, at most 15 characters (手机)', { most: 15, fold: PHONE }),
      name: text('Name', "Recipient's name in Japanese, at most 50 characters (姓名)", { asked: true, most: 50, example: '山田 太郎' }),
      phone: text('Phone', '10 or 11 digits that start with 0, without hyphens (电话)', {
        fold: JAPANESE_PHONE,
        rules: [{ holds: (phone) => /^0\d{9,10}$/.test(phone), problem: 'must be 10 or 11 digits that start with 0, without hyphens' }],
        example: '0180000000',
      }),
      postcode: text('Postcode', 'Japanese postcode with its hyphen, NNN-NNNN (邮编)', { ...JAPANESE_POSTCODE, asked: true, example: '901-1515' }),
      region: listed(...PREFECTURE, { asked: true, most: 15, example: '大阪府' }),
    }),
    declare: list(
      ['Items', 'Item'],
      {
        enname: text('Description (English)', 'What the goods are, in English, at most 50 characters (英文品名)', { asked: true, most: 50, example: 'Phone case' }),
        cnname: text('Description (Chinese and Japanese)', 'What the goods are, in Chinese and Japanese, at most 60 characters (中文品名)', { most: 60, example: '手机壳' }),
        qty: count('Quantity', 'Number of pieces (数量)', { asked: true }),
        unitprice: measure('Unit Price (JPY)', 'Selling price of one piece in JPY, without decimals (单价)', { asked: true, example: '4500' }),
        material: text('Material', 'Material in English, at most 50 characters (材质)', { most: 50, example: 'Metal,Plastic' }),
        url: text('Sales Link', 'Link to the sales page, at most 200 characters (销售链接)', { most: 200, example: 'https://shop.example.com/case' }),
        pickupname: text('Picking SKU', 'Your article number for picking, at most 30 characters (配货SKU)', { most: 30 }),
        note: text('Picking Note', 'Note for picking, at most 50 characters (配货备注)', { most: 50 }),
      },
      { asked: true },
    ),
    order: group('Order', {
      channel: CHANNEL,
      customerno: text('Own Number', 'Your own order number, at most 30 characters (customerno). Mgoship takes the same number again, so keep it unique yourself.', { asked: true, most: 30, fold: OWN_NUMBER, example: 'SHOP-10023' }),
      hasbattery: choice('Battery', 'Whether the goods contain a battery (是否带电)', { 'Contains a Battery': ['Y', '是'], 'No Battery': ['N', '否'] }, { asked: true, most: 1, initial: '', source: 'mgoship.md 8.4' }),
      height: measure('Height (Centimetres)', 'Height in centimetres, at most 1 decimal (高)', { decimals: 1 }),
      insurance: INSURANCE,
      insvalue: money('Insured Value (CNY)', 'Insured value in CNY, at most 2 decimals (保价金额)', { decimals: 2, zero: true, when: { insurance: ['5Y', '6P'] }, example: '500.00' }),
      length: measure('Length (Centimetres)', 'Length in centimetres, at most 1 decimal (长)', { decimals: 1 }),
      shipmenttype: SHIPMENT_TYPE,
      weight: measure('Weight (Kilograms)', 'Weight in kilograms, at most 3 decimals (重量)', { asked: true, decimals: 3, example: '0.585' }),
      width: measure('Width (Centimetres)', 'Width in centimetres, at most 1 decimal (宽)', { decimals: 1 }),
    }),
  },
  { checks: PARAM_CHECKS, rule: findings },
);

export const MOST_ITEMS = 2;

function findings({ declare, order }: JsonObject): Finding[] {
  const { insurance, insvalue } = objectAsIs(order);
  const tooMany = Array.isArray(declare) && declare.length > MOST_ITEMS ? [{ path: ['declare'], problem: `has ${declare.length} items: Mgoship takes at most ${MOST_ITEMS}` }] : [];
  // "If insurance is chosen": anything but NO.
  const isInsured = (textOf(insurance) ?? 'NO') !== 'NO';
  return isInsured && !((numberOf(insvalue) ?? 0) > 0) ? [...tooMany, { path: ['order', 'insvalue'], problem: 'is required when insurance is taken (5Y or 6P), in CNY' }] : tooMany;
}
