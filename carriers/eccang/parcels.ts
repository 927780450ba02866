import {
  amountOf,
  firstOf,
  listOf,
  numberOf,
  objectAsIs,
  objectOf,
  positiveOf,
  textOf,
  type JsonObject,
} from '#carriers/shared/json-value';
import { present, type CustomsItem, type Dimensions, type Parcel, type Party } from '#carriers/shared/parcel';
import { orderStatus } from './status';

/** The answer of createOrder (`eccang.md` 3.1) as a parcel. */
export function createdParcel(carrier: string, reply: JsonObject): Parcel {
  return present<Parcel>({
    carrier,
    reference: textOf(reply['reference_no']),
    orderNumber: textOf(reply['order_code']),
    trackingNumber: textOf(reply['shipping_method_no']),
    // 4.7: 2 means that the tracking number follows later.
    trackingNumberPending: textOf(reply['track_status']) === '2' ? true : undefined,
    notes: notesOf(reply),
  });
}

/** 4.8 and 3.1: what is left to do before the parcel can go. */
function notesOf(reply: JsonObject): string[] {
  return [
    ...(textOf(reply['sender_info_status']) === '0' ? ['A sender address must be assigned at the carrier'] : []),
    ...(textOf(reply['ODA']) === 'Y'
      ? ['The carrier asks for a check whether the address is out of its delivery area']
      : []),
  ];
}

/** `data` of getOrder (`eccang.md` 3.8) as a parcel. */
export function orderParcel(carrier: string, data: JsonObject): Parcel {
  const status = textOf(data['status']);
  const country = textOf(data['country_code']);
  return present<Parcel>({
    carrier,
    reference: textOf(data['reference_no']),
    orderNumber: textOf(data['shipper_hawbcode']),
    trackingNumber: textOf(data['shipping_method_no']),
    lastMileNumber: textOf(data['channel_hawbcode']),
    status: status === undefined ? undefined : orderStatus(status),
    statusRaw: status,
    service: present({ code: textOf(data['shipping_method']) }),
    country,
    weightKg: positiveOf(data['order_weight']),
    dimensionsCm: dimensionsOf(data),
    recipient: partyOf(objectOf(data['Consignee']), 'consignee'),
    sender: partyOf(objectOf(data['Shipper']), 'shipper'),
    customsItems: listOf(data['ItemArr']).map(customsItemOf),
  });
}

/** An entry of getTrackNumber's `data` (`eccang.md` 3.3) as a parcel. */
export function numberedParcel(carrier: string, entry: JsonObject): Parcel {
  const trackingNumber = textOf(entry['TrackingNumber']);
  return present<Parcel>({
    carrier,
    reference: textOf(entry['OrderNumber']),
    orderNumber: textOf(entry['WayBillNumber']),
    trackingNumber,
    trackingNumberPending: trackingNumber === undefined ? true : undefined,
  });
}

/** Sizes stand at the order or, where only boxes are measured, in `volume`: one box is the parcel. */
function dimensionsOf(data: JsonObject): Dimensions {
  const boxes = listOf(firstOf(data, 'volume', 'Volume'));
  const own = sizesOf(data);
  return Object.keys(own).length === 0 && boxes.length === 1 ? sizesOf(objectAsIs(boxes[0])) : own;
}

function sizesOf(measured: JsonObject): Dimensions {
  return present<Dimensions>({
    length: positiveOf(measured['length']),
    width: positiveOf(measured['width']),
    height: positiveOf(measured['height']),
  });
}

function partyOf(party: JsonObject, prefix: 'consignee' | 'shipper'): Party {
  const field = (name: string): string | undefined => textOf(party[`${prefix}_${name}`]);
  return present<Party>({
    name: field('name'),
    company: field('company'),
    street: field('street'),
    street2: field('street2'),
    street3: field('street3'),
    houseNumber: field('doorplate'),
    district: field('district'),
    city: field('city'),
    province: field('province'),
    postcode: field('postcode'),
    country: field('countrycode'),
    phone: field('telephone'),
    mobile: field('mobile'),
    email: field('email'),
    taxNumber: field('taxno'),
  });
}

function customsItemOf(item: JsonObject): CustomsItem {
  return present<CustomsItem>({
    description: textOf(item['invoice_enname']),
    localDescription: textOf(item['invoice_cnname']),
    sku: textOf(item['sku']),
    hsCode: textOf(item['hs_code']),
    quantity: numberOf(item['invoice_quantity']),
    weightKg: positiveOf(item['invoice_weight']),
    totalValue: amountOf(item['invoice_totalcharge']),
    currency: textOf(item['invoice_currencycode']),
    url: textOf(item['invoice_url']),
  });
}
