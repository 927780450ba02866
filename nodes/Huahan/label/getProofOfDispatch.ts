import type { INodeProperties } from 'n8n-workflow';
import { linkOf, type EccangClient } from '../../../carriers/eccang';
import { getProofsOfDispatch, PROOF_TEMPLATE, PROOFS_PER_CALL } from '../../../carriers/huahan';
import type { JsonObject } from '#carriers/shared/json-value';
import { anyNumber } from '#nodes/eccangFamily/fields/numbers';
import { linkedFile } from '#nodes/eccangFamily/label/linked-file';
import { download, fileField, readDownload, type Download } from '#nodes/shared/linked-file';
import { inBulk, type Output } from '#nodes/shared/operation';

const numbersPerCall: INodeProperties = {
  displayName: 'Numbers per Call',
  name: 'numbersPerCall',
  type: 'number',
  typeOptions: { minValue: 1, maxValue: 10 },
  default: 3,
  description: 'How many items share a call: Huahan takes at most 10 and recommends 3 or fewer',
};

const labelName: INodeProperties = {
  displayName: 'Template Name',
  name: 'labelName',
  type: 'string',
  default: '发货证明',
  description: 'Name of the template; 发货证明 (proof of dispatch) is the documented one',
};

interface Request extends Download {
  number: string;
  template: string;
  perCall: number;
}

export const getProofOfDispatch = inBulk<EccangClient, Request>({
  description: {
    name: 'Get Proof of Dispatch',
    value: 'getProofOfDispatch',
    action: 'Get a proof of dispatch',
    description: 'Get the proof that an order was dispatched, as a file (批量获取发货证明)',
    properties: [anyNumber, download, fileField],
    options: [numbersPerCall, labelName],
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
  key: ({ template, perCall }) => `${perCall} ${template}`,
  send: async (client, requests) => {
    const numbers = requests.map(({ number }) => number);
    const proofs = await getProofsOfDispatch(client, numbers, requests[0]?.template);
    const outputs: (Output | Error)[] = [];
    for (const [index, request] of requests.entries()) {
      outputs.push(await fileOf(client, proofs[index] ?? client.notFound(request.number), request));
    }
    return outputs;
  },
});

async function fileOf(client: EccangClient, proof: JsonObject | Error, request: Request): Promise<Output | Error> {
  if (proof instanceof Error) return proof;
  try {
    const { number } = request;
    return await linkedFile(client, linkOf(client, proof), { number }, `proof-${number}`, request);
  } catch (error) {
    return error instanceof Error ? error : client.notFound(request.number);
  }
}
