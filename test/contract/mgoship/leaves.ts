import { Mgoship } from '../../../nodes/Mgoship/Mgoship.node';
import type { CarrierReplies } from '../leaves/table';
import { credentials } from './wire';

export const mgoship: CarrierReplies = {
  carrier: 'mgoship',
  at: (url) => ({
    node: new Mgoship(),
    credentials: { mgoshipApi: { ...credentials, baseUrl: `${url}/api.php` } },
  }),
  besides: {
    'derived/envelope.empty-list.response.json': 'a list without entries',
    'derived/envelope.error.response.json': 'a refusal: it becomes an error',
  },
  replies: {
    'base.cal_ship_fee': { operation: 'rate.get' },
    'fba_order.get_order_list': { operation: 'fbaOrder.getMany' },
    'in_orders.delete_in_order': { operation: 'inboundOrder.delete' },
    'in_orders.get_inorder_label': { operation: 'inboundOrder.getLabel' },
    'stock.get_stock_log': { operation: 'stockLog.getMany' },
    'tms_orders.delete_tms_order': { operation: 'parcelOrder.delete' },
    'tms_orders.get_tms_order_detail': { operation: 'parcelOrder.get' },
    'Tracking: Get': { operation: 'tracking.get', sample: 'tms_orders.get_tms_order_detail' },
  },
};
