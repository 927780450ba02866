import { text } from '../../json';
import { failure, success } from '../answers';
import { absent, forms, groupOf, problems, problemsOfList, type Field } from '../checks';
import type { Action } from '../desk';
import { shipWays } from './rates';

/** `mgoship.md` 6.1. */
const receiver: readonly Field[] = [
  { name: 'AddressLine', required: true, longest: 200 },
  { name: 'Name', required: true, longest: 10 },
  { name: 'Phone', required: true, longest: 20 },
  { name: 'PostalCode', required: true, longest: 10, form: /^\d{3}-\d{4}$/ },
  { name: 'StateOrRegion', required: true, longest: 10 },
];

const sender: readonly Field[] = [
  { name: 'ownInfo', longest: 50 },
  { name: 'ownNO', longest: 20 },
  { name: 'sender', required: true, longest: 20 },
];

const goods: readonly Field[] = [
  { name: 'goodsId', required: true, form: forms.whole },
  { name: 'qty', required: true, form: forms.whole },
];

const top: readonly Field[] = [
  { name: 'goods_info' },
  { name: 'receiver_info' },
  { name: 'sender_info' },
  { name: 'service_info' },
  { name: 'ship_way', required: true, form: forms.whole },
  { name: 'storageid', required: true, form: forms.whole },
  { name: 'subid', form: forms.whole },
];

export const addOutOrder: Action = (params, { outbound }) => {
  const from = groupOf(params, 'sender_info');
  const wrong = [
    ...problems(params, top, 'params'),
    ...problemsOfList(params.goods_info, goods, 'goods_info', Infinity),
    ...problems(params.receiver_info, receiver, 'receiver_info'),
    ...problems(params.sender_info, sender, 'sender_info'),
    ...absent(from, ['ownInfo', 'ownNO', 'sender'], 'sender_info'),
    ...(shipWays.some(({ code }) => code === text(params.ship_way)) ? [] : ['ship_way不存在']),
  ];
  if (wrong.length > 0) return failure(wrong.join(';'));
  const orderNo = String(131_218_772_473 + outbound.length);
  outbound.push({ orderNo, sent: params });
  // The documented answer is not held: this one is the sandbox's.
  return success('订单提交成功', { data: { orderNo } });
};
