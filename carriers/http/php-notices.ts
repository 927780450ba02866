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
  const words = plain(text);
  const marks = [...words.matchAll(new RegExp(`(${LEVEL})\\s*:|\\n`, 'g'))];
  const messages = marks.flatMap(({ index, 0: mark, 1: level }, at) => {
    const end = Math.min(marks[at + 1]?.index ?? words.length, index + LONGEST_MESSAGE);
    return level === undefined ? [] : `${level}: ${withoutPlace(words.slice(index + mark.length, end))}`;
  });
  return [...new Set(messages)];
}

/** Characters; nobody is shown more. */
const LONGEST_MESSAGE = 1000;

/** Without ` in FILE on line N` at its end, and paths of the server. */
function withoutPlace(message: string): string {
  const [start, end] = [message.indexOf(' in '), message.search(/ on line \d/)];
  const words = start >= 0 && start < end ? message.slice(0, start) : message;
  return words
    .replace(/[^\s()]+/g, withoutPath)
    .replace(/\s+/g, ' ')
    .trim();
}

function withoutPath(word: string): string {
  const [start, end] = [word.search(/(?:^[A-Za-z]:)?[\\/]/), word.lastIndexOf('.php')];
  return start >= 0 && start < end ? `${word.slice(0, start)}…${word.slice(end + 4).replace(/^:\d+/, '')}` : word;
}

/** Line breaks of HTML as such, without tags. */
function plain(text: string): string {
  return text.replace(/<br\s*\/?>|<\/tr>/gi, '\n').replace(/<[^<>]*>/g, '');
}
