import { listOf, numberOf, objectOf, textOf, type JsonObject } from '#carriers/shared/json-value';
import { present, type Parcel, type Party } from '#carriers/shared/parcel';
import { CARRIER } from '../account';
import { customsItemOf } from '../customs-item';
import { centimetresOf, countryCodeOf, fieldsOf, kilogramsOf } from '../measures';
import { warningsOf } from './reply';

/** A parcel with what eTower tells besides the neutral fields. */
export interface EtowerParcel extends Parcel {
  lastMileCarrier?: string;
  /** The label must be printed again: the carrier's own number for why. */
  relabelStatus?: string;
  warnings?: string[];
  /** The further pieces of an order of several. */
  pieces?: Parcel[];
  /** Everything that a label of one's own shows (`etower.md` B.4.4). */
  label?: JsonObject;
}

/** An entry of a new order, or of a question for its tracking number: null when that is issued later (B.4.1, B.4.9). */
export function awaitedParcel(entry: JsonObject): EtowerParcel {
  const isPending = 'trackingNo' in entry && textOf(entry['trackingNo']) === undefined;
  return { ...numberedParcel(entry), ...(isPending ? { trackingNumberPending: true } : {}) };
}

/** An entry that names an order: labels, manifests, changes (B.4.3, B.4.5, B.4.6, B.4.10 to B.4.12). */
export function numberedParcel(entry: JsonObject): EtowerParcel {
  return present<EtowerParcel>({
    ...numbersOf(entry),
    // Two spellings (B.4.6).
    lastMileCarrier: textOf(entry['lastMileCarrier']) ?? textOf(entry['lastMailcarrier']),
    relabelStatus: textOf(entry['relabelStatus']) ?? textOf(entry['relabelstatus']),
    warnings: warningsOf(entry),
    pieces: listOf(entry['piecesResult']).map((piece) => present<Parcel>(numbersOf(piece))),
  });
}

/** An entry of queryorders (B.4.7), which is asked by tracking number and does not repeat it under that name. */
export function orderParcel(entry: JsonObject, asked: string): EtowerParcel {
  const order = objectOf(entry['order']);
  const reference = textOf(order['referenceNo']);
  return present<EtowerParcel>({
    carrier: CARRIER,
    reference,
    orderNumber: textOf(entry['orderId']),
    trackingNumber: textOf(entry['trackingNo']) ?? textOf(order['trackingNo']) ?? (asked === reference ? '' : asked),
    service: present({ code: textOf(order['serviceCode']) }),
    country: countryCodeOf(order['country']),
    weightKg: kilogramsOf(order['weight'], order['weightUnit']),
    dimensionsCm: centimetresOf(order['length'], order['width'], order['height'], order['dimensionUnit']),
    recipient: present<Party>({
      name: textOf(order['recipientName']),
      company: textOf(order['recipientCompany']),
      // Lower-case l in this operation only.
      street: textOf(order['addressline1']),
      street2: textOf(order['addressline2']),
      street3: textOf(order['addressline3']),
      ...placeOf(order, ''),
      phone: textOf(order['phone']),
      email: textOf(order['email']),
      taxNumber: textOf(order['recipientTaxId']),
    }),
    sender: senderOf(order),
    customsItems: listOf(order['orderItems']).map((item) =>
      customsItemOf(item, textOf(order['invoiceCurrency']), numberOf(item['weight'])),
    ),
  });
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
  const field = fieldsOf(entry, 'recipient');
  return present<EtowerParcel>({
    ...numbersOf(entry),
    country: countryCodeOf(entry['recipientCountry']),
    recipient: present<Party>({
      name: field('name'),
      company: field('company'),
      street: field('addressLine1'),
      street2: field('addressLine2'),
      street3: field('addressLine3'),
      ...placeOf(entry, 'recipient'),
      phone: field('phone'),
    }),
    label: present(
      Object.fromEntries(
        Object.entries(entry).filter(
          ([name, value]) =>
            value !== null && !/^(status|errors|orderId|referenceNo|trackingNo|recipient.*)$/.test(name),
        ),
      ),
    ),
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

function senderOf(order: JsonObject): Party {
  const field = fieldsOf(order, 'shipper');
  return present<Party>({
    name: field('name'),
    street: field('addressLine1'),
    street2: field('addressLine2'),
    street3: field('addressLine3'),
    ...placeOf(order, 'shipper'),
    phone: field('phone'),
    email: field('email'),
  });
}

function placeOf(order: JsonObject, prefix: string) {
  const field = fieldsOf(order, prefix);
  return {
    city: field('city'),
    province: field('state'),
    postcode: field('postcode'),
    country: countryCodeOf(field('country')) ?? field('country'),
  };
}
