import { OUTBOUND_ORDER } from '../../../carriers/mgoship';
import { additionalFields, entries, open, section, within } from '#nodes/shared/form/places';
import { RequestForm } from '#nodes/shared/form/request-form';

const recipient = section('Recipient', 'receiverInfo', 'rest', {
  opened: ['AddressLine', 'Name', 'Phone', 'PostalCode'],
});

export const outboundOrderForm = new RequestForm(OUTBOUND_ORDER, [
  open('storageid', 'ship_way'),
  entries('goods_info', { name: 'goodsInfo', description: 'Products to ship (商品信息), at least one' }),
  within('receiver_info', [recipient, open('StateOrRegion')], { named: true }),
  // One collection for what may be left out, of the sender and of the order.
  within('sender_info', [open('sender'), additionalFields]),
  additionalFields,
]);
