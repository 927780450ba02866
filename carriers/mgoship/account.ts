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
 * @throws TypeError when a custom Base URL is no http or https address
 */
export function endpointOf({ environment, baseUrl }: { environment: string; baseUrl?: string }): URL {
  if (environment === 'production' || environment === 'test') return new URL(ENVIRONMENTS[environment]);
  const url = parseUrl((baseUrl ?? '').trim());
  url.username = '';
  url.password = '';
  url.search = '';
  url.hash = '';
  // A pasted host alone, and the doubled slash that one page prints (`mgoship.md` 1).
  url.pathname = url.pathname.replace(/\/{2,}/g, '/').replace(/\/$/, '');
  if (!url.pathname.endsWith('.php')) url.pathname = `${url.pathname.replace(/\/$/, '')}/api.php`;
  return url;
}

function parseUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && (url.protocol === 'http:' || url.protocol === 'https:') && url.hostname) return url;
  throw new TypeError(
    'The Base URL in the credential is not a web address. Write it like http://www.example.com/api.php, or choose the environment Production or Test.',
  );
}
