import { isBlank } from '#carriers/shared/blank';
import { defined } from '#carriers/shared/defined';
import { isObject, objectAsIs, textOf, type JsonObject } from '#carriers/shared/json-value';
import type { NeutralOrder, OrderLine } from '#carriers/shared/neutral-order';
import type { Move, Moves, OrderMapping } from '#carriers/shared/order-mapping';
import { recipientTaxId, together, type PartyName } from '#carriers/shared/order-moves';
import { CARRIER } from './account';
import { ORDER } from './requests/order';

/** Fields of an address (`hge.md` 9.2). */
function partyMoves(party: PartyName, wire: string): Moves {
  return {
    [`${party}.name`]: `${wire}.full_name`,
    [`${party}.company`]: `${wire}.company`,
    [`${party}.street`]: `${wire}.street`,
    // The one address line beside the street.
    [`${party}.street2`]: together(party, `${wire}.address`, ', ', 'street2', 'street3'),
    [`${party}.street3`]: together(party, `${wire}.address`, ', ', 'street2', 'street3'),
    [`${party}.houseNumber`]: `${wire}.house_no`,
    [`${party}.district`]: `${wire}.region`,
    [`${party}.city`]: `${wire}.city`,
    [`${party}.province`]: `${wire}.province`,
    [`${party}.postcode`]: `${wire}.postcode`,
    [`${party}.country`]: `${wire}.country`,
    [`${party}.phone`]: `${wire}.phone`,
    [`${party}.mobile`]: `${wire}.mobile`,
    [`${party}.email`]: `${wire}.email`,
    [`${party}.taxNumber`]: `${wire}.tax_id`,
  };
}

/** No unit is stated, so that kilograms cannot be sent. Beside kilograms it is another carrier's, in kilograms. */
const UNITLESS: Move = { to: 'weight', as: (weight, _, { weightKg } = {}) => (isBlank(weightKg) ? weight : undefined) };

/** `hge.md` 9.4. */
const ITEM_MOVES: Moves = {
  description: 'import_declared',
  localDescription: 'export_declared',
  sku: 'sku',
  quantity: 'qty',
  // 9.4 does not say whether of one piece or of the line. A price beside a quantity is of one piece in every other
  // request that is documented here; a hint says how it went out. What an order has as HGE itself gave it goes back so.
  unitValue: { to: 'import_price', as: (value, _, line) => (isBlank(line?.declaredValue) ? value : undefined) },
  declaredValue: 'import_price',
  currency: 'import_price_currency',
  weight: UNITLESS,
  hsCode: 'import_hscode',
  material: 'material',
  use: 'uses',
  url: 'sale_link',
  // By it, `finish` finds the box.
  parcelNumber: { to: [], as: (number, order) => (boxOf(order, number) === undefined ? undefined : number) },
};

/** The neutral order as order_create takes it (`hge.md` 7.3, 9.2 to 9.5). */
export const ORDER_MAPPING: OrderMapping = {
  carrier: CARRIER,
  table: ORDER,
  order: {
    reference: 'customer_order_num',
    'service.code': 'service_code',
    country: 'consignee_info.country',
    ...partyMoves('recipient', 'consignee_info'),
    'taxNumbers.recipientTaxId': recipientTaxId('consignee_info.tax_id'),
    'taxNumbers.pccc': 'consignee_info.creds_id',
    ...partyMoves('sender', 'shipper_info'),
    ...partyMoves('returnTo', 'return_info'),
    'taxNumbers.ioss': 'tax_info.num',
    // As Get tells them beside the number, and that of another kind.
    'details.tax_info.type': 'tax_info.type',
    'details.tax_info.num': 'tax_info.num',
    'details.tax_info.mode': 'tax_info.mode',
    'details.tax_info.company': 'tax_info.company',
    'details.tax_info.country': 'tax_info.country',
    'details.tax_info.address': 'tax_info.address',
    signature: 'is_signature',
    remark: 'order_remark',
  },
  lines: { to: 'parcel_list.item_list', moves: ITEM_MOVES },
  boxes: {
    to: 'parcel_list',
    moves: { number: 'parcel_num', weight: UNITLESS, length: 'length', width: 'width', height: 'height' },
  },
  finish,
  hints,
};

/** The lines in their boxes, and the kinds of the numbers: IOSS is the only one that is documented (`hge.md` 9.5). */
function finish({ item_list: items, parcel_list: boxes, ...request }: JsonObject, order: NeutralOrder): JsonObject {
  const hasIoss = !isBlank(order.taxNumbers?.ioss);
  const hasPccc = !isBlank(order.taxNumbers?.pccc);
  return {
    ...request,
    ...(hasIoss ? { tax_info: { type: 'IOSS', ...objectAsIs(request['tax_info']) } } : {}),
    ...(hasPccc ? { consignee_info: { creds_type: 'PCCC', ...objectAsIs(request['consignee_info']) } } : {}),
    ...packed(listed(items).map(named), listed(boxes), order),
  };
}

/** Goods bear the name that is declared of them, as in the only example of HGE. */
function named(item: JsonObject): JsonObject {
  return defined({ name: item['import_declared'], desc: item['export_declared'], ...item });
}

/** Lines that name no box go into the first; without any box, one holds all. */
function packed(items: readonly JsonObject[], boxes: readonly JsonObject[], order: NeutralOrder): JsonObject {
  if (items.length === 0) return boxes.length === 0 ? {} : { parcel_list: boxes };
  const placeOf = (at: number): number => boxOf(order, order.customsItems?.[at]?.parcelNumber) ?? 0;
  const filled = (boxes.length === 0 ? [{}] : boxes).map((box, place) => {
    const inside = items.filter((_, at) => placeOf(at) === place);
    return inside.length === 0 ? box : { ...box, item_list: inside };
  });
  return { parcel_list: filled };
}

function boxOf({ parcels = [] }: NeutralOrder, number: unknown): number | undefined {
  if (isBlank(number)) return undefined;
  const place = parcels.findIndex((parcel) => textOf(parcel.number) === textOf(number));
  return place < 0 ? undefined : place;
}

function listed(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function hints(order: NeutralOrder): string[] {
  const { customsItems = [], parcels = [], taxNumbers = {} } = order;
  const isMeasured =
    [order, ...customsItems, ...parcels].some(({ weightKg }) => !isBlank(weightKg)) ||
    [order, ...parcels].some(({ dimensionsCm }) => dimensionsCm !== undefined);
  return [
    ...(isMeasured ? [NO_UNITS] : []),
    ...(customsItems.some(isOfMany) ? [ONE_PIECE] : []),
    ...(isBlank(taxNumbers.eori) && isBlank(taxNumbers.vat) ? [] : [OTHER_TAX]),
  ];
}

function isOfMany({ quantity, unitValue, declaredValue }: OrderLine): boolean {
  return !isBlank(unitValue) && isBlank(declaredValue) && Number(quantity) > 1;
}

const NO_UNITS =
  'HGE does not state its units: kilograms and centimetres were not sent. Ask HGE, and give the numbers in its units as parcels[].weight, length, width and height, or in Overrides.';

const ONE_PIECE =
  'HGE does not state whether import_price is of one piece or of the line: the value of one piece was sent. If HGE wants that of the line, give it as customsItems[].declaredValue.';

const OTHER_TAX =
  "HGE's manual shows IOSS alone as the kind of tax number: EORI and VAT were not sent. If HGE told you its word for them, give tax_info in Overrides.";
