/** A file of 100 KB that looks like a PDF and does not compress, as labels with pictures. */
export const LABEL = Buffer.concat([Buffer.from('%PDF-1.4\n'), noise(100_000), Buffer.from('\n%%EOF\n')]);

export const LABEL_IN_BASE64 = LABEL.toString('base64');

function noise(length: number): Buffer {
  let state = 1;
  return Buffer.from(Uint8Array.from({ length }, () => (state = (state * 16807) % 2147483647) & 255));
}
