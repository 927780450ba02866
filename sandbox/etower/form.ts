import type { Links } from '../links';
import type { ReplyForm } from '../reply-form';
import { json } from './answers';

/** The envelope of the integration API (`etower.md` B.3). A label comes in Base64, or by a link (B.4.3). */
export function integrationForm(links: Links): ReplyForm {
  let published = 0;
  return {
    answers: (service) => !isOfPortal(service),
    flags: [{ name: 'status', yes: 'Success' }],
    words: ['activity', 'recipientName', 'nativeName', 'message'],
    creation: { services: ['orders', 'orderLabels'], envelope: ['status', 'errors', 'warnings'] },
    refuse: (text, code = '') =>
      json(200, { status: 'Failure', errors: [{ code: code === '' ? null : code, message: text }], data: null }),
    refusal: '系统繁忙，请稍后再试',
    lookUp: {
      services: ['queryorders'],
      mark: 'referenceNo',
      elsewhere: { country: 'Canada', recipientName: 'Another Recipient', postcode: 'K1A 0B1' },
    },
    tracking: { services: ['trackingEvents'], events: 'events', time: 'eventTime', zone: 'timeZone' },
    labels: {
      services: ['labels', 'orderLabels'],
      links: [],
      files: ['labelContent', 'labelContents'],
      publishing: {
        member: 'labelUrl',
        add(host, content) {
          published += 1;
          return links.add(host, String(published), async () => content, 'application/octet-stream');
        },
      },
    },
  };
}

/** The envelope of the portal (`etower.md` A.4). What it creates from a spreadsheet has no numbers in the answer. */
export const portalForm: ReplyForm = {
  answers: isOfPortal,
  flags: [
    { name: 'success', yes: true },
    { name: 'code', yes: '0' },
  ],
  words: ['recipientName', 'description', 'channelName', 'name'],
  refuse: (text, code = '500') => json(200, { success: false, code: String(code), data: null, errors: [text] }),
  refusal: 'token已过期',
  lookUp: {
    services: ['parcel/order/edit'],
    mark: 'refNo',
    elsewhere: { address: { country: 'CA', postcode: 'K1A 0B1' }, recipientName: 'Another Recipient' },
  },
};

/** Its services are paths; those of the integration API are single words. */
function isOfPortal(service: string): boolean {
  return service.includes('/');
}
