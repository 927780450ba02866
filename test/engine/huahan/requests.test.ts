import path from 'node:path';
import { Huahan } from '../../../nodes/Huahan/Huahan.node';
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
import { cases, describeRequests, type Cases } from '../requests';
import { NO_KEY, updatesCases } from '../updates-requests';

const { description } = new Huahan();

describeRequests({
  node: 'huahan',
  description,
  directory: path.join(__dirname, 'requests'),
  credentials: (url) => ({ huahanApi: credential(url) }),
  decode: opened,
  answer,
  operations: {
    'order.create': orderCreate,
    'order.get': () => numberCases({ description, operation: 'order.get' }),
    'order.cancel': () => numberCases({ description, operation: 'order.cancel' }),
    'order.intercept': () => numberCases({ description, operation: 'order.intercept' }),
    'order.updateWeight': () => updateWeight({ description, operation: 'order.updateWeight' }),
    'order.getCharges': () => numberCases({ description, operation: 'order.getCharges' }),
    'order.getBilledWeight': () => ({
      ...numberCases({ description, operation: 'order.getBilledWeight' }),
      ...sharedCalls(3),
    }),
    'order.getTrackingNumber': () => getTrackingNumber({ description, operation: 'order.getTrackingNumber' }),
    'label.get': () => labelGet({ description, operation: 'label.get' }),
    'label.getFba': () => ({
      ...numberCases({ description, operation: 'label.getFba' }),
      ...sharedCalls(21, { download: false }),
    }),
    'label.getMerged': labelGetMerged,
    'label.getProofOfDispatch': labelGetProofOfDispatch,
    'tracking.get': () => ({ ...numberCases({ description, operation: 'tracking.get' }), ...sharedCalls(21) }),
    'tracking.getUpdates': () => ({
      ...numberCases({ description, operation: 'tracking.getUpdates', formats: NO_KEY }),
      ...sharedCalls(51),
      ...updatesCases('huahan'),
    }),
    'tracking.getWithTimeZones': () => ({
      ...numberCases({ description, operation: 'tracking.getWithTimeZones' }),
      ...sharedCalls(21),
    }),
    'rate.get': () => rateGet(description),
    'product.getMany': () => listCases({ description, operation: 'product.getMany' }),
    'service.call': () => serviceCall(description),
  },
});

function orderCreate(): Cases {
  const required = {
    referenceNo: 'REF-1',
    shippingMethod: byCode('PK0001'),
    countryCode: byCode('US'),
    orderWeight: 0.25,
    consignee: { consigneeName: 'Sample Recipient', consigneeStreet: '1 Example Street' },
    shipper: {
      shipperName: 'Sample Shipper',
      shipperCountrycode: 'CN',
      shipperProvince: 'GUANGDONG',
      shipperCity: 'SHENZHEN',
      shipperStreet: '1 Example Road',
      shipperPostcode: '518000',
      shipperTelephone: '13800138000',
      shipperMobile: '13800138001',
    },
    items: { entry: [{ invoiceEnname: 'Case', invoiceQuantity: 1, invoiceWeight: 0.2, invoiceUnitcharge: '3.50' }] },
  };
  return {
    ...orderCases(
      { description, operation: 'order.create', required },
      documentedJson('huahan', 'createOrder.request.json'),
    ),
    ...batchCases(required),
    ...cases({
      'extra services as text': { ...required, additionalFields: { extraService: 'A;B' } },
      'extra services as a list': { ...required, additionalFields: { extraService: '={{ ["A", 2] }}' } },
      'pieces as text': { ...required, additionalFields: { orderPieces: '={{ "2" }}' } },
      'pieces with decimals': { ...required, additionalFields: { orderPieces: 1.5 } },
      'every currency: RMB': {
        ...required,
        items: { entry: [{ ...required.items.entry[0], invoiceCurrencycode: 'RMB' }] },
      },
    }),
  };
}

function labelGetMerged(): Cases {
  const form = { description, operation: 'label.getMerged' };
  return {
    ...numberCases(form),
    ...sharedCalls(21, { shippingMethod: 'PK0001', labelType: '3', labelContentType: '4', download: false }),
    ...cases({
      'picking information': { number: 'N-1', download: false, options: { printDeclareInfo: 'N' } },
      'size by expression': { number: 'N-1', labelType: '={{ "" }}', download: false },
      'a size that is no number': { number: 'N-1', labelType: '={{ "x" }}' },
      'a content that is no number': { number: 'N-1', labelContentType: '={{ "x" }}' },
    }),
    'two products': {
      parameters: { number: '={{ $json.no }}', shippingMethod: '={{ $json.product }}', options: { concurrency: 1 } },
      items: ['A', 'B', 'A'].map((product, index) => ({ no: `N-${index}`, product })),
    },
  };
}

function labelGetProofOfDispatch(): Cases {
  const form = { description, operation: 'label.getProofOfDispatch', formats: { numbersPerCall: () => 2 } };
  return {
    ...numberCases(form),
    ...sharedCalls(4, { download: false }),
    ...cases({
      'too many per call': { number: 'N-1', download: false, options: { numbersPerCall: 99 } },
      'per call in words': { number: 'N-1', options: { numbersPerCall: '={{ "x" }}' } },
      'template empty': { number: 'N-1', download: false, options: { labelName: '={{ "" }}' } },
    }),
  };
}
