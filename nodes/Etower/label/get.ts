import {
  CARRIER,
  LABELS_PER_CALL,
  printLabels,
  printMerged,
  type EtowerClient,
  type LabelSettings,
  type MergedLabels,
} from '../../../carriers/etower';
import { inBulk, type Output } from '#nodes/shared/operation';
import type { ItemParameters } from '#nodes/shared/parameters';
import { binaryPropertyNames } from '#nodes/shared/fields';
import { dpi, labelFormat, labelType, merged, packinglist } from '../fields/label';
import { labelNumberType, trackingOrReference } from '../fields/numbers';
import { numbersOf, readNumber, type NumberRequest } from '#nodes/shared/by-number';
import { allWhenReady, isNotReady, whenReady, type Patience } from '#carriers/shared/not-ready';
import { outputFiles, told } from '#nodes/shared/label-files';
import { readPatience, waitInterval, waitUntilReady } from '#nodes/shared/waiting';

interface LabelRequest extends NumberRequest {
  settings: LabelSettings;
  binaryProperty: string;
  patience: Patience | undefined;
}

export const getLabel = inBulk<EtowerClient, LabelRequest>({
  description: {
    name: 'Get',
    value: 'get',
    action: 'Get label',
    description: 'Get the label of an order as a file; items with the same settings share a call (打印标签)',
    properties: [
      labelNumberType,
      trackingOrReference,
      labelFormat,
      dpi,
      labelType,
      packinglist,
      merged,
      binaryPropertyNames,
      ...waitUntilReady,
    ],
    simplifies: true,
    options: [waitInterval],
  },
  read: (parameters) => ({
    ...readNumber(parameters),
    settings: readSettings(parameters),
    binaryProperty: parameters.text('binaryPropertyName'),
    patience: readPatience(parameters, waitUntilReady),
  }),
  perCall: (_client, { settings }) => {
    // One file for the run needs one call for the run.
    if (settings.merged) return Infinity;
    // A master brings a label for each of its pieces, whose numbers need not show whose they are.
    return settings.numberType === 'masterIds' ? 1 : LABELS_PER_CALL;
  },
  key: ({ settings, binaryProperty, patience }) => JSON.stringify([settings, binaryProperty, patience]),
  send: async (client, requests) => {
    const settings = requests[0]?.settings ?? {};
    return settings.merged ? sendMerged(client, requests, settings) : sendSingle(client, requests, settings);
  },
});

function readSettings(parameters: ItemParameters): LabelSettings {
  const format = parameters.text('labelFormat');
  const size = parameters.number('labelType');
  return {
    numberType: parameters.text('numberType') === 'masterIds' ? 'masterIds' : 'orderIds',
    ...(size === undefined ? {} : { labelType: size }),
    packinglist: parameters.flag('packinglist'),
    // PDF only (`etower.md` B.4.3).
    merged: format === 'PDF' && parameters.flag('merged'),
    labelFormat: format,
    ...(format === 'ZPL' ? { dpi: parameters.text('dpi') } : {}),
  };
}

async function sendSingle(
  client: EtowerClient,
  requests: readonly LabelRequest[],
  settings: LabelSettings,
): Promise<(Output | Error)[]> {
  const print = (numbers: string[]) => printLabels(client, numbers, settings);
  const answers = await allWhenReady(client, requests[0]?.patience, numbersOf(requests), print);
  return answers.map((answer, index) => {
    const request = requests[index];
    if (answer instanceof Error || !request) return answer instanceof Error ? answer : new Error('No request');
    const { files, names, notes } = outputFiles(answer.files, request.binaryProperty, request.number);
    const { raw, parcel, unlabelled } = answer;
    const without = unlabelled.map((piece) => `No label came for ${piece}.`);
    const { inItem, hint } = told([...without, ...notes]);
    return {
      raw: { ...raw, ...inItem },
      simplified: { ...parcel, ...names[0], ...inItem },
      files,
      ...hint,
    };
  });
}

/** One output for all orders that have a label, paired with the first of them; the others keep their errors. */
async function sendMerged(
  client: EtowerClient,
  requests: readonly LabelRequest[],
  settings: LabelSettings,
): Promise<(Output | Output[] | Error)[]> {
  const print = () => printMerged(client, numbersOf(requests), settings);
  const isPending = ({ answers }: MergedLabels): boolean => answers.some(isNotReady);
  const { answers, files } = await whenReady(client, requests[0]?.patience, print, isPending);
  const labelled = answers.flatMap((answer, index) => {
    const number = requests[index]?.number ?? '';
    return answer instanceof Error ? [] : { number, raw: answer.raw, parcel: { number, ...answer.parcel } };
  });
  const first = answers.findIndex((answer) => !(answer instanceof Error));
  const output = outputFiles(files, requests[first]?.binaryProperty ?? 'data', `labels-${labelled.length}`);
  const { inItem, hint } = told(output.notes);
  const facts = { carrier: CARRIER, ...output.names[0], labels: labelled.length, ...inItem };
  const merge = (): Output => ({
    raw: { ...facts, orders: labelled.map(({ raw }) => raw) },
    simplified: {
      ...facts,
      number: labelled.map(({ number }) => number).join(', '),
      orders: labelled.map(({ parcel }) => parcel),
    },
    files: output.files,
    ...hint,
  });
  return answers.map((answer, index) => (answer instanceof Error ? answer : index === first ? merge() : []));
}
