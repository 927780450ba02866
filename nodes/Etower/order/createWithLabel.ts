import {
  createOrdersWithLabels,
  LABELS_PER_CALL,
  withoutFiles,
  type EtowerClient,
  type NewOrder,
} from '../../../carriers/etower';
import { binaryPropertyNames, combineRows, ifReferenceExists } from '#nodes/shared/fields';
import { sentences } from '#nodes/shared/errors';
import { inBulk } from '#nodes/shared/operation';
import { labelFormat, labelType } from '../fields/label';
import type { Patience } from '#carriers/shared/not-ready';
import { outputFiles } from '#nodes/shared/label-files';
import { readPatience, waitInterval, waitUntilReady } from '#nodes/shared/waiting';
import { readCreation } from './create';
import { orderFields, orderForm } from './form';

interface LabelledRequest extends NewOrder {
  label: { labelFormat: string; labelType: number };
  binaryProperty: string;
  patience: Patience | undefined;
}

/** In the item itself, after the reason. */
const MADE_WITHOUT_LABEL =
  'The order was created without its label. Do not create it again: get the label with Label: Get.';

const WITHOUT_LABEL =
  'Some orders were created without a label. Do not create them again: get their labels with Label: Get.';

export const createOrderWithLabel = inBulk<EtowerClient, LabelledRequest>({
  description: {
    name: 'Create With Label',
    value: 'createWithLabel',
    action: 'Create order with label',
    description: 'Send an order to the carrier and get its label as a file in the same call; items share calls',
    properties: [...orderFields, labelFormat, labelType, binaryPropertyNames, ...waitUntilReady],
    simplifies: true,
    writes: true,
    warning: 'every order is a real one and may cost money',
    options: [combineRows, ifReferenceExists, waitInterval],
  },
  read: (parameters, client) => ({
    ...readCreation(parameters, client),
    label: {
      labelFormat: parameters.text('labelFormat'),
      labelType: parameters.number('labelType') ?? 0,
    },
    binaryProperty: parameters.text('binaryPropertyName'),
    patience: readPatience(parameters, waitUntilReady),
  }),
  combines: orderForm.combines,
  perCall: () => LABELS_PER_CALL,
  key: ({ label, patience }) => JSON.stringify([label, patience]),
  send: async (client, requests) => {
    const [first] = requests;
    const answers = await createOrdersWithLabels(client, requests, first?.label ?? {}, first?.patience);
    return answers.map((answer, index) => {
      const request = requests[index];
      if (answer instanceof Error || !request) return answer instanceof Error ? answer : [];
      const { raw, parcel, files, pieceFiles, missing, missingPieces } = answer;
      const stem = parcel.reference ?? parcel.trackingNumber ?? 'label';
      const own = outputFiles(files, request.binaryProperty, stem);
      // The first name is for the order's own label, also when that is missing.
      const ofPieces = outputFiles(pieceFiles, request.binaryProperty, stem, Math.max(files.length, 1));
      const cut = [...own.notes, ...ofPieces.notes];
      const without = files.length > 0 ? [] : [sentences(...missing, MADE_WITHOUT_LABEL)];
      const notes = [...without, ...missingPieces.map((why) => `The label of a piece is missing: ${why}`), ...cut];
      const hints = [...(files.length > 0 ? [] : [WITHOUT_LABEL]), ...cut];
      return {
        raw: { ...withoutFiles(raw), ...(notes.length > 0 ? { notes } : {}) },
        simplified: {
          ...parcel,
          ...own.names[0],
          ...(notes.length > 0 ? { notes: [...(parcel.notes ?? []), ...notes] } : {}),
        },
        files: { ...own.files, ...ofPieces.files },
        ...(hints.length > 0 ? { hint: hints.join(' ') } : {}),
      };
    });
  },
});
