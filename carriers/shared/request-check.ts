import type * as z from 'zod/v4';
import { pathText } from './leaves';

/** One field of a request that cannot be sent, by its path on the wire, such as `ItemArr[0].invoice_weight`. */
export interface RequestProblem {
  path: string;
  problem: string;
}

/** A request that was refused before anything was sent. Holds paths and rules, never the values. */
export class RequestError extends Error {
  override readonly name = 'RequestError';

  constructor(readonly problems: readonly RequestProblem[]) {
    super(problems.map(({ path, problem }) => (path ? `${path} ${problem}` : problem)).join('; '));
  }
}

/**
 * Checks a request against its schema and returns it unchanged: what the user wrote is what is sent.
 * @throws RequestError naming every field that is wrong
 */
export function checkRequest<T>(schema: z.ZodType, request: T): T {
  const problems = problemsOf(schema, request);
  if (problems.length > 0) throw new RequestError(problems);
  return request;
}

export function problemsOf(schema: z.ZodType, request: unknown): RequestProblem[] {
  const { error } = schema.safeParse(request, { error: problemOf });
  return (error?.issues ?? []).map((issue) => ({
    path: pathText(issue.path.map((part) => (typeof part === 'number' ? part : String(part)))),
    problem: issue.message,
  }));
}

function problemOf(issue: z.core.$ZodRawIssue): string | undefined {
  const missing = issue.input === undefined || issue.input === null || issue.input === '';
  if (missing) return 'is required';
  if (issue.code === 'invalid_type') return `must be ${NAMES[issue.expected] ?? issue.expected}`;
  if (issue.code === 'invalid_union') return 'must be text or a number';
  if (issue.code === 'too_big' && issue.origin === 'string') return `is longer than ${issue.maximum} characters`;
  return undefined;
}

const NAMES: Record<string, string> = {
  string: 'text',
  number: 'a number',
  object: 'an object { }',
  array: 'a list [ ]',
};
