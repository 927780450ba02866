import { hash } from 'node:crypto';
import type { KnownEvents } from './known-events';
import type { ParcelStatus } from './parcel';
import { SUMS } from './set-sketch';

/** What is remembered of a parcel between two runs. */
export interface KnownParcel {
  status: ParcelStatus | undefined;
  /** Of a status that is not known, what tells the carrier's word for it from nearly all others: 0 to 1023. */
  word: number;
  /** Told before. */
  stuck: boolean;
  finished: boolean;
  retired: boolean;
  /** Milliseconds since 1970: since when there is nothing newer that has a date. 0 where the newest event has one. */
  waitingSince: number;
  events: KnownEvents;
}

/** Whose key it is. */
export interface KeyOwner {
  carrier: string;
  number: string;
}

/** Why a text is no key of a parcel. */
export type KeyFault =
  | { kind: 'no key' | 'damaged' | 'other carrier' | 'other number' }
  | { kind: 'version'; version: string }
  | { kind: 'length'; length: number };

/** Characters of every key: one that is shorter was cut. */
export const KEY_LENGTH = 79;

const VERSION = 'v1:';

/** The known key of a parcel: text of 79 characters. Later versions of this package must read it. */
export function keyOf(owner: KeyOwner, known: KnownParcel): string {
  const bytes = Buffer.alloc(CHECKED + CHECKSUM);
  const content = bytes.subarray(0, CHECKED);
  content.writeUInt8(carrierMark(owner));
  content.writeUInt32BE(numberMark(owner), NUMBER_AT);
  content.writeUInt16BE(stateBits(known), STATE_AT);
  content.writeUIntBE(waitingBits(known), WAITING_AT, 3);
  known.events.sketch.forEach((each, at) => content.writeUInt32BE(each, SKETCH_AT + 4 * at));
  bytes.writeUIntBE(checksumOf(content), CHECKED, CHECKSUM);
  return VERSION + bytes.toString('base64url');
}

/** What a key of this parcel holds, or why the text is none. */
export function readKey(text: string, owner: KeyOwner): { known: KnownParcel } | { fault: KeyFault } {
  const version = /^v\d+(?=:)/.exec(text)?.[0];
  if (version === undefined) return { fault: { kind: 'no key' } };
  if (!text.startsWith(VERSION)) return { fault: { kind: 'version', version } };
  if (text.length !== KEY_LENGTH) return { fault: { kind: 'length', length: text.length } };
  const written = text.slice(VERSION.length);
  const bytes = Buffer.from(written, 'base64url');
  const content = bytes.subarray(0, CHECKED);
  const isWritten = bytes.toString('base64url') === written;
  const isSound = isWritten && bytes.readUIntBE(CHECKED, CHECKSUM) === checksumOf(content);
  if (!isSound) return { fault: { kind: 'damaged' } };
  if (content.readUInt8() !== carrierMark(owner)) return { fault: { kind: 'other carrier' } };
  if (content.readUInt32BE(NUMBER_AT) !== numberMark(owner)) return { fault: { kind: 'other number' } };
  return { known: contentOf(content) };
}

/** For a carrier's word: 0 to 1023. */
export function wordMark(word: string | undefined): number {
  return word === undefined ? 0 : numberOf(word, 2) & 1023;
}

// The places of the parts, in bytes. The carrier has the first.
const NUMBER_AT = 1;
const STATE_AT = 5;
const WAITING_AT = 7;
const SKETCH_AT = 10;
const CHECKED = SKETCH_AT + 4 * SUMS;
const CHECKSUM = 3;

const HOUR_MS = 60 * 60_000;

/** By their places in a key: one more goes to the end. */
const STATUSES: readonly ParcelStatus[] = [
  'pending',
  'picked_up',
  'in_transit',
  'on_hold',
  'out_for_delivery',
  'ready_for_pickup',
  'delivery_delayed',
  'delivery_failed',
  'delivered',
  'return_to_sender',
  'cancelled',
  'unknown',
];
const NO_STATUS = 15;

/** From the right: the low 6 bits of the word, variant 3, retired, finished, stuck, status 4. */
function stateBits({ status, word, stuck, finished, retired, events }: KnownParcel): number {
  const place = status === undefined ? NO_STATUS : STATUSES.indexOf(status);
  const flags = [stuck, finished, retired].reduce((bits, flag) => (bits << 1) | (flag ? 1 : 0), place);
  return (((flags << 3) | events.variant) << 6) | (word & 63);
}

/** From the right: hours since 1970 20 bits, which last until 2089, and the high 4 bits of the word. */
function waitingBits({ word, waitingSince }: KnownParcel): number {
  return ((word >> 6) << 20) | Math.ceil(waitingSince / HOUR_MS);
}

function contentOf(content: Buffer): KnownParcel {
  const state = content.readUInt16BE(STATE_AT);
  const waiting = content.readUIntBE(WAITING_AT, 3);
  return {
    status: STATUSES[state >> 12],
    word: ((waiting >> 20) << 6) | (state & 63),
    stuck: (state & 0x800) !== 0,
    finished: (state & 0x400) !== 0,
    retired: (state & 0x200) !== 0,
    waitingSince: (waiting & 0xfffff) * HOUR_MS,
    events: {
      variant: (state >> 6) & 7,
      sketch: new Uint32Array(SUMS).map((_, at) => content.readUInt32BE(SKETCH_AT + 4 * at)),
    },
  };
}

function carrierMark({ carrier }: KeyOwner): number {
  const mark = CARRIER_MARKS.get(carrier) ?? numberOf(carrier, 1);
  CARRIER_MARKS.set(carrier, mark);
  return mark;
}

/** There are few carriers, and many keys. */
const CARRIER_MARKS = new Map<string, number>();

function numberMark({ carrier, number }: KeyOwner): number {
  return numberOf(JSON.stringify([carrier, number]), 4);
}

function checksumOf(content: Buffer): number {
  return numberOf(content, CHECKSUM);
}

/** Of the first bytes of its digest. As text: Node takes three times as long for one as bytes. */
function numberOf(content: string | Buffer, bytes: number): number {
  return Number.parseInt(hash('sha256', content, 'hex').slice(0, 2 * bytes), 16);
}
