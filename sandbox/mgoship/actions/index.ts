import type { Action } from '../desk';
import { deleteInOrder, getInorderLabel } from './inbound';
import { getInOrder, getOrderList, getStockLog } from './lists';
import { addOutOrder } from './outbound';
import { addTmsOrder, deleteTmsOrder, getTmsOrderDetail } from './parcel';
import { calShipFee } from './rates';

/** The documented operations, by module and action. */
export const actions: ReadonlyMap<string, Action> = new Map([
  ['tms_orders.add_tms_order', addTmsOrder],
  ['tms_orders.get_tms_order_detail', getTmsOrderDetail],
  ['tms_orders.delete_tms_order', deleteTmsOrder],
  ['out_orders.add_out_order', addOutOrder],
  ['in_orders.get_in_order', getInOrder],
  ['in_orders.delete_in_order', deleteInOrder],
  ['in_orders.get_inorder_label', getInorderLabel],
  ['stock.get_stock_log', getStockLog],
  ['base.cal_ship_fee', calShipFee],
  ['fba_order.get_order_list', getOrderList],
]);
