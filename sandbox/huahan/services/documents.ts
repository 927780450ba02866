import { record, text, texts } from '../../json';
import { codes, failure, success, type Answer } from '../../eccang/answers';
import type { Service } from '../../eccang/deployment';
import { contents, findAll, labelPage, papers } from '../../eccang/services/labels';

const labelLimit = 20;
const proofLimit = 10;
const proofTemplate = '发货证明';

/** `huahan.md` 3.12: one PDF for all orders, all of one product. */
export const batchGetLabelUrl: Service = (params, desk) => {
  const sent = record(params);
  const numbers = texts(sent.reference_nos);
  const paper = papers.get(text(sent.label_type));
  const content = text(sent.label_content_type) || '4';
  const declaration = text(record(sent.extra_option).print_declare_info) || 'Y';
  if (!numbers) return refuse('reference_nos不能为空');
  if (numbers.length > labelLimit) return refuse(`一次最多获取${labelLimit}个订单的标签`);
  if (!paper) return refuse('label_type必须为1-3');
  if (!/^[1-6]$/.test(content)) return refuse('label_content_type必须为1-6');
  if (!/^[YN]$/.test(declaration)) return refuse('print_declare_info必须为Y或N');
  const { found, unknown } = findAll(numbers, desk.orders);
  if (unknown.length > 0) return refuse(`${unknown.join(',')}单号不存在`);
  if (new Set(found.map(({ order }) => order.product)).size > 1) return refuse('只能获取同一产品的标签');
  if (!found.every(({ order }) => order.product.hasLabel)) return refuse('产品未配置标签');
  const title = contents.get(content) ?? '';
  const pages = found.map(({ order }) => labelPage(order, title));
  return success({ url: desk.link(paper, pages) });
};

/** `huahan.md` 3.13: only the orders found are listed; none found is a failure (inferred from its wording). */
export const batchGetDeliveryProof: Service = (params, desk) => {
  const sent = record(params);
  const numbers = texts(sent.reference_nos);
  if (!numbers) return refuse('reference_nos不能为空');
  if (numbers.length > proofLimit) return refuse(`一次最多获取${proofLimit}个订单的发货证明`);
  if (text(sent.labelName) !== proofTemplate) return refuse(`labelName必须为${proofTemplate}`);
  const { found } = findAll(numbers, desk.orders);
  if (found.length === 0) return refuse('获取发货证明全部失败');
  return success({
    data: found.map(({ number, order }) => ({
      url: desk.link('A4', [labelPage(order, 'Proof of dispatch')]),
      reference_no: number,
    })),
  });
};

/** `message` and `errCode` are empty, the text is in `errMessage` only. */
export function refuse(message: string): Answer {
  return failure(codes.none, message);
}
