import { ignoresSslIssues, pastedAddress, textFields } from '#carriers/shared/account';
import { lookUp } from '#carriers/shared/lookup';
import { CarrierError } from '../http';
import type { JsonObject } from '#carriers/shared/json-value';
import { withOrderDefaults, type OrderDefaults } from '#carriers/shared/order-defaults';

/** The value of `carrier` in neutral output. */
export const CARRIER = 'hge';

/** The name in messages. */
export const DISPLAY_NAME = 'HGE';

/** Values of the header `accept-language`: the guide lists exactly these (`hge.md` 2.1). */
export type HgeLanguage = 'en' | 'zh' | 'vi' | 'ko';

export interface HgeCredentials {
  environment: string;
  /** With the environment `custom` only: up to and including `/openapi/customer/`. */
  baseUrl?: string;
  apiKey: string;
  apiSecret: string;
  /** Empty for the request that fetches it (`hge.md` 2.4). */
  apiToken: string;
  language: string;
  /** Send the token as `Authorization: Bearer` as well: the two parts of the documentation disagree (`hge.md` 2.5). */
  sendBearer?: boolean;
  /** Take any certificate. */
  ignoreSslIssues?: boolean;
  /** What orders do not say themselves. */
  defaults?: OrderDefaults;
}

export function credentialsOf(fields: JsonObject): HgeCredentials {
  return {
    ...textFields(fields, 'environment', 'baseUrl', 'apiKey', 'apiSecret', 'apiToken', 'language'),
    sendBearer: fields['sendBearer'] === true,
    ...ignoresSslIssues(fields),
    ...withOrderDefaults(fields),
  };
}

/** `hge.md` 1. */
export const BASE_URLS = {
  test: 'https://test-oms.hanjinexp.com/openapi/customer/',
  production: 'https://oms.hanjinexp.com/openapi/customer/',
} as const;

/**
 * The address below which all endpoints are; it ends in a slash.
 * @throws CarrierError when the environment is none or the custom Base URL is no http or https address
 */
export function baseUrlOf({ environment, baseUrl = '' }: Pick<HgeCredentials, 'environment' | 'baseUrl'>): URL {
  const address = environment === 'custom' ? baseUrl : lookUp(BASE_URLS, environment);
  if (address === undefined) {
    const message = 'The Environment in the credential is none of Test, Production and Custom';
    throw new CarrierError({ kind: 'credentials', message, hint: 'Choose it again.' });
  }
  const url = pastedAddress(
    address,
    'Write it with scheme and path, for example https://oms.example.com/openapi/customer/',
  );
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return url;
}

/**
 * Base and path joined as they stand: all known paths end in a slash, which is part of them (`hge.md` 1).
 * @param path such as `query_order/`; a leading slash, the whole path or the whole address, as pasted from the manual, is tolerated
 * @throws TypeError when the path leads out of the API
 */
export function endpointOf(base: URL, path: string, query: readonly (readonly [string, string])[] = []): URL {
  const pasted = path.trim();
  const start = [base.href, base.pathname].find((each) => pasted.startsWith(each)) ?? '';
  const relative = pasted.slice(start.length).replace(/^\/+/, '');
  const url = URL.canParse(base.href + relative) ? new URL(base.href + relative) : undefined;
  if (!url?.href.startsWith(base.href) || url.hash !== '' || /^[a-z][a-z0-9+.-]*:/i.test(relative)) {
    throw new TypeError(
      `The path does not lead to an endpoint below ${base.href}. Write what follows there, for example query_order/`,
    );
  }
  for (const [name, value] of query) url.searchParams.append(name, value);
  return url;
}
