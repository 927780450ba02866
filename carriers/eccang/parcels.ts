import { listOf, textOf, type JsonObject } from '#carriers/shared/json-value';
import { present, type CustomsItem, type Parcel, type Party } from '#carriers/shared/parcel';
import { Told } from '#carriers/shared/told';
import { toldIn } from './answer';
import { measuresOf, numberedBoxes, type Measures } from './boxes';
import type { EccangDeployment } from './deployment';
import { orderStatus, orderStatusText } from './status';

/** A parcel with the numbers of the family that are no one else's (`eccang.md` 2). */
export interface EccangParcel extends Parcel {
  /** Given by the channel in exchange for the first one (渠道换单号). */
  exchangeNumber?: string;
  /** Of a third party's system (第三方系统单号). */
  systemNumber?: string;
}

type Numbers = 'carrier' | 'reference' | 'orderNumber' | 'trackingNumber';

/** What is told of a new order. */
export type CreatedParcel = Pick<
  EccangParcel,
  Numbers | 'exchangeNumber' | 'systemNumber' | 'trackingNumberPending' | 'notes' | 'parcels' | 'details'
>;

/** What is told of an order as a whole. */
export type OrderParcel = Pick<
  EccangParcel,
  | Numbers
  | 'lastMileNumber'
  | 'systemNumber'
  | 'status'
  | 'statusRaw'
  | 'statusText'
  | 'service'
  | 'country'
  | 'weightKg'
  | keyof Measures
  | 'recipient'
  | 'sender'
  | 'insurance'
  | 'customsItems'
  | 'details'
>;

/** What is told with a tracking number. */
export type NumberedParcel = Pick<EccangParcel, Numbers | 'trackingNumberPending' | 'parcels' | 'details'>;

/** What a reader has to know of the deployment. */
export type Carrier = Pick<EccangDeployment, 'carrier' | 'insuranceCurrency'>;

/** The answer of createOrder (`eccang.md` 3.1) as a parcel. */
export function createdParcel({ carrier }: Carrier, reply: JsonObject): EccangParcel {
  const told = toldIn(reply);
  return present<CreatedParcel>({
    carrier,
    reference: told.text('reference_no'),
    orderNumber: told.text('order_code'),
    trackingNumber: told.text('shipping_method_no'),
    exchangeNumber: told.text('agent_number'),
    systemNumber: told.text('system_number'),
    // 4.7: 2 means that the tracking number follows later.
    trackingNumberPending: textOf(reply['track_status']) === '2' ? true : undefined,
    notes: notesOf(reply),
    parcels: told.as('trackingnumberlist', numberedBoxes),
    // With the codes behind the notes.
    details: told.details(),
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
export function orderParcel({ carrier, insuranceCurrency }: Carrier, data: JsonObject): EccangParcel {
  const told = toldIn(data);
  const status = told.text('status');
  const insured = told.amount('insurance_value');
  return present<OrderParcel>({
    carrier,
    reference: told.text('reference_no'),
    orderNumber: told.text('shipper_hawbcode'),
    trackingNumber: told.text('shipping_method_no'),
    lastMileNumber: told.text('channel_hawbcode'),
    systemNumber: told.text('system_hawbcode'),
    status: status === undefined ? undefined : orderStatus(status),
    statusRaw: status,
    statusText: orderStatusText(status),
    service: present({ code: told.text('shipping_method') }),
    country: told.text('country_code'),
    weightKg: told.measure('order_weight'),
    ...measuresOf(told),
    recipient: partyOf(told.object('Consignee'), 'consignee'),
    sender: partyOf(told.object('Shipper'), 'shipper'),
    insurance: insured === undefined ? undefined : present({ amount: insured, currency: insuranceCurrency }),
    customsItems: listOf(told.value('ItemArr')).map(customsItemOf),
    details: told.details(),
  });
}

/** An entry of getTrackNumber's `data` (`eccang.md` 3.3) as a parcel. */
export function numberedParcel({ carrier }: Carrier, entry: JsonObject): EccangParcel {
  const told = toldIn(entry);
  const trackingNumber = told.text('TrackingNumber');
  return present<NumberedParcel>({
    carrier,
    reference: told.text('OrderNumber'),
    orderNumber: told.text('WayBillNumber'),
    trackingNumber,
    trackingNumberPending: trackingNumber === undefined ? true : undefined,
    parcels: told.as('trackingnumberlist', numberedBoxes),
    details: told.details(),
  });
}

function partyOf(party: JsonObject, prefix: 'consignee' | 'shipper'): Party {
  const told = new Told(party);
  const field = (name: string): string | undefined => told.text(`${prefix}_${name}`);
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
    details: told.details(),
  });
}

function customsItemOf(item: JsonObject): CustomsItem {
  const told = new Told(item);
  return present<CustomsItem>({
    description: told.text('invoice_enname'),
    localDescription: told.text('invoice_cnname'),
    sku: told.text('sku'),
    hsCode: told.text('hs_code'),
    quantity: told.number('invoice_quantity'),
    weightKg: told.measure('invoice_weight'),
    totalWeightKg: told.measure('invoice_totalWeight'),
    totalValue: told.amount('invoice_totalcharge'),
    currency: told.text('invoice_currencycode'),
    url: told.text('invoice_url'),
    material: told.text('Material'),
    use: told.text('use'),
    parcelNumber: told.text('box_no'),
    details: told.details(),
  });
}
