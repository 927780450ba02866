import { ignoresSslIssues, textFields } from '#carriers/shared/account';
import type { JsonObject } from '#carriers/shared/json-value';

export interface PortalCredentials {
  baseUrl: string;
  /** Of a logged-in portal session; there is no documented way to get one (`etower.md` A.2). */
  sessionId: string;
  /** `zh_CN` or `en_US`: the language of messages. */
  language: string;
  /** Take any certificate. */
  ignoreSslIssues?: boolean;
}

export function portalCredentialsOf(fields: JsonObject): PortalCredentials {
  return { ...textFields(fields, 'baseUrl', 'sessionId', 'language'), ...ignoresSslIssues(fields) };
}
