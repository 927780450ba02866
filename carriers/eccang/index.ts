import type { EccangDeployment } from './deployment';
import { defineOrder, ECCANG_ORDER_FIELDS } from './order-schema';
import { findByTrackingNumberRequest } from './orders';

/** Any carrier that runs Eccang TMS, as the vendor documents it (`eccang.md`). */
export const ECCANG: EccangDeployment = {
  carrier: 'eccang',
  displayName: 'Eccang TMS',
  order: defineOrder(ECCANG_ORDER_FIELDS),
  findByReference: findByTrackingNumberRequest,
  // Clients send 20 to 50 (3.16); the smaller number works everywhere.
  tracking: { numbersPerCall: 20, oneCallAtATime: false },
};

export { EccangClient, type CallSettings, type EccangCredentials } from './client';
export type { EccangDeployment } from './deployment';
export { endpointOf } from './endpoint';
export { signEnvelope } from './sign';
export { testCredentials } from './credentials';
export { optionalText, requiredText } from '../request-fields';
export { downloadLabel, getLabelLink, linkOf, type LabelRequest } from './labels';
export { defineOrder, ECCANG_ORDER_FIELDS, type OrderFields } from './order-schema';
export { checkOrder, createOrder, getOrder, type OrderAnswer } from './orders';
export { listProducts, productOf, type Product } from './products';
export { trackParcels } from './tracking';
