import { ECCANG, type EccangDeployment } from '../eccang';
import { HUAHAN_MAPPING } from './order-mapping';
import { HUAHAN_ORDER } from './requests/order';

/** The address that public clients use; there is no https (`huahan.md` 1). */
export const HUAHAN_BASE_URL = 'http://api.hh-exp.com';

/** Huahan Logistics (华翰物流): an Eccang deployment, with these differences (`huahan.md`). */
export const HUAHAN: EccangDeployment = {
  ...ECCANG,
  carrier: 'huahan',
  displayName: 'Huahan Logistics',
  order: HUAHAN_ORDER,
  orderMapping: HUAHAN_MAPPING,
  // 3.3: getOrder takes the customer reference too, and says more than getTrackNumber.
  findsOrdersWith: 'getOrder',
  // 2: neither method is in its list.
  hasCatalogue: false,
  // 3.1: "insured amount in RMB".
  insuranceCurrency: 'RMB',
  // 1: about 50 numbers a call, and calls side by side may be blocked by the carrier's firewall.
  tracking: { numbersPerCall: 50, oneCallAtATime: true },
};

export { CAPABILITIES } from './capabilities';
export { getBilledWeights, getOrderFee, type BilledWeight } from './charges';
export {
  BOXES_PER_CALL,
  getFbaLabels,
  getMergedLabel,
  getProofsOfDispatch,
  ORDERS_PER_MERGED_LABEL,
  PROOF_TEMPLATE,
  PROOFS_PER_CALL,
  type FbaLabel,
  type MergedLabelRequest,
} from './labels';
