import { getTemplateDocument, labelDetails, type EccangClient } from '../../../carriers/eccang';
import { present } from '#carriers/shared/parcel';
import { whenReady } from '#carriers/shared/not-ready';
import { downloadFields, downloadOptions, readDownload, type Download } from '#nodes/shared/linked-file';
import { perItem } from '#nodes/shared/operation';
import { linkedFile } from './linked-file';
import { templateId, waybills } from '../fields/label';

interface Request extends Download {
  templateId: string;
  waybills: string[];
}

export const getDocument = perItem<EccangClient, Request>({
  description: {
    name: 'Get Document',
    value: 'getDocument',
    action: 'Get document of order',
    description: 'Get an invoice or picking list by a print template (根据模板获取发票/配货单)',
    properties: [templateId, waybills, ...downloadFields],
    options: downloadOptions,
  },
  read: (parameters) => ({
    templateId: parameters.text('templateId'),
    waybills: parameters.texts('number'),
    ...readDownload(parameters),
  }),
  send: (client, request) =>
    whenReady(client, request.patience, async () => {
      const reply = await getTemplateDocument(client, request.templateId, request.waybills);
      const number = request.waybills.join(', ');
      return linkedFile(
        client,
        reply,
        present({ number, details: labelDetails(reply) }),
        request.waybills[0] ?? 'document',
        request,
      );
    }),
});
