import { defined } from '#carriers/shared/defined';
import { textOf, type JsonObject } from '#carriers/shared/json-value';
import type { LabelFile } from '#carriers/shared/label-file';
import { downloadLabelFile, hostsIn, wholeLink, type LabelSource } from '#carriers/shared/label-link';
import { demandedLinks, linksOf } from '#carriers/shared/links';
import { orUnreadable } from '#carriers/shared/unreadable';
import { CarrierError } from '../http';
import type { EccangClient } from './client';
import { CONTAINERS, contentOf, toldIn } from './answer';

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
  const settings = defined({ type, [sizeField]: labelType, label_content_type: labelContentType });
  return client.call('getLabelUrl', { reference_no: number, ...settings }, { intent: 'read' });
}

/** getLabelByTemplate (`eccang.md` 3.6): an invoice or picking list of several waybills, as a link in `url`. */
export async function getTemplateDocument(
  client: EccangClient,
  templateId: string,
  waybills: readonly string[],
): Promise<JsonObject> {
  return client.call('getLabelByTemplate', { template_id: templateId, codes: waybills }, { intent: 'read' });
}

/**
 * The links to the files of an answer: in `url` (`eccang.md` 3.4), or where deployments put what they answer.
 * @throws CarrierError when it holds none
 */
export function labelLinks(client: EccangClient, reply: JsonObject): readonly string[] {
  const hint =
    'The label may not be ready yet (turn on Wait Until Ready), or the product may have no label configured.';
  const remarks = CONTAINERS.map((name) => reply[name]).filter(isWords);
  const said = [reply['message'], ...remarks].map(textOf);
  const links = demandedLinks(linksIn(reply, 'url'), client.deployment.displayName, hint, ...said);
  return links.map((link) => wholeLink(sourceOf(client), link));
}

/** The link to the invoice that some deployments give with a label (`eccang.md` 3.4). */
export function invoiceLinkOf(client: EccangClient, reply: JsonObject): string | undefined {
  return linksIn(reply, 'invoice_url').map((link) => wholeLink(sourceOf(client), link))[0];
}

/**
 * What an answer with links tells besides them.
 * @param number that was asked
 * @param others that stand elsewhere in the output
 */
export function labelDetails(
  reply: JsonObject,
  number?: string,
  ...others: readonly string[]
): Readonly<Record<string, unknown>> {
  const held = orUnreadable(() => contentOf(reply));
  const told = toldIn(held instanceof CarrierError ? reply : held);
  // A container may be the link, or a file in its place.
  for (const name of [...CONTAINERS, 'url', 'invoice_url', ...others]) told.value(name);
  told.repeated('reference_no', number);
  return told.details();
}

function linksIn(reply: JsonObject, field: string): string[] {
  const containers = CONTAINERS.map((name) => reply[name]).filter((content) => !isWords(content));
  const places = [reply[field], ...containers];
  return places.map((place) => linksOf(place, field)).find((links) => links.length > 0) ?? [];
}

/** A container may hold a remark as well. */
function isWords(content: unknown): boolean {
  return typeof content === 'string' && !/:\/\/|^\s*[[{]/.test(content);
}

/**
 * Downloads a file behind a link that the carrier handed out: only from its own host or hosts that the credential names.
 * @throws CarrierError that keeps the link
 */
export async function downloadLabel(client: EccangClient, link: string): Promise<LabelFile> {
  return downloadLabelFile(sourceOf(client), link);
}

function sourceOf({ deployment, credentials, endpoint, settings, transport }: EccangClient): LabelSource {
  const hosts = hostsIn(credentials.labelHosts);
  return { carrier: deployment.displayName, endpoint, transport, settings, hosts };
}
