import path from 'node:path';
import { EccangTms } from '../../../nodes/EccangTms/EccangTms.node';
import { documentedJson } from '../../documented';
import {
  answer,
  batchCases,
  byCode,
  credential,
  getTrackingNumber,
  labelGet,
  listCases,
  numberCases,
  opened,
  orderCases,
  rateGet,
  serviceCall,
  sharedCalls,
  updateWeight,
} from '../eccang-requests';
import { DATES, everyParameter } from '../every-field';
import { cases, describeRequests, type Cases } from '../requests';
import { NO_KEY, updatesCases } from '../updates-requests';

const { description } = new EccangTms();

describeRequests({
  node: 'eccangTms',
  description,
  directory: path.join(__dirname, 'requests'),
  credentials: (url) => ({ eccangTmsApi: credential(url) }),
  decode: opened,
  answer,
  operations: {
    'order.create': orderCreate,
    'order.validate': orderValidate,
    'order.get': () => numberCases({ description, operation: 'order.get' }),
    'order.cancel': orderCancel,
    'order.intercept': orderIntercept,
    'order.updateWeight': () => updateWeight({ description, operation: 'order.updateWeight' }),
    'order.getCharges': () => numberCases({ description, operation: 'order.getCharges' }),
    'order.getTrackingNumber': () => getTrackingNumber({ description, operation: 'order.getTrackingNumber' }),
    'order.getTrackingNumberHistory': trackingNumberHistory,
    'label.get': () => labelGet({ description, operation: 'label.get' }),
    'label.getDocument': labelGetDocument,
    'label.getMany': labelGetMany,
    'tracking.get': () => ({
      ...numberCases({ description, operation: 'tracking.get' }),
      ...sharedCalls(41),
      ...cases({ 'in English': { number: 'N-1', options: { lang: 'EN', type: '1' } } }),
    }),
    'tracking.getUpdates': () => ({
      ...numberCases({ description, operation: 'tracking.getUpdates', formats: NO_KEY }),
      ...sharedCalls(21),
      ...updatesCases('eccang'),
    }),
    'rate.get': () => rateGet(description),
    'product.getMany': () => listCases({ description, operation: 'product.getMany' }),
    'product.getRequiredFields': productGetRequiredFields,
    'country.getMany': () => listCases({ description, operation: 'country.getMany' }),
    'extraService.getMany': extraServiceGetMany,
    'service.call': () => serviceCall(description),
  },
});

const required = {
  referenceNo: 'REF-1',
  shippingMethod: byCode('PK0001'),
  countryCode: byCode('US'),
  orderWeight: 0.25,
  consignee: {
    consigneeName: 'Sample Recipient',
    consigneeStreet: '1 Example Street',
    consigneeCity: 'Springfield',
    consigneePostcode: '62701',
  },
  items: { entry: [{ invoiceEnname: 'Case', invoiceQuantity: 1, invoiceWeight: 0.2, invoiceUnitcharge: '3.50' }] },
};

function orderCreate(): Cases {
  const form = { description, operation: 'order.create', required: { ...required, orderPieces: 1 } };
  return {
    ...orderCases(form, documentedJson('eccang', 'createOrder.request.json')),
    ...batchCases(form.required),
    ...cases({
      'the fields that the product demands are asked for': { ...form.required, options: { checkRequiredFields: true } },
      'no extra service': { ...form.required, additionalFields: { extraService: [] } },
      'extra services as text': { ...form.required, additionalFields: { extraService: '={{ "A;B" }}' } },
      'no boxes': { ...form.required, orderPieces: 0 },
      'an empty box': { ...form.required, volume: { entry: [{}] } },
      'a box of zeros': {
        ...form.required,
        volume: { entry: [{ length: 0, width: 0, height: 0, weight: 0, boxNumber: '' }] },
      },
      COD: { ...form.required, additionalFields: { isCOD: 'Y', salesAmount: '={{ 12.5 }}', salesCurrency: 'EURO' } },
    }),
  };
}

