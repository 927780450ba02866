import { json, text } from '#carriers/shared/rows';
import { field } from '#nodes/shared/form/row-property';

export const path = field('path', text('Path', 'What follows scheme and host, from the slash; values in it percent-encoded (接口路径)', { required: true, example: '/services/shipper/service-catalog' }));

export const body = field('body', json('Body', 'What the endpoint takes, an object or a list', { example: '["SHOP-10023"]' }), { displayOptions: { show: { method: ['POST', 'PUT'] } } });
