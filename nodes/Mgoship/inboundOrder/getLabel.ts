import type { INodeProperties } from 'n8n-workflow';
import { fileNameOf } from '../../../carriers/label-file';
import { downloadInboundLabel, getInboundLabelLink, MGOSHIP, type MgoshipClient } from '../../../carriers/mgoship';
import { binaryPropertyName } from '#nodes/shared/fields';
import { perItem } from '#nodes/shared/operation';
import { inboundOrderNumber } from '../fields/numbers';

/** `size` (`mgoship.md` 8.11). */
const size: INodeProperties = {
  displayName: 'Label Size',
  name: 'size',
  type: 'options',
  options: [
    { name: '100 × 100 Millimetres', value: '100', description: '100*100' },
    { name: '100 × 200 Millimetres', value: '200', description: '100*200' },
  ],
  default: '100',
  description: 'Paper size (标签尺寸)',
};

const download: INodeProperties = {
  displayName: 'Download File',
  name: 'download',
  type: 'boolean',
  default: true,
  description: 'Whether to download the file behind the link that the carrier gives, or to return the link only',
};

interface LabelRequest {
  number: string;
  size: string;
  binaryProperty: string | undefined;
}

export const getInboundLabel = perItem<MgoshipClient, LabelRequest>({
  description: {
    name: 'Get Label',
    value: 'getLabel',
    action: 'Get the carton labels of an inbound order',
    description: 'Get the labels of the cartons of an approved order (status 2) as a PDF (获取贴箱单)',
    properties: [
      inboundOrderNumber,
      size,
      download,
      { ...binaryPropertyName, displayOptions: { show: { download: [true] } } },
    ],
  },
  read: (parameters) => ({
    number: parameters.text('number'),
    size: parameters.text('size'),
    binaryProperty: parameters.flag('download') ? parameters.text('binaryPropertyName') : undefined,
  }),
  send: async (client, { number, size: labelSize, binaryProperty }) => {
    const url = await getInboundLabelLink(client, number, labelSize);
    const json = { carrier: MGOSHIP.carrier, number, size: labelSize, url };
    if (binaryProperty === undefined) return { json };
    const { content, mimeType, extension, warning } = await downloadInboundLabel(client, url);
    const fileName = fileNameOf(`${number}_${labelSize}`, extension);
    return {
      json: { ...json, fileName, fileType: extension },
      files: { [binaryProperty]: { content, fileName, mimeType } },
      ...(warning === undefined ? {} : { hint: `${fileName}: ${warning}.` }),
    };
  },
});
