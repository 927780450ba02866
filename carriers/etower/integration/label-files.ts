import { isListOf, listOf, textsOf, type JsonObject } from '#carriers/shared/json-value';
import { labelFileOf, type LabelFile } from '#carriers/shared/label-file';
import { downloadLabelFile, hostsIn, type LabelSource } from '#carriers/shared/label-link';
import { linksOf } from '#carriers/shared/links';
import { DISPLAY_NAME } from '../account';
import { OWN_HOSTS } from './account';
import type { EtowerClient } from './client';
import { tooMany } from './reply';

/**
 * The files of one entry: several in `labelContents`, or one in `labelContent`, or else behind `labelUrl` (B.4.3).
 * @throws CarrierError when what stands there is no label
 */
export async function filesOf(client: EtowerClient, entry: JsonObject): Promise<LabelFile[]> {
  const redact = (text: string): string => client.transport.redact(text);
  const links = linksIn(entry);
  try {
    const contents: LabelFile[] = [];
    const texts = contentsOf(entry);
    if (texts.length > MOST_FILES) throw tooMany('labels of one order', 'read');
    for (const text of texts) {
      contents.push(await labelFileOf(Buffer.from(text), { carrier: DISPLAY_NAME, redact }));
    }
    if (contents.length > 0) return contents;
  } catch (error) {
    if (links.length === 0) throw error;
  }
  const files: LabelFile[] = [];
  for (const link of links) files.push(await downloadLabelFile(sourceOf(client), link));
  return files;
}

/** Of one order. */
const MOST_FILES = 5000;

export function hasLabel(entry: JsonObject): boolean {
  return contentsOf(entry).length > 0 || linksIn(entry).length > 0;
}

/** Equal for entries that hold the same files. */
export function filesKeyOf(entry: JsonObject): string {
  return JSON.stringify([contentsOf(entry), linksIn(entry)]);
}

function contentsOf(entry: JsonObject): string[] {
  const several = textsOf(entry['labelContents']);
  return several.length > 0 ? several : textsOf(entry['labelContent']);
}

function linksIn(entry: JsonObject): string[] {
  return linksOf(entry['labelUrl'], 'labelUrl');
}

function sourceOf({ baseUrl, credentials, settings, transport }: EtowerClient): LabelSource {
  const endpoint = new URL(baseUrl);
  const own = OWN_HOSTS.some((host) => host === endpoint.hostname) ? OWN_HOSTS : [];
  const hosts = [...own, ...hostsIn(credentials.labelHosts)];
  return { carrier: DISPLAY_NAME, endpoint, transport, settings, hosts };
}

/** The entry and its pieces without the files, which are binaries of the item. */
export function withoutFiles(entry: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(entry).flatMap(([name, value]): [string, unknown][] => {
      if (/^labelContents?$/.test(name)) return [];
      return [[name, name === 'piecesResult' && isListOf(value) ? listOf(value).map(withoutFiles) : value]];
    }),
  );
}
