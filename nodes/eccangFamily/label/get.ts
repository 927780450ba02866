import type { INodeProperties } from 'n8n-workflow';
import { getLabelLink, invoiceLinkOf, linkOf, type EccangClient, type LabelRequest } from '../../../carriers/eccang';
import { textOf } from '#carriers/shared/json-value';
import { download, fileField, readDownload, type Download } from '#nodes/shared/linked-file';
import { perItem } from '#nodes/shared/operation';
import { anyNumber, numberType } from '../fields/numbers';
import { linkedFile } from './linked-file';

/** `label_type` (`eccang.md` 4.9). */
export const labelType: INodeProperties = {
  displayName: 'Label Size',
  name: 'labelType',
  type: 'options',
  options: [
    { name: '10 × 10 Centimetres', value: '1', description: '10*10标签' },
    { name: '10 × 15 Centimetres', value: '3', description: '10*15标签' },
    { name: 'A4', value: '2', description: 'A4纸' },
    { name: "Carrier's Default", value: '', description: '10 x 10 cm, or what the product prescribes' },
  ],
  default: '',
  description: "Paper size (标签尺寸). Only for labels that the carrier's system draws itself.",
};

/** `label_content_type` (`eccang.md` 4.10). */
export const labelContentType: INodeProperties = {
  displayName: 'Label Content',
  name: 'labelContentType',
  type: 'options',
  options: [
    { name: "Carrier's Default", value: '', description: 'Label and declaration, or what the product prescribes' },
    { name: 'Customs Declaration', value: '2', description: '报关单' },
    { name: 'Label', value: '1', description: '标签' },
    { name: 'Label and Declaration', value: '4', description: '标签+报关单' },
    { name: 'Label and Picking List', value: '5', description: '标签+配货单' },
    { name: 'Label, Declaration and Picking List', value: '6', description: '标签+报关单+配货单' },
    { name: 'Picking List', value: '3', description: '配货单' },
  ],
  default: '',
  description: "What is printed (标签内容). Only for labels that the carrier's system draws itself.",
};

export const getLabel = perItem<EccangClient, Download & { label: LabelRequest }>({
  description: {
    name: 'Get',
    value: 'get',
    action: 'Get a label',
    description: 'Get the label of an order as a file (获取标签)',
    properties: [numberType, anyNumber, labelType, labelContentType, download, fileField],
    options: [
      {
        displayName: 'Old Spelling of Label Size',
        name: 'oldSpelling',
        type: 'boolean',
        default: false,
        description: 'Whether to send the size as "lable_type", as older installations of Eccang TMS spell it',
      },
    ],
  },
  read: (parameters) => {
    const type = parameters.number('numberType');
    const size = parameters.number('labelType');
    const content = parameters.number('labelContentType');
    return {
      label: {
        number: parameters.text('number'),
        oldSpelling: parameters.flag('options.oldSpelling'),
        ...(type === undefined ? {} : { type }),
        ...(size === undefined ? {} : { labelType: size }),
        ...(content === undefined ? {} : { labelContentType: content }),
      },
      ...readDownload(parameters),
    };
  },
  send: async (client, request) => {
    const { number } = request.label;
    const reply = await getLabelLink(client, request.label);
    const reference = textOf(reply['reference_no']) ?? number;
    const invoiceUrl = invoiceLinkOf(reply);
    const facts = { number, reference, ...(invoiceUrl === undefined ? {} : { invoiceUrl }) };
    return linkedFile(client, linkOf(client, reply), facts, reference, request);
  },
});
