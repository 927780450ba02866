import type { INodeProperties } from 'n8n-workflow';

/** `extra_service` where the carrier lists them: several codes, sent with semicolons between them. */
export const extraServices: INodeProperties = {
  displayName: 'Extra Service Names or IDs',
  name: 'extraService',
  type: 'multiOptions',
  typeOptions: {
    loadOptionsMethod: 'getExtraServices',
    loadOptionsDependsOn: ['shippingMethod.value', 'countryCode.value'],
  },
  default: [],
  description:
    'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
};
