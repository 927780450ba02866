import type { HgeClient } from '../../carriers/hge';
import type { Resource } from '#nodes/shared/operation';
import { callEndpoint } from './endpoint/call';
import { createManifest } from './manifest/create';
import { createOrderOperation } from './order/create';
import { getOrderOperation } from './order/get';
import { createScanForm } from './scanForm/create';

export const resources: readonly Resource<HgeClient>[] = [
  { name: 'Endpoint', value: 'endpoint', operations: [callEndpoint] },
  { name: 'Manifest', value: 'manifest', operations: [createManifest] },
  { name: 'Order', value: 'order', operations: [createOrderOperation, getOrderOperation] },
  { name: 'Scan Form', value: 'scanForm', operations: [createScanForm] },
];
