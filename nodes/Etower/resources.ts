import type { EtowerClient, PortalClient } from '../../carriers/etower';
import type { Resource } from '#nodes/shared/operation';
import { handOverBag } from './bag/handOver';
import { callAnyEndpoint } from './endpoint/call';
import { getLabel } from './label/get';
import { getData } from './label/getData';
import { closeOrders } from './manifest/close';
import { sendOrders } from './manifest/send';
import { createOrder } from './order/create';
import { createOrderWithLabel } from './order/createWithLabel';
import { deleteOneOrder } from './order/delete';
import { getOrder } from './order/get';
import { getTrackingNumber } from './order/getTrackingNumber';
import { holdOrder } from './order/hold';
import { updateOneOrder } from './order/update';
import { requestOnePickup } from './pickup/request';
import { getOrderDetail } from './portalOrder/get';
import { uploadSpreadsheet } from './portalOrder/upload';
import { getManyPortalServices } from './portalService/getMany';
import { getServiceOptions } from './portalService/getOptions';
import { downloadUploadTemplate } from './portalTemplate/download';
import { getManyServices } from './service/getMany';
import { getTracking } from './tracking/get';
import { getTrackingUpdates } from './tracking/getUpdates';

/** Reached with `etowerApi`. */
export const integrationResources: readonly Resource<EtowerClient>[] = [
  { name: 'Bag', value: 'bag', operations: [handOverBag] },
  { name: 'Endpoint', value: 'endpoint', operations: [callAnyEndpoint] },
  { name: 'Label', value: 'label', operations: [getLabel, getData] },
  { name: 'Manifest', value: 'manifest', operations: [closeOrders, sendOrders] },
  {
    name: 'Order',
    value: 'order',
    operations: [
      createOrder,
      createOrderWithLabel,
      deleteOneOrder,
      getOrder,
      getTrackingNumber,
      holdOrder,
      updateOneOrder,
    ],
  },
  { name: 'Pickup', value: 'pickup', operations: [requestOnePickup] },
  { name: 'Service', value: 'service', operations: [getManyServices] },
  { name: 'Tracking', value: 'tracking', operations: [getTracking, getTrackingUpdates] },
];

/** Reached with `etowerPortalApi`. */
export const portalResources: readonly Resource<PortalClient>[] = [
  { name: 'Portal Order', value: 'portalOrder', operations: [getOrderDetail, uploadSpreadsheet] },
  { name: 'Portal Service', value: 'portalService', operations: [getManyPortalServices, getServiceOptions] },
  { name: 'Portal Template', value: 'portalTemplate', operations: [downloadUploadTemplate] },
];
