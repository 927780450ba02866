import { Huahan } from '../../../nodes/Huahan/Huahan.node';
import { enveloped } from '../eccang/wire';
import type { CarrierReplies } from '../leaves/table';

export const REPLIES: CarrierReplies = {
  carrier: 'huahan',
  at: (url) => ({
    node: new Huahan(),
    credentials: { huahanApi: { baseUrl: url, appToken: 'APP_TOKEN', appKey: 'APP_KEY' } },
  }),
  body: enveloped,
  besides: { 'getFbaLabel.failure.response.json': 'a refusal: it becomes an error' },
  replies: {
    batchCreateOrder: { operation: 'order.create', parameters: { options: { sendInBatches: true } } },
    batchGetDeliveryProof: { operation: 'label.getProofOfDispatch', parameters: { number: 'HHWCY4239000001YQ' } },
    batchGetLabelUrl: { operation: 'label.getMerged' },
    createOrder: { operation: 'order.create' },
    getBillingWeight: { operation: 'order.getBilledWeight', parameters: { number: 'HHWIK1102001476YQ' } },
    getCargoTrack: { operation: 'tracking.get', parameters: { number: 'HHWDE9344000011YQ' } },
    getCargoTrackPdd: { operation: 'tracking.getWithTimeZones', parameters: { number: 'HHWQV2359000002YQ' } },
    getFbaLabel: { operation: 'label.getFba', parameters: { number: 'HHWAA4236000002YQU001' } },
    getOrder: { operation: 'order.get', parameters: { number: 'HHWEW0007000006YQ' } },
    getOrderFee: { operation: 'order.getCharges', parameters: { number: 'HHWFL9289000004YQ' } },
    getShippingMethod: { operation: 'product.getMany' },
    getTrackNumber: { operation: 'order.getTrackingNumber', parameters: { number: 'TEST0001' } },
    interceptOrder: { operation: 'order.intercept' },
    modifyOrderWeight: { operation: 'order.updateWeight', parameters: { number: 'HHWEW0007000004YQ' } },
  },
};
