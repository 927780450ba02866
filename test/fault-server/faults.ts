/** What may go wrong between a write and its answer: the list of the matrix. */
import {
  bomb,
  body,
  byteByByte,
  cut,
  deep,
  endless,
  entries,
  half,
  packedHalf,
  page,
  redirect,
  reset,
  silence,
  soapFault,
  status,
  twice,
  type Act,
} from './acts';
import { strangerOf } from './wire';

export interface Fault {
  name: string;
  /** The carrier carries the request out before it goes wrong: all of it, or all but the first or the last reference. */
  stores: boolean | 'not the first' | 'not the last';
  /** The answer says clearly that all was done, or that nothing was. */
  says?: 'yes' | 'no';
  /** It hits every request, not the first one of each reference alone. */
  always?: true;
  /** The client waits for its deadline, or what matters is which call comes next: one at a time. */
  inTurn?: true;
  /** What a look-up says meanwhile: an order is known, from a year ago or without a date; none is known; or nothing useful. */
  lookUp?: 'older' | 'undated' | 'nothing' | 'fails';
  /** Only where an answer is XML, or names what it answers, or has several entries. */
  needs?: 'xml' | 'names' | 'entries';
  /** Takes much traffic and memory. */
  isHeavy?: true;
  /** Nobody listens at the address. */
  isAway?: true;
  act: Act;
}

const JSON_TYPE = { 'content-type': 'application/json' };

/** The same at both ends: nothing was done, or all was done and the answer is lost. */
function either(name: string, act: Act, more: Partial<Fault> = {}): Fault[] {
  return [
    { name: `${name}, nothing stored`, stores: false, act, ...more },
    { name: `${name}, after storing`, stores: true, act, ...more },
  ];
}

const LOST = { stores: true, act: reset };

export const FAULTS: readonly Fault[] = [
  { name: 'no fault', stores: true, says: 'yes', act: body((answer) => answer) },
  { name: 'no connection', stores: false, says: 'no', isAway: true, act: reset },
  { name: 'refused', stores: false, says: 'no', act: body((_, { call }) => call.refusal()) },
  ...either('connection reset', reset),
  { name: 'half an answer, then reset', stores: true, act: cut },
  { name: 'half a document in a whole answer', stores: true, act: body(half) },
  ...either(
    'empty answer',
    body(() => ''),
  ),
  ...either('web page', page),
  { name: 'HTTP 404', stores: false, act: status(404, {}, 'not found') },
  ...(
    [
      ['', {}],
      [' with seconds', { 'retry-after': '7' }],
      [' with a date', { 'retry-after': 'Wed, 21 Oct 2099 07:28:00 GMT' }],
    ] as const
  ).flatMap(([how, headers]): Fault[] => [
    { name: `HTTP 429${how}, once`, stores: false, says: 'no', act: status(429, headers) },
    { name: `HTTP 429${how}, always`, stores: false, says: 'no', always: true, act: status(429, headers) },
  ]),
  { name: 'HTTP 401, once', stores: false, says: 'no', act: status(401) },
  { name: 'HTTP 401, always', stores: false, says: 'no', always: true, act: status(401) },
  ...[500, 502, 503, 504].flatMap((code) => either(`HTTP ${code}`, status(code))),
  ...either('HTTP 503 with seconds', status(503, { 'retry-after': '3' })),
  ...either('HTTP 500 with a document', (hit) => {
    hit.response
      .writeHead(500, JSON_TYPE)
      .end('{"timestamp":"2026-01-01","status":500,"error":"Internal Server Error"}');
  }),
  ...[301, 302, 303].flatMap((code) => either(`HTTP ${code}`, redirect(code))),
  ...[307, 308].map((code) => ({ name: `HTTP ${code}`, stores: false, act: redirect(code) })),
  { name: 'invalid JSON', stores: true, act: body((answer) => answer.replaceAll('":"', '":')) },
  { name: 'invalid XML', stores: true, needs: 'xml', act: body((answer) => answer.replace('</SOAP-ENV:Body>', '')) },
  {
    name: 'XML with bad JSON in it',
    stores: true,
    needs: 'xml',
    act: body((answer) => answer.replace(/(<response>.{20}).*(<\/response>)/s, '$1$2')),
  },
  { name: 'SOAP fault', stores: true, needs: 'xml', act: soapFault },
  { name: 'truncated gzip', stores: true, act: body((answer) => packedHalf(answer), { 'content-encoding': 'gzip' }) },
  { name: 'too deep', stores: true, act: body((answer) => deep(answer, 20_000)) },
  { name: 'too large', stores: true, isHeavy: true, act: endless },
  { name: 'too large when unpacked', stores: true, isHeavy: true, act: bomb },
  ...either('a byte at a time', byteByByte, { inTurn: true }),
  ...either('silence', silence, { inTurn: true }),
  { name: 'first entry in the place of the last', stores: true, needs: 'entries', act: entries(firstForLast) },
  {
    name: 'first entry twice',
    stores: true,
    needs: 'entries',
    act: entries((asked) => asked.slice(0, 1).concat(asked)),
  },
  ...([true, 'not the last'] as const).map((stores): Fault => ({
    name: `last entry missing, ${stores === true ? 'after storing' : 'and not stored'}`,
    stores,
    needs: 'entries',
    act: entries((asked) => asked.slice(0, -1)),
  })),
  { name: 'no entries', stores: true, needs: 'entries', act: entries(() => []) },
  { name: 'entries swapped', stores: true, says: 'yes', needs: 'entries', act: entries((asked) => asked.toReversed()) },
  ...([true, 'not the first'] as const).map((stores): Fault => ({
    name: `a stranger's entry in the place of the first, ${stores === true ? 'after storing' : 'which is not stored'}`,
    stores,
    needs: 'entries',
    act: entries((asked) => [strangerOf(0), ...asked.slice(1)]),
  })),
  ...either(
    "another order's answer",
    entries((asked) => asked.map((_, place) => strangerOf(place))),
    { needs: 'names' },
  ),
  { name: 'answered twice, together', stores: true, inTurn: true, act: twice(true) },
  { name: 'answered twice, one after the other', stores: true, inTurn: true, act: twice(false) },
  { name: 'lost, and the look-up finds nothing', lookUp: 'nothing', ...LOST },
  { name: 'lost, and the look-up fails', lookUp: 'fails', ...LOST },
  { name: 'refusal lost, and the reference is known from before', stores: false, lookUp: 'older', act: reset },
  { name: 'refusal lost, and the reference is known without a date', stores: false, lookUp: 'undated', act: reset },
];

function firstForLast(asked: readonly string[]): readonly string[] {
  return [...asked.slice(0, -1), ...asked.slice(0, 1)];
}
