import { detailsOf, measuresIn, objectsIn, readable } from '#carriers/shared/details';
import { lookUp } from '#carriers/shared/lookup';
import { amountOf, listOf, numberOf, objectOf, positiveOf, textOf, type JsonObject } from '#carriers/shared/json-value';
import { present, type Dimensions, type Parcel, type ParcelStatus, type Party } from '#carriers/shared/parcel';
import { CARRIER } from '../account';
import { customsItemOf } from '../customs-item';
import type { Details } from '../details';
import { centimetresOf, countryCodeOf, fieldsOf, flagOf, kilogramsOf } from '../measures';
import { displayedOf } from './display';
import { insuranceOf, type PortalInsurance } from './insurance';

/** A parcel with what the portal tells besides the neutral fields. */
export interface PortalParcel extends Omit<
  Parcel,
  | 'lastMileNumber'
  | 'lastMileCarrier'
  | 'trackingNumberPending'
  | 'warehouse'
  | 'billedWeightKg'
  | 'parcels'
  | 'events'
  | 'charges'
  | 'notes'
  | 'recovered'
> {
  /** `helds` when the order is held. */
  held?: string;
  /** `helds` in the words of the reference. */
  heldText?: string;
  /** The same as `measuredWeightKg` and `measuredDimensionsCm`. */
  actualWeightKg?: number;
  actualDimensionsCm?: Dimensions;
  /** Cubic metres, as declared and as measured. */
  volumeM3?: number;
  measuredVolumeM3?: number;
  /** In the order's unit. */
  girth?: number;
  actualGirth?: number;
  /** Weights, sizes and value in the order's own units, as the portal's form shows them (data rule 4). */
  displayed?: Details;
  serviceOption?: string;
  /** What becomes of a parcel that cannot be delivered. */
  returnOption?: string;
  /** Whether the parcel goes to a locker: for Russia only. */
  lockerService?: boolean;
  /** Whether the parcel may be left without a signature: for services that know it. */
  authorityToLeave?: boolean;
  insurance?: PortalInsurance;
  /** The flight: `mawb`, `flightDate`, `flightNo`. */
  lineHaul?: Details;
  /** The fields of `extendData` that hold something, but for the sender's company and tax number. */
  extendData?: Details;
}

interface Meaning {
  status: ParcelStatus;
  statusText?: string;
}

/** Portal order status (`etower.md` Enumerations, `tracking-status.md`). */
const STATUSES: Readonly<Record<string, Meaning>> = {
  '0': { status: 'pending', statusText: 'created' },
  '1': { status: 'pending', statusText: 'confirmed' },
  '2': { status: 'in_transit', statusText: 'shipped' },
};

/** `etower.md` Enumerations; further values are not documented. */
const HOLDS: Readonly<Record<string, string>> = { '0': 'normal', '1': 'held by customer' };

const ADDRESS_FIELDS = ['addressLine1', 'addressLine2', 'addressLine3', 'city', 'state', 'postcode', 'country'];

/** Of `extendData`, in the sender. */
const SENDER_FIELDS = ['shipperCompanyName', 'senderTaxId'];

/** What stands in the parcel under another name. */
const TOLD = [
  ...['uuid', 'trackingNo', 'refNo', 'status', 'helds', 'channel', 'channelName', 'serviceOption', 'incoterm'],
  ...['recipientName', 'recipientCompany', 'phone', 'email', 'recipientTaxId'],
  ...['shipperName', 'shipperPhone', 'shipperEmail', 'returnName', 'returnPhone', 'returnOption'],
  'invoiceCurrency',
];
const OBJECTS = ['address', 'shipperAddress', 'returnAddress', 'insur', 'lineHaul', 'extendData', 'parcelItems'];

