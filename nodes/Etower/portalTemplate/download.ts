import type { INodeProperties } from 'n8n-workflow';
import { CARRIER, downloadTemplate, type PortalClient } from '../../../carriers/etower';
import { binaryPropertyName } from '#nodes/shared/fields';
import { perItem } from '#nodes/shared/operation';

const templateName: INodeProperties = {
  displayName: 'Template',
  name: 'templateName',
  type: 'options',
  options: [{ name: 'Order Upload', value: 'parcel_upload_template', description: '订单上传模板(运单)' }],
  default: 'parcel_upload_template',
  description: 'Which template to download (模板名称)',
};

export const downloadUploadTemplate = perItem<PortalClient, { templateName: string; binaryProperty: string }>({
  description: {
    name: 'Download',
    value: 'download',
    action: 'Download the template for uploading orders',
    description: 'Download the spreadsheet that Portal Order: Upload takes, to be filled in (下载模板文件)',
    properties: [templateName, binaryPropertyName],
  },
  read: (parameters) => ({
    templateName: parameters.text('templateName'),
    binaryProperty: parameters.text('binaryPropertyName'),
  }),
  send: async (client, { templateName: name, binaryProperty }) => {
    const file = await downloadTemplate(client, name);
    return {
      json: { carrier: CARRIER, templateName: name, fileName: file.fileName },
      files: { [binaryProperty]: file },
    };
  },
});
