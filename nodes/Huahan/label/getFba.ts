import type { EccangClient } from '../../../carriers/eccang';
import type { CarrierError } from '../../../carriers/http';
import { BOXES_PER_CALL, getFbaLabels } from '../../../carriers/huahan';
import { filesOf, linkedFile } from '#nodes/eccangFamily/label/linked-file';
import { allWhenReady } from '#carriers/shared/not-ready';
import { downloadFields, downloadOptions, readDownload, type Download } from '#nodes/shared/linked-file';
import { inBulk, type Output } from '#nodes/shared/operation';
import { boxNumber } from '../fields/label';

interface Request extends Download {
  number: string;
}

export const getFba = inBulk<EccangClient, Request>({
  description: {
    name: 'Get FBA',
    value: 'getFba',
    action: 'Get label of FBA box',
    description: 'Get the label of a box that goes to Amazon, as a file; 20 items share a call (批量获取FBA标签)',
    properties: [boxNumber, ...downloadFields],
    options: downloadOptions,
  },
  read: (parameters) => ({ number: parameters.text('number'), ...readDownload(parameters) }),
  splitsWhenRefused: true,
  perCall: () => BOXES_PER_CALL,
  key: ({ patience }) => JSON.stringify(patience ?? null),
  send: (client, requests) =>
    allWhenReady(client, requests[0]?.patience, requests, (pending) => sendAll(client, pending)),
});

async function sendAll(client: EccangClient, requests: readonly Request[]): Promise<(Output | CarrierError)[]> {
  const labels = await getFbaLabels(
    client,
    requests.map(({ number }) => number),
  );
  return filesOf(client, requests, labels, ({ url, box }, request) =>
    linkedFile(client, { url }, box, request.number, request),
  );
}
