import type { JsonRecord } from '../json';

/** The reply object (`mgoship.md` 4). */
export type Answer = JsonRecord;

export function success(msg: string, fields: Answer = {}): Answer {
  return { status: { code: 'OK', msg }, ...fields };
}

/** No sample of a failure is held; the wording is the sandbox's. */
export function failure(msg: string): Answer {
  return { status: { code: 'ERROR', msg } };
}

/** A page of a list, its counts inside `status` (`mgoship.md` 4). */
export function page(records: readonly JsonRecord[], total: number): Answer {
  return { status: { code: 'OK', msg: '', count: records.length, total_count: total }, data: records };
}
