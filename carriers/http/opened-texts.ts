/** What the texts of a reply hold, by the text; undefined for one that is no JSON. */
export type OpenedTexts = Map<string, object | undefined>;

/** Keeps what the texts of a reply hold as long as the reply is in use. */
const KEPT = new WeakMap<object, OpenedTexts>();

/** Those that are in use: a few, one for each reply. */
let inUse: WeakRef<OpenedTexts>[] = [];

/** Remembers what the texts in a reply hold. */
export function noteOpened(reply: object, texts: OpenedTexts): void {
  KEPT.set(reply, texts);
  const others = inUse.filter((each) => each.deref() !== undefined && each.deref() !== texts);
  inUse = [...others, new WeakRef(texts)];
}

/** What a text was found to hold; undefined when nobody looked. */
export function openedBefore(text: string): { value: object | undefined } | undefined {
  for (const each of inUse) {
    const texts = each.deref();
    if (texts?.has(text)) return { value: texts.get(text) };
  }
  return undefined;
}

/** What the texts of one reply hold is kept for as long as the other one is in use, too. */
export function keepOpened(from: unknown, to: unknown): void {
  const texts = isHolder(from) ? KEPT.get(from) : undefined;
  if (texts && isHolder(to)) KEPT.set(to, texts);
}

function isHolder(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
