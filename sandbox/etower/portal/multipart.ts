export interface Part {
  /** Undefined for a field. */
  fileName: string | undefined;
  content: Buffer;
}

/** The parts of a `multipart/form-data` body by name (RFC 7578); undefined when it is none. */
export function partsOf(contentType: string, body: Buffer): Map<string, Part> | undefined {
  const [, quoted, plain] = /^multipart\/form-data;\s*boundary=(?:"([^"]+)"|([^;]+))/i.exec(contentType) ?? [];
  const boundary = quoted ?? plain;
  if (boundary === undefined) return undefined;
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  const parts = new Map<string, Part>();
  // The first delimiter has no line before it.
  const whole = Buffer.concat([Buffer.from('\r\n'), body]);
  for (let start = whole.indexOf(delimiter); start >= 0;) {
    const next = whole.indexOf(delimiter, start + delimiter.length);
    if (next < 0) break;
    addPart(parts, whole.subarray(start + delimiter.length, next));
    start = next;
  }
  return parts;
}

function addPart(parts: Map<string, Part>, part: Buffer): void {
  const end = part.indexOf('\r\n\r\n');
  const [, name] = /\bname="([^"]*)"/i.exec(part.subarray(0, end).toString('utf8')) ?? [];
  const [, fileName] = /\bfilename="([^"]*)"/i.exec(part.subarray(0, end).toString('utf8')) ?? [];
  if (end >= 0 && name !== undefined) parts.set(name, { fileName, content: part.subarray(end + 4) });
}
