import { awaitTrackingNumbers, getTrackingNumbers, type EccangClient } from '../../../carriers/eccang';
import { inBulk } from '#nodes/shared/operation';
import { reference } from '../fields/numbers';
import type { Patience } from '#carriers/shared/not-ready';
import { readPatience, waitInterval, waitUntilIssued } from '#nodes/shared/waiting';

/** No limit is documented for getTrackNumber. */
const NUMBERS_PER_CALL = 20;

interface Request {
  number: string;
  patience: Patience | undefined;
}

export const getTrackingNumber = inBulk<EccangClient, Request>({
  description: {
    name: 'Get Tracking Number',
    value: 'getTrackingNumber',
    action: 'Get tracking number of order',
    description: 'Get a tracking number that the carrier issues later than the order (获取跟踪号)',
    properties: [reference, ...waitUntilIssued],
    simplifies: true,
    options: [waitInterval],
  },
  read: (parameters) => ({
    number: parameters.text('number'),
    patience: readPatience(parameters, waitUntilIssued),
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
