import { bodyReply } from '../reply';
import type { ReplyForm } from '../reply-form';

/** The envelope of every answer (`hge.md` 3). There are no labels and no tracking. */
export const form: ReplyForm = {
  flags: [
    { name: 'success', yes: true },
    { name: 'code', yes: 200 },
  ],
  words: ['full_name', 'detail'],
  creation: { services: ['order_create'], envelope: ['code', 'success', 'detail'] },
  refuse: (text, code) =>
    bodyReply(200, 'application/json', JSON.stringify({ code, success: false, detail: text, data: null })),
  refusal: 'token已过期',
  lookUp: {
    services: ['query_order'],
    mark: 'consignee_info',
    elsewhere: { consignee_info: { country: 'AU', full_name: 'Another Recipient', postcode: '2000' } },
  },
};
