import type { Outcome } from './attempt';
import { decodedText } from './charset';
import type { HttpReply } from './exchange';
import { readJson } from './json';

type Received = NonNullable<Outcome['reply']>;

/**
 * The one reading of what a server sent; each of its forms is made once, when it is asked for.
 * @param hide replaces secrets in what is shown
 * @param tell is told what PHP printed around an answer
 */
export function replyOf(
  received: Received,
  hide: (text: string) => string,
  tell: (notices: readonly string[]) => void,
): HttpReply {
  const content = once(() => decodedText(received.body, received.headers['content-type']));
  const contentOr = (other: string): string => {
    try {
      return content();
    } catch {
      return other;
    }
  };
  const json = once(() => {
    const { value, notices } = readJson(contentOr(''));
    if (notices.length > 0) tell(notices);
    return value;
  });
  return { ...received, content, json, text: () => hide(contentOr('')), tell };
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
