/** Mgoship (海豚): parcels from China to Japan, warehouses there, FBA freight (`mgoship.md`). */
export { credentialsOf, ENVIRONMENTS, MGOSHIP, type MgoshipCredentials } from './account';
export { CAPABILITIES } from './capabilities';
export { MgoshipClient } from './client';
export { testCredentials } from './credential-test';
export { FBA_ORDERS, fbaOrderOf, type FbaOrder } from './fba-orders';
export { deleteInboundOrder, downloadInboundLabel, getInboundLabelLinks, INBOUND_ORDERS } from './inbound-orders';
export { listRecords, readPage, type List } from './pages';
export { OUTBOUND_ORDER } from './requests/outbound-order';
export { ORDER_MAPPING } from './order-mapping';
export { createOutboundOrder, outboundOrderParams, outboundParcelOf } from './outbound-orders';
export type { MadeParcel } from './made';
export { trackedParcelOf, type MgoshipParcel, type OrderParcel, type TrackedParcel } from './parcels';
export { MOST_ITEMS, PARCEL_ORDER } from './requests/parcel-order';
export {
  createParcelOrder,
  deleteParcelOrder,
  getParcelOrder,
  parcelOrderParams,
  type Lookup,
  type NumberType,
  type ParcelAnswer,
} from './parcel-orders';
export { PREFECTURES } from '#carriers/shared/prefectures';
export { ESTIMATE } from './requests/rate';
export { estimateRates, listShipWays, rateOf, rateParams, type Rate } from './rates';
export { STOCK_LOG, stockMovementOf, type StockMovement } from './stock-log';
export { statusTextOf } from './reply';
export { signCall } from './sign';
export { ALGORITHMS, PLACEHOLDERS, signatureOf, type SignatureRule, type SignedParts } from './signature';
export { WAREHOUSES } from './warehouses';
