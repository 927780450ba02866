import type { INodeProperties } from 'n8n-workflow';
import { asDisplayed, checkUuid, getPortalOrder, type PortalClient } from '../../../carriers/etower';
import { perItem } from '#nodes/shared/operation';

const uuid: INodeProperties = {
  displayName: 'Order UUID',
  name: 'uuid',
  type: 'string',
  required: true,
  default: '',
  placeholder: 'e.g. 550e8400-e29b-41d4-a716-446655440000',
  description: 'UUID of the order in the portal (订单UUID)',
};

const formatNumbers: INodeProperties = {
  displayName: 'Format Numbers for Display',
  name: 'formatNumbers',
  type: 'boolean',
  displayOptions: { show: { '/simplify': [false] } },
  default: false,
  description:
    'Whether to write whole weights, sizes and values with fixed decimals, as the portal shows them, e.g. 2 as "2.0"',
};

const skipUuidCheck: INodeProperties = {
  displayName: 'Skip UUID Check',
  name: 'skipUuidCheck',
  type: 'boolean',
  default: false,
  description:
    'Whether to send UUIDs of any form. The manual demands 8-4-4-4-12 hexadecimal digits; some portals use shorter ones.',
};

interface DetailRequest {
  uuid: string;
  formatted: boolean;
}

export const getOrderDetail = perItem<PortalClient, DetailRequest>({
  description: {
    name: 'Get',
    value: 'get',
    action: 'Get an order of the portal',
    description: 'Get everything that the portal knows of an order (获取订单详情)',
    properties: [uuid],
    simplifies: true,
    options: [formatNumbers, skipUuidCheck],
  },
  read: (parameters) => {
    const asked = parameters.text('uuid');
    return {
      uuid: parameters.flag('options.skipUuidCheck') ? asked : checkUuid(asked),
      formatted: parameters.flag('options.formatNumbers'),
    };
  },
  send: async (client, request) => {
    const { raw, parcel } = await getPortalOrder(client, request.uuid);
    return { raw: request.formatted ? asDisplayed(raw) : raw, simplified: parcel };
  },
});
