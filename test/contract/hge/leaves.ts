import { Hge } from '../../../nodes/Hge/Hge.node';
import type { CarrierReplies } from '../leaves/table';
import { ACCOUNT } from './wire';

export const hge: CarrierReplies = {
  carrier: 'hge',
  at: (url) => ({
    node: new Hge(),
    credentials: { hgeApi: { ...ACCOUNT, environment: 'custom', baseUrl: `${url}/openapi/customer/` } },
  }),
  besides: {},
  replies: {
    query_order: { operation: 'order.get', values: { 'data.parcel_list[].length': '0.3' } },
  },
};
