import type { EccangDeployment } from './deployment';
import { familyMapping } from './order-mapping';
import { ORDER } from './requests/order';

/** Any carrier that runs Eccang TMS, as the vendor documents it (`eccang.md`). */
export const ECCANG: EccangDeployment = {
  carrier: 'eccang',
  displayName: 'Eccang TMS',
  order: ORDER,
  orderMapping: familyMapping('eccang', ORDER),
  findsOrdersWith: 'getTrackNumber',
  hasCatalogue: true,
  // Clients send 20 to 50 (3.16); the smaller number works everywhere.
  tracking: { numbersPerCall: 20, oneCallAtATime: false },
};

export { CAPABILITIES, LABEL } from './capabilities';
export { fileDetails, getLabels, type LabelsRequest } from './batch-labels';
export {
  countryOf,
  extraServiceOf,
  getRequiredFields,
  listCountries,
  listExtraServices,
  type Country,
  type ExtraService,
} from './catalogue';
export {
  checkQuoteRequest,
  detailsOfBills,
  getReceivingExpense,
  quoteOf,
  quoteRates,
  type ChargesAnswer,
  type EccangCharge,
  type OrderCharges,
  type Quote,
} from './charges';
export { EccangClient } from './client';
export { cancelOrder, interceptOrder, updateWeights, type Interception, type WeightUpdate } from './corrections';
export { testCredentials } from './credential-test';
export type { EccangDeployment } from './deployment';
export { credentialsOf, endpointOf, type EccangCredentials } from './account';
export {
  downloadLabel,
  getLabelLink,
  getTemplateDocument,
  invoiceLinkOf,
  labelDetails,
  labelLinks,
  type LabelRequest,
} from './labels';
export { ORDER } from './requests/order';
export { CONTAINERS, contentOf, entriesFor, entriesOf, toldIn } from './answer';
export { createOrder, createOrders } from './creation';
export { familyMapping } from './order-mapping';
export { checkOrder, getOrder, type OrderAnswer } from './orders';
export type { CreatedParcel, NumberedParcel, OrderParcel } from './parcels';
export { listProducts, productOf, type Product } from './products';
export { QUOTES } from './rate-mapping';
export { QUOTE } from './requests/quote';
export { quoting } from './reply';
export { checkRequiredFields } from './required-fields';
export { signEnvelope } from './sign';
export { trackParcels, type TrackedParcel, type TrackingService, type TrackingSettings } from './tracking';
export {
  awaitTrackingNumbers,
  getTrackingNumberChanges,
  getTrackingNumbers,
  numberChangeOf,
  type NumberChange,
  type NumberChanges,
} from './tracking-numbers';
export { validateOrder, validationRequestOf, type Validation } from './validation';
