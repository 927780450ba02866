import type { INodeProperties } from 'n8n-workflow';
import { downloadLabel, type EccangClient } from '../../../carriers/eccang';
import { fileNameOf } from '../../../carriers/label-file';
import { binaryPropertyName } from '#nodes/shared/fields';
import type { Output } from '#nodes/shared/operation';
import type { ItemParameters } from '#nodes/shared/parameters';

export const download: INodeProperties = {
  displayName: 'Download File',
  name: 'download',
  type: 'boolean',
  default: true,
  description: 'Whether to download the file behind the link that the carrier gives, or to return the link only',
};

export const fileField: INodeProperties = { ...binaryPropertyName, displayOptions: { show: { download: [true] } } };

export interface Download {
  /** Undefined: the link is enough. */
  binaryProperty: string | undefined;
}

export function readDownload(parameters: ItemParameters): Download {
  return {
    binaryProperty: parameters.flag('download')
      ? parameters.text('binaryPropertyName', binaryPropertyName.displayName)
      : undefined,
  };
}

/** The output of an operation that the carrier answers with a link: the file behind it, or the link. */
export async function linkedFile(
  client: EccangClient,
  link: string,
  facts: object,
  stem: string,
  { binaryProperty }: Download,
): Promise<Output> {
  const json = { carrier: client.deployment.carrier, ...facts, url: link };
  if (binaryProperty === undefined) return { json };
  const { content, mimeType, extension, warning } = await downloadLabel(client, link);
  const fileName = fileNameOf(stem, extension);
  return {
    json: { ...json, fileName, fileType: extension },
    files: { [binaryProperty]: { content, fileName, mimeType } },
    ...(warning === undefined ? {} : { hint: `${fileName}: ${warning}.` }),
  };
}
