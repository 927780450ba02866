import { ignoresSslIssues, keyIn, pastedAddress, textFields } from '#carriers/shared/account';
import type { JsonObject } from '#carriers/shared/json-value';
import { withOrderDefaults, type OrderDefaults } from '#carriers/shared/order-defaults';

export interface EccangCredentials {
  baseUrl: string;
  appToken: string;
  appKey: string;
  /** Hosts besides the carrier's own from which labels may be downloaded, separated by commas. */
  labelHosts?: string;
  /** Take any certificate. */
  ignoreSslIssues?: boolean;
  /** What orders do not say themselves. */
  defaults?: OrderDefaults;
}

export function credentialsOf(fields: JsonObject): EccangCredentials {
  return {
    ...textFields(fields, 'baseUrl', 'appToken', 'appKey', 'labelHosts'),
    ...ignoresSslIssues(fields),
    ...withOrderDefaults(fields),
  };
}

/** @throws CarrierError when one of them cannot be used */
export function keysOf({ appToken, appKey }: EccangCredentials): { appToken: string; appKey: string } {
  return { appToken: keyIn('App Token', appToken), appKey: keyIn('App Key', appKey) };
}

/** Both fixed paths of an Eccang host (`eccang.md` 1.1); users paste either of them, or only a part. */
const PASTED_PATH = /\/default(\/svc(\/(wsdl|web-service))?)?\/*$/i;
const ENDPOINT_PATH = '/default/svc/web-service';

/**
 * The address that envelopes are posted to, from the Base URL of a credential: scheme, host, optional port.
 * @throws CarrierError when the text is no http or https address
 */
export function endpointOf(baseUrl: string): URL {
  const url = pastedAddress(
    baseUrl,
    'Write scheme and host as your carrier gave them, for example http://tms.example.com',
  );
  url.pathname = url.pathname.replace(PASTED_PATH, '').replace(/(?<!\/)\/+$/, '') + ENDPOINT_PATH;
  return url;
}
