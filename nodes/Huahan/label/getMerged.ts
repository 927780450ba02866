import type { INodeProperties } from 'n8n-workflow';
import { linkOf, type EccangClient } from '../../../carriers/eccang';
import { getMergedLabel, ORDERS_PER_MERGED_LABEL } from '../../../carriers/huahan';
import { anyNumber } from '#nodes/eccangFamily/fields/numbers';
import { labelContentType, labelType } from '#nodes/eccangFamily/label/get';
import { linkedFile } from '#nodes/eccangFamily/label/linked-file';
import { download, fileField, readDownload, type Download } from '#nodes/shared/linked-file';
import { inBulk } from '#nodes/shared/operation';

const product: INodeProperties = {
  displayName: 'Product',
  name: 'shippingMethod',
  type: 'string',
  default: '',
  placeholder: 'e.g. {{ $json.service.code }}',
  description:
    'Product code of the order. Huahan prints orders of one product together: items are grouped by what stands here. Leave it empty when all orders have the same product.',
};

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
    properties: [anyNumber, product, mergedSize, labelContentType, download, fileField],
    options: [
      {
        displayName: 'Print Picking Information',
        name: 'printDeclareInfo',
        type: 'options',
        options: [
          { name: 'No', value: 'N' },
          { name: 'Yes', value: 'Y' },
        ],
        default: 'Y',
        description: 'Whether the picking information is printed (打印配货信息)',
      },
    ],
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
  perCall: () => ORDERS_PER_MERGED_LABEL,
  key: (request) => JSON.stringify({ ...request, number: undefined }),
  send: async (client, requests) => {
    const [first] = requests;
    if (!first) return [];
    const numbers = requests.map(({ number }) => number);
    const reply = await getMergedLabel(client, {
      numbers: [...new Set(numbers)],
      labelType: first.labelType,
      ...(first.labelContentType === undefined ? {} : { labelContentType: first.labelContentType }),
      ...(first.printDeclareInfo === undefined ? {} : { printDeclareInfo: first.printDeclareInfo }),
    });
    const { json, files } = await linkedFile(client, linkOf(client, reply), {}, `labels-${first.number}`, first);
    return numbers.map((number, index) => ({
      json: { number, ...json, labelsInFile: new Set(numbers).size },
      ...(index === 0 && files ? { files } : {}),
    }));
  },
});
