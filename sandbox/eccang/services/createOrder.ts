import { countries } from '../../countries';
import { isRecord, record, text, type JsonRecord } from '../../json';
import { codes, failure, missing, success, type Answer } from '../answers';
import { extraServicesFor, findProduct, requiredFields } from '../catalogue';
import type { Deployment, Desk, Service } from '../deployment';
import { serves, type Product } from '../product';
import { itemsOf, malformedFields, missingFields } from '../rules';

/** `eccang.md` 3.1, `huahan.md` 3.1. */
export const createOrder: Service = (params, desk) => place(record(params), desk);

/** `eccang.md` 3.2: a root array; the top-level `ask` is `Success` even if every item failed. */
export const batchCreateOrder: Service = (params, desk) => {
  if (!Array.isArray(params) || params.length === 0) return missing('订单列表');
  const limit = desk.deployment.limits.batchCreateOrder;
  if (params.length > limit) return failure(codes.mandatory, `一次最多创建${limit}个订单`);
  return success({ Result: params.map((order) => place(record(order), desk)), Error: [] });
};

interface Problem {
  code: string;
  problem: string;
}

function place(sent: JsonRecord, desk: Desk): Answer {
  const { deployment, orders } = desk;
  const product = findProduct(deployment, text(sent.shipping_method));
  const problems = problemsOf(sent, product, desk);
  if (!product || problems.length > 0) {
    return failure(
      // Several codes come joined with ", " (`eccang.md` 1.4 no. 8).
      [...new Set(problems.map(({ code }) => code))].join(', '),
      problems.map(({ problem }) => problem).join(';'),
      { message: deployment.creation.failureMessage, reference_no: text(sent.reference_no) },
    );
  }
  const reference = text(sent.reference_no);
  const order = orders.add(
    {
      reference: deployment.creation.upperCases ? reference.toUpperCase() : reference,
      product,
      country: countryOf(sent),
      weight: Number(text(sent.order_weight)),
      pieces: Number(text(sent.order_pieces) || '1'),
      sent,
    },
    text(sent.shipping_method_no),
  );
  return success(deployment.creation.answer(order, desk));
}

function problemsOf(sent: JsonRecord, product: Product | undefined, { deployment, orders }: Desk): Problem[] {
  const rules = deployment.creation;
  const country = countryOf(sent);
  const required = product ? requiredFields(deployment, product, country) : rules.requiredFields;
  const invalid = [
    ...missingParts(sent),
    ...missingFields(sent, required),
    ...malformedFields(sent, rules.formats),
    ...(product ? productProblems(sent, product, country, deployment) : unknownProduct(sent)),
    ...(/^[A-Z]{2}$/.test(country) && !countries.has(country) ? [`国家代码${country}不存在`] : []),
  ];
  const reference = text(sent.reference_no);
  const isTaken = reference !== '' && orders.find(reference, ['reference']) !== undefined;
  return [
    ...invalid.map((problem) => ({ code: codes.mandatory, problem })),
    ...(isTaken ? [{ code: codes.duplicate, problem: '参考单号已存在' }] : []),
  ];
}

function missingParts(sent: JsonRecord): string[] {
  const objects = ['Consignee', 'Shipper'].filter((part) => !isRecord(sent[part]));
  return [...objects, ...(itemsOf(sent).length === 0 ? ['ItemArr'] : [])].map((part) => `${part}不能为空`);
}

function unknownProduct(sent: JsonRecord): string[] {
  const code = text(sent.shipping_method);
  return code === '' ? [] : [`运输方式${code}不存在`];
}

function productProblems(sent: JsonRecord, product: Product, country: string, deployment: Deployment): string[] {
  const problems = serves(product, country) ? [] : [`运输方式${product.code}不支持国家${country}`];
  if (!deployment.creation.checksExtraServices) return problems;
  const offered = extraServicesFor(product, country).map(({ kind }) => kind);
  const asked = text(sent.extra_service)
    .split(';')
    .filter((kind) => kind !== '');
  return [...problems, ...asked.filter((kind) => !offered.includes(kind)).map((kind) => `附加服务${kind}不可用`)];
}

function countryOf(sent: JsonRecord): string {
  return text(sent.country_code).toUpperCase();
}
