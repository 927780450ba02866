import { pastedAddress } from '#carriers/shared/account';

/** The value of `carrier` in neutral output. */
export const CARRIER = 'etower';

/** The name in messages. */
export const DISPLAY_NAME = 'eTower';

/** What users paste behind scheme and host: an API path of either part, or a page of the portal. */
const PASTED_PATH =
  /\/(services(\/(shipper|integration)(\/.*)?)?|api(\/(shipper|aggregator)(\/.*)?)?|IndexServlet|[^/]*\.(jsp|html?))$/i;

/**
 * Scheme, host and, where a gateway has one, a path in front: what every path of the API is appended to (`etower.md` A.1,
 * B.1). No slash at the end.
 * @throws CarrierError when the text is no http or https address
 */
export function baseUrlOf(text: string): string {
  const { origin, pathname } = pastedAddress(
    text,
    'Write scheme and host as your logistics provider gave them, for example https://tracking.example.com',
  );
  return origin + withoutSlashes(withoutSlashes(pathname).replace(PASTED_PATH, ''));
}

function withoutSlashes(path: string): string {
  return path.replace(/(?<!\/)\/+$/, '');
}

/**
 * The path with one value in it, percent-encoded once (B.4.10).
 * @throws TypeError for "." and "..", which every HTTP client takes for steps between folders
 */
export function pathWith(folder: string, value: string): string {
  if (/^\.{1,2}$/.test(value)) throw new TypeError(`"${value}" is no number of an order`);
  return `${folder}/${encodeURIComponent(value)}`;
}
