import { text } from '../../json';
import { failure, success } from '../answers';
import { problems } from '../checks';
import type { Action } from '../desk';

/** Statuses in which an order may be deleted, by its first-leg type (`mgoship.md` 6.3). */
const deletable: Readonly<Record<string, readonly string[]>> = { 35: ['1', '2'], 36: ['1'] };

export const deleteInOrder: Action = (params, { inbound }) => {
  const wrong = problems(params, [{ name: 'orderNo', required: true }], 'params');
  if (wrong.length > 0) return failure(wrong.join(';'));
  const order = inbound.get(text(params.orderNo));
  if (!order) return failure('订单不存在');
  if (!deletable[order.type]?.includes(order.status)) return failure('订单当前状态不能删除');
  inbound.delete(order.orderNo);
  return success('订单删除成功');
};

const papers = { 100: '10x10', 200: '10x20' } as const;

/** Only for approved orders (`mgoship.md` 6.4). */
export const getInorderLabel: Action = (params, { inbound, link }) => {
  const wrong = problems(
    params,
    [
      { name: 'orderNo', required: true },
      { name: 'size', form: /^(100|200)$/ },
    ],
    'params',
  );
  if (wrong.length > 0) return failure(wrong.join(';'));
  const order = inbound.get(text(params.orderNo));
  if (!order) return failure('订单不存在');
  if (order.status !== '2') return failure('订单未审核');
  const size = text(params.size) === '200' ? 200 : 100;
  const pages = [1, 2].map((carton) => ({
    title: 'Mgoship inbound carton',
    barcode: `${order.orderNo}-${carton}`,
    lines: [`Warehouse ${order.storageid}`, `SKU ${order.sku}`, `Carton ${carton} of 2`],
  }));
  return success('获取贴箱单标签成功', {
    data: { label_url: link(`${order.orderNo}_${size}`, papers[size], pages) },
  });
};
