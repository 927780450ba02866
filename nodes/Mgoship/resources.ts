import type { MgoshipClient } from '../../carriers/mgoship';
import type { Resource } from '#nodes/shared/operation';
import { callEndpoint } from './endpoint/call';
import { getManyFbaOrders } from './fbaOrder/getMany';
import { deleteInboundOrderOperation } from './inboundOrder/delete';
import { getInboundLabel } from './inboundOrder/getLabel';
import { getManyInboundOrders } from './inboundOrder/getMany';
import { createOutboundOrderOperation } from './outboundOrder/create';
import { createParcelOrderOperation } from './parcelOrder/create';
import { deleteParcelOrderOperation } from './parcelOrder/delete';
import { getParcelOrderOperation } from './parcelOrder/get';
import { getRates } from './rate/get';
import { getManyStockMovements } from './stockLog/getMany';
import { getTracking } from './tracking/get';
import { getTrackingUpdates } from './tracking/getUpdates';

export const resources: readonly Resource<MgoshipClient>[] = [
  { name: 'Endpoint', value: 'endpoint', operations: [callEndpoint] },
  { name: 'FBA Order', value: 'fbaOrder', operations: [getManyFbaOrders] },
  {
    name: 'Inbound Order',
    value: 'inboundOrder',
    operations: [deleteInboundOrderOperation, getInboundLabel, getManyInboundOrders],
  },
  { name: 'Outbound Order', value: 'outboundOrder', operations: [createOutboundOrderOperation] },
  {
    name: 'Parcel Order',
    value: 'parcelOrder',
    preselected: true,
    operations: [createParcelOrderOperation, deleteParcelOrderOperation, getParcelOrderOperation],
  },
  { name: 'Rate', value: 'rate', operations: [getRates] },
  { name: 'Stock Log', value: 'stockLog', operations: [getManyStockMovements] },
  { name: 'Tracking', value: 'tracking', operations: [getTracking, getTrackingUpdates] },
];
