import type { INodeProperties } from 'n8n-workflow';
import { labelDetails, type EccangClient } from '../../../carriers/eccang';
import { defined } from '#carriers/shared/defined';
import { getMergedLabel, ORDERS_PER_MERGED_LABEL } from '../../../carriers/huahan';
import { anyNumber } from '#nodes/eccangFamily/fields/numbers';
import { labelContentType, labelType } from '#nodes/eccangFamily/fields/label';
import { sharedFile } from '#nodes/eccangFamily/label/linked-file';
import { whenReady } from '#carriers/shared/not-ready';
import { downloadFields, downloadOptions, readDownload, type Download } from '#nodes/shared/linked-file';
import { inBulk } from '#nodes/shared/operation';
import { product, printDeclareInfo } from '../fields/label';

const mergedSize: INodeProperties = {
  ...labelType,
  options: (labelType.options ?? []).filter((option) => !('value' in option) || option.value !== ''),
  default: '1',
};

interface Request extends Download {
  number: string;
  product: string;
  labelType: number;
  labelContentType: number | undefined;
  printDeclareInfo: 'Y' | 'N' | undefined;
}

export const getMerged = inBulk<EccangClient, Request>({
  description: {
    name: 'Get Merged',
    value: 'getMerged',
    action: 'Get merged labels',
    description:
      'Get the labels of up to 20 orders in one PDF. Every item tells which file holds its label; the file itself is at the first item of each call (批量获取标签).',
    properties: [anyNumber, product, mergedSize, labelContentType, ...downloadFields],
    options: [printDeclareInfo, ...downloadOptions],
  },
  read: (parameters) => {
    const print = parameters.optionalText('options.printDeclareInfo');
    return {
      number: parameters.text('number'),
      product: parameters.optionalText('shippingMethod') ?? '',
      labelType: parameters.number('labelType') ?? 1,
      labelContentType: parameters.number('labelContentType'),
      printDeclareInfo: print === 'Y' || print === 'N' ? print : undefined,
      ...readDownload(parameters),
    };
  },
  // An unknown number, or an order of another product, refuses the whole call.
  splitsWhenRefused: true,
  perCall: () => ORDERS_PER_MERGED_LABEL,
  key: (request) => JSON.stringify({ ...request, number: undefined }),
  send: async (client, requests) => {
    const [first] = requests;
    if (!first) return [];
    const numbers = requests.map(({ number }) => number);
    return whenReady(client, first.patience, async () => {
      const reply = await getMergedLabel(client, {
        numbers: [...new Set(numbers)],
        labelType: first.labelType,
        ...defined({ labelContentType: first.labelContentType, printDeclareInfo: first.printDeclareInfo }),
      });
      return sharedFile(client, reply, numbers, `labels-${first.number}`, first, () => labelDetails(reply));
    });
  },
});
