import { isDeepStrictEqual } from 'node:util';
import { detailsOf } from '#carriers/shared/details';
import { isObject, listOf, membersOf, textOf, type JsonObject } from '#carriers/shared/json-value';
import { present, type CustomsItem, type Parcel, type ParcelPiece, type Party } from '#carriers/shared/parcel';
import { CARRIER } from '../account';
import { nestedDetailsOf, type Details } from '../details';
import { countryCodeOf, kilogramsOf } from '../measures';
import { fieldsOfParty, partyOf, placeOf } from './parties';
import { isProblem, problemsIn } from './problems';
import { warningsOf } from './reply';

/** Of an entry: what stands in the parcel under another name, is a file, or only says whether it succeeded. */
const ENTRY_FIELDS = [
  ...['status', 'referenceNo', 'orderId', 'trackingNo', 'connoteId'],
  ...['lastMileCarrier', 'lastMailcarrier', 'relabelStatus', 'relabelstatus', 'labelContent'],
];
const ENTRY_LISTS = ['piecesResult', 'labelContents'];

/** Of an entry of labelSpecs (B.4.4). */
const LABEL_FIELDS = ['status', 'orderId', 'referenceNo', 'trackingNo', ...fieldsOfParty('recipient')];

type Numbers = 'carrier' | 'reference' | 'orderNumber' | 'trackingNumber';

/** One of the pieces of an order, as an entry that names it tells of it. */
export interface EtowerPiece extends Pick<Parcel, Numbers | 'lastMileCarrier' | 'details'> {
  /** The label must be printed again: the carrier's own number for why. */
  relabelStatus?: string;
  connoteId?: string;
  warnings?: string[];
}

/** A parcel with what eTower tells besides the neutral fields. */
export interface EtowerParcel extends Parcel, EtowerPiece {
  /** The further pieces of an order of several; `parcels` has all of them. */
  pieces?: EtowerPiece[];
  serviceOption?: string;
  /** What becomes of a parcel that cannot be delivered. */
  returnOption?: string;
  /** Cubic metres. */
  volumeM3?: number;
  /** Whether the parcel may be left without a signature. */
  authorityToLeave?: boolean;
  /** Whether the parcel goes to a locker. */
  lockerService?: boolean;
  customsItems?: EtowerItem[];
  /** Everything that a label of one's own shows (`etower.md` B.4.4). */
  label?: Details;
}

export interface EtowerItem extends CustomsItem {
  /** In kilograms (B.4.1), the same as `weight`: whether of one piece or of the line is not documented. */
  weightKg?: number;
}

/** What an entry tells that names an order. */
export type NumberedParcel = Pick<EtowerParcel, keyof EtowerPiece | 'pieces' | 'parcels' | 'notes'>;

/** What an entry of labelSpecs tells (B.4.4). */
export type LabelParcel = Pick<
  EtowerParcel,
  Numbers | 'country' | 'recipient' | 'returnTo' | 'label' | 'pieces' | 'parcels' | 'notes'
>;

/** An entry of a new order, or of a question for its tracking number: null when that is issued later (B.4.1, B.4.9). */
export function awaitedParcel(entry: JsonObject): EtowerParcel {
  const isPending = 'trackingNo' in entry && textOf(entry['trackingNo']) === undefined;
  return { ...numberedParcel(entry), ...(isPending ? { trackingNumberPending: true } : {}) };
}

/** An entry that names an order: labels, manifests, changes (B.4.3, B.4.5, B.4.6, B.4.10 to B.4.12). */
export function numberedParcel(entry: JsonObject): EtowerParcel {
  const parcel = present<NumberedParcel>({
    ...numbersOf(entry),
    // Two spellings (B.4.6).
    lastMileCarrier: textOf(entry['lastMileCarrier']) ?? textOf(entry['lastMailcarrier']),
    relabelStatus: textOf(entry['relabelStatus']) ?? textOf(entry['relabelstatus']),
    connoteId: textOf(entry['connoteId']),
    warnings: warningsOf(entry),
    details: entryDetails(entry),
  });
  return withPieces(parcel, listOf(entry['piecesResult']).map(numberedParcel));
}

/** @param told further objects and lists that stand in the parcel under another name */
export function entryDetails(entry: JsonObject, ...told: readonly string[]): Details {
  // Of warnings with a code, `warnings` has the words alone.
  const areWords = !membersOf(entry['warnings']).some(isObject);
  const elsewhere = [...ENTRY_LISTS, ...told, ...idleErrors(entry), ...(areWords ? ['warnings'] : [])];
  return nestedDetailsOf(entry, ENTRY_FIELDS, { objects: ['extraProperty'], elsewhere });
}

/** Errors of an entry that succeeded are told, unless they say that there is none. */
function idleErrors(entry: JsonObject): string[] {
  return problemsIn(entry['errors']).some(isProblem) ? [] : ['errors'];
}

/** What came for the same number beside its entry, but for repetitions (B.4.12). */
export function piecesBeside(entry: JsonObject, others: readonly JsonObject[]): EtowerParcel[] {
  const own = numberedParcel(entry);
  return others.map(numberedParcel).filter((other) => !isDeepStrictEqual(other, own));
}

/** The first piece of an order is the order itself (B.4.1). */
export function withPieces(parcel: EtowerParcel, pieces: readonly EtowerParcel[]): EtowerParcel {
  if (pieces.length === 0) return parcel;
  const all = [...(parcel.pieces ?? []), ...pieces];
  const parcels = [parcel, ...all].map(({ reference, orderNumber, trackingNumber }) =>
    present<ParcelPiece>({ reference, orderNumber, trackingNumber }),
  );
  return { ...parcel, pieces: all, parcels };
}

export function withNotes(parcel: EtowerParcel, notes: readonly string[]): EtowerParcel {
  return notes.length === 0 ? parcel : { ...parcel, notes: [...(parcel.notes ?? []), ...notes] };
}

/** Where an order that is sent goes, how, and what it weighs. */
export function sentParcel(order: JsonObject): Parcel {
  return present<Parcel>({
    carrier: CARRIER,
    service: present({ code: textOf(order['serviceCode']) }),
    weightKg: kilogramsOf(order['weight'], textOf(order['weightUnit']) ?? 'KG'),
    country: countryCodeOf(order['country']),
    recipient: present<Party>({
      name: textOf(order['recipientName']),
      street: textOf(order['addressLine1']),
      street2: textOf(order['addressLine2']),
      street3: textOf(order['addressLine3']),
      ...placeOf(order, ''),
    }),
  });
}

/** An entry of labelSpecs (B.4.4). Its weight has no unit, so it stays among the label's own fields. */
export function labelParcel(entry: JsonObject): EtowerParcel {
  return present<LabelParcel>({
    ...numbersOf(entry),
    country: countryCodeOf(entry['recipientCountry']),
    recipient: partyOf(entry, 'recipient'),
    returnTo: partyOf(entry, 'return'),
    label: detailsOf(entry, LABEL_FIELDS, idleErrors(entry)),
  });
}

function numbersOf(entry: JsonObject) {
  return {
    carrier: CARRIER,
    reference: textOf(entry['referenceNo']),
    orderNumber: textOf(entry['orderId']),
    trackingNumber: textOf(entry['trackingNo']),
  };
}
