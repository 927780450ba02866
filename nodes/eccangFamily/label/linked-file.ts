import { downloadLabel, type EccangClient } from '../../../carriers/eccang';
import { linkedFile as linkedFileOf, type Download } from '#nodes/shared/linked-file';
import type { Output } from '#nodes/shared/operation';

/** The file behind a link of the family, or the link. */
export function linkedFile(
  client: EccangClient,
  link: string,
  facts: object,
  stem: string,
  download: Download,
): Promise<Output> {
  const { carrier } = client.deployment;
  return linkedFileOf({ carrier, download: (each) => downloadLabel(client, each) }, link, facts, stem, download);
}
