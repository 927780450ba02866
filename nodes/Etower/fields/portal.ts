import { CARRIER_NUMBER } from '#carriers/shared/pasted';
import { choice, country as countryRow, flag, listed, text } from '#carriers/shared/rows';
import { field } from '#nodes/shared/form/row-property';

export const uuid = field('uuid', text('Order UUID', 'By which the portal knows the order (订单UUID)', { fold: CARRIER_NUMBER, required: true, example: '550e8400-e29b-41d4-a716-446655440000' }));

export const formatNumbers = field('formatNumbers', flag('Format Numbers for Display', 'Whether to write whole weights, sizes and values with fixed decimals, as the portal shows them, e.g. 2 as "2.0"'), {
  displayOptions: { show: { '/simplify': [false] } },
});

export const skipUuidCheck = field('skipUuidCheck', flag('Skip UUID Check', 'Whether to send UUIDs of any form. The manual demands 8-4-4-4-12 hexadecimal digits; some portals use shorter ones.'));

export const templateId = field('templateId', text('Template ID', "Mapping template that says what the columns mean; 0 is the portal's own (映射模板)", { example: '0', initial: '0' }));

export const facility = field('facility', text('Facility', 'Code of the shipper facility; * is the default one (网点)', { example: '*', initial: '*' }));

export const templateName = field('templateName', choice('Template', 'Which template to download (模板名称)', { 'Order Upload': ['parcel_upload_template', '订单上传模板(运单)'] }));

export const country = field('country', countryRow('Destination Country', 'Country that the parcel goes to (目的国家), ISO 3166-1 alpha-2', { required: true, example: 'AU' }));

export const channelId = field(
  'channelId',
  listed('Service Channel', 'Service channel of the portal, by its number (服务渠道). The list holds the services of the country above.', { search: 'searchPortalServices', entry: 'a service channel' }, { required: true, example: '929' }),
);

export const portalServiceOption = field(
  'serviceOption',
  listed('Only Option', 'Return this option of the service channel only (服务选项)', { search: 'searchPortalServiceOptions', entry: 'an option of the service channel' }, { example: 'E-Parcel' }),
);
