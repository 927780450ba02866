import { cancelOrder, type EccangClient } from '../../../carriers/eccang';
import { simplify } from '#nodes/shared/fields';
import { perItem, type Operation } from '#nodes/shared/operation';
import { correctionOf } from '../correction';
import { anyNumber, numberType, waybillNumber } from '../fields/numbers';

/** Order: Cancel. Where the carrier takes no number type, it wants the waybill number. */
export function cancelOrderOperation({ withNumberType }: { withNumberType: boolean }): Operation<EccangClient> {
  return perItem({
    description: {
      name: 'Cancel',
      value: 'cancel',
      action: 'Cancel an order',
      description:
        'Cancel an order that is a draft or only announced; a parcel that was handed over can be intercepted (取消订单)',
      properties: [...(withNumberType ? [numberType, anyNumber] : [waybillNumber]), simplify],
    },
    read: (parameters) => ({
      number: parameters.text('number', 'Number'),
      type: withNumberType ? parameters.number('numberType', 'Number Type') : undefined,
      simplified: parameters.flag('simplify'),
    }),
    send: async (client, { number, type, simplified }) => {
      const raw = await cancelOrder(client, number, type);
      return { json: simplified ? correctionOf(client, number, raw) : raw };
    },
  });
}
