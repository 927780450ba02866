import { CarrierError } from '../http';
import { textOf, type JsonObject } from '#carriers/shared/json-value';
import type { LabelFile } from '#carriers/shared/label-file';
import { downloadLabelFile } from '#carriers/shared/label-link';
import type { EccangClient } from './client';
import { contentOf } from './answer';

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
  const link = textOf(reply['url']) ?? textOf(contentOf(reply)['url']);
  if (link !== undefined) return link;
  throw new CarrierError({
    kind: 'invalid-reply',
    message: `${client.deployment.displayName} answered without a link to the file`,
    hint: 'The label may not be ready yet, or the product may have no label configured.',
  });
}

/** The link to the invoice that some deployments give with a label (`eccang.md` 3.4). */
export function invoiceLinkOf(reply: JsonObject): string | undefined {
  return textOf(reply['invoice_url']) ?? textOf(contentOf(reply)['invoice_url']);
}

/**
 * Downloads a file behind a link that the carrier handed out: only from its own host or hosts that the credential names.
 * @throws CarrierError that keeps the link
 */
export async function downloadLabel(client: EccangClient, link: string): Promise<LabelFile> {
  const { deployment, credentials, endpoint, settings, transport } = client;
  const named = (credentials.labelHosts ?? '').split(/[\s,;]+/);
  return downloadLabelFile({ carrier: deployment.displayName, endpoint, transport, settings, hosts: named }, link);
}
