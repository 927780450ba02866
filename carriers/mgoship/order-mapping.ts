import { isBlank } from '#carriers/shared/blank';
import { objectAsIs, textOf } from '#carriers/shared/json-value';
import type { NeutralOrder } from '#carriers/shared/neutral-order';
import type { Move, OrderMapping } from '#carriers/shared/order-mapping';
import { refused } from '#carriers/shared/order-moves';
import type { Party } from '#carriers/shared/parcel';
import { valueAt } from '#carriers/shared/request-places';
import { MGOSHIP } from './account';
import { prefectureOf } from '#carriers/shared/prefectures';
import { PARCEL_ORDER } from './requests/parcel-order';

/** All that makes the one line of an address. */
const ADDRESS: Move = { to: 'consignee.address', as: (_, { recipient = {} }) => addressOf(recipient) };

/** The neutral order as add_tms_order takes it (`mgoship.md` 5.1). What can be nothing else has no field: Japan, JPY. */
export const ORDER_MAPPING: OrderMapping = {
  carrier: MGOSHIP.carrier,
  table: PARCEL_ORDER,
  order: {
    reference: 'order.customerno',
    'service.code': 'order.channel',
    'recipient.name': 'consignee.name',
    country: { to: [], as: japanAlone },
    'recipient.street': ADDRESS,
    'recipient.street2': ADDRESS,
    'recipient.street3': ADDRESS,
    'recipient.houseNumber': ADDRESS,
    'recipient.district': ADDRESS,
    'recipient.city': ADDRESS,
    'recipient.province': { to: 'consignee.region', as: (province) => prefectureOf(textOf(province) ?? '') },
    'recipient.postcode': 'consignee.postcode',
    'recipient.phone': 'consignee.phone',
    'recipient.mobile': 'consignee.mobile',
    'recipient.email': 'consignee.email',
    weightKg: 'order.weight',
    'dimensionsCm.length': 'order.length',
    'dimensionsCm.width': 'order.width',
    'dimensionsCm.height': 'order.height',
    battery: {
      to: 'order.hasbattery',
      as: (battery) => (battery === true ? 'Y' : battery === false ? 'N' : undefined),
    },
    'insurance.amount': { to: 'order.insvalue', as: insured },
    'insurance.currency': { to: [], as: chineseCurrency },
    // As Get gives them.
    'insuranceType.code': 'order.insurance',
    'insuranceType.name': besideItsCode('insuranceType'),
    'shipmentType.code': 'order.shipmenttype',
    'shipmentType.name': besideItsCode('shipmentType'),
  },
  lines: {
    to: 'declare',
    moves: {
      description: 'enname',
      localDescription: 'cnname',
      sku: 'pickupname',
      quantity: 'qty',
      unitValue: 'unitprice',
      currency: { to: [], as: japaneseCurrency },
      material: 'material',
      url: 'url',
    },
  },
};

/** The prefecture has a field of its own; the city and what follows stand in the address, in Japanese order. */
function addressOf({ city, district, street, houseNumber, street2, street3 }: Party): string {
  const place = [city, district].reduce<string>((written, part) => followed(written, part), '');
  // Shops often have the city in the street as well.
  const isTold = place !== '' && (textOf(street) ?? '').trim().startsWith(place);
  const first = [isTold ? '' : place, street, houseNumber].reduce<string>(
    (written, part) => followed(written, part),
    '',
  );
  return [first, street2, street3].flatMap((part) => (isBlank(part) ? [] : [textOf(part)?.trim() ?? ''])).join(' ');
}

/** Japanese has no blanks between the parts of an address; other letters need one. */
function followed(written: string, part: string | undefined): string {
  const next = textOf(part)?.trim() ?? '';
  const isJapanese = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]$/u.test(written);
  return written === '' || next === '' || isJapanese ? written + next : `${written} ${next}`;
}

/** Words for a code that goes out say no more than the code. */
function besideItsCode(name: string): Move {
  return { to: [], as: (words, order) => (isBlank(valueAt(objectAsIs(order), `${name}.code`)) ? undefined : words) };
}

/** No field holds it: what can be nothing else is still named as not sent. */
function japanAlone(country: unknown): undefined {
  if (country === 'JP') return undefined;
  throw refused('country', 'must be JP: Mgoship delivers in Japan alone');
}

function japaneseCurrency(currency: unknown): undefined {
  if (textOf(currency)?.trim().toUpperCase() === 'JPY') return undefined;
  throw refused('currency', 'must be JPY: Mgoship takes the price in JPY alone (unitprice)');
}

function chineseCurrency(currency: unknown): undefined {
  if (textOf(currency)?.trim().toUpperCase() === 'CNY') return undefined;
  throw refused('insurance.currency', 'must be CNY: Mgoship insures in CNY alone (insvalue)');
}

/** A value that is insured by no kind of insurance would not be insured, without a word. */
function insured(amount: unknown, order: NeutralOrder): unknown {
  const kind = valueAt(objectAsIs(order), 'insuranceType.code');
  const own = valueAt(objectAsIs(order.extra), 'order.insurance');
  if (!isBlank(kind) || !isBlank(own) || !(Number(amount) > 0)) return amount;
  throw refused(
    'insurance.amount',
    'needs the kind of insurance: give order.insurance in Overrides, e.g. { "order": { "insurance": "6P" } } (5Y: CNY 5 per shipment, 6P: 0.6 %)',
  );
}
