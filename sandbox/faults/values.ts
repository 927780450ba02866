import { z } from 'zod/v4';
import { record, type JsonRecord } from '../json';
import type { LookUp, ReplyForm } from '../reply-form';
import { changingValues, formOf, kind, type Kind } from './kind';
import { asText, asTexts, merged, rewritten, withLists, withObjects } from './members';

const none = z.object({});

/** What servers in PHP make of an answer's values, and answers that say something else than the manual's samples. */
export const valueKinds: Readonly<Record<string, Kind>> = {
  'php-list-gaps': kind(none, { act: changingValues((document) => withLists(document, withGaps)) }),
  'php-list-keys': kind(none, { act: changingValues((document) => withLists(document, withKeys)) }),
  'json-in-text': kind(z.object({ member: z.string().min(1).optional(), whole: z.boolean().default(false) }), {
    act: changingValues((document, _form, { member, whole }) =>
      whole ? JSON.stringify(document) : inText(document, member),
    ),
  }),
  flag: kind(z.object({ value: z.json().optional() }), {
    act: changingValues((document, form, { value }) => withFlag(document, form, value)),
  }),
  'no-number': kind(z.object({ value: z.json().default([]) }), {
    fits: ({ creation }) => creation !== undefined,
    place: ({ creation }) => creation?.services ?? [],
    act: changingValues((document, { creation }, { value }) => {
      const kept = Object.entries(record(document)).filter(([name]) => creation?.envelope.includes(name));
      return { ...Object.fromEntries(kept), data: value };
    }),
  }),
  'account-refusal': kind(
    z.object({ text: z.string().min(1).optional(), code: z.union([z.string().min(1), z.int()]).optional() }),
    {
      // Refused, so that nothing is processed.
      async act({ carrier, asked, send }, { text, code }) {
        const form = formOf(carrier, asked.service);
        if (form) send(form.refuse(text ?? form.refusal, code, asked.service));
      },
    },
  ),
  'found-cancelled': found((lookUp) => lookUp.cancelled),
  'found-elsewhere': found((lookUp) => lookUp.elsewhere),
};

/** A list of which PHP lost the second entry before it was printed; of a single one, the first. */
function withGaps(list: readonly JsonRecord[]): JsonRecord {
  const moved = list.length === 1 ? 1 : 0;
  return Object.fromEntries(list.map((entry, index) => [index === 0 ? moved : index + 1, entry]));
}

function withKeys(list: readonly JsonRecord[]): JsonRecord {
  return Object.fromEntries(list.map((entry, index) => [`item_${index + 1}`, entry]));
}

/** The objects and lists at the top, or those under one name at any depth. */
function inText(document: unknown, member: string | undefined): unknown {
  if (member === undefined) return asTexts(document);
  return rewritten(document, (part, name) => (name === member ? asText(part) : part));
}

/** Only what says yes is changed: a refusal stays one. Without a value nothing says so any more. */
function withFlag(document: unknown, { flags }: ReplyForm, value: unknown): unknown {
  const changed = value === undefined ? flags : flags.slice(0, 1);
  return rewritten(document, (part, name) =>
    changed.some((flag) => flag.name === name && flag.yes === part) ? value : part,
  );
}

function found(changesOf: (lookUp: LookUp) => JsonRecord | undefined): Kind {
  return kind(none, {
    fits: ({ lookUp }) => lookUp !== undefined && changesOf(lookUp) !== undefined,
    place: ({ lookUp }) => lookUp?.services ?? [],
    act: changingValues((document, { lookUp }) => {
      const changes = lookUp && changesOf(lookUp);
      return changes ? withObjects(document, lookUp.mark, (order) => merged(order, changes)) : document;
    }),
  });
}
