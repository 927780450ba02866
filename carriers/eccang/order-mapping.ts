import { givenList, type JsonObject } from '#carriers/shared/json-value';
import type { NeutralOrder } from '#carriers/shared/neutral-order';
import type { Move, Moves, OrderMapping } from '#carriers/shared/order-mapping';
import type { RequestTable } from '#carriers/shared/request';
import { partAt, rowsAt } from '#carriers/shared/request-places';
import type { Rows } from '#carriers/shared/rows';

/** Where the neutral order goes in createOrder (`eccang.md` 3.1). Of two that go to one place the first one given stays. */
const OF_ORDER: Moves = {
  reference: 'reference_no',
  'service.code': 'shipping_method',
  country: 'country_code',
  weightKg: 'order_weight',
  'dimensionsCm.length': 'length',
  'dimensionsCm.width': 'width',
  'dimensionsCm.height': 'height',
  'insurance.amount': 'insurance_value',
  // getOrder says Y and N, createOrder takes 1 and 0 (`eccang.md` 6).
  'details.is_return': { to: 'is_return', as: (flag) => (flag === 'Y' ? '1' : '0') },
  'recipient.name': 'Consignee.consignee_name',
  'recipient.company': 'Consignee.consignee_company',
  'recipient.street': 'Consignee.consignee_street',
  'recipient.street2': 'Consignee.consignee_street2',
  'recipient.street3': 'Consignee.consignee_street3',
  'recipient.houseNumber': 'Consignee.consignee_doorplate',
  'recipient.district': 'Consignee.consignee_district',
  'recipient.city': 'Consignee.consignee_city',
  'recipient.province': 'Consignee.consignee_province',
  'recipient.postcode': 'Consignee.consignee_postcode',
  'recipient.phone': 'Consignee.consignee_telephone',
  'recipient.mobile': 'Consignee.consignee_mobile',
  'recipient.email': 'Consignee.consignee_email',
  'recipient.taxNumber': 'Consignee.consignee_taxno',
  'taxNumbers.recipientTaxId': 'Consignee.consignee_taxno',
  'sender.name': 'Shipper.shipper_name',
  'sender.company': 'Shipper.shipper_company',
  'sender.country': 'Shipper.shipper_countrycode',
  'sender.province': 'Shipper.shipper_province',
  'sender.city': 'Shipper.shipper_city',
  'sender.district': 'Shipper.shipper_district',
  'sender.street': 'Shipper.shipper_street',
  'sender.postcode': 'Shipper.shipper_postcode',
  'sender.phone': 'Shipper.shipper_telephone',
  'sender.mobile': 'Shipper.shipper_mobile',
  'sender.email': 'Shipper.shipper_email',
  'sender.taxNumber': 'Shipper.shipper_tax_number',
  'taxNumbers.vat': 'Shipper.shipper_tax_number',
  'taxNumbers.eori': 'Shipper.shipper_eori',
  'taxNumbers.ioss': 'ioss',
};

const OF_LINE: Moves = {
  description: 'invoice_enname',
  localDescription: 'invoice_cnname',
  quantity: 'invoice_quantity',
  weightKg: 'invoice_weight',
  unitValue: 'invoice_unitcharge',
  currency: 'invoice_currencycode',
  hsCode: 'hs_code',
  sku: 'sku',
  parcelNumber: 'box_number',
  url: 'invoice_url',
  material: 'material',
};

const OF_BOX: Moves = {
  number: 'box_number',
  reference: 'child_number',
  weightKg: 'weight',
  'dimensionsCm.length': 'length',
  'dimensionsCm.width': 'width',
  'dimensionsCm.height': 'height',
};

/** What goes elsewhere in a deployment, or out in its own way. */
export interface OwnMoves {
  order?: Moves;
  lines?: Moves;
}

/**
 * The mapping of a deployment of the family: for what its table has no row, it has no place.
 * @param carrier the value of `carrier` in its neutral output
 * @param table of its createOrder
 */
export function familyMapping(carrier: string, table: RequestTable, own: OwnMoves = {}): OrderMapping {
  const { rows } = table;
  const asksForBattery = partAt(rows, `ItemArr.${BATTERY}`) !== undefined;
  return {
    carrier,
    table,
    order: {
      ...within(rows, { ...OF_ORDER, ...own.order }),
      ...(asksForBattery && {
        battery: { to: [], as: (flag) => (flag === true ? flag : undefined) },
      }),
    },
    lines: { to: 'ItemArr', moves: within(rowsAt(rows, 'ItemArr'), { ...OF_LINE, ...own.lines }) },
    ...(partAt(rows, 'Volume') && { boxes: { to: 'Volume', moves: within(rowsAt(rows, 'Volume'), OF_BOX) } }),
    finish: (request, order) => withBoxes(asksForBattery ? withBattery(request, order) : request, order, rows),
  };
}

/** Whether a line "contains batteries or magnets". That it has no battery does not say that it has no magnet. */
const BATTERY = 'is_magnetoelectric';

/** The carrier asks of each line, the neutral order of all of them. */
function withBattery(request: JsonObject, { battery }: NeutralOrder): JsonObject {
  if (battery !== true) return request;
  return { ...request, ItemArr: givenList(request['ItemArr']).map((line) => ({ [BATTERY]: 'Y', ...line })) };
}

/** The number of boxes, where most products ask for it: an order without boxes goes out in one, as in a new form. */
function withBoxes(request: JsonObject, { parcels = [] }: NeutralOrder, rows: Rows): JsonObject {
  const { order_pieces: count } = rows;
  const isUsual = count !== undefined && 'usual' in count && count.usual;
  if (request['Volume'] === undefined && !isUsual) return request;
  return { order_pieces: Math.max(1, parcels.length), ...request };
}

function within(rows: Rows, moves: Moves): Moves {
  const isThere = ([, move]: [string, string | Move]): boolean =>
    [typeof move === 'string' ? move : move.to].flat().every((place) => partAt(rows, place) !== undefined);
  return Object.fromEntries(Object.entries(moves).filter(isThere));
}
