import {
  CarrierError,
  errorOfStatus,
  isPrivateHost,
  LABEL_REPLY_BYTES,
  type CallSettings,
  type Transport,
} from '../http';
import { labelFileOf, type LabelFile } from './label-file';

/** Where a link came from, and from where its file may be fetched. */
export interface LabelSource {
  /** Display name, for messages. */
  carrier: string;
  /** Address of the carrier's API: files on its host may be fetched. */
  endpoint: URL;
  transport: Transport;
  settings: CallSettings;
  /** Other hosts that are allowed, as host name or as host and port; empty texts are ignored. */
  hosts: readonly string[];
}

/**
 * Downloads a file behind a link that a carrier handed out: without credentials, only from the carrier's own host or
 * hosts that are named, and never from inside a private network, unless the carrier itself is there.
 * @throws CarrierError that keeps the link
 */
export async function downloadLabelFile(source: LabelSource, link: string): Promise<LabelFile> {
  const { carrier, endpoint, transport, settings } = source;
  const url = allowedUrl(source, link);
  const ownHost = url.hostname === endpoint.hostname;
  try {
    const reply = await transport.send(
      { method: 'GET', url: url.href },
      {
        intent: 'read',
        ...settings,
        maxReplyBytes: LABEL_REPLY_BYTES,
        publicOnly: !ownHost && !isPrivateHost(endpoint.hostname),
      },
    );
    const statusError = errorOfStatus(reply, { carrier, intent: 'read' });
    if (statusError) throw statusError;
    return labelFileOf(reply.body, { carrier, link });
  } catch (error) {
    if (!(error instanceof CarrierError)) throw error;
    throw error.link === undefined ? undownloaded(error, link) : error;
  }
}

/** The order exists: only the file is missing, so the link stays in the error. */
function undownloaded(
  { kind, message, carrierText, httpStatus, retryAfterMs }: CarrierError,
  link: string,
): CarrierError {
  return new CarrierError({
    kind,
    message: `The label could not be downloaded: ${message}`,
    link,
    hint: 'The order exists; only its file could not be fetched. Try again later, or open the link yourself.',
    ...(carrierText === undefined ? {} : { carrierText }),
    ...(httpStatus === undefined ? {} : { httpStatus }),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  });
}

function allowedUrl({ carrier, endpoint, hosts }: LabelSource, link: string): URL {
  const url = URL.canParse(link, endpoint.origin) ? new URL(link, endpoint.origin) : undefined;
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    throw refused(carrier, link, 'is no web address');
  }
  const named = hosts.map(hostOf);
  if (url.hostname === endpoint.hostname || named.includes(url.hostname) || named.includes(url.host)) return url;
  throw refused(carrier, link, `leads to ${url.hostname}, which is not the carrier's host`);
}

/** Hosts are often pasted as addresses. */
function hostOf(setting: string): string {
  const host = setting.trim().toLowerCase();
  return /^https?:\/\//.test(host) && URL.canParse(host) ? new URL(host).host : host;
}

function refused(carrier: string, link: string, why: string): CarrierError {
  return new CarrierError({
    kind: 'rejected',
    message: `The label link of ${carrier} ${why}: it was not downloaded`,
    hint: 'If your carrier serves its labels from there, add the host to Label Hosts in the credential, or turn off Download File to get the link only.',
    link,
  });
}
