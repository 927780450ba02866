import { bodyReply } from '../reply';
import type { ReplyForm } from '../reply-form';
import { failure, protocolFailure, trackingFailure } from './answers';
import type { Deployment } from './deployment';
import { openEnvelope, writeEnvelope } from './envelope';

const tracking = ['getCargoTrack', 'getCargoTrackPdd'];

/** The answers of an installation to `callService`: JSON inside `<response>` (`eccang.md` 1.3). */
export function formOf({ services }: Deployment): ReplyForm {
  const there = (names: readonly string[]) => names.filter((name) => services.has(name));
  return {
    wrapping: { open: openEnvelope, close: writeEnvelope },
    flags: [{ name: 'ask', yes: 'Success' }],
    words: ['Comment', 'New_Comment', 'consignee_name', 'cn_name', 'errMessage', 'message'],
    creation: {
      services: there(['createOrder', 'batchCreateOrder']),
      envelope: ['ask', 'message', 'time_cost(s)'],
    },
    // What trackers answer has an `Error` of its own (1.4 no. 3), and no code.
    refuse: (text, code, service) =>
      xml(
        code === undefined && tracking.includes(service)
          ? trackingFailure(text, text)
          : code === undefined
            ? failure('', text)
            : protocolFailure(String(code), text),
      ),
    refusal: '请求频率超限',
    lookUp: {
      services: there(['getOrder']),
      mark: 'shipper_hawbcode',
      cancelled: { status: 'E' },
      elsewhere: {
        country_code: 'AU',
        Consignee: { consignee_countrycode: 'AU', consignee_name: 'Another Recipient', consignee_postcode: '2000' },
      },
    },
    tracking: {
      services: there(tracking),
      events: 'Detail',
      time: 'Occur_date',
      zone: 'Occur_time_zone',
      summary: 'Status',
    },
    labels: {
      services: there(['getLabelUrl', 'getLabelByTemplate', 'batchGetLabelUrl', 'batchGetDeliveryProof']),
      links: ['url'],
      files: [],
    },
  };
}

function xml(answer: object) {
  return bodyReply(200, 'text/xml; charset=utf-8', writeEnvelope(JSON.stringify(answer)));
}
