import { downloadLabel, type EccangClient } from '../../../carriers/eccang';
import { linkedFile as linkedFileOf, type Download } from '#nodes/shared/linked-file';
import type { FinishedOutput } from '#nodes/shared/output';

/** The file behind a link of the family, or the link. */
export function linkedFile(
  client: EccangClient,
  link: string,
  facts: object,
  stem: string,
  download: Download,
): Promise<FinishedOutput> {
  const { carrier } = client.deployment;
  return linkedFileOf({ carrier, download: (each) => downloadLabel(client, each) }, link, facts, stem, download);
}
