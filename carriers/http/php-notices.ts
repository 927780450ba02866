const LEVEL =
  '(?:Notice|Warning|Deprecated|Strict Standards|Parse error|(?:(?:Recoverable|Catchable) )?[Ff]atal error|(?:Core|Compile) (?:Warning|Error))';

/** `PHP Notice: …`, `Notice: …`, with the time of a log before it, or the sign of Xdebug. */
const HEAD = new RegExp(`^\\s*(?:\\[[^\\]]*\\]\\s*)?(?:\\( ! \\)\\s*)?(?:PHP )?${LEVEL}\\s*:`);

/** Tags other than those in which PHP and Xdebug write. */
const OTHER_TAG = /<(?!\/?(?:br|b|a|i|font|pre|span|table|tbody|tr|t[hd])\b)[a-z!?/]/i;

/** Whether a text is blank, or nothing but what PHP prints where its messages are shown to everybody. */
export function isOnlyNotices(text: string): boolean {
  if (text.trim() === '') return true;
  return !OTHER_TAG.test(text) && HEAD.test(plain(text));
}

export function beginsWithNotice(text: string): boolean {
  return HEAD.test(plain(text.slice(0, 1000)));
}

/** Each message once, as PHP words it, without the place in its program: `Notice: Undefined index: sku`. */
export function noticesIn(text: string): string[] {
  const messages = plain(text).matchAll(
    new RegExp(`(${LEVEL})\\s*:\\s*([^\\n]*?)(?= in [^\\n]* on line \\d|\\n|$)`, 'g'),
  );
  return [
    ...new Set(
      [...messages].map(
        ([, level, words = '']) => `${level}: ${words.replace(A_FILE, '…').replace(/\s+/g, ' ').trim()}`,
      ),
    ),
  ];
}

/** A path of the server. */
const A_FILE = /(?:[A-Za-z]:)?[\\/][^\s()]*\.php(?::\d+)?/g;

/** Line breaks of HTML as such, without tags. */
function plain(text: string): string {
  return text.replace(/<br\s*\/?>|<\/tr>/gi, '\n').replace(/<[^>]*>/g, '');
}
