import { objectOf, textOf } from '../../../carriers/shared/json-value';
import type { Carrier } from './answer';

const party = (address: string) => ({
  full_name: 'First Middle Last',
  first_name: 'First',
  middle_name: 'Middle',
  last_name: 'Last',
  company: 'company_name',
  phone: '+1 12345678',
  mobile: '+1 102345678',
  email: 'contact_email',
  country: 'US',
  postcode: '90001',
  province: 'CA',
  city: 'Los Angeles',
  region: 'region',
  street: 'street',
  house_no: '13',
  address,
  tax_id: 'TAX12345678',
});

/** The documented answer to `query_order`, without the papers of the people in it. */
const order = (number: string) => ({
  customer_order_num: number,
  service_code: 'P10006',
  order_remark: 'remark',
  is_confirm_label: false,
  ship_date: '2025-12-13',
  need_track: 'Y',
  is_overseas_return: true,
  is_signature: true,
  shipper_info: party('1 Example Road'),
  consignee_info: party('2 Example Street'),
  return_info: party('3 Example Street'),
  parcel_list: [
    {
      parcel_num: '47',
      weight: 0.001,
      length: null,
      width: '0.1',
      height: '0.1',
      item_list: [
        { sale_currency: 'USD', sale_price: 1.567, brand: 'B', model: 'B125', name: 'bag', sku: 'SKU-1', qty: 1 },
      ],
    },
  ],
});

export const hge: Carrier = (url, body) => {
  const sent = objectOf(JSON.parse(body));
  const isCreation = url.includes('order_create');
  const data = isCreation
    ? { num_type: 1, num: `CS${textOf(sent['customer_order_num']) ?? ''}` }
    : order(textOf(sent['num']) ?? '');
  const reply = { code: 200, success: true, detail: '操作成功', data };
  return { type: 'application/json', body: JSON.stringify(reply), ...(isCreation ? { order: sent } : {}) };
};
