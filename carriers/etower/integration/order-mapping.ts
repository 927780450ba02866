import { isBlank } from '#carriers/shared/blank';
import { objectAsIs, textOf, type JsonObject } from '#carriers/shared/json-value';
import type { NeutralOrder, OrderLine } from '#carriers/shared/neutral-order';
import type { Moves, OrderMapping } from '#carriers/shared/order-mapping';
import { inPlaceOf, recipientTaxId, refused, together, type PartyName } from '#carriers/shared/order-moves';
import { present } from '#carriers/shared/parcel';
import { CARRIER } from '../account';
import { cutGoods, goodsOf, valueOf } from './order-goods';
import { ORDER } from './requests/order';

/** Fields of a party by their names in `etower.md` B.4.1, from the neutral party. */
function partyMoves(party: PartyName, wire: (field: string) => string): Moves {
  return {
    [`${party}.name`]: wire('name'),
    // There is no place for a house number or a district: both belong to the address lines.
    [`${party}.street`]: together(party, wire('addressLine1'), ' ', 'street', 'houseNumber'),
    [`${party}.houseNumber`]: together(party, wire('addressLine1'), ' ', 'street', 'houseNumber'),
    [`${party}.street2`]: wire('addressLine2'),
    [`${party}.street3`]: together(party, wire('addressLine3'), ', ', 'street3', 'district'),
    [`${party}.district`]: together(party, wire('addressLine3'), ', ', 'street3', 'district'),
    [`${party}.city`]: wire('city'),
    [`${party}.province`]: wire('state'),
    [`${party}.postcode`]: wire('postcode'),
    [`${party}.country`]: wire('country'),
    [`${party}.phone`]: wire('phone'),
    [`${party}.mobile`]: inPlaceOf(party, 'phone', wire('phone')),
  };
}

function prefixed(prefix: string): (field: string) => string {
  return (field) => prefix + field.charAt(0).toUpperCase() + field.slice(1);
}

/** `name` alone bears the prefix among the fields of the recipient. */
const RECIPIENT = (field: string): string => (field === 'name' ? 'recipientName' : field);

const ITEM_MOVES: Moves = {
  description: 'description',
  localDescription: 'nativeDescription',
  sku: 'sku',
  quantity: 'itemCount',
  unitValue: 'unitValue',
  // One for the whole order: `invoiceCurrency`.
  currency: { to: [], as: oneCurrency },
  // B.4.1 does not say whether of one piece or of the line, only that all together must not exceed the parcel (190033).
  // That of one piece holds in either reading, and is what Get gives back.
  weightKg: 'weight',
  // Get has it under both names. In another carrier's unit it is none of eTower's kilograms.
  weight: { to: 'weight', as: (weight, _, line) => (textOf(line?.weightKg) === textOf(weight) ? weight : undefined) },
  hsCode: 'hsCode',
  originCountry: 'originCountry',
  material: 'material',
  use: 'use',
  url: 'productURL',
};

/** The neutral order as `orders` and `orderLabels` take it (`etower.md` B.4.1). */
export const ORDER_MAPPING: OrderMapping = {
  carrier: CARRIER,
  table: ORDER,
  order: {
    reference: 'referenceNo',
    'service.code': 'serviceCode',
    serviceOption: 'serviceOption',
    country: 'country',
    ...partyMoves('recipient', RECIPIENT),
    'recipient.company': 'recipientCompany',
    'recipient.email': 'email',
    'recipient.taxNumber': 'recipientTaxId',
    'taxNumbers.recipientTaxId': recipientTaxId('recipientTaxId'),
    ...partyMoves('sender', prefixed('shipper')),
    'sender.company': inPlaceOf('sender', 'name', 'shipperName'),
    'sender.email': 'shipperEmail',
    // A key of extendData, which has no rows.
    'sender.taxNumber': { to: [] },
    ...partyMoves('returnTo', prefixed('return')),
    'returnTo.company': inPlaceOf('returnTo', 'name', 'returnName'),
    returnOption: 'returnOption',
    weightKg: 'weight',
    'dimensionsCm.length': 'length',
    'dimensionsCm.width': 'width',
    'dimensionsCm.height': 'height',
    volumeM3: 'volume',
    'declaredValue.amount': 'invoiceValue',
    'declaredValue.currency': 'invoiceCurrency',
    incoterm: { to: 'incoterm', as: incotermOf },
    battery: { to: 'batteryType', as: batteryTypeOf },
    'details.batteryType': { to: [], as: toldBattery },
    // "No signature needed".
    signature: { to: 'authorityToLeave', as: mayBeLeft },
    authorityToLeave: 'authorityToLeave',
    lockerService: 'lockerService',
    remark: 'instruction',
  },
  lines: { to: 'orderItems', moves: ITEM_MOVES },
  // Of batteries answers have codes (B.4.7: "0"), requests words.
  outputOnly: [
    'connoteId',
    'label',
    'pieces',
    'relabelStatus',
    'warnings',
    'details.batteryType',
    'details.batteryPacking',
  ],
  derived: { description: 'customsItems[].description', nativeDescription: 'customsItems[].localDescription' },
  finish,
  hints,
};

