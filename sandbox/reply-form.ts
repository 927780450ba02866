import type { JsonRecord } from './json';
import type { Reply } from './reply';

/**
 * What the faults have to know of the answers of one API, from its reference: the names of the parts. A part that the API
 * does not have is left out, and the kinds of faults that change it are refused.
 */
export interface ReplyForm {
  /** Whether a service answers in this form. Left out: all of the carrier's do. */
  answers?: (service: string) => boolean;
  /** Where the JSON text is not the whole body. */
  wrapping?: Wrapping;
  /** Members that say that all is well, and how; the telling one first. */
  flags: readonly { name: string; yes: string | number | boolean }[];
  /** Members with free text, those deepest in an answer first. */
  words: readonly string[];
  creation?: Creation;
  /** A refusal in HTTP 200, in the carrier's form. */
  refuse: (text: string, code: string | number | undefined, service: string) => Reply;
  /** What such a refusal says unless told otherwise. */
  refusal: string;
  lookUp?: LookUp;
  tracking?: TrackingForm;
  labels?: LabelForm;
}

export interface Wrapping {
  /** The JSON text in a body, or undefined when the body holds none. */
  open: (body: string) => string | undefined;
  close: (json: string) => string;
}

export interface Creation {
  services: readonly string[];
  /** Members that an answer keeps when nothing of what was made is in it. */
  envelope: readonly string[];
}

/** What finds an order: the changes that make it another one than was sent. */
export interface LookUp {
  services: readonly string[];
  /** The member by which an order is told from the objects around it. */
  mark: string;
  cancelled?: JsonRecord;
  elsewhere: JsonRecord;
}

export interface TrackingForm {
  services: readonly string[];
  /** The list of events, and the member with the time of one. */
  events: string;
  time: string;
  /** The member with the zone of an event, where it has one. */
  zone?: string;
  /** Seconds since 1970, as text: there is no zone that could differ. */
  inSeconds?: boolean;
  /** The member beside the events that sums them up. */
  summary?: string;
}

export interface LabelForm {
  services: readonly string[];
  /** Members with a link. */
  links: readonly string[];
  /** Members with a file in Base64. */
  files: readonly string[];
  /** A link for a file that came in Base64: the member it may come in, and what makes one on the host that was called. */
  publishing?: { member: string; add: (host: string, content: Buffer) => string };
}

/** The text in an answer that is JSON, or undefined. */
export function jsonIn({ wrapping }: ReplyForm, { body }: Reply): string | undefined {
  const text = body.toString('utf8');
  return wrapping ? wrapping.open(text) : text;
}

/** The answer with another JSON text in it. */
export function withJson({ wrapping }: ReplyForm, reply: Reply, json: string): Reply {
  return { ...reply, body: Buffer.from(wrapping ? wrapping.close(json) : json) };
}

/** The answer with its JSON changed; one that holds no JSON stays as it is. */
export function withDocument(form: ReplyForm, reply: Reply, change: (document: unknown) => unknown): Reply {
  const document = documentIn(form, reply);
  return document === undefined ? reply : withJson(form, reply, JSON.stringify(change(document)));
}

/** What the JSON of an answer says; undefined when it holds none. */
export function documentIn(form: ReplyForm, reply: Reply): unknown {
  try {
    return JSON.parse(jsonIn(form, reply) ?? '');
  } catch {
    return undefined;
  }
}
