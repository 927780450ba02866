import { CarrierError } from '../http';
import { ACCOUNT_HINTS, accountRefusalIn } from './account-refusal';

/** Errors for a part of a reply that must not be lost in silence, and the words that lose nothing. */
export function unreadableList(): CarrierError {
  return unreadable('A list in the reply holds something that is no entry of it, so it cannot be read whole.');
}

export function unreadableObject(): CarrierError {
  return unreadable('A part of the reply is no whole object, so it cannot be read.');
}

/** Words that a server writes where it should send a list: in the error, unless they may hold what belongs to a person. */
export function wordsForList(words: string): CarrierError {
  const ofAccount = accountRefusalIn([words]);
  return new CarrierError({
    kind: ofAccount ?? 'invalid-reply',
    message: 'Words stand in the reply where a list is documented, so it cannot be read.',
    ...(ofAccount === undefined ? {} : { ofAccount, hint: ACCOUNT_HINTS[ofAccount] }),
    ...(QUOTABLE.test(words) ? { carrierText: words.trim() } : {}),
  });
}

function unreadable(message: string): CarrierError {
  return new CarrierError({ kind: 'invalid-reply', message });
}

/** Characters. What is longer says more than nothing. */
const LONGEST_WORDS = 2000;

const QUOTABLE = /^[^{}[\]<>"=&@]{1,100}$/;

/** Whether words in the place of a list say that it is empty, or nothing of it. */
export function saysNothing(words: string): boolean {
  if (words.length > LONGEST_WORDS) return false;
  const bare = words.replace(/^[\s\p{P}]+|(?<![\s\p{P}])[\s\p{P}]+$/gu, '');
  const isRefusal = accountRefusalIn([bare]) !== undefined || REFUSAL.test(bare);
  return NOTHING.some((pattern) => pattern.test(bare)) && !isRefusal;
}

/** As servers word it; no reference lists them. */
const NOTHING = [
  /^(|n\/?a|nil|null|none|empty|undefined|true|false|ok|success|succeeded|\d+(\.\d+)?)$/i,
  /^((查询|查詢|获取|獲取|操作|请求)?成功|无|無)$/,
  /暂无|暫無|没有|沒有|尚无|尚未|还未|查无|查無|不存在|为空|未(找到|查到|查询到|查詢到|有)|^[无無](?![法效])/,
  /\b(no|not|nothing|none|without|empty)\b/i,
];

/** The server could not or would not say what there is. */
const REFUSAL =
  /[权權]|失败|失敗|错误|錯誤|异常|異常|超时|响应|permi|auth|allow|access|fail|error|time.?out|respon|support|valid/i;
