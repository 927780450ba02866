import { Etower } from '../../../nodes/Etower/Etower.node';
import type { CarrierReplies } from '../leaves/table';
import { SESSION } from './portal-wire';
import { accountAt, pdf } from './wire';

export const etower: CarrierReplies = {
  carrier: 'etower',
  at: (url) => ({
    node: new Etower(),
    credentials: {
      etowerApi: accountAt(url),
      etowerPortalApi: { baseUrl: url, sessionId: SESSION, language: 'en_US' },
    },
  }),
  body: (reply) => JSON.stringify(reply).replaceAll('<Base64 file>', pdf('label')),
  values: {
    status: 'Failure',
    'data[].status': 'Failure',
    'data[].piecesResult[].status': 'Failure',
    'data[].orderResults[].status': 'Failure',
  },
  besides: { 'download-template.response.json': 'a file' },
  replies: {
    'close-shipments': { operation: 'manifest.close', numbers: ['test001'] },
    'create-order-labels': { operation: 'order.createWithLabel', parameters: { referenceNo: 'TESTING1231211' } },
    'create-orders': { operation: 'order.create', parameters: { referenceNo: 'TESTING1231211' } },
    'delete-order': { operation: 'order.delete', numbers: ['SAMPLE-20200806140623'] },
    'forecast-manifests': { operation: 'manifest.send', numbers: ['JDQ002445001000931503'] },
    'get-order-detail': { operation: 'portalOrder.get' },
    handover: {
      operation: 'bag.handOver',
      parameters: { bagNo: '20201102001-001', trackingNo: 'JDQ002447301000931502' },
    },
    'hold-orders': { operation: 'order.hold', numbers: ['Test001'] },
    'label-specs': { operation: 'label.getData', numbers: ['TESTING1231211'] },
    'list-service-options': { operation: 'portalService.getOptions', parameters: { serviceOption: '' } },
    'list-services': { operation: 'portalService.getMany' },
    'pickup-requests': { operation: 'pickup.request' },
    'print-labels': { operation: 'label.get', numbers: ['JDQ002445001000931503'], parameters: { labelFormat: 'PDF' } },
    'query-orders': { operation: 'order.get', numbers: ['JDQ002445701000931502'] },
    'service-catalog': { operation: 'service.getMany' },
    'tracking-events': { operation: 'tracking.get', numbers: ['33CUD657712501000931506'] },
    'tracking-numbers': { operation: 'order.getTrackingNumber', numbers: ['TESTING1231211'] },
    'upload-orders': { operation: 'portalOrder.upload' },
  },
};
