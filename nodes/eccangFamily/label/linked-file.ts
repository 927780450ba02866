import { downloadLabel, labelLinks, type EccangClient } from '../../../carriers/eccang';
import type { JsonObject } from '#carriers/shared/json-value';
import { linkedFile as linkedFileOf, type Download } from '#nodes/shared/linked-file';
import type { FinishedOutput } from '#nodes/shared/output';

/** The files behind the links in an answer of the family, or the links. */
export async function linkedFile(
  client: EccangClient,
  reply: JsonObject,
  facts: object,
  stem: string,
  download: Download,
): Promise<FinishedOutput> {
  const { carrier } = client.deployment;
  const source = { carrier, download: (link: string) => downloadLabel(client, link) };
  return linkedFileOf(source, labelLinks(client, reply), facts, stem, download);
}
