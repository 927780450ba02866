import { textOf } from './json-value';

/** What a carrier says of success: yes, no, or nothing that can be told. */
export type Verdict = 'yes' | 'no' | 'unclear';

/**
 * A flag of success in whatever spelling: `Success`, `true`, `1`, `"1"`, `"success "`, `"True"`, `OK`, `成功`, and their
 * opposites. Servers in PHP and Java write the same flag in all of these ways, from one release to the next.
 */
export function verdictOf(flag: unknown): Verdict {
  const word = (textOf(flag) ?? '')
    .normalize('NFKC')
    .replace(/^[\s\p{P}\p{S}]+|(?<![\s\p{P}\p{S}])[\s\p{P}\p{S}]+$/gu, '')
    .toLowerCase();
  if (YES.test(word)) return 'yes';
  return NO.test(word) ? 'no' : 'unclear';
}

/** 200 is HTTP's own word for it. */
const YES =
  /^(success(ful|fully|ed)?|succeed(ed)?|true|t|ok|okay|yes|y|0*1(\.0+)?|200(\.0+)?|(操作|处理|请求|打印|获取|生成)?成功|是)$/;

const NO = /^(fail(ed|ure|s)?|false|f|no|n|not ok|ng|err(or)?|0+(\.0+)?|(操作|处理|请求|打印|获取|生成)?失败|否)$/;

/** Several signs of one answer: what they agree on. Signs that contradict each other say nothing. */
export function verdictOfAll(...signs: readonly Verdict[]): Verdict {
  const telling = new Set(signs.filter((sign) => sign !== 'unclear'));
  const [only = 'unclear'] = telling;
  return telling.size === 1 ? only : 'unclear';
}
