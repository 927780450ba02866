import { defined } from '#carriers/shared/defined';
import {
  CarrierError,
  errorOfStatus,
  isPrivateHost,
  LABEL_REPLY_BYTES,
  noticesIn,
  type CallSettings,
  type HttpReply,
  type Transport,
} from '../http';
import { excerpt, labelFileOf, type LabelFile } from './label-file';
import { absoluteLink, beginsWithHost } from './links';
import { saysNotReady } from './not-ready';
import { printedBefore } from './file-type';
import { wordsOf } from './words';
import { isFileItself } from './wrapped-file';

/** Where a link came from, and from where its file may be fetched. */
export interface LabelSource {
  /** Display name, for messages. */
  carrier: string;
  /** Address of the carrier's API: files on its host may be fetched. */
  endpoint: URL;
  transport: Transport;
  settings: CallSettings;
  /** Other hosts that are allowed, as host name or as host and port, in lower case. */
  hosts: readonly string[];
}

/** The hosts in the field Label Hosts of a credential. They are often pasted as addresses. */
export function hostsIn(setting = ''): string[] {
  const named = setting
    .toLowerCase()
    .split(/[\s,;，；、]+/)
    .filter((host) => host !== '');
  return named.map((host) => host.replace(/^https?:\/\//, '').split(/[/?#]/)[0] ?? '');
}

/** A link of an answer as the output gives it: one that can be opened anywhere. */
export function wholeLink({ endpoint, hosts }: Pick<LabelSource, 'endpoint' | 'hosts'>, link: string): string {
  return isFileItself(link) ? link : absoluteLink(link, endpoint, namesOf({ endpoint, hosts }));
}

/** The hosts without their ports. */
function namesOf({ endpoint, hosts }: Pick<LabelSource, 'endpoint' | 'hosts'>): string[] {
  return [endpoint.hostname, ...hosts].map((host) => host.replace(/:\d+$/, ''));
}

/**
 * Downloads a file behind a link that a carrier handed out: without credentials, only from the carrier's own host or
 * hosts that are named, and never from inside a private network, unless the carrier itself is there. What stands in place
 * of a link as a file is that file.
 * @throws CarrierError that keeps the link; `notReady` when the file may be there a little later
 */
export async function downloadLabelFile(source: LabelSource, link: string): Promise<LabelFile> {
  const { carrier, transport } = source;
  const redact = (text: string): string => transport.redact(text);
  if (isFileItself(link)) return labelFileOf(Buffer.from(link), { carrier, redact });
  try {
    const reply = await follow(source, link);
    const { status: httpStatus, body } = reply;
    const statusError = errorOfStatus(reply, { carrier, intent: 'read' });
    if (statusError) throw explained(statusError, reply, redact);
    const file = await labelFileOf(body, { carrier, link, redact, httpStatus, text: () => reply.text() });
    const notices = noticesIn(body.toString('utf8', 0, printedBefore(body)));
    if (notices.length > 0) reply.tell(notices);
    return file;
  } catch (error) {
    if (!(error instanceof CarrierError)) throw error;
    throw error.link === undefined ? undownloaded(error, link) : error;
  }
}

/** With the server's words; a file that is still being made is often not found. */
function explained(error: CarrierError, reply: HttpReply, redact: (text: string) => string): CarrierError {
  const { words } = wordsOf([reply.body], () => reply.text());
  const notReady = NOT_THERE_YET.has(reply.status) || saysNotReady(words);
  // Nothing was sent that a server could refuse: the link itself has expired or is not for everybody.
  const isClosed = error.kind === 'credentials';
  return error.with({
    ...(isClosed ? { kind: 'rejected', message: `the link is not open to everybody (HTTP ${reply.status}).` } : {}),
    ...(words === '' ? {} : { carrierText: excerpt(redact(words)) }),
    ...(notReady ? { notReady } : {}),
  });
}

/** Not found, and too early (RFC 8470). */
const NOT_THERE_YET = new Set([404, 425]);

/** The order exists: only the file is missing, so the link stays in the error. */
function undownloaded(
  { kind, message, carrierText, httpStatus, retryAfterMs, notReady }: CarrierError,
  link: string,
): CarrierError {
  return new CarrierError({
    kind: notReady ? 'unavailable' : kind,
    message: `The label could not be downloaded${notReady ? ' (not ready yet)' : ''}: ${message}`,
    link,
    hint: notReady
      ? 'The order exists; its label seems not ready yet. Turn on Wait Until Ready, or try again later, or open the link yourself.'
      : 'The order exists; only its file could not be fetched. Try again later, or open the link yourself.',
    ...defined({ carrierText, httpStatus, retryAfterMs, notReady }),
  });
}

const MOST_REDIRECTS = 5;

/** The answer at the end of the redirects, each of which is checked as the link itself. */
async function follow(source: LabelSource, link: string): Promise<HttpReply> {
  const { carrier, endpoint, transport, settings } = source;
  const visited = new Set<string>();
  let url = allowedUrl(source, link, wholeLink(source, link), 'leads');
  for (;;) {
    visited.add(url.href);
    const reply = await transport.send(
      { method: 'GET', url: url.href },
      {
        intent: 'read',
        ...settings,
        maxReplyBytes: LABEL_REPLY_BYTES,
        publicOnly: url.hostname !== endpoint.hostname && !isPrivateHost(endpoint.hostname),
      },
    );
    const location = REDIRECTS.has(reply.status) ? reply.headers['location']?.trim() : undefined;
    if (location === undefined || location === '') return reply;
    const next = allowedUrl(source, link, redirected(location, url, namesOf(source)), 'redirects');
    const [why] = [
      visited.has(next.href) ? `in a circle on ${next.host}` : [],
      visited.size > MOST_REDIRECTS ? `more than ${MOST_REDIRECTS} times` : [],
      isUnsafe(url, next, endpoint) ? `from https to ${next.host} without encryption` : [],
    ].flat();
    if (why !== undefined) throw refused(carrier, link, `redirects ${why}`);
    url = next;
  }
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** What was encrypted stays so, unless the API itself is not. */
function isUnsafe(from: URL, to: URL, endpoint: URL): boolean {
  return from.protocol === 'https:' && to.protocol === 'http:' && endpoint.protocol === 'https:';
}

/**
 * Relative to the address that redirects, unless it begins with a host that is known; user name and password in it are no
 * business of this node.
 */
function redirected(location: string, from: URL, hosts: readonly string[]): string {
  // Bytes above ASCII are in the server's own character set: they are sent back as they came.
  const ascii = location.replace(/[\x80-\xff]/g, (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase()}`);
  const whole = beginsWithHost(ascii, hosts) ? `${from.protocol}//${ascii}` : ascii;
  if (!URL.canParse(whole, from.href)) return location;
  const url = new URL(whole, from);
  url.username = '';
  url.password = '';
  url.hash = '';
  return url.href;
}

function allowedUrl(
  { carrier, endpoint, hosts }: LabelSource,
  link: string,
  address: string,
  leads: 'leads' | 'redirects',
): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    throw refused(carrier, link, leads === 'leads' ? 'is no web address' : 'redirects to what is no web address');
  }
  if (url.username !== '' || url.password !== '') throw refused(carrier, link, 'has a user name or password in it');
  if (isOfCarrier(url, endpoint) || hosts.some((host) => isNamed(url, host))) return url;
  const foreign = `which is neither the carrier's host nor named in Label Hosts`;
  const port = namesOf({ endpoint, hosts }).includes(url.hostname) ? `:${portOf(url)}` : '';
  throw refused(carrier, link, `${leads} to ${url.hostname}${port}, ${foreign}`, ADD_HOST);
}

/** In a private network the carrier is one port of its host: behind the others are the user's own services. */
function isOfCarrier(url: URL, endpoint: URL): boolean {
  if (url.hostname !== endpoint.hostname) return false;
  return portOf(url) === portOf(endpoint) || !isPrivateHost(endpoint.hostname);
}

/** A host that is named with its port stands for that port alone. */
function isNamed(url: URL, named: string): boolean {
  const address = `${url.protocol}//${named}`;
  const part = /:\d+$/.test(named) ? 'host' : 'hostname';
  return URL.canParse(address) && new URL(address)[part] === url[part];
}

function portOf({ port, protocol }: URL): string {
  return port || (protocol === 'https:' ? '443' : '80');
}

const ADD_HOST =
  'If your carrier serves its labels from there, add the host to Label Hosts in the credential, or turn off Download File to get the link only.';

function refused(carrier: string, link: string, why: string, hint = ASK): CarrierError {
  const message = why.startsWith('redirects')
    ? `The label could not be downloaded: the link of ${carrier} ${why}`
    : `The label link of ${carrier} ${why}: it was not downloaded`;
  return new CarrierError({ kind: 'rejected', message, hint, link });
}

const ASK = 'Open the link yourself, or ask the carrier for the file.';
