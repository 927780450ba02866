import credentials from '../../examples/credentials.sandbox.json';
import type { Carrier } from '../carrier';
import { callServiceCarrier } from './carrier';
import { trackingNumber, type Deployment, type TimeCost } from './deployment';
import { baseline, eccangProducts } from './products';
import { eccangFormats } from './rules';
import { eccangServices } from './services';

/** Services whose example prints `time_cost(s)` as a text; the others have a number. */
const textTimes: ReadonlyMap<string, TimeCost> = new Map([
  ['createOrder', 'text'],
  ['addressValidate', 'text'],
  ['getTrackingNumberChangeRecord', 'text'],
  ['getLabelByTemplate', 'text'],
]);

/** The generic installation, `eccang.md`. */
export const eccang: Deployment = {
  name: 'eccang',
  prefix: '/eccang',
  credentials: credentials.eccangTmsApi,
  numbering: {
    // Fourteen digits as in EC20188041602884YQ.
    waybill: (serial) => `EC${20_268_010_500_000 + serial}YQ`,
    firstTrackingSerial: 25_118_209,
  },
  products: eccangProducts,
  services: new Map(Object.entries(eccangServices)),
  timeCost: (service) => textTimes.get(service) ?? 'number',
  accepts: {
    getOrder: ['waybill'],
    interceptOrder: ['waybill', 'reference', 'tracking'],
    modifyOrderWeight: ['waybill'],
    getCargoTrack: ['tracking'],
  },
  allowedIn: { cancelOrder: 'DP', interceptOrder: 'PV', modifyOrderWeight: 'DP' },
  // No limit is documented; clients ask for 20 to 50 numbers at a time.
  limits: { getCargoTrack: 50, batchCreateOrder: Number.POSITIVE_INFINITY },
  exclusive: new Set(),
  interception: { needsTypeAndRemark: true },
  creation: {
    requiredFields: baseline,
    formats: eccangFormats,
    upperCases: true,
    takesProductNames: false,
    checksExtraServices: true,
    failureMessage: '订单数据不合法',
    answer: (order, { deployment }) => ({
      reference_no: order.reference,
      shipping_method_no: trackingNumber(order, deployment),
      order_code: order.waybill,
      track_status: order.product.trackStatus,
      sender_info_status: 1,
      ODA: '',
      agent_number: '',
      system_number: '',
    }),
  },
  withoutTracking: () => '',
  orderView: { omit: [], omitOfItem: [], chargeDecimals: 3, emptyPostcode: null, emptyInsurance: null },
  tracking: { comment: ({ chinese, english }, lang) => (lang === 'EN' ? english : chinese) },
};

export function createEccang(): Carrier {
  return callServiceCarrier(eccang);
}
