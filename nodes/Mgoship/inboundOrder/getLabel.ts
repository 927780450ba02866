import { downloadInboundLabel, getInboundLabelLinks, MGOSHIP, type MgoshipClient } from '../../../carriers/mgoship';
import { whenReady } from '#carriers/shared/not-ready';
import { downloadFields, downloadOptions, linkedFile, readDownload, type Download } from '#nodes/shared/linked-file';
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
    action: 'Get carton labels of inbound order',
    description: 'Get the labels of the cartons of an approved order (status 2) as a PDF (获取贴箱单)',
    properties: [inboundOrderNumber, size, ...downloadFields],
    options: downloadOptions,
  },
  read: (parameters) => ({
    number: parameters.text('number'),
    size: parameters.text('size'),
    ...readDownload(parameters),
  }),
  send: (client, request) =>
    whenReady(client, request.patience, async () => {
      const { number, size: labelSize } = request;
      const links = await getInboundLabelLinks(client, number, labelSize);
      const source = {
        carrier: MGOSHIP.carrier,
        download: (link: string) => downloadInboundLabel(client, link),
      };
      return linkedFile(source, links, { number, size: labelSize }, `${number}_${labelSize}`, request);
    }),
});
