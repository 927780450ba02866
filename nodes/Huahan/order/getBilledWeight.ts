import type { EccangClient } from '../../../carriers/eccang';
import { getBilledWeights } from '../../../carriers/huahan';
import { anyNumber } from '#nodes/eccangFamily/fields/numbers';
import { simplify } from '#nodes/shared/fields';
import { inBulk } from '#nodes/shared/operation';

/** No limit is documented for getBillingWeight; about 50 is that of tracking. */
const NUMBERS_PER_CALL = 50;

export const getBilledWeight = inBulk<EccangClient, { number: string; simplified: boolean }>({
  description: {
    name: 'Get Billed Weight',
    value: 'getBilledWeight',
    action: 'Get the billed weight of an order',
    description:
      'Get the weight that Huahan charges, once the parcel was weighed; many items share a call (订单实际计费重)',
    properties: [anyNumber, simplify],
  },
  read: (parameters) => ({ number: parameters.text('number', 'Number'), simplified: parameters.flag('simplify') }),
  splitsWhenRefused: true,
  perCall: () => NUMBERS_PER_CALL,
  send: async (client, requests) => {
    const answers = await getBilledWeights(
      client,
      requests.map(({ number }) => number),
    );
    return answers.map((answer, index) => {
      if (answer instanceof Error) return answer;
      return { json: requests[index]?.simplified ? answer.weight : answer.raw };
    });
  },
});
