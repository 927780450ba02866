import { json, text } from '#carriers/shared/rows';
import { field } from '#nodes/shared/form/row-property';

export const service = field('service', text('Service', "Name of the method, as the carrier's manual writes it; upper and lower case matter (接口方法)", { required: true, example: 'getPrintTemplateName' }));

export const body = field('body', json('Body', "The method's own parameters (paramsJson), an object or a list", { example: '{"reference_no": "SHOP-10023"}' }));
