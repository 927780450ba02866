export interface Reply {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

export function jsonReply(status: number, value: unknown): Reply {
  return bodyReply(status, 'application/json; charset=utf-8', `${JSON.stringify(value, null, 2)}\n`);
}

export function htmlReply(status: number, title: string): Reply {
  const page = `<!DOCTYPE html>\n<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>\n`;
  return bodyReply(status, 'text/html; charset=utf-8', page);
}

export function plainReply(status: number, message: string, headers: Record<string, string> = {}): Reply {
  return bodyReply(status, 'text/plain; charset=utf-8', `${message}\n`, headers);
}

export function bodyReply(
  status: number,
  contentType: string,
  body: string | Buffer,
  headers: Record<string, string> = {},
): Reply {
  return { status, headers: { 'Content-Type': contentType, ...headers }, body: Buffer.from(body) };
}
