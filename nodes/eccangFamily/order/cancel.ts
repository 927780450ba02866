import { cancelOrder, type EccangClient } from '../../../carriers/eccang';
import { perItem, type Operation } from '#nodes/shared/operation';
import { correctionOf } from '../correction';
import { anyNumber, numberType, waybillNumber } from '../fields/numbers';

/** Order: Cancel. Where the carrier takes no number type, it wants the waybill number. */
export function cancelOrderOperation({ withNumberType }: { withNumberType: boolean }): Operation<EccangClient> {
  return perItem({
    description: {
      name: 'Cancel',
      value: 'cancel',
      action: 'Cancel order',
      description:
        'Cancel an order. Public client code says that only drafts and announced orders can be cancelled (取消订单).',
      properties: withNumberType ? [numberType, anyNumber] : [waybillNumber],
      simplifies: true,
      writes: true,
      warning: 'what is cancelled stays cancelled: no way back is documented',
    },
    read: (parameters) => ({
      number: parameters.text('number'),
      type: withNumberType ? parameters.number('numberType') : undefined,
    }),
    send: async (client, { number, type }) => {
      const raw = await cancelOrder(client, number, type);
      return { raw, simplified: correctionOf(client, number, raw) };
    },
  });
}
