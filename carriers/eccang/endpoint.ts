import { CarrierError } from '../http';

/** Both fixed paths of an Eccang host (`eccang.md` 1.1); users paste either of them, or only a part. */
const PASTED_PATH = /\/default(\/svc(\/(wsdl|web-service))?)?\/*$/i;
const ENDPOINT_PATH = '/default/svc/web-service';

/**
 * The address that envelopes are posted to, from the Base URL of a credential: scheme, host, optional port.
 * @throws CarrierError when the text is no http or https address
 */
export function endpointOf(baseUrl: string): URL {
  const url = parseUrl(baseUrl.trim());
  url.username = '';
  url.password = '';
  url.search = '';
  url.hash = '';
  url.pathname = url.pathname.replace(PASTED_PATH, '').replace(/\/+$/, '') + ENDPOINT_PATH;
  return url;
}

function parseUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && (url.protocol === 'http:' || url.protocol === 'https:') && url.hostname) return url;
  throw new CarrierError({
    kind: 'credentials',
    message: 'The Base URL in the credential is not a web address',
    hint: 'Write scheme and host as your carrier gave them, for example http://tms.example.com',
  });
}
