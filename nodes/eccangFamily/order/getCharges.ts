import type { INodeProperties } from 'n8n-workflow';
import type { EccangClient, ChargesAnswer } from '../../../carriers/eccang';
import { perItem, type Operation } from '#nodes/shared/operation';

/** Order: Get Charges. The method behind it, and which numbers it takes, are the deployment's own. */
export function getChargesOperation(
  number: INodeProperties,
  fetchCharges: (client: EccangClient, asked: string) => Promise<ChargesAnswer>,
): Operation<EccangClient> {
  return perItem({
    description: {
      name: 'Get Charges',
      value: 'getCharges',
      action: 'Get charges of order',
      description: 'Get what the carrier charges for an order; without "charges" it is not billed yet (订单费用)',
      properties: [number],
      simplifies: true,
    },
    read: (parameters) => ({ number: parameters.text('number') }),
    send: async (client, { number: asked }) => {
      const { raw, charges } = await fetchCharges(client, asked);
      return { raw, simplified: charges };
    },
  });
}
