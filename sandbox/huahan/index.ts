import credentials from '../../examples/credentials.sandbox.json';
import type { Carrier } from '../carrier';
import { eccang } from '../eccang';
import { callServiceCarrier } from '../eccang/carrier';
import { trackingNumber, type Deployment, type Service } from '../eccang/deployment';
import { sharedFormats, type FieldFormat } from '../eccang/rules';
import { eccangServices } from '../eccang/services';
import { huahanProducts, required } from './products';
import { getBillingWeight, getOrderFee } from './services/charges';
import { batchGetDeliveryProof, batchGetLabelUrl } from './services/documents';
import { getFbaLabel } from './services/getFbaLabel';
import { getCargoTrackPdd } from './services/getCargoTrackPdd';
import { getShippingMethod } from './services/getShippingMethod';

/** The method list of `huahan.md` section 2, complete: anything else answers 50005. */
const services: Record<string, Service> = {
  createOrder: eccangServices.createOrder,
  batchCreateOrder: eccangServices.batchCreateOrder,
  getOrder: eccangServices.getOrder,
  cancelOrder: eccangServices.cancelOrder,
  interceptOrder: eccangServices.interceptOrder,
  modifyOrderWeight: eccangServices.modifyOrderWeight,
  getTrackNumber: eccangServices.getTrackNumber,
  getCargoTrack: eccangServices.getCargoTrack,
  getCargoTrackPdd,
  getShippingMethod,
  getLabelUrl: eccangServices.getLabelUrl,
  batchGetLabelUrl,
  batchGetDeliveryProof,
  getOrderFee,
  getBillingWeight,
  feeTrail: eccangServices.feeTrail,
  getFbaLabel,
};

/** `huahan.md` 4.1. */
const currencies: FieldFormat = {
  field: 'invoice_currencycode',
  accepts: /^(USD|AUD|CAD|EUR|GBP|HKD|MXN|RMB|RUB|SGD)$/,
  problem: '币种不支持',
};

/** Huahan as its differences from the generic installation. */
const huahan: Deployment = {
  ...eccang,
  name: 'huahan',
  prefix: '/huahan',
  credentials: credentials.huahanApi,
  numbering: {
    // HHW, two letters, year and day (6005 = 5 January 2026), six digits, YQ, as in HHWEW0008000011YQ (form inferred).
    waybill: (serial) => `HHWSB6005${String(serial).padStart(6, '0')}YQ`,
    firstTrackingSerial: 42_374_505,
  },
  products: huahanProducts,
  services: new Map(Object.entries(services)),
  timeCost: (service) => (service === 'getShippingMethod' ? 'absent' : 'text'),
  accepts: {
    getOrder: ['reference', 'waybill'],
    interceptOrder: ['waybill'],
    modifyOrderWeight: ['waybill', 'reference', 'tracking'],
    getCargoTrack: ['waybill', 'tracking'],
  },
  allowedIn: { ...eccang.allowedIn, interceptOrder: 'P' },
  limits: { getCargoTrack: 50, batchCreateOrder: 5 },
  exclusive: new Set(['getCargoTrack']),
  interception: { needsTypeAndRemark: false },
  creation: {
    requiredFields: required,
    formats: [...sharedFormats, currencies],
    upperCases: false,
    takesProductNames: true,
    checksExtraServices: false,
    failureMessage: '服务异常:订单数据不合法',
    answer: (order, { deployment }) => ({
      reference_no: order.reference,
      shipping_method_no: trackingNumber(order, deployment),
      order_code: order.waybill,
      track_status: String(order.product.trackStatus),
      sender_info_status: '1',
      ODA: '',
      agent_number: String(496_408 + order.serial),
    }),
  },
  // Equals the waybill when none is assigned (`huahan.md` section 1).
  withoutTracking: ({ waybill }) => waybill,
  // Only what the cut-off example shows (`huahan.md` 3.3).
  orderView: {
    omit: [
      'channel_hawbcode',
      'system_hawbcode',
      'clearance_system_hawbcode',
      'is_return',
      'status',
      'volume',
      'extra_service',
    ],
    omitOfItem: ['HSTaxrate', 'box_no', 'Material', 'ASIN', 'AmazonPrice', 'product_id', 'transaction_id', 'use'],
    chargeDecimals: 2,
    emptyPostcode: '',
    emptyInsurance: '0.000',
  },
  tracking: {
    comment: ({ chinese, english }) => (chinese === english ? english : `${chinese} ${english}`),
    // The summary differs from the one event (`huahan.md` 3.8).
    announced: { status: 'NO', comment: '运单电子信息已收到' },
  },
};

export function createHuahan(): Carrier {
  return callServiceCarrier(huahan);
}
