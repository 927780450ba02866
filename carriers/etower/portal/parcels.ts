import { lookUp } from '#carriers/shared/lookup';
import { amountOf, listOf, numberOf, objectOf, textOf, type JsonObject } from '#carriers/shared/json-value';
import {
  present,
  type CustomsItem,
  type Dimensions,
  type Parcel,
  type ParcelStatus,
  type Party,
} from '#carriers/shared/parcel';
import { CARRIER } from '../account';
import { centimetresOf, fieldsOf, kilogramsOf } from '../measures';

/** A parcel with what the portal tells besides the neutral fields. */
export interface PortalParcel extends Parcel {
  /** `helds` when the order is held. */
  held?: string;
  actualWeightKg?: number;
  actualDimensionsCm?: Dimensions;
  /** In the order's unit. */
  girth?: number;
  actualGirth?: number;
  /** Declared value, as the carrier wrote it. */
  declaredValue?: { amount?: string | number; currency?: string };
}

/** Portal order status (`etower.md` Enumerations, `tracking-status.md`). */
const STATUSES: Readonly<Record<string, ParcelStatus>> = { '0': 'pending', '1': 'pending', '2': 'in_transit' };

/** `data` of the order detail (A.5.1). Any of its objects may be null or missing (data rule 3). */
export function portalParcel(data: JsonObject): PortalParcel {
  const address = objectOf(data['address']);
  const held = textOf(data['helds']);
  const isHeld = held !== undefined && held !== '0';
  const status = textOf(data['status']);
  const { weightUnit, dimensionUnit, invoiceCurrency } = data;
  return present<PortalParcel>({
    carrier: CARRIER,
    reference: textOf(data['refNo']),
    orderNumber: textOf(data['uuid']),
    trackingNumber: textOf(data['trackingNo']),
    status: isHeld ? 'on_hold' : status === undefined ? undefined : (lookUp(STATUSES, status) ?? 'unknown'),
    statusRaw: status,
    held: isHeld ? held : undefined,
    service: present({ code: textOf(data['channel']), name: textOf(data['channelName']) }),
    country: textOf(address['country']),
    weightKg: kilogramsOf(data['weight'], weightUnit),
    actualWeightKg: kilogramsOf(data['actualWeight'], weightUnit),
    dimensionsCm: centimetresOf(data['length'], data['width'], data['height'], dimensionUnit),
    actualDimensionsCm: centimetresOf(data['actualLength'], data['actualWidth'], data['actualHeight'], dimensionUnit),
    girth: girthOf(data['girth']),
    actualGirth: girthOf(data['actualGirth']),
    declaredValue: present({ amount: amountOf(data['invoiceValue']), currency: textOf(invoiceCurrency) }),
    recipient: present<Party>({
      name: textOf(data['recipientName']),
      company: textOf(data['recipientCompany']),
      ...placeOf(address),
      phone: textOf(data['phone']),
      email: textOf(data['email']),
      taxNumber: textOf(data['recipientTaxId']),
    }),
    sender: senderOf(data),
    customsItems: listOf(data['parcelItems']).map((item) => customsItemOf(item, textOf(invoiceCurrency))),
  });
}

/** -1 = no value (A.5.1). */
function girthOf(value: unknown): number | undefined {
  const girth = numberOf(value);
  return girth === -1 ? undefined : girth;
}

function senderOf(data: JsonObject): Party {
  const field = fieldsOf(data, 'shipper');
  return present<Party>({
    name: field('name'),
    company: textOf(objectOf(data['extendData'])['shipperCompanyName']),
    ...placeOf(objectOf(data['shipperAddress'])),
    phone: field('phone'),
    email: field('email'),
  });
}

function placeOf(address: JsonObject) {
  return {
    street: textOf(address['addressLine1']),
    street2: textOf(address['addressLine2']),
    street3: textOf(address['addressLine3']),
    city: textOf(address['city']),
    province: textOf(address['state']),
    postcode: textOf(address['postcode']),
    country: textOf(address['country']),
  };
}

/** Without the weight, whose unit is not documented for items. */
function customsItemOf(item: JsonObject, currency: string | undefined): CustomsItem {
  const unitValue = amountOf(item['unitValue']);
  return present<Omit<CustomsItem, 'weightKg'>>({
    description: textOf(item['description']),
    localDescription: textOf(item['nativeDescription']),
    sku: textOf(item['sku']),
    hsCode: textOf(item['hsCode']),
    quantity: numberOf(item['itemCount']),
    unitValue,
    currency: unitValue === undefined ? undefined : currency,
    url: textOf(item['productURL']),
  });
}
