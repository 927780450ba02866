import { keyIn, ownAddress } from '#carriers/shared/account';
import { textOf } from '#carriers/shared/json-value';
import { baseUrlOf } from '../account';
import type { PortalCredentials } from './account';

/** The only path that takes the session in the address instead of a header (A.2). */
export const TEMPLATE_PATH = '/api/shipper/v1/template/file';

/**
 * Adds the session to a request that somebody else sends, such as n8n's own HTTP Request node.
 * @throws TypeError when the address is not that of the credential: the session is sent nowhere else; CarrierError when no
 * header can carry it
 */
export function signPortalRequest(
  url: string,
  credentials: PortalCredentials,
): { url: string; headers: Record<string, string> } {
  const base = new URL(baseUrlOf(credentials.baseUrl));
  return withSession(ownAddress(url, base, 'an address there').href, credentials);
}

/**
 * The address and the headers that carry the session.
 * @throws CarrierError when no header can carry it
 */
export function withSession(
  address: string,
  { sessionId, language }: PortalCredentials,
): { url: string; headers: Record<string, string> } {
  const session = {
    sessionId: keyIn('Session ID', sessionId),
    language: keyIn('Language', textOf(language) ?? 'en_US'),
  };
  const url = new URL(address);
  if (!url.pathname.endsWith(TEMPLATE_PATH)) return { url: url.href, headers: session };
  for (const [name, value] of Object.entries(session)) url.searchParams.set(name, value);
  return { url: url.href, headers: {} };
}
