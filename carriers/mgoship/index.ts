/** Mgoship (海豚): parcels from China to Japan, warehouses there, FBA freight (`mgoship.md`). */
export { ENVIRONMENTS, MGOSHIP, type MgoshipCredentials } from './account';
export { MgoshipClient, type CallSettings } from './client';
export { testCredentials } from './credentials';
export { deleteInboundOrder, downloadInboundLabel, getInboundLabelLink } from './inbound-orders';
export { FBA_ORDERS, INBOUND_ORDERS, listRecords, readPage, STOCK_LOG, type List } from './lists';
export { createOutboundOrder, outboundOrderParams, outboundParcelOf } from './outbound-orders';
export { trackedParcelOf } from './parcel';
export { parcelOrderParams } from './parcel-order-params';
export {
  createParcelOrder,
  deleteParcelOrder,
  getParcelOrder,
  type Lookup,
  type NumberType,
  type ParcelAnswer,
} from './parcel-orders';
export { PREFECTURES } from './prefectures';
export { estimateRates, listShipWays, rateOf, rateParams } from './rates';
export { fbaOrderOf, stockMovementOf } from './records';
export { statusTextOf } from './reply';
export { signCall } from './sign';
export { ALGORITHMS, PLACEHOLDERS, signatureOf, type SignatureRule, type SignedParts } from './signature';
export { FBA_STATUSES, INBOUND_STATUSES, WAREHOUSES, type NamedValue } from './values';
