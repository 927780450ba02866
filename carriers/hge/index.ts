/** HGE (Hanjin Global Express), open platform V2, of which 4 of 22 operations are documented (`hge.md`). */
export { BASE_URLS, credentialsOf, DISPLAY_NAME, endpointOf, type HgeCredentials } from './account';
export { HgeClient, type HgeRequest } from './client';
export { testCredentials } from './credential-test';
export { manifest, scanForm, submit, type HandOver } from './handovers';
export { checkOrder, createOrder, getOrder, type OrderAnswer, type OrderNumber } from './orders';
export { checkBody, mergeBodies } from './request-body';
export { ADDRESS, ITEM, MANIFEST, ORDER, PARCEL, SCAN_FORM, TAX, type Kind, type Shape } from './shapes';
export { signatureOf, signRequest } from './sign';
