import type { INodeProperties } from 'n8n-workflow';
import { country as countryRow, listed } from '#carriers/shared/rows';
import { propertyOf } from '#nodes/shared/form/row-property';

export const country: INodeProperties = {
  ...propertyOf(
    'country',
    countryRow('Destination Country', 'Country that the parcel goes to (目的国家), ISO 3166-1 alpha-2', {
      example: 'AU',
    }),
  ),
  required: true,
};

export const channelId: INodeProperties = {
  ...propertyOf(
    'channelId',
    listed(
      'Service Channel',
      'Service channel of the portal, by its number (服务渠道). The list holds the services of the country above.',
      { search: 'searchPortalServices', entry: 'a service channel' },
      { example: '929' },
    ),
  ),
  required: true,
};

export const portalServiceOption = propertyOf(
  'serviceOption',
  listed(
    'Only Option',
    'Return this option of the service channel only (服务选项)',
    { search: 'searchPortalServiceOptions', entry: 'an option of the service channel' },
    { example: 'E-Parcel' },
  ),
);
