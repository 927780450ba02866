import { CarrierError, errorOfStatus, isPrivateHost, LABEL_REPLY_BYTES } from '../http';
import { textOf, type JsonObject } from '../json-value';
import { labelFileOf, type LabelFile } from '../label-file';
import type { EccangClient } from './client';

export interface LabelRequest {
  /** Customer reference, waybill or tracking number. */
  number: string;
  /** Number type (`eccang.md` 4.1); without it the server tries all three. */
  type?: number;
  /** Paper size (4.9), only for labels that the carrier's system draws. */
  labelType?: number;
  /** Content (4.10), only for labels that the carrier's system draws. */
  labelContentType?: number;
  /** Older deployments spell the size field `lable_type` (3.4). */
  oldSpelling?: boolean;
}

/** getLabelUrl (`eccang.md` 3.4): a link to the label, in `url`. */
export async function getLabelLink(client: EccangClient, request: LabelRequest): Promise<JsonObject> {
  const { number, type, labelType, labelContentType, oldSpelling } = request;
  const sizeField = oldSpelling ? 'lable_type' : 'label_type';
  return client.call(
    'getLabelUrl',
    {
      reference_no: number,
      ...(type === undefined ? {} : { type }),
      ...(labelType === undefined ? {} : { [sizeField]: labelType }),
      ...(labelContentType === undefined ? {} : { label_content_type: labelContentType }),
    },
    { intent: 'read' },
  );
}

/** getLabelByTemplate (`eccang.md` 3.6): an invoice or picking list of several waybills, as a link in `url`. */
export async function getTemplateDocument(
  client: EccangClient,
  templateId: string,
  waybills: readonly string[],
): Promise<JsonObject> {
  return client.call('getLabelByTemplate', { template_id: templateId, codes: waybills }, { intent: 'read' });
}

/** @throws CarrierError when the answer holds no link */
export function linkOf(client: EccangClient, reply: JsonObject): string {
  const link = textOf(reply['url']);
  if (link !== undefined) return link;
  throw new CarrierError({
    kind: 'invalid-reply',
    message: `${client.deployment.displayName} answered without a link to the file`,
    hint: 'The label may not be ready yet, or the product may have no label configured.',
  });
}

/**
 * Downloads a file behind a link that the carrier handed out: without credentials, only from the carrier's own host or
 * hosts that the credential names, and never from inside a private network, unless the carrier itself is there.
 * @throws CarrierError that keeps the link
 */
export async function downloadLabel(client: EccangClient, link: string): Promise<LabelFile> {
  const carrier = client.deployment.displayName;
  const url = allowedUrl(client, link);
  const ownHost = url.hostname === client.endpoint.hostname;
  try {
    const reply = await client.transport.send(
      { method: 'GET', url: url.href },
      {
        intent: 'read',
        ...client.settings,
        maxReplyBytes: LABEL_REPLY_BYTES,
        publicOnly: !ownHost && !isPrivateHost(client.endpoint.hostname),
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
function undownloaded({ kind, message, hint, httpStatus, retryAfterMs }: CarrierError, link: string): CarrierError {
  return new CarrierError({
    kind,
    message: `The label could not be downloaded: ${message}`,
    link,
    ...(hint === undefined ? {} : { hint }),
    ...(httpStatus === undefined ? {} : { httpStatus }),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  });
}

function allowedUrl(client: EccangClient, link: string): URL {
  const url = URL.canParse(link, client.endpoint.origin) ? new URL(link, client.endpoint.origin) : undefined;
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    throw refused(client, link, 'is no web address');
  }
  const named = (client.credentials.labelHosts ?? '')
    .split(/[\s,;]+/)
    .map((host) => host.trim().toLowerCase())
    .filter((host) => host !== '');
  if (url.hostname === client.endpoint.hostname || named.includes(url.hostname) || named.includes(url.host)) return url;
  throw refused(client, link, `leads to ${url.hostname}, which is not the carrier's host`);
}

function refused(client: EccangClient, link: string, why: string): CarrierError {
  return new CarrierError({
    kind: 'rejected',
    message: `The label link of ${client.deployment.displayName} ${why}: it was not downloaded`,
    hint: 'If your carrier serves its labels from there, add the host to Label Hosts in the credential, or turn off Download File to get the link only.',
    link,
  });
}
