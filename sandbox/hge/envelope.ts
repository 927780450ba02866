import type { Reply } from '../carrier';
import { bodyReply } from '../reply';

/** The result codes of the guide with its key words (`hge.md` 4). */
export const keyWords = {
  301: 'repeated requests',
  400: 'badRequest',
  401: 'unauthorized',
  500: 'server error',
} as const;

export type RefusalCode = keyof typeof keyWords;

/** `detail` of the one documented answer (`hge.md` 3). */
export function success(data: unknown): Reply {
  return envelope(200, { code: 200, success: true, detail: '操作成功', data });
}

/**
 * Error bodies are not documented: as in `envelope.errors.derived.json`. 401 is listed as an HTTP status of query_order;
 * the others travel in HTTP 200, where a client has to look for them.
 */
export function refusal(code: RefusalCode, why?: string): Reply {
  const detail = why === undefined ? keyWords[code] : `${keyWords[code]}: ${why}`;
  return envelope(code === 401 ? 401 : 200, { code, success: false, detail, data: null });
}

/** The same under the code as HTTP status. */
export function httpRefusal(code: RefusalCode): Reply {
  return envelope(code, { code, success: false, detail: keyWords[code], data: null });
}

function envelope(status: number, body: object): Reply {
  return bodyReply(status, 'application/json', JSON.stringify(body));
}
