import type { CarrierList, Choice } from '#carriers/shared/rows';

/** `storageid` (`mgoship.md` 8.7). The numbers are stable, the names are not. */
export const WAREHOUSES: readonly Choice[] = [
  { value: '1', name: 'Kadoma', description: '门真仓库' },
  { value: '2', name: 'Minoh', description: '箕面仓库' },
  { value: '3', name: 'Tokyo No. 5', description: '东京5号' },
  { value: '4', name: 'Tokyo', description: '东京仓库' },
  { value: '5', name: 'Aomi', description: '青海仓库' },
];

/** `storageid` (`mgoship.md` 8.7): the numbers are stable, so another one may be entered. */
export const WAREHOUSE: readonly [label: string, description: string, list: CarrierList] = [
  'Warehouse',
  'Warehouse in Japan (仓库). Names changed over time, the numbers did not.',
  { search: 'searchWarehouses', entry: 'a warehouse', by: 'Number' },
];
