import { STOCK_LOG, stockMovementOf } from '../../../carriers/mgoship';
import { getMany } from '../list';

export const getManyStockMovements = getMany({
  action: 'Get many stock log entries',
  description: 'List movements of goods in and out of stock; one output item per movement (获取库存日志)',
  list: STOCK_LOG,
  simplified: stockMovementOf,
});
