import type { INodeCredentialDescription } from 'n8n-workflow';
import { CARRIERS } from './carriers';
import { resources } from './resources';

/** Operations that ask no carrier. */
const WITHOUT_CARRIER = ['merge'];

/**
 * The credential of each carrier: with a carrier that is chosen only its own is shown, with an expression all. None is
 * required, because items may name few of them.
 */
export const credentials: INodeCredentialDescription[] = CARRIERS.map(({ carrier, credential, displayName, steps }) => {
  const asked = Object.keys(steps).map((operation) => operation.split('.')[0]);
  const others = CARRIERS.map((each) => each.carrier).filter((each) => each !== carrier);
  const elsewhere = resources.flatMap(({ value }) => (asked.includes(value) ? [] : value));
  return {
    name: credential,
    // The editor would call each of them "Credential", and nobody could tell them apart (seen in n8n 2.41).
    displayName: `Credential for ${displayName}`,
    required: false,
    // Not "show": where every value of a field shows some credential, the editor takes it for the choice of
    // authentication and leaves it out of the form (seen in n8n 2.41).
    displayOptions: {
      hide: { carrier: others, operation: WITHOUT_CARRIER, ...(elsewhere.length > 0 ? { resource: elsewhere } : {}) },
    },
  };
});
