import { fileDetails, getLabels, type EccangClient, type LabelsRequest } from '../../../carriers/eccang';
import { CarrierError } from '../../../carriers/http';
import { defined } from '#carriers/shared/defined';
import type { JsonObject } from '#carriers/shared/json-value';
import { asAnswer } from '#carriers/shared/lost-answer';
import { allWhenReady } from '#carriers/shared/not-ready';
import { downloadFields, downloadOptions, readDownload, type Download } from '#nodes/shared/linked-file';
import { inBulk, type Output } from '#nodes/shared/operation';
import type { ItemParameters } from '#nodes/shared/parameters';
import { batchService, labelContentType, labelType } from '../fields/label';
import { reference } from '../fields/numbers';
import { sharedFile } from './linked-file';

/** No limit is documented; this many keep a call short. */
const LABELS_PER_CALL = 20;

interface Request extends Download {
  number: string;
  settings: Omit<LabelsRequest, 'numbers'>;
}

export const getManyLabels = inBulk<EccangClient, Request>({
  description: {
    name: 'Get Many',
    value: 'getMany',
    action: 'Get many labels',
    description:
      'Get the labels of orders by your own order numbers; 20 items share a call. Every item tells which file holds its label; a file that holds several is at the first of them (批量获取标签).',
    properties: [reference, labelType, labelContentType, ...downloadFields],
    options: [batchService, ...downloadOptions],
  },
  read: (parameters) => ({
    number: parameters.text('number'),
    settings: defined({
      labelType: parameters.number('labelType'),
      labelContentType: parameters.number('labelContentType'),
      service: serviceIn(parameters),
    }),
    ...readDownload(parameters),
  }),
  splitsWhenRefused: true,
  perCall: () => LABELS_PER_CALL,
  key: (request) => JSON.stringify({ ...request, number: undefined }),
  send: (client, requests) =>
    allWhenReady(client, requests[0]?.patience, requests, (pending) => sendAll(client, pending)),
});

async function sendAll(client: EccangClient, requests: readonly Request[]): Promise<(Output | CarrierError)[]> {
  const [first] = requests;
  if (!first) return [];
  const numbers = requests.map(({ number }) => number);
  const asked = [...new Set(numbers)];
  const labels = await getLabels(client, { numbers: asked, ...first.settings });
  const answers = numbers.map((number) => labels[asked.indexOf(number)] ?? client.notFound(number));
  const outputs = new Map<JsonObject, (Output | CarrierError)[]>();
  for (const file of answers) {
    if (file instanceof CarrierError || outputs.has(file)) continue;
    const inFile = numbers.filter((_, place) => answers[place] === file);
    const stem = inFile.length > 1 ? `labels-${inFile[0]}` : `${inFile[0]}`;
    const shared = sharedFile(client, file, inFile, stem, first, (number) => fileDetails(file, number, asked));
    outputs.set(file, await shared.catch((error: unknown) => inFile.map(() => asAnswer(error))));
  }
  // Each file gives its outputs in the order of its numbers.
  return answers.map((answer, place) => {
    const own = answer instanceof CarrierError ? answer : outputs.get(answer)?.shift();
    return own ?? client.notFound(numbers[place] ?? '');
  });
}

function serviceIn(parameters: ItemParameters): LabelsRequest['service'] {
  const service = parameters.optionalText('options.batchService');
  if (service === undefined || service === 'batchGetlabel' || service === 'batchGetLabel') return service;
  const label = batchService.displayName;
  throw parameters.problem(`${label} is neither batchGetlabel nor batchGetLabel`, `Choose one for ${label}, or none.`);
}
