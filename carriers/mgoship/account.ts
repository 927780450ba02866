import { ignoresSslIssues, pastedAddress, textFields } from '#carriers/shared/account';
import type { JsonObject } from '#carriers/shared/json-value';
import { withOrderDefaults, type OrderDefaults } from '#carriers/shared/order-defaults';

export const MGOSHIP = { carrier: 'mgoship', displayName: 'Mgoship' } as const;

export interface MgoshipCredentials {
  /** `production`, `test` or `custom`. */
  environment: string;
  /** For `custom`. */
  baseUrl?: string;
  appId: string;
  appSecret: string;
  version: string;
  /** The user's own words for the carrier's rule: see `SignatureRule`. */
  signatureTemplate: string;
  signatureAlgorithm: string;
  signatureCase: string;
  /** Hosts besides the carrier's own from which labels may be downloaded, separated by commas. */
  labelHosts?: string;
  /** Take any certificate. */
  ignoreSslIssues?: boolean;
  /** What orders do not say themselves. */
  defaults?: OrderDefaults;
}

export function credentialsOf(fields: JsonObject): MgoshipCredentials {
  return {
    ...textFields(fields, 'environment', 'baseUrl', 'appId', 'appSecret', 'version'),
    ...textFields(fields, 'signatureTemplate', 'signatureAlgorithm', 'signatureCase', 'labelHosts'),
    ...ignoresSslIssues(fields),
    ...withOrderDefaults(fields),
  };
}

/** The documented addresses (`mgoship.md` 1); plain http only. */
export const ENVIRONMENTS = {
  production: 'http://www.mgoship.com/api.php',
  test: 'http://test.mgoship.com/api.php',
} as const;

/** Hosts that the documentation names as the carrier's own, for the links that it hands out. */
export const OWN_HOSTS = ['www.mgoship.com', 'mgoship.com', 'test.mgoship.com'] as const;

/**
 * The address of the API, without its query.
 * @throws CarrierError when a custom Base URL is no http or https address
 */
export function endpointOf({ environment, baseUrl }: { environment: string; baseUrl?: string }): URL {
  if (environment === 'production' || environment === 'test') return new URL(ENVIRONMENTS[environment]);
  const url = pastedAddress(
    baseUrl ?? '',
    'Write it up to api.php, for example http://www.example.com/api.php, or choose the environment Production or Test.',
  );
  // A pasted host alone, and the doubled slash that one page prints (`mgoship.md` 1).
  url.pathname = url.pathname.replace(/\/{2,}/g, '/').replace(/\/$/, '');
  if (!url.pathname.endsWith('.php')) url.pathname = `${url.pathname.replace(/\/$/, '')}/api.php`;
  return url;
}

/** What a call is for: `mod` and `action` of its address. */
export interface Operation {
  module: string;
  action: string;
}

/** Every call is a POST to this address; `op` is the same in all documented ones (`mgoship.md` 1). */
export function addressOf(endpoint: URL, { module, action }: Operation): string {
  const url = new URL(endpoint);
  url.search = new URLSearchParams({ op: 'storage', mod: module, action }).toString();
  return url.href;
}
