import * as z from 'zod/v4';
import { PHONE } from '#carriers/shared/pasted';
import { RequestTable } from '#carriers/shared/request';
import { count, group, json, list, listed, text } from '#carriers/shared/rows';
import { JAPANESE_POSTCODE, PREFECTURE } from '../address';
import { WAREHOUSE } from '../warehouses';
import { PARAM_CHECKS } from '../params';

const service = z.looseObject({
  serviceId: z.string().optional(),
  mark: z
    .string()
    .refine((mark) => Array.from(mark).length <= 50, 'is longer than 50 characters')
    .optional(),
});

/**
 * add_out_order. Whether `service_info` is an object or a list is not known: both pass. It and `subid` stand in no sample,
 * so they are left out unless used.
 */
export const OUTBOUND_ORDER = new RequestTable(
  'mgoship.md 6.1',
  {
    goods_info: list(
      ['Goods', 'Product'],
      {
        goodsId: text('Product Code', 'By which Mgoship knows the goods (goodsId)', { required: true, most: 50, example: '1000100003' }),
        qty: count('Quantity', 'Number of pieces (数量)', { required: true }),
      },
      { required: true },
    ),
    receiver_info: group(
      'Recipient',
      {
        AddressLine: text('Address', 'Full address with city, town, block and number, at most 200 characters (详细地址)', { name: 'addressLine', required: true, most: 200, example: '二海郡八雲町見本町1-2' }),
        Name: text('Name', "Recipient's name, at most 10 characters (姓名)", { name: 'name', required: true, most: 10, example: '山田 花子' }),
        Phone: text('Phone', 'Phone, at most 20 characters (电话)', { name: 'phone', required: true, most: 20, fold: PHONE, example: '08000000000' }),
        PostalCode: text('Postcode', 'Japanese postcode with its hyphen, NNN-NNNN (邮编)', { ...JAPANESE_POSTCODE, required: true, name: 'postalCode', example: '049-3104' }),
        StateOrRegion: listed(...PREFECTURE, { name: 'stateOrRegion', required: true, most: 10, example: '大阪府' }),
      },
      { required: true },
    ),
    sender_info: group(
      'Sender',
      {
        ownInfo: text('Own Information', 'Your own note, at most 50 characters (自有信息)', { most: 50 }),
        ownNO: text('Own Number', 'Your own order number, at most 20 characters (自有单号)', { most: 20, example: 'SHOP-10023' }),
        sender: text('Shop Name', 'Name of the shop that sends, at most 20 characters (发件人)', { required: true, most: 20 }),
      },
      { required: true },
    ),
    service_info: json('Value-Added Services (JSON)', 'Sent as service_info (增值服务). Whether the carrier wants one object or a list is not documented in what is held: write it as your manual says.', {
      check: z.union([service, z.array(service)]).optional(),
      unseen: true,
      example: '{"serviceId": "1", "mark": "gift wrap"}',
    }),
    ship_way: listed(
      'Shipping Way',
      'Way of shipping inside Japan (本土运输方式). The list comes from a fee estimate for a sample parcel.',
      { search: 'searchShipWays', entry: 'a shipping way', by: 'Number' },
      { required: true, decimals: 0, example: '38' },
    ),
    storageid: listed(...WAREHOUSE, { required: true, decimals: 0, example: '4' }),
    subid: text('Sub-User', 'Code of a sub-user (子用户). The operation that lists them is known by name only.', { decimals: 0, unseen: true }),
  },
  { checks: PARAM_CHECKS, reference: 'sender_info.ownNO' },
);
