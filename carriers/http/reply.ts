import type { Outcome } from './attempt';
import { decodedText } from './charset';
import type { HttpReply } from './exchange';
import { readingAnswer, readJson, type Reading } from './json';
import { beginsWithNotice } from './php-notices';
import { inSlices, type Steps } from './slices';

type Received = NonNullable<Outcome['reply']>;

/**
 * The one reading of what a server sent; each of its forms is made once: JSON at once and in slices, the others when they
 * are asked for.
 * @param hide replaces secrets in what is shown
 * @param tell is told what PHP printed around an answer
 */
export async function replyOf(
  received: Received,
  hide: (text: string) => string,
  tell: (notices: readonly string[]) => void,
): Promise<HttpReply> {
  const content = remembered(() => decodedText(received.body, received.headers['content-type']));
  const contentOr = (other: string): string => {
    try {
      return content();
    } catch {
      return other;
    }
  };
  const early: Reading | undefined = beginsAsJson(received.body)
    ? await inSlices(
        readingText(() => contentOr('')),
        received.body.length,
      )
    : undefined;
  const json = once(() => {
    const { value, notices } = early ?? readJson(contentOr(''));
    if (notices.length > 0) tell(notices);
    return value;
  });
  const limit = early?.limit === undefined ? {} : { limit: early.limit };
  return { ...received, ...limit, content, json, text: () => hide(contentOr('')), tell };
}

/** Of everything else, such as labels and XML, nobody may ask for the JSON. */
function beginsAsJson(body: Buffer): boolean {
  const head = body.toString('latin1', 0, 1000);
  return /^[\0-\x20\xef\xbb\xbf\xfe\xff]*["{[]/.test(head) || beginsWithNotice(head);
}

/** Decodes no text before its turn: of several long replies one is in memory as a text. */
function* readingText(content: () => string): Steps<Reading> {
  return yield* readingAnswer(content());
}

/** Makes a text anew once the memory is needed for something else. */
function remembered(make: () => string): () => string {
  let made: WeakRef<{ text: string }> | undefined;
  return () => {
    const known = made?.deref() ?? { text: make() };
    made = new WeakRef(known);
    return known.text;
  };
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
