import type { Case, Mark, ReadJob, ReplyName, Row } from '../case';
import { isReplyName } from '../servers/replies/long';

const REPLIES: Record<ReplyName, string> = {
  json: 'JSON',
  oneLongNumber: 'JSON with one long number',
  longNumbers: 'JSON with long numbers',
  longTexts: 'JSON with long texts',
  xml: 'XML envelope',
  xmlEscapedQuotes: 'XML envelope with escaped quotes',
  xmlLongTexts: 'XML envelope with long texts',
  xmlCdata: 'XML envelope with CDATA',
};

const HOW: Record<ReadJob['by'], string> = {
  us: 'read',
  'JSON.parse': 'its JSON by JSON.parse',
  client: 'fetched and read',
};

const nameOf = (reply: ReplyName, by: ReadJob['by']): string => `${REPLIES[reply]}, ${HOW[by]}`;
const NAMES = Object.keys(REPLIES).filter(isReplyName);

const rowsOf = (reply: ReplyName): Row[] => [
  { name: nameOf(reply, 'us'), beside: nameOf(reply, 'JSON.parse'), job: { kind: 'read', reply, by: 'us' } },
  { name: nameOf(reply, 'client'), beside: nameOf(reply, 'JSON.parse'), job: { kind: 'read', reply, by: 'client' } },
  { name: nameOf(reply, 'JSON.parse'), isPeer: true, job: { kind: 'read', reply, by: 'JSON.parse' } },
];

/** Why reading takes longer than its mark. */
const WHEN_MISSED: Partial<Record<ReplyName, string>> = {
  longTexts:
    'JSON.parse copies a long text at nearly the speed of memory. Here each of its quotation marks is looked at to find where a piece may end, and what is read in pieces is copied once more when young objects are swept. Tried: one pattern that passes over escaped marks, which is no faster, and pieces of five times the length, which are faster for long texts and slower for records.',
  xmlLongTexts:
    'JSON.parse copies a long text at nearly the speed of memory. In an envelope each character is looked at twice more, for what XML forbids and for references, and here about every eighth begins one. Tried: native replacing of one reference after the other, which takes twice as long as putting bytes in place.',
};

function marksOf(reply: ReplyName): Mark[] {
  const atMost = reply.startsWith('xml') ? 10 : 3;
  return [
    {
      says: `reading at most ${atMost} x JSON.parse`,
      measure: 'cpuMs',
      row: nameOf(reply, 'us'),
      than: nameOf(reply, 'JSON.parse'),
      atMost,
      ...(reply in WHEN_MISSED ? { whenMissed: WHEN_MISSED[reply] } : {}),
    },
    { says: 'longest block at most 50 ms', measure: 'blockMs', row: nameOf(reply, 'client'), atMost: 50 },
  ];
}

export const replies: Case = {
  name: 'replies',
  title: 'Replies of 5 MB',
  rows: NAMES.flatMap(rowsOf),
  marks: NAMES.flatMap(marksOf),
  limits:
    'Characters: each is looked at once for the envelope and once for the JSON, in JavaScript where digits would be lost otherwise. Fetched and read: the bytes come through TLS, are decoded, and what the carrier repeats of a secret is hidden.',
};
