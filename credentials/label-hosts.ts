import type { INodeProperties } from 'n8n-workflow';

/** Of every carrier that answers with links to labels. */
export const labelHosts: INodeProperties = {
  displayName: 'Label Hosts',
  name: 'labelHosts',
  type: 'string',
  default: '',
  placeholder: 'e.g. labels.example.com',
  description: "Hosts besides the carrier's own from which labels may be downloaded, separated by commas",
};