function orderValidate(): Cases {
  const form = { description, operation: 'order.validate', required };
  return {
    ...orderCases(form, documentedJson('eccang', 'addressValidate.request.json')),
    ...cases({
      'an order of createOrder as JSON': {
        inputMode: 'json',
        body: JSON.stringify(documentedJson('eccang', 'createOrder.request.json')),
      },
    }),
  };
}

function orderCancel(): Cases {
  return {
    ...numberCases({ description, operation: 'order.cancel' }),
    ...cases({
      'every number type: 3': { numberType: '3', number: 'N-1' },
      'a type that is no number': { numberType: '={{ "x" }}', number: 'N-1' },
    }),
  };
}

function orderIntercept(): Cases {
  const whole = { numberType: '2', number: 'N-1', holdOnRemark: 'Buyer <cancelled> & "gone"' };
  return {
    ...numberCases({ description, operation: 'order.intercept' }, whole),
    ...cases({
      'type as a number': { ...whole, numberType: '={{ 3 }}' },
      'type empty': { ...whole, numberType: '={{ "" }}' },
      'reason empty': { ...whole, holdOnRemark: '={{ "  " }}' },
      'reason a number': { ...whole, holdOnRemark: '={{ 5 }}' },
    }),
  };
}

function trackingNumberHistory(): Cases {
  const dates = { ...DATES, 'the form that is asked for': '2026-01-31 09:08:07' };
  const formats = { startDate: () => '2026-01-01 00:00:00', endDate: () => '2026-01-31 23:59:59' };
  return {
    ...numberCases({ description, operation: 'order.getTrackingNumberHistory', formats }),
    ...cases(
      Object.fromEntries(Object.entries(dates).map(([name, value]) => [name, { number: 'N-1', startDate: value }])),
      'dates: ',
    ),
    ...cases({
      'dates: a wrong end': { number: 'N-1', startDate: '', endDate: '2026-01-31' },
      'dates: null': { number: 'N-1', startDate: '={{ null }}', endDate: '={{ $json.nothing }}' },
    }),
  };
}

function labelGetMany(): Cases {
  const form = { description, operation: 'label.getMany' };
  return {
    ...numberCases(form),
    ...sharedCalls(21, { labelType: '3', labelContentType: '4', download: false }),
    ...cases({
      'the other name of the method': { number: 'N-1', download: false, options: { batchService: 'batchGetLabel' } },
      'the name of the method is no choice': { number: 'N-1', options: { batchService: '={{ "x" }}' } },
      'a size that is no number': { number: 'N-1', labelType: '={{ "x" }}' },
      'a content that is no number': { number: 'N-1', labelContentType: '={{ "x" }}' },
    }),
  };
}

function labelGetDocument(): Cases {
  const whole = { templateId: '7', number: 'N-1' };
  return {
    ...numberCases({ description, operation: 'label.getDocument' }, whole),
    ...cases({
      'several numbers as text': { ...whole, number: 'A, B；C\nD ,, E' },
      'several numbers as a list': { ...whole, number: '={{ ["A", 2, " C "] }}' },
      'a list of nothing': { ...whole, number: '={{ [""] }}' },
      'template a number': { ...whole, templateId: '={{ 7 }}', download: false },
      'template empty': { ...whole, templateId: '={{ "" }}' },
    }),
  };
}

function productGetRequiredFields(): Cases {
  const formats = { shippingMethod: () => byCode('PK0001'), countryCode: () => byCode('US') };
  return cases({
    'every parameter': everyParameter({ description, operation: 'product.getRequiredFields', formats }),
    'without a country': { shippingMethod: byCode('PK0001') },
    'product empty': { shippingMethod: byCode('={{ "" }}') },
    'product as plain text': { shippingMethod: 'PK0002', countryCode: 'FR' },
  });
}

function extraServiceGetMany(): Cases {
  const formats = { shippingMethod: () => byCode('PK0001'), countryCode: () => byCode('US') };
  const whole = { shippingMethod: byCode('PK0001'), countryCode: byCode('US') };
  return {
    ...listCases({ description, operation: 'extraService.getMany', formats }, whole),
    ...cases({
      'product empty': { ...whole, shippingMethod: byCode('={{ "" }}') },
      'country empty': { ...whole, countryCode: byCode('={{ "" }}') },
    }),
  };
}
