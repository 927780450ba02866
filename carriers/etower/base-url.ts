/** The value of `carrier` in neutral output. */
export const CARRIER = 'etower';

/** The name in messages. */
export const DISPLAY_NAME = 'eTower';

/** What users paste behind scheme and host: an API path of either part, or a page of the portal. */
const PASTED_PATH =
  /\/(services(\/(shipper|integration)(\/.*)?)?|api(\/(shipper|aggregator)(\/.*)?)?|IndexServlet|[^/]*\.(jsp|html?))?\/*$/i;

/**
 * Scheme, host and, where a gateway has one, a path in front: what every path of the API is appended to (`etower.md` A.1,
 * B.1). No slash at the end.
 * @throws TypeError when the text is no http or https address
 */
export function baseUrlOf(text: string): string {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : undefined;
  if (url && (url.protocol === 'http:' || url.protocol === 'https:') && url.hostname) {
    return url.origin + url.pathname.replace(PASTED_PATH, '').replace(/\/+$/, '');
  }
  throw new TypeError(
    'The Base URL in the credential is not a web address. Write scheme and host as your logistics provider gave them, for example https://tracking.example.com',
  );
}

/**
 * The path with one value in it, percent-encoded once (B.4.10).
 * @throws TypeError for "." and "..", which every HTTP client takes for steps between folders
 */
export function pathWith(folder: string, value: string): string {
  if (/^\.{1,2}$/.test(value)) throw new TypeError(`"${value}" is no number of an order`);
  return `${folder}/${encodeURIComponent(value)}`;
}

/**
 * The absolute address of a request that somebody else sends, such as n8n's own HTTP Request node.
 * @throws TypeError when it does not lead to the host of the credential: secrets are sent nowhere else
 */
export function ownAddress(url: string, baseUrl: string): URL {
  const { host, origin, protocol } = new URL(baseUrl);
  const target = URL.canParse(url) ? new URL(url) : undefined;
  if (target?.host === host && target.protocol === protocol) return target;
  throw new TypeError(`This credential is only sent to ${origin}. Use an address there as the URL of the request.`);
}
