/** A value of the carrier with our English label and the carrier's own words. */
export interface NamedValue {
  value: string;
  name: string;
  original: string;
}

/** `storageid` (`mgoship.md` 8.7). The numbers are stable, the names are not. */
export const WAREHOUSES: readonly NamedValue[] = [
  { value: '1', name: 'Kadoma', original: '门真仓库' },
  { value: '2', name: 'Minoh', original: '箕面仓库' },
  { value: '3', name: 'Tokyo No. 5', original: '东京5号' },
  { value: '4', name: 'Tokyo', original: '东京仓库' },
  { value: '5', name: 'Aomi', original: '青海仓库' },
];

/** `type` of the stock log (`mgoship.md` 8.12). */
export const MOVEMENTS: ReadonlyMap<string, string> = new Map([
  ['入库', 'inbound'],
  ['退货', 'return'],
  ['出库', 'outbound'],
]);

/** FBA order status (`mgoship.md` 8.13). */
export const FBA_STATUSES: readonly NamedValue[] = [
  { value: '1', name: 'Placed', original: '已下单' },
  { value: '2', name: 'In Warehouse Processing', original: '仓库作业中' },
  { value: '3', name: 'Problem', original: '问题件' },
  { value: '4', name: 'Transit in Port of Origin', original: '国内港中转' },
  { value: '5', name: 'In Transit', original: '运输中' },
  { value: '6', name: 'Transit in Port of Destination', original: '目的港中转' },
  { value: '7', name: 'Out for Delivery', original: '派送中' },
  { value: '8', name: 'Delivered', original: '已派送' },
  { value: '9', name: 'Returned', original: '已退件' },
];

/** Inbound order status (`mgoship.md` 8.9). */
export const INBOUND_STATUSES: readonly NamedValue[] = [
  { value: '1', name: 'Placed', original: '已下单' },
  { value: '2', name: 'Approved', original: '已审核' },
  { value: '3', name: 'In Transit', original: '运输中' },
  { value: '4', name: 'Received', original: '已入库' },
  { value: '5', name: 'Put Away', original: '已上架' },
  { value: '6', name: 'Problem', original: '问题件' },
];
