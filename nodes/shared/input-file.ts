import type { IExecuteFunctions } from 'n8n-workflow';

/** A file that an item carries. Its bytes are read when they are sent, so that many items do not fill the memory. */
export interface InputFile {
  fileName: string | undefined;
  mimeType: string;
  /** Undefined when only reading it tells. */
  bytes: number | undefined;
  read: () => Promise<Buffer>;
}

/** The file in a binary property of an item; n8n's own error when the item has none of that name. */
export function inputFile({ helpers }: Pick<IExecuteFunctions, 'helpers'>, item: number, property: string): InputFile {
  const { fileName, mimeType, bytes, id, data } = helpers.assertBinaryData(item, property);
  return {
    fileName,
    mimeType,
    // Without an id the file stands in the item itself, in Base64.
    bytes: bytes ?? (id === undefined ? Buffer.byteLength(data, 'base64') : undefined),
    read: () => helpers.getBinaryDataBuffer(item, property),
  };
}
