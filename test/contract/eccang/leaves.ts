import { EccangTms } from '../../../nodes/EccangTms/EccangTms.node';
import type { CarrierReplies } from '../leaves/table';
import { enveloped } from './wire';

export const REPLIES: CarrierReplies = {
  carrier: 'eccang',
  at: (url) => ({
    node: new EccangTms(),
    credentials: { eccangTmsApi: { baseUrl: url, appToken: 'APP_TOKEN', appKey: 'APP_KEY' } },
  }),
  body: enveloped,
  besides: {},
  replies: {
    addressValidate: { operation: 'order.validate' },
    batchCreateOrder: { operation: 'order.create', parameters: { options: { sendInBatches: true } } },
    batchGetlabel: { operation: 'label.getMany', parameters: { number: 'TEST0001' } },
    cancelOrder: { operation: 'order.cancel', parameters: { number: 'CR36600006' } },
    createOrder: { operation: 'order.create' },
    feeTrail: { operation: 'rate.get' },
    getCargoTrack: { operation: 'tracking.get', parameters: { number: 'LZ251182095CN' } },
    getCountry: { operation: 'country.getMany' },
    getExtraService: { operation: 'extraService.getMany' },
    getFieldRule: { operation: 'product.getRequiredFields' },
    getLabelByTemplate: { operation: 'label.getDocument' },
    getLabelUrl: { operation: 'label.get', parameters: { number: 'TEST0001' } },
    getOrder: { operation: 'order.get', parameters: { number: 'QGADCX18041700000003' } },
    getReceivingExpense: { operation: 'order.getCharges', parameters: { number: 'TEST0001' } },
    getShippingMethod: { operation: 'product.getMany' },
    getTrackNumber: { operation: 'order.getTrackingNumber', parameters: { number: 'TEST0001' } },
    getTrackingNumberChangeRecord: { operation: 'order.getTrackingNumberHistory' },
    interceptOrder: { operation: 'order.intercept', parameters: { number: 'QGPLAI18041700000003' } },
    modifyOrderWeight: { operation: 'order.updateWeight', parameters: { number: 'EC20188041602884YQ' } },
  },
};
