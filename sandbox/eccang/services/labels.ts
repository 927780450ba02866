import { countries } from '../../countries';
import { record, text, texts } from '../../json';
import type { LabelPage, PaperSize } from '../../label-page';
import { codes, failure, orderUnknown, success } from '../answers';
import type { Service } from '../deployment';
import { anyNumber, typesAsked } from '../numbers';
import type { Order, Orders } from '../orders';

/** `label_type`, `eccang.md` 4.9. */
export const papers: ReadonlyMap<string, PaperSize> = new Map([
  ['1', '10x10'],
  ['2', 'A4'],
  ['3', '10x15'],
]);

/** `label_content_type`, `eccang.md` 4.10; 7 is allowed without a documented meaning. */
export const contents: ReadonlyMap<string, string> = new Map([
  ['1', 'Label'],
  ['2', 'Customs declaration'],
  ['3', 'Picking list'],
  ['4', 'Label + declaration'],
  ['5', 'Label + picking list'],
  ['6', 'Label + declaration + picking list'],
  ['7', 'Content type 7'],
]);

/** `eccang.md` 3.4; every failure has an empty code. Older deployments spell the size `lable_type`: both are read. */
export const getLabelUrl: Service = (params, desk) => {
  const sent = record(params);
  const number = text(sent.reference_no);
  if (number === '') return failure(codes.none, '单号不能为空');
  const asked = printed(text(sent.label_type) || text(sent.lable_type), text(sent.label_content_type));
  if ('problem' in asked) return failure(codes.none, asked.problem);
  const { paper, content } = asked;
  const order = desk.orders.find(number, typesAsked(text(sent.type)));
  const problem = labelProblem(order);
  if (!order || problem !== undefined) return failure(codes.none, problem ?? orderUnknown);
  return success({ url: desk.link(paper, [labelPage(order, content)]), type: 'pdf', reference_no: number });
};

/**
 * `eccang.md` 3.5: one file for the orders that have a label, and in `printInfo` what is said of each number. That the
 * numbers are refused as those of 3.4 are, and that every one is named, is inferred.
 */
export const batchGetlabel: Service = (params, desk) => {
  const sent = record(params);
  const numbers = texts(sent.codes);
  if (!numbers) return failure(codes.none, '单号不能为空');
  const asked = printed(text(sent.label_type), text(sent.label_content_type));
  if ('problem' in asked) return failure(codes.none, asked.problem);
  const { paper, content } = asked;
  const orders = numbers.map((number) => ({ code: number, order: desk.orders.find(number, ['reference']) }));
  const printInfo = orders.map(({ code, order }) => ({ code, msg: labelProblem(order) ?? 'Success' }));
  const pages = orders.flatMap(({ order }) =>
    order && labelProblem(order) === undefined ? [labelPage(order, content)] : [],
  );
  const url = pages.length > 0 ? desk.link(paper, pages) : '';
  return { ask: 'Success', state: pages.length === numbers.length ? 1 : 2, result: [{ url, printInfo }] };
};

/** Paper and content that the documented values ask for, or what is wrong with them. */
function printed(type: string, contentType: string): { paper: PaperSize; content: string } | { problem: string } {
  const paper = papers.get(type || '1');
  const content = contents.get(contentType || '4');
  if (!paper) return { problem: 'label_type必须为1-3' };
  if (!content) return { problem: 'label_content_type必须为1-7' };
  return { paper, content };
}

/** Why an order has no label. */
function labelProblem(order: Order | undefined): string | undefined {
  if (!order) return orderUnknown;
  return order.product.hasLabel ? undefined : '产品未配置标签';
}

/** `eccang.md` 3.6. Template names are not documented, so any `template_id` is taken. */
export const getLabelByTemplate: Service = (params, desk) => {
  const sent = record(params);
  const nothing = { url: '', type: '' };
  const numbers = texts(sent.codes);
  if (!numbers) return failure(codes.numberEmpty, '单号不能为空', nothing);
  if (text(sent.template_id) === '') return failure(codes.mandatory, 'template_id不能为空', nothing);
  const orders = numbers.flatMap((number) => desk.orders.find(number, ['waybill']) ?? []);
  if (orders.length < numbers.length) return failure(codes.notFound, orderUnknown, nothing);
  const pages = orders.map((order) => labelPage(order, `Template ${text(sent.template_id)}`));
  return success({ url: desk.link('A4', pages), type: 'pdf', Error: [] });
};

/** What is printed for one order. */
export function labelPage(order: Order, title: string): LabelPage {
  const to = record(order.sent.Consignee);
  const line = (...fields: string[]) =>
    fields
      .map((field) => text(to[field]))
      .filter((part) => part !== '')
      .join(' ');
  return {
    title,
    // A tracking number the customer brought along may hold what no barcode can.
    barcode: /^[\x20-\x7e]{1,40}$/.test(order.tracking) ? order.tracking : order.waybill,
    lines: [
      line('consignee_name', 'consignee_company'),
      line('consignee_street', 'consignee_doorplate'),
      line('consignee_street2', 'consignee_street3'),
      line('consignee_postcode', 'consignee_city', 'consignee_province'),
      `${countries.get(order.country)?.english ?? order.country} (${order.country})`,
      `${order.product.code} ${order.product.english}`,
      `${order.weight.toFixed(3)} kg, ${order.pieces} pcs`,
      `Ref. ${order.reference}`,
      order.waybill,
    ].filter((content) => content !== ''),
  };
}

/** Finds every number, whatever its type; tells the unknown ones apart. */
export function findAll(numbers: readonly string[], orders: Orders) {
  const found: { number: string; order: Order }[] = [];
  const unknown: string[] = [];
  for (const number of numbers) {
    const order = orders.find(number, anyNumber);
    if (order) found.push({ number, order });
    else unknown.push(number);
  }
  return { found, unknown };
}
