import { Etower } from '../../../nodes/Etower/Etower.node';
import type { CarrierReplies } from '../leaves/table';
import { SESSION } from './portal-wire';
import { accountAt, pdf } from './wire';

export const REPLIES: CarrierReplies = {
  carrier: 'etower',
  at: (url) => ({
    node: new Etower(),
    credentials: {
      etowerApi: accountAt(url),
      etowerPortalApi: { baseUrl: url, sessionId: SESSION, language: 'en_US' },
    },
  }),
  body: (reply) => JSON.stringify(reply).replaceAll('<Base64 file>', pdf('label')),
  besides: { 'download-template.response.json': 'a file' },
  replies: {
    'close-shipments': { operation: 'manifest.close', parameters: { number: 'test001' } },
    'create-order-labels': { operation: 'order.createWithLabel' },
    'create-orders': { operation: 'order.create' },
    'delete-order': { operation: 'order.delete', parameters: { number: 'SAMPLE-20200806140623' } },
    'forecast-manifests': { operation: 'manifest.send', parameters: { number: 'JDQ002445001000931503' } },
    'get-order-detail': { operation: 'portalOrder.get' },
    handover: { operation: 'bag.handOver' },
    'hold-orders': { operation: 'order.hold' },
    'label-specs': { operation: 'label.getData', parameters: { number: 'TESTING1231211' } },
    'list-service-options': { operation: 'portalService.getOptions' },
    'list-services': { operation: 'portalService.getMany' },
    'pickup-requests': { operation: 'pickup.request' },
    'print-labels': { operation: 'label.get', parameters: { number: 'JDQ002445001000931503', labelFormat: 'PDF' } },
    'query-orders': { operation: 'order.get', parameters: { number: 'JDQ002445701000931502' } },
    'service-catalog': { operation: 'service.getMany' },
    'tracking-events': { operation: 'tracking.get', parameters: { number: '33CUD657712501000931506' } },
    'tracking-numbers': { operation: 'order.getTrackingNumber', parameters: { number: 'TESTING1231211' } },
    'upload-orders': { operation: 'portalOrder.upload' },
  },
};
