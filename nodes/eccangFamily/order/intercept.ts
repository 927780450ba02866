import { interceptOrder, type EccangClient } from '../../../carriers/eccang';
import { perItem, type Operation } from '#nodes/shared/operation';
import { correctionOf } from '../correction';
import { anyNumber, numberTypeRequired, waybillNumber } from '../fields/numbers';
import { holdOnRemark } from '../fields/order';

/** Order: Intercept. Huahan takes the waybill number alone; the family wants number type and reason too. */
export function interceptOrderOperation({ withReason }: { withReason: boolean }): Operation<EccangClient> {
  return perItem({
    description: {
      name: 'Intercept',
      value: 'intercept',
      action: 'Intercept order',
      description: withReason
        ? 'Stop a parcel that is announced or in the warehouse (拦截订单)'
        : 'Stop a parcel that is announced, by its waybill number (拦截订单)',
      properties: withReason ? [numberTypeRequired, anyNumber, holdOnRemark] : [waybillNumber],
      simplifies: true,
      writes: true,
      warning: 'the parcel is really stopped on its way',
    },
    read: (parameters) => ({
      interception: {
        number: parameters.text('number'),
        ...(withReason ? { type: parameters.text('numberType'), remark: parameters.text('holdOnRemark') } : {}),
      },
    }),
    send: async (client, { interception }) => {
      const raw = await interceptOrder(client, interception);
      return { raw, simplified: correctionOf(client, interception.number, raw) };
    },
  });
}
