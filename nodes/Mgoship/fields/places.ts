import type { INodeProperties } from 'n8n-workflow';

/** The 47 prefectures, or free text: the carrier's own list is not held (`mgoship.md` 7.3). */
export function prefecture(name: string, displayName = 'Prefecture'): INodeProperties {
  return {
    displayName,
    name,
    type: 'resourceLocator',
    default: { mode: 'list', value: '' },
    required: true,
    description: 'Prefecture in Japanese with its suffix, e.g. 大阪府 (收件区域)',
    modes: [
      {
        displayName: 'From List',
        name: 'list',
        type: 'list',
        placeholder: 'Choose a prefecture',
        typeOptions: { searchListMethod: 'searchPrefectures', searchable: true },
      },
      { displayName: 'By Name', name: 'name', type: 'string', placeholder: 'e.g. 大阪府' },
    ],
  };
}

/** `storageid` (`mgoship.md` 8.7): the numbers are stable, so another one may be entered. */
export const warehouse: INodeProperties = {
  displayName: 'Warehouse',
  name: 'storageid',
  type: 'resourceLocator',
  default: { mode: 'list', value: '' },
  description: 'Warehouse in Japan (仓库). Names changed over time, the numbers did not.',
  modes: [
    {
      displayName: 'From List',
      name: 'list',
      type: 'list',
      placeholder: 'Choose a warehouse',
      typeOptions: { searchListMethod: 'searchWarehouses', searchable: true },
    },
    { displayName: 'By Number', name: 'number', type: 'string', placeholder: 'e.g. 4' },
  ],
};

/** `ship_way`: the operation that lists the ways is known by name only, so they come from a fee estimate. */
export const shipWay: INodeProperties = {
  displayName: 'Shipping Way',
  name: 'shipWay',
  type: 'resourceLocator',
  default: { mode: 'list', value: '' },
  required: true,
  description: 'Way of shipping inside Japan (本土运输方式). The list comes from a fee estimate for a sample parcel.',
  modes: [
    {
      displayName: 'From List',
      name: 'list',
      type: 'list',
      placeholder: 'Choose a shipping way',
      typeOptions: { searchListMethod: 'searchShipWays', searchable: true },
    },
    { displayName: 'By Number', name: 'number', type: 'string', placeholder: 'e.g. 38' },
  ],
};
