import { CARRIER_NUMBER } from '#carriers/shared/pasted';
import { choice, flag, text } from '#carriers/shared/rows';
import { field } from '#nodes/shared/form/row-property';

/** `label_type` (`eccang.md` 4.9). */
export const labelType = field(
  'labelType',
  choice(
    'Label Size',
    "Paper size (标签尺寸). Only for labels that the carrier's system draws itself.",
    { '10 × 10 Centimetres': ['1', '10*10标签'], '10 × 15 Centimetres': ['3', '10*15标签'], A4: ['2', 'A4纸'], "Carrier's Default": ['', '10 x 10 cm, or what the product prescribes'] },
    { initial: '' },
  ),
);

/** `label_content_type` (`eccang.md` 4.10). */
export const labelContentType = field(
  'labelContentType',
  choice('Label Content', "What is printed (标签内容). Only for labels that the carrier's system draws itself.", {
    "Carrier's Default": ['', 'Label and declaration, or what the product prescribes'],
    'Customs Declaration': ['2', '报关单'],
    Label: ['1', '标签'],
    'Label and Declaration': ['4', '标签+报关单'],
    'Label and Picking List': ['5', '标签+配货单'],
    'Label, Declaration and Picking List': ['6', '标签+报关单+配货单'],
    'Picking List': ['3', '配货单'],
  }),
);

export const templateId = field('templateId', text('Template ID', 'ID of the print template. Service: Call with getPrintTemplateName lists those of your account (模板ID).', { required: true, example: '78' }));

export const waybills = field('number', text('Waybill Numbers', 'One waybill number, or several separated by commas for one document (运单号)', { fold: CARRIER_NUMBER, required: true, example: '{{ $json.orderNumber }}' }));

export const oldSpelling = field('oldSpelling', flag('Old Spelling of Label Size', 'Whether to send the size as "lable_type", as older installations of Eccang TMS spell it'));
