import { detailsOf, objectsIn, readable } from '#carriers/shared/details';
import { amountOf, listOf, numberOf, objectOf, textOf, type JsonObject } from '#carriers/shared/json-value';
import {
  present,
  type CustomsItem,
  type Parcel,
  type ParcelPiece,
  type Party,
  type TaxNumbers,
} from '#carriers/shared/parcel';
import { CARRIER } from './account';

/** Fields of an order that hold objects or lists. */
export const ORDER_FIELDS: readonly string[] = ['consignee_info', 'parcel_list', 'return_info', 'shipper_info'];

/** What is told of an order. */
export type OrderParcel = Pick<
  Parcel,
  | 'carrier'
  | 'reference'
  | 'service'
  | 'country'
  | 'parcels'
  | 'recipient'
  | 'sender'
  | 'returnTo'
  | 'taxNumbers'
  | 'customsItems'
  | 'details'
>;

/**
 * `data` of query_order (`hge.md` 7.6) as a parcel. It holds no waybill or tracking number and no status. Weights and
 * sizes are passed on without a unit, because HGE states none (`hge.md` 9).
 */
export function orderParcel(data: JsonObject): OrderParcel {
  const consignee = objectOf(data['consignee_info']);
  const tax = objectOf(data['tax_info']);
  const taxNumber = taxNumberOf(tax);
  const pccc = pcccOf(consignee);
  const parcels = listOf(data['parcel_list']).map(pieceOf);
  return present<OrderParcel>({
    carrier: CARRIER,
    reference: textOf(data['customer_order_num']),
    service: present({ code: textOf(data['service_code']) }),
    country: textOf(consignee['country']),
    parcels,
    recipient: partyOf(consignee, pccc ? CREDENTIAL : []),
    sender: partyOf(objectOf(data['shipper_info'])),
    returnTo: partyOf(objectOf(data['return_info'])),
    taxNumbers: present<TaxNumbers>({ ...taxNumber, pccc }),
    customsItems: parcels.flatMap(itemsOf),
    details: present<Record<string, unknown>>({
      tax_info: detailsOf(tax, taxNumber ? ['type', 'num'] : []),
      ...detailsOf(data, ['customer_order_num', 'service_code'], objectsIn(data, ['tax_info', ...ORDER_FIELDS])),
    }),
  });
}

/** Only IOSS is seen (`hge.md` 9.5); of a kind that is neither of these the whole is told as it is. */
function taxNumberOf({ type, num }: JsonObject): TaxNumbers | undefined {
  const kind = textOf(type)?.trim().toLowerCase();
  const number = textOf(num);
  if (number === undefined) return undefined;
  return kind === 'ioss' || kind === 'eori' || kind === 'vat' ? { [kind]: number } : undefined;
}

/** `hge.md` 9.2: an identity document of this kind has the personal customs clearance code for its number. */
const CREDENTIAL = ['creds_type', 'creds_id'] as const;

function pcccOf({ creds_type, creds_id }: JsonObject): string | undefined {
  return textOf(creds_type) === 'PCCC' ? textOf(creds_id) : undefined;
}

/** Sizes come as null, text and numbers side by side (`hge.md` 9.3). */
function pieceOf(parcel: JsonObject): ParcelPiece {
  return present<ParcelPiece>({
    number: textOf(parcel['parcel_num']),
    weight: numberOf(parcel['weight']),
    length: numberOf(parcel['length']),
    width: numberOf(parcel['width']),
    height: numberOf(parcel['height']),
    customsItems: listOf(parcel['item_list']).map(customsItemOf),
    details: detailsOf(
      parcel,
      ['parcel_num', ...readable(parcel, ['weight', 'length', 'width', 'height'])],
      ['item_list'],
    ),
  });
}

function itemsOf({ number: parcelNumber, customsItems = [] }: ParcelPiece): CustomsItem[] {
  return customsItems.map((item) => present<CustomsItem>({ ...item, parcelNumber }));
}

/** @param told further fields that stand elsewhere */
function partyOf(address: JsonObject, told: readonly string[] = []): Party {
  const field = (name: string): string | undefined => textOf(address[name]);
  const names = [field('first_name'), field('middle_name'), field('last_name')].filter((name) => name !== undefined);
  return present<Party>({
    name: field('full_name') ?? names.join(' '),
    company: field('company'),
    street: field('street') ?? field('address'),
    street2: field('street') === undefined ? undefined : field('address'),
    houseNumber: field('house_no'),
    district: field('region'),
    city: field('city'),
    province: field('province'),
    postcode: field('postcode'),
    country: field('country'),
    phone: field('phone'),
    mobile: field('mobile'),
    email: field('email'),
    taxNumber: field('tax_id'),
    details: detailsOf(address, [...PARTY, ...told]),
  });
}

/** Fields of an address that have names of their own. The parts of a name stay in the details: which is which is told there. */
const PARTY = [
  'full_name',
  'company',
  'street',
  'address',
  'house_no',
  'region',
  'city',
  'province',
  'postcode',
  'country',
  'phone',
  'mobile',
  'email',
  'tax_id',
] as const;

/** Goods as the country of destination sees them; the names of the sending country beside them. */
function customsItemOf(item: JsonObject): CustomsItem {
  const filled = (...names: string[]): string => names.find((name) => textOf(item[name]) !== undefined) ?? '';
  const description = filled('import_declared', 'name');
  const localDescription = filled('export_declared', 'desc');
  return present<CustomsItem>({
    description: textOf(item[description]),
    localDescription: textOf(item[localDescription]),
    sku: textOf(item['sku']),
    hsCode: textOf(item['import_hscode']),
    quantity: numberOf(item['qty']),
    weight: numberOf(item['weight']),
    declaredValue: amountOf(item['import_price']),
    currency: textOf(item['import_price_currency']),
    url: textOf(item['sale_link']),
    material: textOf(item['material']),
    use: textOf(item['uses']),
    details: detailsOf(item, [description, localDescription, ...ITEM, ...readable(item, ['qty', 'weight'])]),
  });
}

const ITEM = [
  'sku',
  'import_hscode',
  'import_price',
  'import_price_currency',
  'sale_link',
  'material',
  'uses',
] as const;
