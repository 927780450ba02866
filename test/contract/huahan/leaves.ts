import { Huahan } from '../../../nodes/Huahan/Huahan.node';
import { enveloped } from '../eccang/wire';
import type { CarrierReplies } from '../leaves/table';

export const huahan: CarrierReplies = {
  carrier: 'huahan',
  at: (url) => ({
    node: new Huahan(),
    credentials: { huahanApi: { baseUrl: url, appToken: 'APP_TOKEN', appKey: 'APP_KEY' } },
  }),
  body: enveloped,
  values: { ask: 'Failure', 'Result[].ask': 'Failure' },
  besides: { 'getFbaLabel.failure.response.json': 'a refusal: it becomes an error' },
  replies: {
    batchCreateOrder: {
      operation: 'order.create',
      parameters: { referenceNo: 'WWTEST202001084549', options: { sendInBatches: true } },
    },
    batchGetDeliveryProof: {
      operation: 'label.getProofOfDispatch',
      numbers: ['HHWCY4239000001YQ', 'HHWCY4237000002YQ'],
    },
    batchGetLabelUrl: { operation: 'label.getMerged' },
    createOrder: { operation: 'order.create', parameters: { referenceNo: 'WWTEST202001084549' } },
    getBillingWeight: { operation: 'order.getBilledWeight', numbers: ['HHWIK1102001476YQ', 'LY735983048CN'] },
    getCargoTrack: { operation: 'tracking.get', numbers: ['HHWDE9344000011YQ', 'HHWDE9344000012YQ'] },
    getCargoTrackPdd: { operation: 'tracking.getWithTimeZones', numbers: ['HHWQV2359000002YQ'] },
    getFbaLabel: { operation: 'label.getFba', numbers: ['HHWAA4236000002YQU001'] },
    getOrder: { operation: 'order.get', numbers: ['HHWEW0007000006YQ'] },
    getOrderFee: { operation: 'order.getCharges', numbers: ['HHWFL9289000004YQ'] },
    getShippingMethod: { operation: 'product.getMany' },
    getTrackNumber: { operation: 'order.getTrackingNumber', numbers: ['TEST0001'] },
    interceptOrder: { operation: 'order.intercept' },
    modifyOrderWeight: { operation: 'order.updateWeight', numbers: ['HHWEW0007000004YQ', 'HHWEW0007000005YQ'] },
  },
};
