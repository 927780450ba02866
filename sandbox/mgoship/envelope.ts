import { createHash } from 'node:crypto';
import { isRecord, text, type JsonRecord } from '../json';

/** A request as the carrier reads it: what is asked for, and the envelope (`mgoship.md` 1, 3). */
export interface Envelope {
  module: string;
  action: string;
  appid: string;
  sign: string;
  version: string;
  params: JsonRecord;
}

/** The body is not what the documentation describes. */
export class MalformedRequest extends Error {}

/** `mgoship.md` 2: the parcel pages of 2020 write the envelope in this order, all others in the second one. */
const orders = {
  tms_orders: ['appid', 'sign', 'version', 'params'],
  others: ['appid', 'params', 'sign', 'version'],
} as const;

/** Reads a request strictly: everything must look as it does in all samples. Throws `MalformedRequest`. */
export function readEnvelope(query: URLSearchParams, contentType: string, body: Buffer): Envelope {
  if (query.get('op') !== 'storage') throw new MalformedRequest('op must be storage');
  const module = query.get('mod') ?? '';
  const action = query.get('action') ?? '';
  if (!/^application\/json\b/i.test(contentType)) throw new MalformedRequest('Content-Type must be application/json');
  const envelope = parse(body);
  const wanted = module === 'tms_orders' ? orders.tms_orders : orders.others;
  if (Object.keys(envelope).join() !== wanted.join()) {
    throw new MalformedRequest(`The body must hold ${wanted.join(', ')} in this order`);
  }
  const { params } = envelope;
  if (!isRecord(params)) throw new MalformedRequest('params must be an object');
  checkForm(params, 'params');
  return {
    module,
    action,
    appid: text(envelope.appid),
    sign: text(envelope.sign),
    version: text(envelope.version),
    params,
  };
}

/**
 * INVENTED. Mgoship's own rule is not known; this one is the sandbox's and nothing else's: SHA-1, in upper case, of the
 * words "sandbox-only", the secret, module/action, app ID, version, the params as compact JSON with sorted keys, and the
 * secret again, with bars between them.
 */
export function invented(secret: string, { module, action, appid, version, params }: Envelope): string {
  const parts = ['sandbox-only', secret, `${module}/${action}`, appid, version, sortedJson(params), secret];
  return createHash('sha1').update(parts.join('|'), 'utf8').digest('hex').toUpperCase();
}

/** In all samples every scalar is a string and the keys ascend at every level (`mgoship.md` 2). */
function checkForm(value: unknown, path: string): void {
  if (typeof value === 'string') return;
  if (Array.isArray(value)) {
    value.forEach((entry, index) => {
      checkForm(entry, `${path}[${index}]`);
    });
    return;
  }
  if (!isRecord(value)) throw new MalformedRequest(`${path} must be a string`);
  const keys = Object.keys(value);
  if (keys.some((key, index) => index > 0 && key < (keys[index - 1] ?? ''))) {
    throw new MalformedRequest(`The keys of ${path} must ascend`);
  }
  for (const key of keys) checkForm(value[key], `${path}.${key}`);
}

function sortedJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sortedJson).join(',')}]`;
  if (!isRecord(value)) return JSON.stringify(value);
  const members = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${sortedJson(value[key])}`);
  return `{${members.join(',')}}`;
}

function parse(body: Buffer): JsonRecord {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body));
    if (isRecord(value)) return value;
  } catch {
    throw new MalformedRequest('The body is not JSON in UTF-8');
  }
  throw new MalformedRequest('The body must be an object');
}