/** `data` of the order detail (A.5.1). Any of its objects may be null or missing (data rule 3). */
export function portalParcel(data: JsonObject): PortalParcel {
  const address = objectOf(data['address']);
  const extendData = objectOf(data['extendData']);
  const held = textOf(data['helds']);
  const isHeld = held !== undefined && held !== '0';
  const status = textOf(data['status']);
  const meaning: Meaning = lookUp(STATUSES, status) ?? { status: 'unknown' };
  const { weightUnit, dimensionUnit } = data;
  const authorityToLeave = flagOf(data['authorityToLeave']);
  const lockerService = flagOf(data['lockerService']);
  // For Russia alone (data rule 6).
  const isForLocker = countryCodeOf(address['country']) === 'RU';
  const displayed = displayedOf(data);
  const currency = textOf(data['invoiceCurrency']);
  const measured = {
    weight: kilogramsOf(data['actualWeight'], weightUnit),
    size: centimetresOf(data['actualLength'], data['actualWidth'], data['actualHeight'], dimensionUnit),
  };
  return present<PortalParcel>({
    carrier: CARRIER,
    reference: textOf(data['refNo']),
    orderNumber: textOf(data['uuid']),
    trackingNumber: textOf(data['trackingNo']),
    status: isHeld ? 'on_hold' : status === undefined ? undefined : meaning.status,
    statusRaw: status,
    statusText: meaning.statusText,
    held: isHeld ? held : undefined,
    heldText: lookUp(HOLDS, held),
    service: present({ code: textOf(data['channel']), name: textOf(data['channelName']) }),
    serviceOption: textOf(data['serviceOption']),
    country: textOf(address['country']),
    weightKg: kilogramsOf(data['weight'], weightUnit),
    measuredWeightKg: measured.weight,
    actualWeightKg: measured.weight,
    dimensionsCm: centimetresOf(data['length'], data['width'], data['height'], dimensionUnit),
    measuredDimensionsCm: measured.size,
    actualDimensionsCm: measured.size,
    volumeM3: positiveOf(data['volume']),
    measuredVolumeM3: positiveOf(data['actualVolume']),
    girth: girthOf(data['girth']),
    actualGirth: girthOf(data['actualGirth']),
    displayed: detailsOf(displayed, []),
    incoterm: textOf(data['incoterm']),
    declaredValue: present({ amount: amountOf(data['invoiceValue']), currency }),
    lockerService: isForLocker ? lockerService : undefined,
    authorityToLeave,
    recipient: present<Party>({
      name: textOf(data['recipientName']),
      company: textOf(data['recipientCompany']),
      ...placeOf(address),
      phone: textOf(data['phone']),
      email: textOf(data['email']),
      taxNumber: textOf(data['recipientTaxId']),
    }),
    sender: senderOf(data, extendData),
    returnTo: returnOf(data),
    returnOption: textOf(data['returnOption']),
    taxNumbers: present({ recipientTaxId: textOf(data['recipientTaxId']) }),
    insurance: insuranceOf(objectOf(data['insur'])),
    customsItems: listOf(data['parcelItems']).map((item) => customsItemOf(item, currency)),
    lineHaul: detailsOf(objectOf(data['lineHaul']), []),
    extendData: detailsOf(extendData, SENDER_FIELDS),
    details: detailsOf(
      data,
      [
        ...TOLD,
        ...measuresIn(data, ['volume', 'actualVolume']),
        ...readable(data, ['girth', 'actualGirth']),
        ...(authorityToLeave === undefined ? [] : ['authorityToLeave']),
      ],
      [
        ...objectsIn(data, OBJECTS),
        ...Object.keys(displayed),
        ...(isForLocker && lockerService === undefined ? [] : ['lockerService']),
      ],
    ),
  });
}

/** -1 = no value (A.5.1). */
function girthOf(value: unknown): number | undefined {
  const girth = numberOf(value);
  return girth === -1 ? undefined : girth;
}

function senderOf(data: JsonObject, extendData: JsonObject): Party {
  const field = fieldsOf(data, 'shipper');
  return present<Party>({
    name: field('name'),
    company: textOf(extendData['shipperCompanyName']),
    ...placeOf(objectOf(data['shipperAddress'])),
    phone: field('phone'),
    email: field('email'),
    taxNumber: textOf(extendData['senderTaxId']),
  });
}

function returnOf(data: JsonObject): Party {
  const field = fieldsOf(data, 'return');
  return present<Party>({ name: field('name'), ...placeOf(objectOf(data['returnAddress'])), phone: field('phone') });
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
    details: detailsOf(address, ADDRESS_FIELDS),
  };
}
