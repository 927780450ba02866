/** eTower's shipper portal: reached with the session of a login (`etower.md` part A). */
export { portalCredentialsOf, type PortalCredentials } from './account';
export { PortalClient } from './client';
export { testPortalCredentials } from './credential-test';
export { asDisplayed } from './display';
export { checkUuid, getPortalOrder } from './orders';
export type { PortalParcel } from './parcels';
export {
  listPortalServiceOptions,
  listPortalServices,
  portalServiceOf,
  portalServiceOptionOf,
  type PortalService,
  type PortalServiceOption,
} from './services';
export { signPortalRequest } from './sign';
export { downloadTemplate } from './template';
export { checkSpreadsheet, fileRemarks, rowText, uploadOrders, type Upload, type UploadResult } from './upload';
