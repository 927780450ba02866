import { countries } from '../../countries';
import { record, text } from '../../json';
import { codes, failure, missing, success } from '../answers';
import { extraServicesFor, findProduct, requiredFields } from '../catalogue';
import type { Service } from '../deployment';
import { isValidated, malformedFields, missingFields } from '../rules';

/** `eccang.md` 3.20. */
export const getShippingMethod: Service = (_params, { deployment }) =>
  success({
    data: deployment.products.map(({ code, chinese, english }) => ({ code, cn_name: chinese, en_name: english })),
  });

/** `eccang.md` 3.21, the newer spelling. */
export const getCountry: Service = () =>
  success({
    data: [...countries.values()].map(({ code, chinese, english }) => ({
      CountryCode: code,
      CName: chinese,
      EName: english,
    })),
  });

/** `eccang.md` 3.22. */
export const getExtraService: Service = (params, { deployment }) => {
  const sent = record(params);
  if (text(sent.shipping_method) === '') return missing('shipping_method');
  if (text(sent.country_code) === '') return missing('country_code');
  const product = findProduct(deployment, text(sent.shipping_method));
  if (!product) return failure(codes.mandatory, '运输方式不存在');
  return success({
    data: extraServicesFor(product, text(sent.country_code).toUpperCase()).map((service) => ({
      extra_service_kind: service.kind,
      extra_service_cnname: service.chinese,
      extra_service_enname: service.english,
      extra_service_group: service.group,
      extra_service_note: service.note,
    })),
  });
};

/** `eccang.md` 3.18. */
export const getFieldRule: Service = (params, { deployment }) => {
  const sent = record(params);
  if (text(sent.product_code) === '') return missing('product_code');
  const product = findProduct(deployment, text(sent.product_code));
  if (!product) return failure(codes.mandatory, '产品不存在');
  const country = text(sent.country_code).toUpperCase();
  return success({ data: { requiredFields: requiredFields(deployment, product, country) } });
};

/** `eccang.md` 3.19: the parts are called `consignee` and `invoice` here. Nothing is stored. */
export const addressValidate: Service = (params, { deployment }) => {
  const sent = record(params);
  const order = { ...sent, Consignee: sent.consignee, ItemArr: sent.invoice };
  const product = findProduct(deployment, text(sent.shipping_method));
  const country = text(sent.country_code).toUpperCase();
  const required = product ? requiredFields(deployment, product, country) : deployment.creation.requiredFields;
  const problems = [
    ...missingFields(order, required.filter(isValidated)),
    ...malformedFields(
      order,
      deployment.creation.formats.filter(({ field }) => isValidated(field)),
    ),
    ...(product || text(sent.shipping_method) === '' ? [] : ['运输方式不存在']),
    ...(/^[A-Z]{2}$/.test(country) && !countries.has(country) ? ['国家代码不存在'] : []),
  ];
  if (problems.length === 0) return success({ message: '检验通过' });
  const named = problems.join(';').replaceAll('ItemArr[', 'invoice[').replaceAll('Consignee.', 'consignee.');
  return failure(codes.invalidData, named, { message: '信息不合法' });
};
