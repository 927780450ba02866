import type { INodeProperties } from 'n8n-workflow';

interface Locator {
  displayName: string;
  name: string;
  description: string;
  method: string;
  choose: string;
  example: string;
  required?: boolean;
}

/** A field to choose from the carrier's list or to fill by its code. */
function locator({ displayName, name, description, method, choose, example, required }: Locator): INodeProperties {
  return {
    displayName,
    name,
    type: 'resourceLocator',
    ...(required ? { required } : {}),
    default: { mode: 'list', value: '' },
    description,
    modes: [
      {
        displayName: 'From List',
        name: 'list',
        type: 'list',
        placeholder: choose,
        typeOptions: { searchListMethod: method, searchable: true },
      },
      { displayName: 'By Code', name: 'code', type: 'string', placeholder: example },
    ],
  };
}

export const serviceCode = locator({
  displayName: 'Service',
  name: 'serviceCode',
  required: true,
  description: 'Service that is open for your account (服务代码)',
  method: 'searchServices',
  choose: 'Choose a service',
  example: 'e.g. UBI.AU2AU.AUPOST.1',
});

export const serviceOption = locator({
  displayName: 'Service Option',
  name: 'serviceOption',
  description: 'Option of the service, if it has any (服务选项)',
  method: 'searchServiceOptions',
  choose: 'Choose an option of the service',
  example: 'e.g. E-Parcel',
});

export const facility = locator({
  displayName: 'Sender Facility',
  name: 'facility',
  description: 'Where you hand the parcel in; empty takes the default of your account (交货网点)',
  method: 'searchFacilities',
  choose: 'Choose a facility',
  example: 'e.g. CAN',
});

export const country = locator({
  displayName: 'Destination Country',
  name: 'country',
  required: true,
  description: 'Country that the parcel goes to (目的国家), ISO 3166-1 alpha-2',
  method: 'searchCountries',
  choose: 'Choose a country',
  example: 'e.g. AU',
});

export const channelId = locator({
  displayName: 'Service Channel',
  name: 'channelId',
  required: true,
  description:
    'Service channel of the portal, by its number (服务渠道). The list holds the services of the country above.',
  method: 'searchPortalServices',
  choose: 'Choose a service channel',
  example: 'e.g. 929',
});

export const portalServiceOption = locator({
  displayName: 'Only Option',
  name: 'serviceOption',
  description: 'Return this option of the service channel only (服务选项)',
  method: 'searchPortalServiceOptions',
  choose: 'Choose an option of the service channel',
  example: 'e.g. E-Parcel',
});
