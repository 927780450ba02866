import { downloadInboundLabel, getInboundLabelLink, MGOSHIP, type MgoshipClient } from '../../../carriers/mgoship';
import { download } from '#nodes/shared/fields';
import { fileField, linkedFile, readDownload, type Download } from '#nodes/shared/linked-file';
import { perItem } from '#nodes/shared/operation';
import { inboundOrderNumber } from '../fields/numbers';
import { size } from '../fields/label';

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
