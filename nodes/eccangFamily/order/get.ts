import type { INodeProperties } from 'n8n-workflow';
import { getOrder, type EccangClient } from '../../../carriers/eccang';
import { perItem, type Operation } from '#nodes/shared/operation';

/** Order: Get. Which numbers the carrier takes differs, so the field is the deployment's. */
export function getOrderOperation(number: INodeProperties): Operation<EccangClient> {
  return perItem({
    description: {
      name: 'Get',
      value: 'get',
      action: 'Get order',
      description: 'Get an order with its status, addresses and customs items (查询订单)',
      properties: [number],
      simplifies: true,
    },
    read: (parameters) => ({ number: parameters.text('number') }),
    send: async (client, { number: asked }) => {
      const { raw, parcel } = await getOrder(client, asked);
      return { raw, simplified: parcel };
    },
  });
}
