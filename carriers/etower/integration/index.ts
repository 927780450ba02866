/** eTower's integration API: signed with a token and a key (`etower.md` part B). */
export {
  bagNumberOf,
  BAGS_PER_CALL,
  checkBag,
  checkHandover,
  handOverBags,
  ofOneParcel,
  ofWholeBag,
  PARCELS_PER_CALL,
  parcelNumberOf,
  type BagAnswer,
  type HandedOver,
} from './bags';
export { callEndpoint } from './endpoint';
export { knownServices, listServices, serviceOf, type Service } from './catalogue';
export { createOrders } from './creation';
export type { NewOrder } from './recovery';
export { testEtowerCredentials } from './credential-test';
export { EtowerClient, type ApiRequest } from './client';
export { withoutFiles } from './label-files';
export { createOrdersWithLabels } from './labelled-creation';
export {
  getLabelData,
  LABELS_PER_CALL,
  printLabels,
  printMerged,
  type LabelSettings,
  type MergedLabels,
} from './labels';
export { CLOSINGS_PER_CALL, closeShipments, FORECASTS_PER_CALL, sendManifest, type ClosingSettings } from './manifests';
export { BAG, HANDOVER } from './requests/bag';
export { ORDER_MAPPING } from './order-mapping';
export type { OrderParcel } from './order-parcel';
export type { EtowerParcel, LabelParcel, NumberedParcel } from './parcels';
export { ORDER } from './requests/order';
export {
  checkOrder,
  checkUpdate,
  deleteOrder,
  getOrders,
  getTrackingNumbers,
  holdOrders,
  ORDERS_PER_CALL,
  updateOrder,
  type OrderAnswer,
} from './orders';
export { PICKUP } from './requests/pickup';
export { bookedPickup, checkPickup, pickupTimeOf, requestPickup, type BookedPickup } from './pickups';
export { etowerCredentialsOf, type EtowerCredentials } from './account';
export { authorizationOf, signIntegrationRequest } from './sign';
export { trackParcels, TRACKINGS_PER_CALL, type TrackedParcel } from './tracking';
export { UPDATE } from './requests/update';
