import { CARRIER, downloadTemplate, type PortalClient } from '../../../carriers/etower';
import { binaryPropertyName } from '#nodes/shared/fields';
import { told } from '#nodes/shared/label-files';
import { perItem } from '#nodes/shared/operation';
import { templateName } from '../fields/portal';

export const downloadUploadTemplate = perItem<PortalClient, { templateName: string; binaryProperty: string }>({
  description: {
    name: 'Download',
    value: 'download',
    action: 'Download portal template for order upload',
    description: 'Download the spreadsheet that Portal Order: Upload takes, to be filled in (下载模板文件)',
    properties: [templateName, binaryPropertyName],
  },
  read: (parameters) => ({
    templateName: parameters.text('templateName'),
    binaryProperty: parameters.text('binaryPropertyName'),
  }),
  send: async (client, { templateName: name, binaryProperty }) => {
    const { warning, ...file } = await downloadTemplate(client, name);
    const { inItem, hint } = told(warning === undefined ? [] : [`${file.fileName}: ${warning}.`]);
    return {
      json: { carrier: CARRIER, templateName: name, fileName: file.fileName, ...inItem },
      files: { [binaryProperty]: file },
      ...hint,
    };
  },
});
