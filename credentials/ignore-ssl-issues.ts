import type { INodeProperties } from 'n8n-workflow';

/** As n8n's own nodes have it: for test systems whose certificate nobody has signed. */
export const ignoreSslIssues: INodeProperties = {
  displayName: 'Ignore SSL Issues (Insecure)',
  name: 'ignoreSslIssues',
  type: 'boolean',
  default: false,
  description:
    'Whether to connect although the certificate of the host cannot be checked. For test systems only: whoever is in between can read the credentials. It does not hold for the HTTP Request node, which has an option of its own.',
};
