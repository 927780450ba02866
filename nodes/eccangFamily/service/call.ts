import type { INodeProperties } from 'n8n-workflow';
import { CONTAINERS, type EccangClient } from '../../../carriers/eccang';
import { perItem } from '#nodes/shared/operation';

const service: INodeProperties = {
  displayName: 'Service',
  name: 'service',
  type: 'string',
  required: true,
  default: '',
  placeholder: 'e.g. getPrintTemplateName',
  description: "Name of the method, as the carrier's manual writes it; upper and lower case matter (接口方法)",
};

const body: INodeProperties = {
  displayName: 'Body',
  name: 'body',
  type: 'json',
  default: '{}',
  placeholder: 'e.g. {"reference_no": "SHOP-10023"}',
  description: "The method's own parameters (paramsJson), an object or a list",
};

/** Methods that only read, by the vendor's way of naming them (`eccang.md` 3); all others may change something. */
const READS = /^(get|batchGet|check|feeTrail|addressValidate)/;

/** What the entries of batch reads hold besides numbers that were asked (`eccang.md` 3.3, 3.16; `huahan.md` 3.15). */
const ANSWERED_BY = ['Detail', 'TrackingNumber', 'WayBillNumber', 'chargeweight'];

export const callService = perItem<EccangClient, { service: string; params: unknown }>({
  description: {
    name: 'Call',
    value: 'call',
    action: 'Call a service',
    description: 'Call any other method of the API with the credential of this node (callService)',
    properties: [service, body],
  },
  read: (parameters) => ({
    service: parameters.text('service'),
    params: parameters.json('body') ?? {},
  }),
  send: async (client, { service: name, params }) => {
    const isRead = READS.test(name);
    return {
      json: await client.call(name, params, {
        intent: isRead ? 'read' : 'write',
        answersIn: CONTAINERS,
        answeredBy: isRead ? ANSWERED_BY : [],
      }),
    };
  },
});
