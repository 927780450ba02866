import { labelDetails, type EccangClient } from '../../../carriers/eccang';
import { getProofsOfDispatch, PROOF_TEMPLATE, PROOFS_PER_CALL } from '../../../carriers/huahan';
import type { CarrierError } from '../../../carriers/http';
import { anyNumber } from '#nodes/eccangFamily/fields/numbers';
import { filesOf, linkedFile } from '#nodes/eccangFamily/label/linked-file';
import { present } from '#carriers/shared/parcel';
import { allWhenReady } from '#carriers/shared/not-ready';
import { downloadFields, downloadOptions, readDownload, type Download } from '#nodes/shared/linked-file';
import { inBulk, type Output } from '#nodes/shared/operation';
import { labelName, numbersPerCall } from '../fields/label';

interface Request extends Download {
  number: string;
  template: string;
  perCall: number;
}

export const getProofOfDispatch = inBulk<EccangClient, Request>({
  description: {
    name: 'Get Proof of Dispatch',
    value: 'getProofOfDispatch',
    action: 'Get proof of dispatch',
    description: 'Get the proof that an order was dispatched, as a file (批量获取发货证明)',
    properties: [anyNumber, ...downloadFields],
    options: [numbersPerCall, labelName, ...downloadOptions],
  },
  read: (parameters) => ({
    number: parameters.text('number'),
    perCall: Math.min(
      Math.max(1, Math.floor(parameters.number('options.numbersPerCall') ?? PROOFS_PER_CALL.recommended)),
      PROOFS_PER_CALL.most,
    ),
    template: parameters.optionalText('options.labelName') ?? PROOF_TEMPLATE,
    ...readDownload(parameters),
  }),
  splitsWhenRefused: true,
  perCall: (_, { perCall }) => perCall,
  key: ({ template, perCall, patience }) => JSON.stringify([template, perCall, patience]),
  send: (client, requests) =>
    allWhenReady(client, requests[0]?.patience, requests, (pending) => sendAll(client, pending)),
});

async function sendAll(client: EccangClient, requests: readonly Request[]): Promise<(Output | CarrierError)[]> {
  const numbers = requests.map(({ number }) => number);
  const proofs = await getProofsOfDispatch(client, numbers, requests[0]?.template);
  return filesOf(client, requests, proofs, (proof, request) => {
    const { number } = request;
    const facts = present<object>({ number, details: labelDetails(proof, number) });
    return linkedFile(client, proof, facts, `proof-${number}`, request);
  });
}
