import { jsonWithin } from './json';
import { searched } from './escapes';
import { finderOf } from './many-texts';
import { MARK } from './redact';

/** Makes what a request says, when it is needed. */
export type SentContent = () => unknown;

/**
 * Returns a function that replaces what requests say of persons by `[hidden]`: names, streets, towns, telephone numbers,
 * mail, and numbers of papers and taxes, which are known by the names of the fields that hold them.
 * @param sent what the requests said
 */
export function hiderOfPersons(...sent: readonly SentContent[]): (text: string) => string {
  const texts = sent.flatMap((each) => textsIn(each()));
  const find = finderOf(texts.filter(isTelling));
  return (text) => searched(text, find, MARK);
}

function textsIn(value: unknown, name = '', within: Within = 'other'): string[] {
  const held = typeof value === 'string' ? (jsonWithin(value) ?? value) : value;
  if (Array.isArray(held)) return held.flatMap((each: unknown) => textsIn(each, name, within));
  if (typeof held === 'object' && held !== null) {
    const group = GOODS.test(name) ? 'goods' : within === 'other' && PERSONAL.test(name) ? 'person' : within;
    return Object.entries(held).flatMap(([each, part]) => textsIn(part, each, group));
  }
  const isText = typeof held === 'string' || typeof held === 'number';
  const isNamed = PERSONAL.test(name) && !(within === 'goods' && /^name$/i.test(name));
  return isText && (within === 'person' || isNamed) && !OTHER.test(name) ? [String(held).trim()] : [];
}

/** In which group of fields: of an address all are personal, and the name of goods is none. */
type Within = 'person' | 'goods' | 'other';

const GOODS = /item|goods|declare|invoice|product/i;

/** In the words of all carriers, and of those that come: the fields of requests are named much alike. */
const PERSONAL =
  /name|contact|consign(ee|or)|receiver|recipient|sender|shipper|driver|company|addr|street|door|house|city|town|district|post_?code|postal|zip|phone|tel|mobile|fax|mail|tax_?(id|no|number)|eori|certificate|creds|passport|birth|identity|idcard|pccc|buyer|姓名|名称|收件|收货|寄件|发件|公司|地址|街道|门牌|城市|邮编|电话|手机|邮箱|税号|证件/i;

const OTHER =
  /^(en|cn|invoice_en|invoice_cn|file|channel|product|service|warehouse|brand|manu\w*_)name|_type|type$|country|warehouse/i;

/** Not "12", "NY" or "-": they stand in any text. */
function isTelling(text: string): boolean {
  return /[^\p{ASCII}]{2}|\p{L}{3}|([\p{L}\p{N}][^\p{L}\p{N}]{0,3}){4}/u.test(text);
}
