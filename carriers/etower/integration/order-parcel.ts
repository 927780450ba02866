import { detailsOf, measuresIn } from '#carriers/shared/details';
import { amountOf, listOf, numberOf, objectOf, positiveOf, textOf, type JsonObject } from '#carriers/shared/json-value';
import { present, type Party } from '#carriers/shared/parcel';
import { customsItemOf } from '../customs-item';
import { centimetresOf, countryCodeOf, flagOf, isLengthUnit, isWeightUnit, kilogramsOf } from '../measures';
import { entryDetails, numberedParcel, type EtowerItem, type EtowerParcel, type NumberedParcel } from './parcels';
import { fieldsOfParty, partyOf, placeOf } from './parties';

/** Of `order` in queryorders (B.4.7): what stands in the parcel under another name. */
const ORDER_FIELDS = [
  ...['referenceNo', 'trackingNo', 'serviceCode', 'serviceOption', 'incoterm'],
  ...['invoiceValue', 'invoiceCurrency', 'recipientName', 'recipientCompany', 'addressline1', 'addressline2'],
  ...['addressline3', 'city', 'state', 'postcode', 'country', 'phone', 'email', 'recipientTaxId', 'returnOption'],
  ...[...fieldsOfParty('shipper'), ...fieldsOfParty('return')],
];

/** In one of the units of the order. */
const WEIGHTS = ['weight', 'actualWeight'];
const SIZES = ['length', 'width', 'height'];

/** Flags of the order, in whatever spelling (B.4.7 has `"true"`). */
const FLAGS = ['authorityToLeave', 'lockerService'];

/** What is told of an order as a whole. */
export type OrderParcel = Pick<
  EtowerParcel,
  | keyof NumberedParcel
  | 'service'
  | 'serviceOption'
  | 'country'
  | 'weightKg'
  | 'measuredWeightKg'
  | 'dimensionsCm'
  | 'volumeM3'
  | 'incoterm'
  | 'declaredValue'
  | 'recipient'
  | 'sender'
  | 'returnTo'
  | 'authorityToLeave'
  | 'lockerService'
  | 'returnOption'
  | 'taxNumbers'
  | 'customsItems'
>;

/** An entry of queryorders (B.4.7), which is asked by tracking number and does not repeat it under that name. */
export function orderParcel(entry: JsonObject, asked: string): EtowerParcel {
  const order = objectOf(entry['order']);
  const { weightUnit, dimensionUnit } = order;
  const reference = textOf(order['referenceNo']);
  const currency = textOf(order['invoiceCurrency']);
  const recipientTaxId = textOf(order['recipientTaxId']);
  return present<OrderParcel>({
    ...numberedParcel(entry),
    reference,
    trackingNumber: textOf(entry['trackingNo']) ?? textOf(order['trackingNo']) ?? (asked === reference ? '' : asked),
    service: present({ code: textOf(order['serviceCode']) }),
    serviceOption: textOf(order['serviceOption']),
    country: countryCodeOf(order['country']),
    weightKg: kilogramsOf(order['weight'], weightUnit),
    measuredWeightKg: kilogramsOf(order['actualWeight'], weightUnit),
    dimensionsCm: centimetresOf(order['length'], order['width'], order['height'], dimensionUnit),
    volumeM3: positiveOf(order['volume']),
    incoterm: textOf(order['incoterm']),
    declaredValue: present({ amount: amountOf(order['invoiceValue']), currency }),
    recipient: present<Party>({
      name: textOf(order['recipientName']),
      company: textOf(order['recipientCompany']),
      // Lower-case l in this operation only.
      street: textOf(order['addressline1']),
      street2: textOf(order['addressline2']),
      street3: textOf(order['addressline3']),
      ...placeOf(order, ''),
      phone: textOf(order['phone']),
      email: textOf(order['email']),
      taxNumber: recipientTaxId,
    }),
    sender: partyOf(order, 'shipper'),
    returnTo: partyOf(order, 'return'),
    authorityToLeave: flagOf(order['authorityToLeave']),
    lockerService: flagOf(order['lockerService']),
    returnOption: textOf(order['returnOption']),
    taxNumbers: present({ recipientTaxId }),
    customsItems: listOf(order['orderItems']).map((item) =>
      present<EtowerItem>({ ...customsItemOf(item, currency), weightKg: numberOf(item['weight']) }),
    ),
    details: {
      ...entryDetails(entry, 'order'),
      ...detailsOf(
        order,
        [
          ...ORDER_FIELDS,
          ...FLAGS.filter((name) => flagOf(order[name]) !== undefined),
          ...measuresIn(order, ['volume']),
          ...(isWeightUnit(weightUnit) ? ['weightUnit', ...measuresIn(order, WEIGHTS)] : []),
          ...(isLengthUnit(dimensionUnit) ? ['dimensionUnit', ...measuresIn(order, SIZES)] : []),
        ],
        ['orderItems'],
      ),
    },
  });
}
