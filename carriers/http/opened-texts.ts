/** What long texts hold, as long as the reply in which they stand is in use. */
const OPENED = new Map<string, WeakRef<Opened>>();

/** Keeps what the texts of a reply hold. */
const KEPT = new WeakMap<object, Opened[]>();

const forgotten = new FinalizationRegistry<string>((text) => {
  if (OPENED.get(text)?.deref() === undefined) OPENED.delete(text);
});

interface Opened {
  /** Undefined when it is no JSON. */
  value: object | undefined;
}

/** Remembers what a text in a reply holds. */
export function noteOpened(reply: object, text: string, value: object | undefined): void {
  const opened = { value };
  OPENED.set(text, new WeakRef(opened));
  forgotten.register(opened, text);
  const kept = KEPT.get(reply) ?? [];
  kept.push(opened);
  KEPT.set(reply, kept);
}

/** What a text was found to hold; undefined when nobody looked. */
export function openedBefore(text: string): Opened | undefined {
  return OPENED.get(text)?.deref();
}

/** What the texts of one reply hold is kept for as long as the other one is in use, too. */
export function keepOpened(from: unknown, to: unknown): void {
  const opened = isHolder(from) ? KEPT.get(from) : undefined;
  if (opened && isHolder(to)) KEPT.set(to, opened);
}

function isHolder(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
