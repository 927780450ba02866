import { jsonReply } from '../reply';
import type { ReplyForm } from '../reply-form';

/** The reply object (`mgoship.md` 4). */
export const form: ReplyForm = {
  flags: [{ name: 'code', yes: 'OK' }],
  words: ['remark', 'ship_name', 'receiver', 'sku', 'name', 'msg'],
  creation: { services: ['add_tms_order', 'add_out_order'], envelope: ['status'] },
  refuse: (text, code = 'ERROR') => jsonReply(200, { status: { code, msg: text } }),
  refusal: '系统繁忙',
  lookUp: {
    services: ['get_tms_order_detail'],
    mark: 'consignee',
    // The texts of the statuses are not all documented (8.6): this one is the sandbox's.
    cancelled: { order: { status: '已取消' } },
    elsewhere: {
      consignee: { name: 'Another Recipient', postcode: '100-0001', region: '東京都', address: '千代田区' },
    },
  },
  tracking: { services: ['get_tms_order_detail'], events: 'route', time: 'addtime', inSeconds: true },
  labels: { services: ['get_inorder_label'], links: ['label_url'], files: [] },
};
