/** Mgoship, from `docs/references/mgoship.md`. */
import { fieldsIn, memberOf, numbersOf, textIn, within, type Wire } from './wire';

export const mgoshipWire: Wire = ({ path, body }, find) => {
  const query = new URL(path, 'http://carrier').searchParams;
  const action = query.get('action') ?? '';
  const params = memberOf(JSON.parse(body.toString('utf8')), 'params');
  const write = WRITES[action];
  const references = write ? [write.reference(params)] : [];
  return {
    references,
    orders: new Map(references.map((reference) => [reference, params])),
    contentType: 'application/json; charset=utf-8',
    refusal: () => JSON.stringify({ status: { code: 'ERROR', msg: '邮编格式不正确' } }),
    answer: ([reference]) => {
      if (!write) return JSON.stringify(action === 'get_tms_order_detail' ? detailOf(params, find) : ok([]));
      return JSON.stringify(
        write.gives && reference !== undefined ? ok({ orderNo: numbersOf(reference).order }) : ok(undefined),
      );
    },
  };
};

interface Write {
  reference: (params: unknown) => string;
  /** Answers with an order number, as nothing else is likely (5.1); deletes answer with a status only. */
  gives: boolean;
}

/** 5.1, 5.3, 6.1, 6.3. */
const WRITES: Readonly<Record<string, Write>> = {
  add_tms_order: { reference: (params) => textIn(params, 'order', 'customerno'), gives: true },
  add_out_order: { reference: (params) => textIn(params, 'sender_info', 'ownNO'), gives: true },
  delete_tms_order: {
    reference: (params) => textIn(params, 'orderNo') || textIn(params, 'customerno') || textIn(params, 'trackno'),
    gives: false,
  },
  delete_in_order: { reference: (params) => textIn(params, 'orderNo'), gives: false },
};

function ok(data: unknown): object {
  return { status: { code: 'OK', msg: '成功' }, data };
}

/** 5.2: events tell when the order came in. */
function detailOf(params: unknown, find: Parameters<Wire>[1]): object {
  const number = textIn(params, 'customerno') || textIn(params, 'orderNo') || textIn(params, 'trackno');
  const found = find(number);
  if (!found) return { status: { code: 'ERROR', msg: '订单不存在' } };
  const { order, tracking } = numbersOf(textIn(found.order, 'order', 'customerno'));
  return ok({
    order: { ...fieldsIn(within(found.order, 'order')), orderNo: order, trackno: tracking, status: '已预报' },
    consignee: within(found.order, 'consignee'),
    declare: within(found.order, 'declare'),
    fee: {},
    route: found.made === undefined ? [] : [{ addtime: String(Math.floor(found.made / 1000)), remark: '接口推送订单' }],
  });
}
