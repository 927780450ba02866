import { countries } from '../countries';
import { record, text, type JsonRecord } from '../json';
import { problem, type Problem } from './answers';
import { services, type Service } from './catalogue';
import { kilograms, type Orders } from './orders';

type Rule = readonly [
  code: number,
  message: string,
  broken: (order: JsonRecord, service: Service | undefined) => boolean,
];

const missing = (field: string) => (order: JsonRecord) => text(order[field]).trim() === '';
const longerThan = (field: string, length: number) => (order: JsonRecord) =>
  Array.from(text(order[field])).length > length;
const foreign = (field: string) => (order: JsonRecord) =>
  /(?!\p{Script=Latin})\p{L}|^\d+$/u.test(text(order[field]).trim());
const items = (order: JsonRecord): JsonRecord[] =>
  Array.isArray(order.orderItems) ? order.orderItems.map(record) : [];
const anyItem = (broken: (item: JsonRecord, order: JsonRecord) => boolean) => (order: JsonRecord) =>
  items(order).some((item) => broken(item, order));

/** `etower.md` B.4.1 with the codes of B.7; the wording is the sandbox's. */
const orderRules: readonly Rule[] = [
  [110001, 'Reference number is missing', missing('referenceNo')],
  [110002, 'Reference number is longer than 80', longerThan('referenceNo', 80)],
  [100013, 'Illegal service code', (_order, service) => service === undefined],
  [
    120024,
    'Invalid service option',
    (order, service) =>
      text(order.serviceOption) !== '' && service?.options.includes(text(order.serviceOption)) === false,
  ],
  [
    100006,
    'Wrong sender facility',
    (order, service) =>
      text(order.facility) !== '' && service?.facilities.includes(text(order.facility).toUpperCase()) === false,
  ],
  [100015, 'Not allowed to upload tracking numbers', (order) => text(order.trackingNo) !== ''],
  [120022, 'Country is missing', missing('country')],
  [120013, 'Country is wrong', (order) => text(order.country) !== '' && !countries.has(text(order.country))],
  [
    120023,
    'Country does not fit the service',
    (order, service) =>
      countries.has(text(order.country)) && service?.destinations.includes(text(order.country)) === false,
  ],
  [110004, 'Recipient name is missing', missing('recipientName')],
  [110005, 'Recipient name is longer than 50', longerThan('recipientName', 50)],
  [110014, 'Recipient name has illegal characters', foreign('recipientName')],
  [120001, 'Address line 1 is missing', missing('addressLine1')],
  [120005, 'City is missing', missing('city')],
  [120011, 'Postcode is missing', missing('postcode')],
  [
    120025,
    'Postcode must be numeric',
    (order) => ['AU', 'US'].includes(text(order.country)) && !/^\d*(-\d+)?$/.test(text(order.postcode)),
  ],
  [130001, 'Goods description is missing', missing('description')],
  [130002, 'Goods description is longer than 60', longerThan('description', 60)],
  [130003, 'Weight is missing', (order) => !(Number(order.weight) >= 0.000001)],
  [130004, 'Weight is above the maximum of 30 kg', (order) => kilograms(order.weight, order.weightUnit) > 30],
  [130008, 'Wrong currency', (order) => !/^[A-Z]{3}$/.test(text(order.invoiceCurrency))],
  [130009, 'Value is missing', missing('invoiceValue')],
  [130010, 'Value is too low', (order) => Number(order.invoiceValue) < 0.01],
  [
    130019,
    'Native description is missing',
    (order, service) => service?.needsChinese === true && missing('nativeDescription')(order),
  ],
  [
    130021,
    'Native description must contain Chinese',
    (order, service) => service?.needsChinese === true && !/\p{Script=Han}|^$/u.test(text(order.nativeDescription)),
  ],
  [190001, 'Items are missing', (order) => items(order).length === 0],
  [190002, 'Illegal quantity', anyItem((item) => !(Number.isInteger(item.itemCount) && Number(item.itemCount) > 0))],
  [190003, 'Item number is missing', anyItem(missing('itemNo'))],
  [190004, 'SKU is missing', anyItem(missing('sku'))],
  [
    190005,
    'Item description is missing',
    anyItem((item, order) => missing('description')(item) && missing('description')(order)),
  ],
  [190006, 'Item unit price is missing', anyItem((item) => !(Number(item.unitValue) > 0))],
  [190007, 'Item origin country is missing', anyItem(missing('originCountry'))],
  [
    190019,
    'Item total does not match the order value',
    (order) =>
      Math.abs(
        sum(items(order).map((item) => Number(item.itemCount) * Number(item.unitValue))) - Number(order.invoiceValue),
      ) >
      0.1 + 1e-9,
  ],
  [
    190033,
    'Sum of item weights is above the parcel weight',
    (order) =>
      sum(items(order).map((item) => Number(item.weight ?? 0))) > kilograms(order.weight, order.weightUnit) + 1e-9,
  ],
];

export function serviceOf(order: JsonRecord): Service | undefined {
  return services.find(({ code }) => code === text(order.serviceCode));
}

/** Everything that is wrong with a new order and its further pieces. */
export function problemsOf(order: JsonRecord, orders: Orders): Problem[] {
  const service = serviceOf(order);
  const own = orderRules
    .filter(([, , broken]) => broken(order, service))
    .map(([code, message]) => problem(code, message));
  const known = orders.byReference(text(order.referenceNo)) ? [problem(110003, 'Reference number is duplicate')] : [];
  return [...own, ...known, ...pieceProblems(order, orders)];
}

/** Pieces share recipient and sender (400001 to 400003). */
function pieceProblems(order: JsonRecord, orders: Orders): Problem[] {
  return piecesOf(order).flatMap((piece) => {
    const differs = (...fields: string[]) =>
      fields.some((field) => text(piece[field]) !== '' && text(piece[field]) !== text(order[field]));
    return [
      ...(missing('referenceNo')(piece) ? [problem(110001, 'Reference number of a piece is missing')] : []),
      ...(orders.byReference(text(piece.referenceNo)) ? [problem(110003, 'Reference number is duplicate')] : []),
      ...(differs('recipientName') ? [problem(400001, 'Pieces differ in recipient name')] : []),
      ...(differs('addressLine1', 'city', 'postcode') ? [problem(400002, 'Pieces differ in recipient address')] : []),
      ...(differs('shipperAddressLine1') ? [problem(400003, 'Pieces differ in sender address')] : []),
    ];
  });
}

export function piecesOf(order: JsonRecord): JsonRecord[] {
  return Array.isArray(order.pieces) ? order.pieces.map(record) : [];
}

function sum(values: readonly number[]): number {
  return values.reduce((left, right) => left + right, 0);
}
