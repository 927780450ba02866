/** HGE (Hanjin Global Express), open platform V2, of which 4 of 22 operations are documented (`hge.md`). */
export { BASE_URLS, CARRIER, credentialsOf, DISPLAY_NAME, endpointOf, type HgeCredentials } from './account';
export { CAPABILITIES } from './capabilities';
export { HgeClient, type HgeRequest } from './client';
export { testCredentials } from './credential-test';
export { submit, type HandOver } from './handovers';
export { manifest } from './requests/manifest';
export { ORDER_MAPPING } from './order-mapping';
export { ORDER } from './requests/order';
export { checkOrder, createOrder, getOrder, type OrderAnswer, type OrderNumber } from './orders';
export type { OrderParcel } from './parcels';
export { checkBody } from './request';
export { scanForm } from './requests/scan-form';
export { signatureOf, signRequest } from './sign';
