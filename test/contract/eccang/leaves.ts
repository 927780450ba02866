import { EccangTms } from '../../../nodes/EccangTms/EccangTms.node';
import type { CarrierReplies } from '../leaves/table';
import { enveloped } from './wire';

export const eccang: CarrierReplies = {
  carrier: 'eccang',
  at: (url) => ({
    node: new EccangTms(),
    credentials: { eccangTmsApi: { baseUrl: url, appToken: 'APP_TOKEN', appKey: 'APP_KEY' } },
  }),
  body: enveloped,
  values: { ask: 'Failure', 'Result[].ask': 'Failure' },
  besides: {},
  replies: {
    addressValidate: { operation: 'order.validate' },
    batchCreateOrder: {
      operation: 'order.create',
      parameters: { referenceNo: 'TEST0001', options: { sendInBatches: true } },
    },
    batchGetlabel: { operation: 'label.getMany', numbers: ['TEST0001'] },
    cancelOrder: { operation: 'order.cancel', numbers: ['CR36600006'] },
    createOrder: { operation: 'order.create', parameters: { referenceNo: 'TEST0001' } },
    feeTrail: { operation: 'rate.get' },
    getCargoTrack: { operation: 'tracking.get', numbers: ['LZ251182095CN'] },
    getCountry: { operation: 'country.getMany' },
    getExtraService: { operation: 'extraService.getMany' },
    getFieldRule: { operation: 'product.getRequiredFields' },
    getLabelByTemplate: { operation: 'label.getDocument' },
    getLabelUrl: { operation: 'label.get', numbers: ['TEST0001'] },
    getOrder: { operation: 'order.get', numbers: ['QGADCX18041700000003'] },
    getReceivingExpense: { operation: 'order.getCharges', numbers: ['TEST0001'] },
    getShippingMethod: { operation: 'product.getMany' },
    getTrackNumber: { operation: 'order.getTrackingNumber', numbers: ['TEST0001'] },
    getTrackingNumberChangeRecord: { operation: 'order.getTrackingNumberHistory' },
    interceptOrder: { operation: 'order.intercept', numbers: ['QGPLAI18041700000003'] },
    modifyOrderWeight: { operation: 'order.updateWeight', numbers: ['EC20188041602884YQ'] },
  },
};
