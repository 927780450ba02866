import type { INodeProperties } from 'n8n-workflow';
import { country } from './address';

/** Order-level fields by the camelCase of their names on the wire (`hge.md` 7.3). */
export const orderFields: INodeProperties[] = [
  {
    displayName: 'Customer Order Number',
    name: 'customerOrderNum',
    type: 'string',
    required: true,
    default: '',
    placeholder: 'e.g. SHOP-10023',
    description: 'Your own order number (customer_order_num). By it you find the order again when an answer is lost.',
  },
  {
    displayName: 'Service Code',
    name: 'serviceCode',
    type: 'string',
    default: '',
    placeholder: 'e.g. P10006',
    description: 'Code of the product (service_code), as HGE gave it to you: its list (查询产品服务) is not public',
  },
  {
    displayName: 'Ship Date',
    name: 'shipDate',
    type: 'dateTime',
    typeOptions: { dateOnly: true },
    default: '',
    placeholder: 'e.g. 2025-12-13',
    description: 'Day of shipping, sent as YYYY-MM-DD (ship_date)',
  },
];

export const additionalOrderFields: INodeProperties[] = [
  {
    displayName: 'Confirm Label',
    name: 'isConfirmLabel',
    type: 'boolean',
    default: false,
    description:
      'Whether to confirm the waybill at once, as far as the name of the field says; otherwise Confirm Waybill (确认运单) does it (is_confirm_label)',
  },
  {
    displayName: 'Need Tracking',
    name: 'needTrack',
    type: 'string',
    default: 'Y',
    placeholder: 'e.g. Y',
    description: 'Y when tracking is wanted (need_track). Another letter is not documented.',
  },
  {
    displayName: 'Order Remark',
    name: 'orderRemark',
    type: 'string',
    default: '',
    description: 'Remark on the order (order_remark)',
  },
  {
    displayName: 'Overseas Return',
    name: 'isOverseasReturn',
    type: 'boolean',
    default: false,
    description: 'Whether a return is handled overseas (is_overseas_return)',
  },
  {
    displayName: 'Signature on Delivery',
    name: 'isSignature',
    type: 'boolean',
    default: false,
    description: 'Whether the recipient has to sign (is_signature)',
  },
];

/** `tax_info` (`hge.md` 9.5). */
export const taxFields: INodeProperties[] = [
  {
    displayName: 'Address',
    name: 'address',
    type: 'string',
    default: '',
    description: 'Address of the company that holds the tax number (address)',
  },
  {
    displayName: 'Company',
    name: 'company',
    type: 'string',
    default: '',
    description: 'Company that holds the tax number (company)',
  },
  country,
  {
    displayName: 'Tax Mode',
    name: 'mode',
    type: 'string',
    default: '',
    placeholder: 'e.g. 2',
    description: 'A digit, sent as text (mode). The manual shows 2 and does not say what it means.',
  },
  {
    displayName: 'Tax Number',
    name: 'num',
    type: 'string',
    default: '',
    description: 'The tax number (num)',
  },
  {
    displayName: 'Tax Number Type',
    name: 'type',
    type: 'string',
    default: '',
    placeholder: 'e.g. IOSS',
    description: 'Kind of tax number (type). The manual shows IOSS only, the Import One-Stop Shop of the EU.',
  },
];
