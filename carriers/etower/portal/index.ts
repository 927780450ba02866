/** eTower's shipper portal: reached with the session of a login (`etower.md` part A). */
export { PortalClient, signPortalRequest, type PortalCredentials } from './client';
export { asDisplayed, checkUuid, getPortalOrder } from './orders';
export {
  listPortalServiceOptions,
  listPortalServices,
  portalServiceOf,
  portalServiceOptionOf,
  type PortalService,
} from './services';
export { downloadTemplate } from './template';
export { checkSpreadsheet, fileRemarks, rowText, uploadOrders, type Upload } from './upload';
