import type { EccangClient, ChargesAnswer } from '../../../carriers/eccang';
import { perItem, type Operation } from '#nodes/shared/operation';
import { anyNumber } from '../fields/numbers';

/** Order: Get Charges. The method behind it is the deployment's own. */
export function getChargesOperation(
  fetchCharges: (client: EccangClient, number: string) => Promise<ChargesAnswer>,
): Operation<EccangClient> {
  return perItem({
    description: {
      name: 'Get Charges',
      value: 'getCharges',
      action: 'Get the charges of an order',
      description: 'Get what the carrier charges for an order; without "charges" it is not billed yet (订单费用)',
      properties: [anyNumber],
      simplifies: true,
    },
    read: (parameters) => ({ number: parameters.text('number') }),
    send: async (client, { number }) => {
      const { raw, charges } = await fetchCharges(client, number);
      return { raw, simplified: charges };
    },
  });
}
