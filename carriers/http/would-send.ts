import { isUtf8 } from 'node:buffer';
import type { HttpRequest, SendOptions } from './exchange';
import { headersOf } from './on-the-wire';

/** A request as it would go out, with `[hidden]` in the place of every secret. */
export interface HeldRequest {
  method: HttpRequest['method'];
  url: string;
  headers: Record<string, string>;
  /** As it would go out; in Base64 where `bodyEncoding` says so, because the bytes are no text. Absent without a body. */
  body?: string;
  bodyEncoding?: 'base64';
}

/** Thrown in the place of sending, in a dry run: no failure, and no look-up may follow. */
export class WouldSend extends Error {
  override readonly name = 'WouldSend';

  constructor(
    readonly request: HeldRequest,
    readonly intent: SendOptions['intent'],
  ) {
    super('Nothing is sent in a dry run');
  }
}

/** @param hide replaces the secrets in a text */
export function heldRequest(request: HttpRequest, hide: (text: string) => string): HeldRequest {
  const { method, url, body } = request;
  const headers = Object.entries(headersOf(request)).map(([name, value]): [string, string] => [
    name,
    hide(String(value)),
  ]);
  return {
    method,
    url: hide(url),
    headers: Object.fromEntries(headers),
    ...(body === undefined ? {} : heldBody(typeof body === 'string' ? Buffer.from(body) : body, hide)),
  };
}

function heldBody(bytes: Buffer, hide: (text: string) => string): Pick<HeldRequest, 'body' | 'bodyEncoding'> {
  if (isUtf8(bytes)) return { body: hide(bytes.toString('utf8')) };
  // A secret among bytes stands there in plain letters, which Base64 would cut in any of three ways.
  const hidden = Buffer.from(hide(bytes.toString('latin1')), 'latin1');
  return { body: hide(hidden.toString('base64')), bodyEncoding: 'base64' };
}
