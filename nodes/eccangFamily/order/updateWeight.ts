import type { INodeProperties } from 'n8n-workflow';
import { updateWeights, type EccangClient, type WeightUpdate } from '../../../carriers/eccang';
import { withoutNoise } from '#carriers/shared/exact-numbers';
import { inBulk, type Operation } from '#nodes/shared/operation';
import type { ItemParameters } from '#nodes/shared/parameters';
import { correctionOf } from '../correction';
import { weight } from '../fields/order';

/** No limit is documented; this many keep a call short. */
const UPDATES_PER_CALL = 20;

/** Order: Update Weight. Which numbers the carrier takes differs. */
export function updateWeightOperation(number: INodeProperties): Operation<EccangClient> {
  return inBulk<EccangClient, { update: WeightUpdate }>({
    description: {
      name: 'Update Weight',
      value: 'updateWeight',
      action: 'Update weight of order',
      description: 'Change the weight of an order that was not handed over yet; many items share a call (修改订单重量)',
      properties: [number, weight],
      simplifies: true,
      writes: true,
    },
    read: (parameters) => ({ update: { order_code: parameters.text('number'), weight: kilograms(parameters) } }),
    perCall: () => UPDATES_PER_CALL,
    send: async (client, requests) => {
      const entries = await updateWeights(
        client,
        requests.map(({ update }) => update),
      );
      return entries.map((entry, index) => {
        if (entry instanceof Error) return entry;
        return { raw: entry, simplified: correctionOf(client, requests[index]?.update.order_code ?? '', entry) };
      });
    },
  });
}

function kilograms(parameters: ItemParameters): string {
  const text = parameters.text('weight');
  const clean = String(withoutNoise(Number(text)));
  if (!(Number(text) > 0))
    throw parameters.problem('Weight (Kilograms) is not a number greater than 0', 'Enter kilograms, e.g. 0.175.');
  if ((clean.split('.')[1] ?? '').length > 3) {
    throw parameters.problem(
      'Weight (Kilograms) has more than 3 decimals',
      'The carrier takes whole grams: round the weight to 3 decimals.',
    );
  }
  return /^\d+(\.\d{1,3})?$/.test(text) ? text : clean;
}