/** What B.4.1 wants of the whole parcel and the neutral order has by line, and the units of the neutral order. */
function finish(request: JsonObject, order: NeutralOrder): JsonObject {
  const { orderItems } = request;
  const derived = present<JsonObject>({
    ...goodsOf(order),
    invoiceValue: valueOf(order),
    invoiceCurrency: order.customsItems?.map(currencyOf).find((currency) => currency !== undefined),
    weightUnit: isBlank(request['weight']) ? undefined : 'KG',
    dimensionUnit: ['length', 'width', 'height'].every((side) => isBlank(request[side])) ? undefined : 'CM',
    batteryPacking: order.battery === false ? NO_BATTERY : undefined,
    extendData: present({ senderTaxId: order.sender?.taxNumber }),
  });
  const numbered = Array.isArray(orderItems)
    ? { orderItems: orderItems.map((item: unknown, at) => ({ itemNo: String(at + 1), ...objectAsIs(item) })) }
    : {};
  return { ...derived, ...request, ...numbered };
}

function hints(order: NeutralOrder): string[] {
  const { battery, taxNumbers = {}, extra } = order;
  const hasVendor = [taxNumbers.ioss, taxNumbers.eori, taxNumbers.vat].some((number) => !isBlank(number));
  const isUnpacked = battery === true && isBlank(objectAsIs(extra)['batteryPacking']);
  return [...cutGoods(order), ...(hasVendor ? [NO_VENDOR] : []), ...(isUnpacked ? [NO_PACKING] : [])];
}

const NO_VENDOR =
  'eTower does not document where an IOSS, EORI or VAT number goes: ask your provider which key of extendData it takes, and give it in Overrides.';

const NO_PACKING =
  'batteryPacking is not given, and eTower takes No Battery for it: say in Overrides how the battery is packed.';

function oneCurrency(value: unknown, { declaredValue, customsItems = [] }: NeutralOrder): unknown {
  const [first = value] = [declaredValue?.currency, ...customsItems.map(currencyOf)].filter((each) => !isBlank(each));
  if (textOf(first)?.toUpperCase() === textOf(value)?.toUpperCase()) return value;
  throw refused(
    'currency',
    'is not the currency of the rest of the order: eTower takes one for a whole order (invoiceCurrency)',
  );
}

function currencyOf({ currency }: OrderLine): string | undefined {
  return isBlank(currency) ? undefined : currency;
}

function incotermOf(value: unknown): string {
  const incoterm = textOf(value)?.trim().toUpperCase() ?? '';
  if (incoterm === 'DDP' || incoterm === 'DDU') return incoterm;
  throw refused('incoterm', 'must be DDP or DDU: eTower takes no other');
}

const NO_BATTERY = 'No Battery';

/** eTower wants the kind of a battery. One that is not declared is dangerous, so that nothing is guessed. */
function batteryTypeOf(battery: unknown, { extra }: NeutralOrder): unknown {
  if (battery === false) return NO_BATTERY;
  const own = objectAsIs(extra)['batteryType'];
  if (!isBlank(own)) return own;
  throw refused('battery', `is true, and eTower has to know which kind: ${GIVE_BATTERY}`);
}

const GIVE_BATTERY =
  'give batteryType and batteryPacking in Overrides, e.g. { "batteryType": "Lithium Ion Polymer", "batteryPacking": "Inside Equipment" }';

/** Left out, the kind would become No Battery. */
function toldBattery(code: unknown, { battery, extra }: NeutralOrder): unknown {
  const isNone = /^(?:0|no ?battery)$/i.test(textOf(code)?.trim() ?? '');
  if (isNone || battery !== undefined || !isBlank(objectAsIs(extra)['batteryType'])) return code;
  throw refused('details.batteryType', `is a code of eTower's that a new order does not take: ${GIVE_BATTERY}`);
}

function mayBeLeft(signature: unknown, order: NeutralOrder): unknown {
  const own = objectAsIs(order)['authorityToLeave'];
  if (typeof signature !== 'boolean') return signature;
  if (typeof own !== 'boolean' || own !== signature) return !signature;
  throw refused('signature', 'contradicts authorityToLeave: give one of them');
}
