import type { INodeProperties } from 'n8n-workflow';
import { downloadInboundLabel, getInboundLabelLink, MGOSHIP, type MgoshipClient } from '../../../carriers/mgoship';
import { download, fileField, linkedFile, readDownload, type Download } from '#nodes/shared/linked-file';
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

interface LabelRequest extends Download {
  number: string;
  size: string;
}

export const getInboundLabel = perItem<MgoshipClient, LabelRequest>({
  description: {
    name: 'Get Label',
    value: 'getLabel',
    action: 'Get the carton labels of an inbound order',
    description: 'Get the labels of the cartons of an approved order (status 2) as a PDF (获取贴箱单)',
    properties: [inboundOrderNumber, size, download, fileField],
  },
  read: (parameters) => ({
    number: parameters.text('number'),
    size: parameters.text('size'),
    ...readDownload(parameters),
  }),
  send: async (client, request) => {
    const { number, size: labelSize } = request;
    const link = await getInboundLabelLink(client, number, labelSize);
    const source = {
      carrier: MGOSHIP.carrier,
      download: (each: string) => downloadInboundLabel(client, each),
    };
    return linkedFile(source, link, { number, size: labelSize }, `${number}_${labelSize}`, request);
  },
});
