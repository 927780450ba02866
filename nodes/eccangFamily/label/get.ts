import {
  getLabelLink,
  invoiceLinkOf,
  labelDetails,
  type EccangClient,
  type LabelRequest,
} from '../../../carriers/eccang';
import { defined } from '#carriers/shared/defined';
import { textOf } from '#carriers/shared/json-value';
import { present } from '#carriers/shared/parcel';
import { whenReady } from '#carriers/shared/not-ready';
import { downloadFields, downloadOptions, readDownload, type Download } from '#nodes/shared/linked-file';
import { perItem } from '#nodes/shared/operation';
import { anyNumber, numberType } from '../fields/numbers';
import { linkedFile } from './linked-file';
import { labelContentType, labelType, oldSpelling } from '../fields/label';

export const getLabel = perItem<EccangClient, Download & { label: LabelRequest }>({
  description: {
    name: 'Get',
    value: 'get',
    action: 'Get label',
    description: 'Get the label of an order as a file (获取标签)',
    properties: [numberType, anyNumber, labelType, labelContentType, ...downloadFields],
    options: [oldSpelling, ...downloadOptions],
  },
  read: (parameters) => ({
    label: {
      number: parameters.text('number'),
      oldSpelling: parameters.flag('options.oldSpelling'),
      ...defined({
        type: parameters.number('numberType'),
        labelType: parameters.number('labelType'),
        labelContentType: parameters.number('labelContentType'),
      }),
    },
    ...readDownload(parameters),
  }),
  send: (client, request) =>
    whenReady(client, request.patience, async () => {
      const { number } = request.label;
      const reply = await getLabelLink(client, request.label);
      const reference = textOf(reply['reference_no']) ?? number;
      const facts = present<object>({
        number,
        reference,
        invoiceUrl: invoiceLinkOf(client, reply),
        details: labelDetails(reply, reference),
      });
      return linkedFile(client, reply, facts, reference, request);
    }),
});
