import type { INodeProperties } from 'n8n-workflow';
import type { LabelFile } from '#carriers/shared/label-file';
import type { Patience } from '#carriers/shared/not-ready';
import { isFileItself } from '#carriers/shared/wrapped-file';
import { binaryPropertyNames, download as downloadField } from './fields';
import { outputFiles, told, type NamedFile } from './label-files';
import type { FinishedOutput } from './output';
import type { ItemParameters } from './parameters';
import { readPatience, waitInterval, waitUntilReady } from './waiting';

/** The fields of an operation that the carrier answers with a link. */
export const downloadFields: INodeProperties[] = [
  downloadField,
  { ...binaryPropertyNames, displayOptions: { show: { download: [true] } } },
  ...waitUntilReady,
];

export const downloadOptions: INodeProperties[] = [waitInterval];

export interface Download {
  /** Undefined: the link is enough. */
  binaryProperty: string | undefined;
  patience: Patience | undefined;
}

export function readDownload(parameters: ItemParameters): Download {
  return {
    binaryProperty: parameters.flag('download') ? parameters.text('binaryPropertyName') : undefined,
    patience: readPatience(parameters, waitUntilReady),
  };
}

/** Whose file it is, and how it is fetched. */
export interface LinkSource {
  /** The value of `carrier` in neutral output. */
  carrier: string;
  download: (link: string) => Promise<LabelFile>;
}

/** What the output tells of files behind links, besides whose they are. */
export interface LinkedFile extends NamedFile {
  carrier: string;
  /** Of the first file. */
  url?: string;
  /** Of all files, where there are several. */
  urls?: string[];
}

/**
 * The output of an operation that the carrier answers with links, usually one: the files behind them, or the links.
 * @param stem of the file's name
 */
export async function linkedFile(
  { carrier, download }: LinkSource,
  links: readonly string[],
  facts: object,
  stem: string,
  { binaryProperty }: Download,
): Promise<FinishedOutput> {
  // A file in place of a link becomes a binary, and does not stand in the item as well.
  const shown = binaryProperty === undefined ? links : links.filter((link) => !isFileItself(link));
  const json = {
    carrier,
    ...facts,
    ...(shown[0] === undefined ? {} : { url: shown[0] }),
    ...(shown.length > 1 ? { urls: shown } : {}),
  };
  if (binaryProperty === undefined) return { json };
  const fetched: LabelFile[] = [];
  for (const link of links) fetched.push(await download(link));
  const { files, names, notes } = outputFiles(fetched, binaryProperty, stem);
  const { inItem, hint } = told(notes);
  return { json: { ...json, ...names[0], ...inItem }, files, ...hint };
}
