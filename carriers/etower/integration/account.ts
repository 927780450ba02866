import { ignoresSslIssues, keyIn, textFields } from '#carriers/shared/account';
import { lookUp } from '#carriers/shared/lookup';
import { CarrierError } from '../../http';
import type { JsonObject } from '#carriers/shared/json-value';
import { withOrderDefaults, type OrderDefaults } from '#carriers/shared/order-defaults';
import { baseUrlOf } from '../account';

/** Hosts of `etower.md` B.1, with https where clients are known to use it. http and https sign differently (B.2). */
export const REGIONS: Readonly<Record<string, string>> = {
  cn: 'https://cn.etowertech.com',
  us: 'https://us.etowertech.com',
  au: 'https://au.etowertech.com',
  qa: 'http://qa.etowertech.com',
};

export interface EtowerCredentials {
  /** A key of REGIONS, or `custom`. */
  region: string;
  /** For `custom`. */
  baseUrl?: string;
  token: string;
  key: string;
  /** Hosts besides the carrier's own from which labels may be downloaded, separated by commas. */
  labelHosts?: string;
  /** Take any certificate. */
  ignoreSslIssues?: boolean;
  /** What orders do not say themselves. */
  defaults?: OrderDefaults;
}

/** All hosts that `etower.md` B.1 names, for the links that one of them hands out. */
export const OWN_HOSTS = [
  ...Object.values(REGIONS).map((region) => new URL(region).hostname),
  'qa-cn.etowertech.com',
  'etower.walltechsystem.cn',
  'www.etowertech.com',
] as const;

export function etowerCredentialsOf(fields: JsonObject): EtowerCredentials {
  return {
    ...textFields(fields, 'region', 'baseUrl', 'token', 'key', 'labelHosts'),
    ...ignoresSslIssues(fields),
    ...withOrderDefaults(fields),
  };
}

/** @throws CarrierError when one of them cannot be used */
export function keysOf({ token, key }: Pick<EtowerCredentials, 'token' | 'key'>): { token: string; key: string } {
  return { token: keyIn('Token', token), key: keyIn('Key', key) };
}

/** @throws CarrierError when the region is unknown or its Base URL no web address */
export function integrationBaseUrl({ region, baseUrl = '' }: Pick<EtowerCredentials, 'region' | 'baseUrl'>): string {
  if (region === 'custom') return baseUrlOf(baseUrl);
  const known = lookUp(REGIONS, region);
  if (known !== undefined) return known;
  const hint = 'Choose one of the list, or Custom with a Base URL.';
  throw new CarrierError({ kind: 'credentials', message: 'The Region in the credential is unknown', hint });
}
