import {
  checkSpreadsheet,
  fileRemarks,
  rowText,
  uploadOrders,
  type PortalClient,
  type Upload,
} from '../../../carriers/etower';
import { inputBinaryPropertyName } from '#nodes/shared/fields';
import { perItem } from '#nodes/shared/operation';
import type { InputFile } from '#nodes/shared/input-file';
import { channelId, country, facility, templateId } from '../fields/portal';

interface UploadRequest {
  upload: Omit<Upload, 'content'>;
  file: InputFile;
}

export const uploadSpreadsheet = perItem<PortalClient, UploadRequest>({
  description: {
    name: 'Upload',
    value: 'upload',
    action: 'Upload portal orders from spreadsheet',
    description:
      'Create orders from a spreadsheet (.xlsx or .xls, at most 15 MB). Rows that the portal refuses are listed one by one in rowErrors (上传订单).',
    properties: [inputBinaryPropertyName, country, channelId],
    simplifies: true,
    writes: true,
    warning: 'every row becomes a real order and may cost money',
    options: [facility, templateId],
  },
  read: (parameters) => {
    const file = parameters.file('binaryPropertyName');
    const fileName = file.fileName ?? '';
    checkSpreadsheet(fileName, file.bytes);
    return {
      upload: {
        fileName,
        templateId: parameters.optionalText('options.templateId') ?? '0',
        facility: parameters.optionalText('options.facility') ?? '*',
        country: parameters.text('country'),
        channelId: parameters.text('channelId'),
      },
      file,
    };
  },
  send: async (client, { upload, file }) => {
    const { raw, result } = await uploadOrders(client, { ...upload, content: await file.read() });
    const refused = result.rowErrors.map(rowText);
    const rows = `${refusedRows(result.rowErrors)} became no order. ${refused.slice(0, 5).join('; ')}`;
    const told = [...(refused.length === 0 ? [] : [rows]), ...fileRemarks(result)];
    return {
      raw,
      simplified: result,
      ...(told.length === 0 ? {} : { hint: `${upload.fileName}: ${told.join('; ')}` }),
    };
  },
});

/** A row may be refused for several columns. */
function refusedRows(errors: readonly { row?: number | string }[]): string {
  const rows = new Set(errors.map(({ row }, index) => row ?? `error ${index}`)).size;
  return rows === 1 ? '1 row' : `${rows} rows`;
}
