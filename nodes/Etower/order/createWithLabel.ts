import {
  createOrdersWithLabels,
  LABELS_PER_CALL,
  withoutFiles,
  type EtowerClient,
  type NewOrder,
} from '../../../carriers/etower';
import { ifReferenceExists } from '#nodes/shared/fields';
import { inBulk } from '#nodes/shared/operation';
import { fileField, labelFormat, labelType } from '../fields/label';
import { outputFiles } from '../label/files';
import { readCreation } from './create';
import { orderFields } from './form';

interface LabelledRequest extends NewOrder {
  label: { labelFormat: string; labelType: number };
  binaryProperty: string;
}

const WITHOUT_LABEL =
  'Some orders were created without a label. Do not create them again: get their labels with Label: Get.';

export const createOrderWithLabel = inBulk<EtowerClient, LabelledRequest>({
  description: {
    name: 'Create With Label',
    value: 'createWithLabel',
    action: 'Create an order with its label',
    description: 'Send an order to the carrier and get its label as a file in the same call; items share calls',
    properties: [...orderFields, labelFormat, labelType, fileField],
    simplifies: true,
    options: [ifReferenceExists],
  },
  read: (parameters) => ({
    ...readCreation(parameters),
    label: {
      labelFormat: parameters.text('labelFormat'),
      labelType: parameters.number('labelType') ?? 0,
    },
    binaryProperty: parameters.text('binaryPropertyName'),
  }),
  perCall: () => LABELS_PER_CALL,
  key: ({ label }) => JSON.stringify(label),
  send: async (client, requests) => {
    const [first] = requests;
    const answers = await createOrdersWithLabels(client, requests, first?.label ?? {});
    return answers.map((answer, index) => {
      const request = requests[index];
      if (answer instanceof Error || !request) return answer instanceof Error ? answer : [];
      const { raw, parcel, files, pieceFiles } = answer;
      const stem = parcel.reference ?? parcel.trackingNumber ?? 'label';
      const own = outputFiles(files, request.binaryProperty, stem);
      // The first name is for the order's own label, also when that is missing.
      const ofPieces = outputFiles(pieceFiles, request.binaryProperty, stem, Math.max(files.length, 1));
      return {
        raw: withoutFiles(raw),
        simplified: { ...parcel, ...own.names[0] },
        files: { ...own.files, ...ofPieces.files },
        ...(files.length > 0 ? {} : { hint: WITHOUT_LABEL }),
      };
    });
  },
});
