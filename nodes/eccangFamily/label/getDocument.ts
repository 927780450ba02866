import type { INodeProperties } from 'n8n-workflow';
import { getTemplateDocument, linkOf, type EccangClient } from '../../../carriers/eccang';
import { download, fileField, readDownload, type Download } from '#nodes/shared/linked-file';
import { perItem } from '#nodes/shared/operation';
import { linkedFile } from './linked-file';

const templateId: INodeProperties = {
  displayName: 'Template ID',
  name: 'templateId',
  type: 'string',
  required: true,
  default: '',
  placeholder: 'e.g. 78',
  description:
    'ID of the print template. Service: Call with getPrintTemplateName lists those of your account (模板ID).',
};

const waybills: INodeProperties = {
  displayName: 'Waybill Numbers',
  name: 'number',
  type: 'string',
  required: true,
  default: '',
  placeholder: 'e.g. {{ $json.orderNumber }}',
  description: 'One waybill number, or several separated by commas for one document (运单号)',
};

interface Request extends Download {
  templateId: string;
  waybills: string[];
}

export const getDocument = perItem<EccangClient, Request>({
  description: {
    name: 'Get Document',
    value: 'getDocument',
    action: 'Get a document',
    description: 'Get an invoice or picking list by a print template (根据模板获取发票/配货单)',
    properties: [templateId, waybills, download, fileField],
  },
  read: (parameters) => ({
    templateId: parameters.text('templateId'),
    waybills: parameters.texts('number'),
    ...readDownload(parameters),
  }),
  send: async (client, request) => {
    const reply = await getTemplateDocument(client, request.templateId, request.waybills);
    const number = request.waybills.join(', ');
    return linkedFile(client, linkOf(client, reply), { number }, request.waybills[0] ?? 'document', request);
  },
});
