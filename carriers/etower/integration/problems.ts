import { accountRefusalIn } from '#carriers/shared/account-refusal';
import { firstOf, isObject, membersOf, textOf, type JsonObject } from '#carriers/shared/json-value';
import { lookUp } from '#carriers/shared/lookup';
import { verdictOf } from '#carriers/shared/verdict';
import { CarrierError, type CarrierErrorKind } from '../../http';
import { DISPLAY_NAME } from '../account';
import { ACCOUNT_REFUSALS, ERROR_CODES, type CodeMeaning } from './codes';

export interface Problem {
  code?: string | undefined;
  text?: string | undefined;
}

/** `errors`, or code and message on the object itself, as the older paths write them (B.6). */
export function problemsOf(holder: JsonObject): Problem[] {
  const problems = problemsIn(holder['errors']);
  if (problems.length > 0) return problems;
  const code = textOf(firstOf(holder, 'errorCode', 'code'));
  const text = textOf(holder['message']);
  return code === undefined && text === undefined ? [] : [{ code, text }];
}

export function problemsIn(value: unknown): Problem[] {
  return membersOf(value)
    .slice(0, MOST_PROBLEMS)
    .flatMap((each): Problem[] => {
      if (isObject(each)) return [{ code: textOf(firstOf(each, 'code', 'errorCode')), text: textOf(each['message']) }];
      const text = textOf(each);
      return text === undefined ? [] : [{ text }];
    });
}

/** Nobody reads more, and an error holds them all. */
const MOST_PROBLEMS = 50;

/** Some servers write code 0 and "success" where there is no error. */
export function isProblem({ code, text }: Problem): boolean {
  return code === undefined ? verdictOf(text) !== 'yes' : !/^0+$/.test(code) && verdictOf(code) !== 'yes';
}

/** By code, or else by words that refuse the account. */
function meaningOf({ code, text }: Problem): CodeMeaning | undefined {
  const ofAccount = accountRefusalIn([code, text]);
  return lookUp(ERROR_CODES, code?.trim()) ?? (ofAccount && ACCOUNT_REFUSALS[ofAccount]);
}

/** The carrier's text as the message; ours only where it gave none. */
export function refusal(problems: readonly Problem[]): CarrierError {
  const codes = distinct(problems.map(({ code }) => code?.trim()));
  const meanings = problems.flatMap((problem) => meaningOf(problem) ?? []);
  // Beside a problem of the order itself the account is not what stands in its way.
  const [ofAccount, ...others] = new Set(problems.map((problem) => meaningOf(problem)?.ofAccount));
  const hint = distinct(meanings.map((meaning) => meaning.hint)).join(' ');
  const text = distinct(problems.map((problem) => problem.text)).join('; ');
  const kind: CarrierErrorKind = meanings.find((meaning) => meaning.kind !== undefined)?.kind ?? 'rejected';
  return new CarrierError({
    kind,
    message: text || `${DISPLAY_NAME} refused it without giving a reason`,
    ...(hint === '' ? {} : { hint }),
    ...(ofAccount === undefined || others.length > 0 ? {} : { ofAccount }),
    ...(codes.length === 0 ? {} : { code: codes.join(', ') }),
  });
}

export function distinct(texts: readonly (string | undefined)[]): string[] {
  return [...new Set(texts)].flatMap((text) => (text === undefined || text === '' ? [] : text));
}
