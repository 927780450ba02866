import { CONTAINERS, type EccangClient } from '../../../carriers/eccang';
import { CALLS_ANYTHING } from '#nodes/shared/hints';
import { perItem } from '#nodes/shared/operation';
import { body, service } from '../fields/service';

/** Methods that only read, by the vendor's way of naming them (`eccang.md` 3); all others may change something. */
const READS = /^(get|batchGet|check|feeTrail|addressValidate)/;

/** What the entries of batch reads hold besides numbers that were asked (`eccang.md` 3.3, 3.16; `huahan.md` 3.15). */
const ANSWERED_BY = ['Detail', 'TrackingNumber', 'WayBillNumber', 'chargeweight'];

export const callService = perItem<EccangClient, { service: string; params: unknown }>({
  description: {
    name: 'Call',
    value: 'call',
    action: 'Call service',
    description: 'Call any other method of the API with the credential of this node (callService)',
    writes: true,
    warning: CALLS_ANYTHING,
    harmless: `/${READS.source}/.test($parameter["service"])`,
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
