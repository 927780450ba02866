import { CarrierError } from '../http';
import { textOf, type JsonObject } from './json-value';
import { DEEPEST, isTooDeep } from './leaves';

/** Text fields of a credential by their names; '' for those that were left empty. */
export function textFields<Name extends string>(credential: JsonObject, ...names: Name[]): Record<Name, string>;
export function textFields(credential: JsonObject, ...names: string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, textOf(credential[name]) ?? '']));
}

/** The switch Ignore SSL Issues, where it is on. */
export function ignoresSslIssues(credential: JsonObject): { ignoreSslIssues?: true } {
  return credential['ignoreSslIssues'] === true ? { ignoreSslIssues: true } : {};
}

/**
 * A key, token or the like of a credential as it is used: pasted blanks at its ends are not part of it.
 * @param label of the field, for messages
 * @throws CarrierError `credentials` when no header or signature can carry it; nothing is to be sent then
 */
export function keyIn(label: string, value: string): string {
  const key = value.trim();
  if (/^[\x21-\x7e]*$/.test(key)) return key;
  throw new CarrierError({
    kind: 'credentials',
    message: `${label} in the credential holds a blank, a line break or a letter outside ASCII`,
    hint: 'Copy it again.',
  });
}

/**
 * The Base URL of a credential as users paste it, without what no address of an API has: query and fragment.
 * @param advice how to write it, for the user whose text is none
 * @throws CarrierError `credentials` when the text is no http or https address, or has a user name or password
 */
export function pastedAddress(text: string, advice: string): URL {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || !url.hostname) {
    const message = 'The Base URL in the credential is not a web address';
    throw new CarrierError({ kind: 'credentials', message, hint: advice });
  }
  if (url.username !== '' || url.password !== '') {
    const message = 'The Base URL in the credential has a user name or password in it';
    throw new CarrierError({ kind: 'credentials', message, hint: 'Write it without what stands before the @.' });
  }
  url.search = '';
  url.hash = '';
  return url;
}

/**
 * The absolute address of a request that somebody else sends, such as n8n's own HTTP Request node.
 * @param advice the address to use, as in "Use an address there as the URL"
 * @throws TypeError when it does not lead to the host of the credential: secrets are sent nowhere else
 */
export function ownAddress(url: string, base: URL, advice: string): URL {
  const target = URL.canParse(url) ? new URL(url) : undefined;
  if (target?.origin === base.origin) return target;
  throw new TypeError(`This credential is only sent to ${base.origin}. Use ${advice} as the URL of the request.`);
}

/**
 * A part of the body of such a request that is written as JSON.
 * @throws TypeError when it is nested too deeply for that
 */
export function writable<Part>(part: Part): Part {
  if (!isTooDeep(part)) return part;
  throw new TypeError(`The body is nested more than ${DEEPEST} levels deep: no carrier takes that.`);
}
