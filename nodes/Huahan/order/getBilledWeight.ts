import type { EccangClient } from '../../../carriers/eccang';
import { getBilledWeights } from '../../../carriers/huahan';
import { anyNumber } from '#nodes/eccangFamily/fields/numbers';
import { byNumber } from '#nodes/shared/by-number';

/** No limit is documented for getBillingWeight; about 50 is that of tracking. */
const NUMBERS_PER_CALL = 50;

export const getBilledWeight = byNumber<EccangClient>({
  description: {
    name: 'Get Billed Weight',
    value: 'getBilledWeight',
    action: 'Get billed weight of order',
    description:
      'Get the weight that Huahan charges, once the parcel was weighed; many items share a call (订单实际计费重)',
    properties: [anyNumber],
    simplifies: true,
  },
  splitsWhenRefused: true,
  perCall: () => NUMBERS_PER_CALL,
  ask: async (client, numbers) =>
    (await getBilledWeights(client, numbers)).map((answer) =>
      answer instanceof Error ? answer : { raw: answer.raw, parcel: answer.weight },
    ),
});
