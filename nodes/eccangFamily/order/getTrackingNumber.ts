import { awaitTrackingNumbers, getTrackingNumbers, type EccangClient } from '../../../carriers/eccang';
import { inBulk } from '#nodes/shared/operation';
import { reference } from '../fields/numbers';
import { interval, waitSeconds, waitUntilIssued } from '../fields/order';

/** No limit is documented for getTrackNumber. */
const NUMBERS_PER_CALL = 20;

interface Request {
  number: string;
  patience: { deadlineMs: number; intervalMs: number } | undefined;
}

export const getTrackingNumber = inBulk<EccangClient, Request>({
  description: {
    name: 'Get Tracking Number',
    value: 'getTrackingNumber',
    action: 'Get the tracking number of an order',
    description: 'Get a tracking number that the carrier issues later than the order (获取跟踪号)',
    properties: [reference, waitUntilIssued, waitSeconds],
    simplifies: true,
    options: [interval],
  },
  read: (parameters) => ({
    number: parameters.text('number'),
    patience: parameters.flag('waitUntilIssued')
      ? {
          deadlineMs: (parameters.number('waitSeconds') ?? 60) * 1000,
          intervalMs: Math.max(0.1, parameters.number('options.waitInterval') ?? 5) * 1000,
        }
      : undefined,
  }),
  splitsWhenRefused: true,
  perCall: () => NUMBERS_PER_CALL,
  key: ({ patience }) => JSON.stringify(patience ?? null),
  send: async (client, requests) => {
    const numbers = requests.map(({ number }) => number);
    const patience = requests[0]?.patience;
    const answers = await (patience
      ? awaitTrackingNumbers(client, numbers, patience)
      : getTrackingNumbers(client, numbers));
    return answers.map((answer) => {
      if (answer instanceof Error) return answer;
      const { raw, parcel } = answer;
      const pending = parcel.trackingNumberPending ? { message: 'Tracking number not issued yet' } : {};
      return { raw, simplified: { ...parcel, ...pending } };
    });
  },
});
