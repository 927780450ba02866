import type { JsonRecord } from '../json';

/** The JSON document inside `<response>`, without `time_cost(s)`. */
export type Answer = JsonRecord;

/** Codes of `eccang.md` 1.6 that the stand-ins use. */
export const codes = {
  mandatory: '5000',
  notFound: '5000',
  notYours: '50010',
  numberEmpty: '50016',
  invalidData: '50048',
  duplicate: 'ORDER_REFER_ISEXISTS',
  /** Many failures carry an empty code (`eccang.md` 1.4 no. 8). */
  none: '',
} as const;

export const orderUnknown = '订单不存在';

export function success(fields: Answer = {}): Answer {
  return { ask: 'Success', message: 'Success', ...fields };
}

/** A business failure, `eccang.md` 1.4 no. 1. The message is often empty, the text only in `errMessage`. */
export function failure(errCode: string, errMessage: string, { message = '', ...fields }: Answer = {}): Answer {
  return { ask: 'Failure', message, ...fields, Error: { errMessage, errCode } };
}

/** A failure of the protocol itself: the code is at top level and there is no `Error`, `eccang.md` 1.4 no. 2. */
export function protocolFailure(code: string, message: string): Answer {
  return { ask: 'Failure', message, err_code: code };
}

/** Tracking has an `Error` of its own, `eccang.md` 1.4 no. 3. */
export function trackingFailure(cnMessage: string, enMessage: string): Answer {
  return { ask: 'Failure', message: '', Error: { cnMessage, enMessage } };
}

/** A mandatory parameter is missing: `5000`. The wording is the sandbox's. */
export function missing(field: string): Answer {
  return failure(codes.mandatory, `${field}不能为空`);
}
