import type { INodeProperties } from 'n8n-workflow';
import { fileNameOf, type LabelFile } from '#carriers/shared/label-file';
import { binaryPropertyName } from './fields';
import type { FinishedOutput } from './output';
import type { ItemParameters } from './parameters';

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
    binaryProperty: parameters.flag('download') ? parameters.text('binaryPropertyName') : undefined,
  };
}

/** Whose file it is, and how it is fetched. */
export interface LinkSource {
  /** The value of `carrier` in neutral output. */
  carrier: string;
  download: (link: string) => Promise<LabelFile>;
}

/**
 * The output of an operation that the carrier answers with a link: the file behind it, or the link.
 * @param stem of the file's name
 */
export async function linkedFile(
  { carrier, download: fetchFile }: LinkSource,
  link: string,
  facts: object,
  stem: string,
  { binaryProperty }: Download,
): Promise<FinishedOutput> {
  const json = { carrier, ...facts, url: link };
  if (binaryProperty === undefined) return { json };
  const { content, mimeType, extension, warning } = await fetchFile(link);
  const fileName = fileNameOf(stem, extension);
  return {
    json: { ...json, fileName, fileType: extension },
    files: { [binaryProperty]: { content, fileName, mimeType } },
    ...(warning === undefined ? {} : { hint: `${fileName}: ${warning}.` }),
  };
}
