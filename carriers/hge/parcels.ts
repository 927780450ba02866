import { amountOf, listOf, numberOf, objectOf, textOf, type JsonObject } from '#carriers/shared/json-value';
import { present, type CustomsItem, type MeasuredParcel, type Parcel, type Party } from '#carriers/shared/parcel';
import { CARRIER } from './account';

/** Fields of an order that hold objects or lists. */
export const ORDER_FIELDS: readonly string[] = ['consignee_info', 'parcel_list', 'return_info', 'shipper_info'];

/**
 * `data` of query_order (`hge.md` 7.6) as a parcel. It holds no waybill or tracking number and no status. Weights and
 * sizes are passed on without a unit, because HGE states none (`hge.md` 9).
 */
export function orderParcel(data: JsonObject): Parcel {
  const parcels = listOf(data['parcel_list']);
  return present<Parcel>({
    carrier: CARRIER,
    reference: textOf(data['customer_order_num']),
    service: present({ code: textOf(data['service_code']) }),
    country: textOf(objectOf(data['consignee_info'])['country']),
    parcels: parcels.map(measuredParcelOf),
    recipient: partyOf(objectOf(data['consignee_info'])),
    sender: partyOf(objectOf(data['shipper_info'])),
    customsItems: parcels.flatMap((parcel) => listOf(parcel['item_list'])).map(customsItemOf),
  });
}

/** Sizes come as null, text and numbers side by side (`hge.md` 9.3). */
function measuredParcelOf(parcel: JsonObject): MeasuredParcel {
  return present<MeasuredParcel>({
    number: textOf(parcel['parcel_num']),
    weight: numberOf(parcel['weight']),
    length: numberOf(parcel['length']),
    width: numberOf(parcel['width']),
    height: numberOf(parcel['height']),
  });
}

function partyOf(address: JsonObject): Party {
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
  });
}

/** Goods as the country of destination sees them; the names of the sending country beside them. */
function customsItemOf(item: JsonObject): CustomsItem {
  return present<CustomsItem>({
    description: textOf(item['import_declared']) ?? textOf(item['name']),
    localDescription: textOf(item['export_declared']) ?? textOf(item['desc']),
    sku: textOf(item['sku']),
    hsCode: textOf(item['import_hscode']),
    quantity: numberOf(item['qty']),
    weight: numberOf(item['weight']),
    declaredValue: amountOf(item['import_price']),
    currency: textOf(item['import_price_currency']),
    url: textOf(item['sale_link']),
  });
}
