import { isRecord, record, text, type JsonRecord } from '../../json';
import { codes, failure, missing, orderUnknown, success, type Answer } from '../answers';
import type { Desk, Service } from '../deployment';
import { typesAsked } from '../numbers';
import { touch, type Order } from '../orders';
import { weightFormat } from '../rules';

/** `eccang.md` 3.11, `huahan.md` 3.4. A cancelled order stays, as discarded; its reference stays taken (sandbox's choice). */
export const cancelOrder: Service = (params, { deployment, orders }) => {
  const { reference_no, type } = numberAndType(params);
  if (reference_no === '') return missing('reference_no');
  const order = orders.find(reference_no, typesAsked(type));
  if (!order) return failure(codes.notFound, orderUnknown);
  if (!deployment.allowedIn.cancelOrder.includes(order.status)) return wrongState('只有草稿、已预报的订单可以取消');
  order.status = 'E';
  touch(order);
  return success({ reference_no, type: type === '' ? null : type });
};

/** `eccang.md` 3.12, `huahan.md` 3.5. */
export const interceptOrder: Service = (params, { deployment, orders }) => {
  const { reference_no, type, hold_on_remark } = numberAndType(params);
  const { needsTypeAndRemark } = deployment.interception;
  if (reference_no === '') return missing('reference_no');
  if (needsTypeAndRemark && type === '') return missing('type');
  if (needsTypeAndRemark && hold_on_remark === '') return missing('hold_on_remark');
  const asked = needsTypeAndRemark ? typesAsked(type) : deployment.accepts.interceptOrder;
  const order = orders.find(reference_no, asked);
  if (!order) return failure(codes.notFound, orderUnknown);
  if (!deployment.allowedIn.interceptOrder.includes(order.status)) return wrongState('订单状态不允许拦截');
  order.status = 'Q';
  order.holdRemark = hold_on_remark;
  touch(order);
  return success(needsTypeAndRemark ? { reference_no, type } : { reference_no });
};

/** `eccang.md` 3.13, `huahan.md` 3.6: the top-level `ask` is `Success` whatever the items say. */
export const modifyOrderWeight: Service = (params, desk) => {
  if (!Array.isArray(params) || params.length === 0) return missing('order_code');
  return success({ message: '', Result: params.map((entry) => changeWeight(record(entry), desk)) });
};

function changeWeight(entry: JsonRecord, { deployment, orders }: Desk): Answer {
  const order_code = text(entry.order_code);
  const weight = text(entry.weight);
  const order = orders.find(order_code, deployment.accepts.modifyOrderWeight);
  const problem = weightProblem(order, weight, deployment.allowedIn.modifyOrderWeight);
  if (!order || problem !== undefined) {
    return { order_code, ask: 'Failure', Error: { errMessage: problem, errCode: codes.none } };
  }
  order.weight = Number(weight);
  touch(order);
  return { order_code, ask: 'Success', message: 'Success' };
}

function weightProblem(order: Order | undefined, weight: string, allowed: string): string | undefined {
  if (!order) return '单号不存在';
  if (!weightFormat.test(weight)) return '重量必须大于0且最多3位小数';
  return allowed.includes(order.status) ? undefined : '只有草稿、换号中、已预报的订单可以修改重量';
}

/** Refused for the order's state. The code is not documented; it is left empty (`eccang.md` 1.4 no. 8). */
function wrongState(message: string): Answer {
  return failure(codes.none, message);
}

function numberAndType(params: unknown) {
  const sent = isRecord(params) ? params : {};
  return {
    reference_no: text(sent.reference_no),
    type: text(sent.type),
    hold_on_remark: text(sent.hold_on_remark),
  };
}
