import { record, texts } from '../../json';
import { success } from '../../eccang/answers';
import type { Service } from '../../eccang/deployment';
import type { Order, Orders } from '../../eccang/orders';
import { labelPage } from '../../eccang/services/labels';
import { refuse } from './documents';

const boxLimit = 20;

interface Box {
  order: Order;
  /** `<order_code>` + `U` + three digits, as in HHWAA4236000002YQU001. */
  child: string;
  /** The carrier's example is `fbaboxnosjk11`; no method takes one, so the sandbox gives them out. */
  fba: string;
}

/** `huahan.md` 3.17. A number that is no box of this customer refuses the whole call. */
export const getFbaLabel: Service = (params, desk) => {
  const numbers = texts(record(params).box_nos);
  if (!numbers) return refuse('box_nos不能为空');
  if (numbers.length > boxLimit) return refuse(`一次最多获取${boxLimit}个箱号的标签`);
  const known = boxesOf(desk.orders);
  const found = numbers.flatMap((number) => known.find(({ child, fba }) => number === child || number === fba) ?? []);
  const unknown = numbers.filter((number) => !known.some(({ child, fba }) => number === child || number === fba));
  if (unknown.length > 0) return refuse(`订单号${unknown.join(',')}不存在,或者不属于该用户`);
  return success({
    data: found.map(({ order, child, fba }) => ({
      child_number: child,
      fba_box_no: fba,
      // The child tracking number of the example is its child number.
      child_track_number: child,
      ol_label_url_ori: desk.link('10x15', [{ ...labelPage(order, `FBA box ${fba}`), barcode: child }]),
    })),
  });
};

/** Boxes of an order are counted by `order_pieces` (`huahan.md` 3.1). */
function boxesOf(orders: Orders): Box[] {
  return orders.all().flatMap((order) =>
    Array.from({ length: order.pieces }, (_, index) => ({
      order,
      child: `${order.waybill}U${String(index + 1).padStart(3, '0')}`,
      fba: `fbabox${order.serial}u${index + 1}`,
    })),
  );
}
