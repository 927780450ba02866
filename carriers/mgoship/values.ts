import type { Choice } from '#carriers/shared/rows';

/** `storageid` (`mgoship.md` 8.7). The numbers are stable, the names are not. */
export const WAREHOUSES: readonly Choice[] = [
  { value: '1', name: 'Kadoma', description: '门真仓库' },
  { value: '2', name: 'Minoh', description: '箕面仓库' },
  { value: '3', name: 'Tokyo No. 5', description: '东京5号' },
  { value: '4', name: 'Tokyo', description: '东京仓库' },
  { value: '5', name: 'Aomi', description: '青海仓库' },
];

/** `type` of the stock log (`mgoship.md` 8.12). */
export const MOVEMENTS: ReadonlyMap<string, string> = new Map([
  ['入库', 'inbound'],
  ['退货', 'return'],
  ['出库', 'outbound'],
]);

/** FBA order status (`mgoship.md` 8.13). */
export const FBA_STATUSES: readonly Choice[] = [
  { value: '1', name: 'Placed', description: '已下单' },
  { value: '2', name: 'In Warehouse Processing', description: '仓库作业中' },
  { value: '3', name: 'Problem', description: '问题件' },
  { value: '4', name: 'Transit in Port of Origin', description: '国内港中转' },
  { value: '5', name: 'In Transit', description: '运输中' },
  { value: '6', name: 'Transit in Port of Destination', description: '目的港中转' },
  { value: '7', name: 'Out for Delivery', description: '派送中' },
  { value: '8', name: 'Delivered', description: '已派送' },
  { value: '9', name: 'Returned', description: '已退件' },
];

/** Inbound order status (`mgoship.md` 8.9). */
export const INBOUND_STATUSES: readonly Choice[] = [
  { value: '1', name: 'Placed', description: '已下单' },
  { value: '2', name: 'Approved', description: '已审核' },
  { value: '3', name: 'In Transit', description: '运输中' },
  { value: '4', name: 'Received', description: '已入库' },
  { value: '5', name: 'Put Away', description: '已上架' },
  { value: '6', name: 'Problem', description: '问题件' },
];
